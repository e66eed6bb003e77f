package org.cordboard.speech.ladder;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioFormat;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.AudioHistory;
import org.jspecify.annotations.Nullable;

/**
 * One side of a call on a ladder of recognisers: keeps the audio of what is owed, and gives it to
 * the next engine when the one in use throws, fails, or is overdue. Exactly one answer leaves for
 * each utterance, whatever the engines say, how often, or how late. On the loop.
 */
final class LadderStream implements RecognitionStream {
  private static final int MOST_SAMPLES = 30 * 8_000; // more than an utterance can have
  private static final long KEPT_IN_SILENCE = 12_000; // 1.5 s: a start may lie a second back
  private static final int FRAME_SAMPLES = AudioFormat.MULAW_8K.frameSamples();

  private final List<Rung<SpeechRecognizer>> rungs;
  private final LadderSettings settings;
  private final RecognitionHints hints;
  private final Loop loop;
  private final RecognitionListener listener;
  private final boolean guarded; // whether there is another to go to, so that delays are judged
  private final AudioHistory history = new AudioHistory(MOST_SAMPLES);
  private final Set<Rung<SpeechRecognizer>> given = new HashSet<>(); // up, in this call
  private Expectation expectation = Expectation.FREE;
  private Owed owed = Owed.NOTHING;
  private @Nullable Rung<SpeechRecognizer> rung;
  private @Nullable RecognitionStream engine;
  private long generation; // of the engine's stream: what older ones say is not heard
  private Clock.@Nullable Timer deadline;
  private @Nullable Throwable lastFailure;
  private boolean closed;

  LadderStream(
      List<Rung<SpeechRecognizer>> rungs,
      LadderSettings settings,
      RecognitionHints hints,
      Loop loop,
      RecognitionListener listener) {
    this.rungs = rungs;
    this.settings = settings;
    this.hints = hints;
    this.loop = loop;
    this.listener = listener;
    this.guarded = rungs.stream().filter(each -> each.engine().hears(hints.language())).count() > 1;
    open();
  }

  // ---- what the owner says

  @Override
  public void accept(AudioFrame frame) {
    if (closed) {
      return;
    }
    history.append(frame);
    long from = history.end() - KEPT_IN_SILENCE;
    for (Owed.Utterance utterance : owed.utterances()) {
      from = Math.min(from, utterance.startSample());
    }
    history.forgetBefore(from / FRAME_SAMPLES * FRAME_SAMPLES); // whole frames are handed over
    tell(stream -> stream.accept(frame));
    check();
  }

  @Override
  public void speechStarted(long utterance, long startSample) {
    if (closed) {
      return;
    }
    owed = owed.started(utterance, startSample, now());
    if (engine == null) {
      given.clear(); // everything has failed before: each utterance is a new trial
      open();
      hand();
    } else {
      tell(stream -> stream.speechStarted(utterance, startSample));
    }
  }

  @Override
  public void speechPaused(long utterance, long endSample) {
    owed = owed.paused(utterance, endSample);
    tell(stream -> stream.speechPaused(utterance, endSample));
  }

  @Override
  public void speechResumed(long utterance) {
    owed = owed.resumed(utterance);
    tell(stream -> stream.speechResumed(utterance));
  }

  @Override
  public void speechEnded(long utterance, long endSample) {
    if (closed || owed.find(utterance).filter(open -> !open.ended()).isEmpty()) {
      return;
    }
    owed = owed.ended(utterance, endSample, now());
    if (engine == null) {
      fail(utterance);
    } else {
      tell(stream -> stream.speechEnded(utterance, endSample));
      watch();
    }
  }

