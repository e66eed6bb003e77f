package org.cordboard.sim.carrier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cordboard.sim.media.StreamEdge;
import org.cordboard.sim.twiml.Execution;
import org.cordboard.sim.twiml.Performer;
import org.cordboard.sim.twiml.TwimlDocument;
import org.cordboard.sim.twiml.TwimlException;
import org.cordboard.sim.twiml.TwimlParser;
import org.cordboard.sim.twiml.TwimlWarning;
import org.cordboard.sim.twiml.Verb;
import org.cordboard.sim.twiml.VerbResult;

/** Performs documents on one leg: the link between an {@link Execution} and the leg's audio. */
final class LegControl implements Performer {
  private final Leg leg;
  private final Switchboard board;
  private final Execution execution = new Execution(this);
  private final Map<String, Background> background = new LinkedHashMap<>();
  private final Runnable atEnd;
  private Verb.Action fallback;
  private boolean fallenBack;
  private int performance; // a verb that ends late must not end the next one

  private record Background(Verb.StreamNoun noun, StreamEdge edge) {}

  /**
   * Control of {@code leg}.
   *
   * @param fallback where to turn when a document fails; an empty URL for nowhere
   * @param atEnd what happens when no verb is left
   */
  LegControl(Leg leg, Switchboard board, Verb.Action fallback, Runnable atEnd) {
    this.leg = leg;
    this.board = board;
    this.fallback = fallback;
    this.atEnd = atEnd;
  }

  Leg leg() {
    return leg;
  }

  /** Fetches a document and runs it. */
  void load(Verb.Action from) {
    execution.load(from, Map.of());
  }

  /** Puts a new document in place of what the leg is doing now. */
  void redirect(Verb.Action from) {
    interrupted();
    load(from);
  }

  /** As {@link #redirect(Verb.Action)}, with the document itself. */
  void redirect(String xml) {
    interrupted();
    run(xml);
  }

  private void interrupted() {
    performance++;
    fallenBack = false;
    execution.interrupt();
    leg.interrupt(Activity.Interruption.REDIRECTED);
  }

  /** Runs a document that came with an API request. */
  void run(String xml) {
    try {
      run(TwimlParser.parse(xml, ""));
    } catch (TwimlException bad) {
      unusable("", new TwimlWarning(bad.code(), String.valueOf(bad.getMessage())));
    }
  }

  void run(TwimlDocument document) {
    execution.run(new LoadedDocument(document, ""));
  }

  void fallback(Verb.Action to) {
    fallback = to;
  }

  /** The leg is over, or somebody else controls it: nothing more is executed. */
  void stop() {
    execution.interrupt();
  }

  @Override
  public void perform(Verb verb, Consumer<VerbResult> done) {
    int mine = ++performance;
    Consumer<VerbResult> ended =
        result -> {
          if (mine == performance) {
            leg.begin(Activity.IDLE);
            done.accept(result);
          }
        };
    Runnable next = () -> ended.accept(VerbResult.next());
    if (verb instanceof Verb.Pause pause && !leg.connected()) {
      board.loop().clock().after(Duration.ofSeconds(pause.lengthS()), next);
    } else if (verb instanceof Verb.Prompt prompt) {
      leg.connect();
      leg.begin(new SoundActivity(board.sounds().of(absolute(prompt), leg.sid()), next));
    } else if (verb instanceof Verb.Gather gather) {
      leg.connect();
      List<Verb.Prompt> prompts = new ArrayList<>();
      gather.prompts().forEach(prompt -> prompts.add(absolute(prompt)));
      leg.begin(new GatherActivity(gather, board.sounds().of(prompts, leg.sid()), ended));
    } else if (verb instanceof Verb.Connect connect) {
      leg.connect();
      Runnable lost = () -> ended.accept(VerbResult.action(Map.of()));
      leg.begin(new StreamActivity(leg, board.streams(), absolute(connect.stream()), lost));
    } else if (verb instanceof Verb.Start start) {
      start(start.stream());
      next.run();
    } else if (verb instanceof Verb.Stop stop) {
      stop(stop.streamName());
      next.run();
    } else if (verb instanceof Verb.Dial dial) {
      dial(dial, ended);
    } else if (verb instanceof Verb.Record record) {
      leg.connect();
      Verb.Record absolute =
          new Verb.Record(
              absolute(record.action()),
              record.timeoutS(),
              record.maxLengthS(),
              record.finishOnKey(),
              record.playBeep());
      leg.begin(board.voicemail().record(leg, absolute, ended));
    } else {
      failed(new TwimlWarning(12200, "not simulated: " + verb));
    }
  }