  @Override
  public void expect(Expectation next) {
    expectation = next;
    tell(stream -> stream.expect(next));
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      owed = Owed.NOTHING;
      watch();
      drop();
    }
  }

  // ---- the engine in use

  /** Gives the engine something to do; what it throws counts as a failure. */
  private void tell(Consumer<RecognitionStream> what) {
    RecognitionStream stream = engine;
    if (closed || stream == null) {
      return;
    }
    long told = generation;
    try {
      what.accept(stream);
    } catch (RuntimeException | LinkageError broken) {
      if (told == generation) {
        replace(broken);
      }
    }
  }

  private void check() {
    if (guarded && !closed) {
      owed.overdue(settings, now()).ifPresent(why -> replace(new TimeoutException(why)));
    }
  }

  /** Sets the timer to when words are overdue. */
  private void watch() {
    if (deadline != null) {
      deadline.cancel();
      deadline = null;
    }
    if (guarded && engine != null) {
      owed.nanosLeft(settings, now())
          .ifPresent(left -> deadline = loop.clock().after(Duration.ofNanos(left), this::check));
    }
  }

  // ---- from one engine to the next

  /** Gives the engine up, and everything that it owes to the next, if there is one. */
  private void replace(Throwable why) {
    Rung<SpeechRecognizer> failed = rung;
    if (closed || failed == null) {
      return;
    }
    boolean late = owed.awaited(now());
    drop();
    giveUp(failed, why);
    open();
    Rung<SpeechRecognizer> next = rung;
    if (next == null) {
      failAll();
    } else {
      owed = owed.handedOver(now());
      listener.onReplaced(new Replaced(failed.name(), next.name(), reason(why), late));
      hand();
    }
    watch();
  }

  /** Opens the best engine that has not been given up in this call, if there is one. */
  private void open() {
    while (engine == null) {
      Rung<SpeechRecognizer> next = choose();
      rung = next;
      if (next == null) {
        return;
      }
      Rung<SpeechRecognizer> better = Rung.choose(usable(), each -> true, now());
      next.taken(now());
      generation++;
      try {
        RecognitionStream opened =
            next.engine().open(hints, loop, new Ears(this, generation, next));
        opened.expect(expectation);
        engine = opened;
        if (better != null && better != next) {
          report(new Replaced(better.name(), next.name(), noRoom(better), false));
        }
      } catch (RuntimeException | LinkageError broken) {
        giveUp(next, broken);
        Rung<SpeechRecognizer> other = choose();
        if (other != null) {
          report(new Replaced(next.name(), other.name(), reason(broken), false));
        }
      }
    }
  }

  private static String noRoom(Rung<SpeechRecognizer> engine) {
    return "no room: words would wait " + RecognizerLadder.lag(engine).toMillis() + " ms";
  }

  /** Soon: the owner may still be in the making. */
  private void report(Replaced replaced) {
    loop.clock()
        .after(
            Duration.ZERO,
            () -> {
              if (!closed) {
                listener.onReplaced(replaced);
              }
            });
  }

  private @Nullable Rung<SpeechRecognizer> choose() {
    return RecognizerLadder.choose(usable(), settings, now());
  }

  private List<Rung<SpeechRecognizer>> usable() {
    return rungs.stream()
        .filter(each -> !given.contains(each) && each.engine().hears(hints.language()))
        .toList();
  }

  private void giveUp(Rung<SpeechRecognizer> failed, Throwable why) {
    failed.failed(now());
    given.add(failed);
    lastFailure = why;
  }

  private void drop() {
    RecognitionStream old = engine;
    engine = null;
    generation++;
    if (old != null) {
      try {
        old.close();
      } catch (RuntimeException | LinkageError broken) {
        lastFailure = broken; // it is given up anyway
      }
    }
  }

  /** Feeds the engine all that is kept, and tells it what was said about it, as if it came now. */
  private void hand() {
    long told = generation;
    List<Owed.Utterance> all = owed.utterances();
    long at = history.start();
    for (int i = 0; i < all.size(); i++) {
      Owed.Utterance each = all.get(i);
      at = feed(told, at, each.startSample() + 1);
      retell(told, stream -> stream.speechStarted(each.id(), each.startSample()));
      boolean last = i == all.size() - 1;
      at = feed(told, at, last ? history.end() : all.get(i + 1).startSample());
      if (each.ended()) {
        retell(told, stream -> stream.speechEnded(each.id(), each.endSample()));
      } else if (each.pauseSample() >= 0) {
        retell(told, stream -> stream.speechPaused(each.id(), each.pauseSample()));
      }
    }
    feed(told, at, history.end());
  }

  private long feed(long told, long from, long until) {
    long at = from;
    while (at < Math.min(until, history.end()) && told == generation) {
      long start = at;
      byte[] audio = history.slice(start, start + FRAME_SAMPLES);
      if (audio.length == FRAME_SAMPLES) {
        tell(stream -> stream.accept(new AudioFrame(AudioFormat.MULAW_8K, audio, start)));
      }
      at += FRAME_SAMPLES;
    }
    return at;
  }

  private void retell(long told, Consumer<RecognitionStream> what) {
    if (told == generation) {
      tell(what);
    }
  }

  // ---- answers

  private void failAll() {
    for (Owed.Utterance each : owed.utterances()) {
      if (each.ended()) {
        fail(each.id());
      }
    }
  }

  private void fail(long utterance) {
    Throwable why = lastFailure;
    Throwable told = why == null ? new IllegalStateException("no recogniser hears this") : why;
    answer(utterance, () -> listener.onFailure(utterance, told));
  }

  private void answer(long utterance, Runnable delivery) {
    owed = owed.without(utterance);
    watch();
    delivery.run();
  }

  private static String reason(Throwable why) {
    String message = why.getMessage();
    return message == null ? why.getClass().getSimpleName() : message;
  }

  private long now() {
    return loop.clock().nanos();
  }

  /** What one engine's stream says; nothing once it has been given up. */
  private record Ears(LadderStream of, long generation, Rung<SpeechRecognizer> rung)
      implements RecognitionListener {
    private boolean counts(long utterance) {
      return !of.closed && generation == of.generation && of.owed.find(utterance).isPresent();
    }

    @Override
    public void onPartial(long utterance, Transcript transcript) {
      if (counts(utterance)) {
        if (of.owed.expectsLife()) {
          of.owed = of.owed.alive(of.now());
        }
        of.listener.onPartial(utterance, transcript);
      }
    }

    @Override
    public void onAlive(long utterance) {
      if (counts(utterance)) {
        of.owed = of.owed.alive(of.now());
        of.listener.onAlive(utterance);
      }
    }

    @Override
    public void onFinal(long utterance, Transcript transcript) {
      if (counts(utterance) && of.owed.find(utterance).filter(Owed.Utterance::ended).isPresent()) {
        rung.worked();
        of.answer(utterance, () -> of.listener.onFinal(utterance, transcript));
      }
    }

    @Override
    public void onFailure(long utterance, Throwable failure) {
      if (counts(utterance)) {
        of.replace(failure);
      }
    }

    @Override
    public void onReplaced(Replaced replaced) {
      if (!of.closed && generation == of.generation) {
        of.listener.onReplaced(replaced); // an engine that has engines of its own
      }
    }
  }
}