  private void dial(Verb.Dial dial, Consumer<VerbResult> ended) {
    if (dial.target() instanceof Verb.ConferenceTarget room) {
      leg.connect();
      Verb.ConferenceTarget target = absolute(room);
      board
          .conferences()
          .join(leg, target, ended)
          .ifPresentOrElse(
              leg::begin,
              () -> {
                warned(new TwimlWarning(16025, "the label '" + room.label() + "' is taken"));
                ended.accept(VerbResult.next());
              });
    } else if (dial.target() instanceof Verb.NumberTarget number) {
      if (!dial.answerOnBridge()) {
        leg.connect();
      }
      DialActivity dialling = new DialActivity(leg, board, dial, absolute(number), ended);
      leg.begin(dialling);
      dialling.start();
    }
  }

  private void start(Verb.StreamNoun noun) {
    leg.connect();
    Verb.StreamNoun stream = absolute(noun);
    StreamEdge edge = board.streams().open(leg, stream, false, () -> {});
    background.put(
        stream.name().isEmpty() ? edge.sid() : stream.name(), new Background(stream, edge));
    leg.listening().add(edge);
  }

  private void stop(String name) {
    Background found = background.remove(name);
    if (found == null) {
      board.notices().add(12200, "<Stop>: no stream is named '" + name + "'", leg.sid());
      return;
    }
    leg.listening().remove(found.edge());
    board.streams().stop(leg, found.noun(), found.edge());
  }

  private Verb.Prompt absolute(Verb.Prompt prompt) {
    return prompt instanceof Verb.Play play && !play.url().isEmpty()
        ? new Verb.Play(execution.absolute(play.url()), play.digits(), play.loop())
        : prompt;
  }

  private Verb.ConferenceTarget absolute(Verb.ConferenceTarget room) {
    Verb.Action waitUrl = room.waitUrl();
    return new Verb.ConferenceTarget(
        room.room(),
        room.label(),
        room.muted(),
        room.beep(),
        room.startOnEnter(),
        room.endOnExit(),
        waitUrl == null ? null : absolute(waitUrl),
        room.waitSilently(),
        room.statusCallback().isEmpty() ? "" : execution.absolute(room.statusCallback()),
        room.statusCallbackMethod(),
        room.statusCallbackEvents());
  }

  private Verb.NumberTarget absolute(Verb.NumberTarget number) {
    Verb.Action whisper = number.whisper();
    return new Verb.NumberTarget(
        number.number(),
        whisper == null ? null : absolute(whisper),
        number.statusCallback().isEmpty() ? "" : execution.absolute(number.statusCallback()),
        number.statusCallbackMethod(),
        number.statusCallbackEvents());
  }

  private Verb.Action absolute(Verb.Action action) {
    return new Verb.Action(execution.absolute(action.url()), action.method());
  }

  private Verb.StreamNoun absolute(Verb.StreamNoun noun) {
    return noun.statusCallback().isEmpty()
        ? noun
        : new Verb.StreamNoun(
            noun.url(),
            noun.name(),
            noun.track(),
            execution.absolute(noun.statusCallback()),
            noun.statusCallbackMethod(),
            noun.parameters());
  }

  @Override
  public void fetch(
      Verb.Action from, Map<String, String> parameters, Consumer<LoadedDocument> loaded) {
    board
        .documents()
        .fetch(
            leg,
            from,
            parameters,
            document -> {
              if (!leg.status().terminal()) {
                loaded.accept(document);
              }
            },
            reason -> unusable(from.url(), reason));
  }

  private void unusable(String url, TwimlWarning reason) {
    warned(reason);
    if (leg.status().terminal()) {
      return;
    }
    if (fallback.url().isEmpty() || fallenBack) {
      applicationError();
      return;
    }
    fallenBack = true;
    execution.load(
        fallback,
        Map.of(
            "ErrorCode",
            String.valueOf(reason.code()),
            "ErrorUrl",
            Signature.withoutFragment(url)));
  }

  private void applicationError() {
    leg.connect();
    Sound apology =
        board
            .sounds()
            .say("We are sorry, an application error has occurred. Goodbye.", "", leg.sid());
    leg.begin(new SoundActivity(apology, this::hangUp));
  }

  @Override
  public void exhausted() {
    atEnd.run();
  }

  @Override
  public void hangUp() {
    leg.finish();
  }

  @Override
  public void reject(String reason) {
    if (leg.connected()) {
      leg.release();
    } else if (reason.equals("busy")) {
      leg.end(LegStatus.BUSY, 486);
    } else {
      leg.end(LegStatus.NO_ANSWER, 603);
    }
  }

  @Override
  public void warned(TwimlWarning warning) {
    board.notices().add(warning.code(), warning.text(), leg.sid());
  }

  @Override
  public void failed(TwimlWarning reason) {
    warned(reason);
    if (!leg.status().terminal()) {
      applicationError();
    }
  }
}
