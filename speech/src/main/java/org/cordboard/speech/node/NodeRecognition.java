package org.cordboard.speech.node;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.node.NodeSettings.ClientTimes;
import org.cordboard.speech.node.wire.RecognizeReply;
import org.cordboard.speech.node.wire.RecognizeRequest;
import org.cordboard.speech.node.wire.Words;
import org.jspecify.annotations.Nullable;

/**
 * One side of a call, heard by whichever node is there: attached to one at a time, and attached to
 * the next with everything that is still owed words when that one goes. On the call's loop.
 *
 * <pre>
 * SEEKING  (no link)      → OPENING when a node has room; looked for every 100 ms
 * OPENING  (link)         → ATTACHED when it accepts; SEEKING when it refuses or is silent
 * ATTACHED (link, accepted) → SEEKING when it is lost, drains, or fails an utterance
 * </pre>
 */
final class NodeRecognition implements RecognitionStream {
  private static final int MOST_FRAMES = 3_000; // 60 s: two of the longest utterances
  private static final Duration RETRY = Duration.ofMillis(100);

  private final Nodes nodes;
  private final RecognitionHints hints;
  private final ClientTimes times;
  private final Loop loop;
  private final RecognitionListener listener;
  private final String language;
  private final ReplayLog log = new ReplayLog(MOST_FRAMES);
  private final Set<NodeAddress> avoided = new HashSet<>();
  private final UtteranceCosts costs = new UtteranceCosts();
  private final Map<Long, Clock.Timer> deadlines = new HashMap<>();
  private final NodeMoves moves;
  private @Nullable Attachment attachment;
  private Clock.@Nullable Timer stranded;
  private Clock.Timer retry = () -> {};
  private boolean abandoned; // without a node for longer than giveUp
  private String trouble = "";
  private int toldChars; // of the latest partial of the utterance under way
  private boolean closed;

  NodeRecognition(
      Nodes nodes,
      RecognitionHints hints,
      ClientTimes times,
      Loop loop,
      RecognitionListener listener) {
    this.nodes = nodes;
    this.hints = hints;
    this.times = times;
    this.loop = loop;
    this.listener = listener;
    this.language = hints.language().toLanguageTag();
    this.moves = new NodeMoves(loop);
    attach();
  }

  @Override
  public void accept(AudioFrame frame) {
    if (!closed) {
      log.accept(frame);
      pump();
    }
  }

  @Override
  public void speechStarted(long utterance, long startSample) {
    if (!closed) {
      toldChars = 0;
      log.started(utterance, startSample);
      pump();
    }
  }

  @Override
  public void speechPaused(long utterance, long endSample) {
    if (!closed) {
      log.paused(utterance, endSample);
      pump();
    }
  }

  @Override
  public void speechResumed(long utterance) {
    if (!closed) {
      log.resumed(utterance);
      pump();
    }
  }

  @Override
  public void speechEnded(long utterance, long endSample) {
    if (closed || !log.ended(utterance, endSample)) {
      return;
    }
    deadlines.put(utterance, loop.clock().after(times.answerWithin(), () -> late(utterance, true)));
    moves.ended(utterance);
    pump();
    if (attachment == null) {
      soon(this::failAwaited);
    }
  }

  @Override
  public void expect(Expectation expectation) {
    if (!closed) {
      log.expect(WireWords.expectation(expectation));
      pump();
    }
  }

  @Override
  public void close() {
    closed = true;
    deadlines.values().forEach(Clock.Timer::cancel);
    deadlines.clear();
    calm();
    retry.cancel();
    detach();
  }

  private void soon(Runnable task) {
    loop.clock()
        .after(
            Duration.ZERO,
            () -> {
              if (!closed) {
                task.run();
              }
            });
  }

  /** Tells the node all that it has not been told, as far as the connection takes it. */
  private void pump() {
    Attachment present = attachment;
    while (present != null && present.accepted && !present.link.congested()) {
      RecognizeRequest request = log.next();
      if (request == null) {
        return;
      }
      present.link.send(request);
    }
  }

  private void attach() {
    if (closed || attachment != null) {
      return;
    }
    Optional<Link<RecognizeRequest, RecognizeReply>> link = nodes.hear(language, avoided, loop);
    if (link.isEmpty()) {
      avoided.clear(); // whoever was in trouble may be asked again
      strand();
      return;
    }
    log.rewind();
    Attachment next = new Attachment(link.get());
    attachment = next;
    next.link.begin(next);
    next.link.send(WireWords.open(hints, log.expectation()));
    moves.to(next.link.node()).ifPresent(listener::onReplaced);
  }

  private void detach() {
    Attachment present = attachment;
    attachment = null;
    if (present != null) {
      present.end();
    }
  }

  /** Leaves the node for another, which is asked again for all that is owed. */
  private void move(String why) {
    Attachment present = attachment;
    if (present != null) {
      avoided.add(present.link.node().address());
      trouble = why;
      moves.left(present.link.node(), why, log.awaited());
    }
    detach();
    attach();
  }

  private boolean another() {
    Attachment present = attachment;
    return present == null
        || nodes.views().stream()
            .filter(node -> !node.address().equals(present.link.node().address()))
            .anyMatch(node -> Balance.hearing(List.of(node), language, avoided, 0).isPresent());
  }

  /** No node: one is looked for again soon; those who wait for words are told after a while. */
  private void strand() {
    retry.cancel();
    retry = loop.clock().after(RETRY, this::attach);
    if (abandoned) {
      soon(this::failAwaited);
    } else if (stranded == null) {
      stranded =
          loop.clock()
              .after(
                  times.giveUp(),
                  () -> {
                    stranded = null;
                    if (!closed) {
                      abandoned = true;
                      failAwaited();
                    }
                  });
    }
  }

  private void calm() {
    abandoned = false;
    if (stranded != null) {
      stranded.cancel();
      stranded = null;
    }
  }

  private void failAwaited() {
    if (abandoned && attachment == null) {
      String why = trouble.isEmpty() ? "" : "; last: " + trouble;
      for (long utterance : log.awaited()) {
        fail(utterance, "no speech node can be asked: " + nodes.told() + why);
      }
    }
  }

  private void fail(long utterance, String why) {
    if (log.owes(utterance)) {
      settle(utterance);
      listener.onFailure(utterance, new SpeechNodeException(why));
    }
  }

  private void settle(long utterance) {
    log.resolved(utterance);
    costs.keep(log.unresolved());
    moves.resolved(utterance);
    Clock.Timer deadline = deadlines.remove(utterance);
    if (deadline != null) {
      deadline.cancel();
    }
  }

  /** The words of an utterance do not come, though its node is there. */
  private void late(long utterance, boolean mayMove) {
    if (closed || !log.awaits(utterance)) {
      return;
    }
    String why = "no words within " + times.answerWithin().toMillis() + " ms";
    if (mayMove && another()) {
      deadlines.put(
          utterance, loop.clock().after(times.answerWithin(), () -> late(utterance, false)));
      move(why);
    } else {
      fail(utterance, why + (trouble.isEmpty() ? "" : "; before: " + trouble));
    }
  }

  private void words(Words words) {
    long utterance = words.getUtterance();
    if (log.awaits(utterance)) {
      settle(utterance);
      avoided.clear();
      listener.onFinal(utterance, WireWords.transcript(words));
    }
  }

  private void partial(Words words) {
    if (log.open(words.getUtterance()) && words.getText().length() >= toldChars) {
      toldChars = words.getText().length(); // while it is heard again, it does not shrink
      listener.onPartial(words.getUtterance(), WireWords.transcript(words));
    }
  }

  /** The node's engine failed on an utterance: another node may do better, once. */
  private void failed(long utterance, String why) {
    if (!log.owes(utterance)) {
      return;
    }
    if (!costs.spend(utterance) && another()) {
      move(why);
    } else {
      fail(
          utterance, why); // at once, though the caller may still speak: another engine may hear it
    }
  }

  private void ended(Attachment left, Ending ending) {
    avoided.add(left.link.node().address());
    trouble = left.link.node().address() + ": " + ending.reason();
    if (left.accepted) {
      moves.left(left.link.node(), ending.reason(), log.awaited());
    }
    if (ending.kind() == Ending.Kind.LOST && left.accepted) {
      for (long utterance : log.unresolved()) {
        if (costs.spend(utterance)) {
          String cost = "given up after it had cost " + UtteranceCosts.MOST + " speech nodes; ";
          fail(utterance, cost + trouble);
        }
      }
    }
    attach();
  }

  /** One node at the other end. What comes after its end is not for the stream any more. */
  private final class Attachment implements LinkListener<RecognizeReply> {
    private final Link<RecognizeRequest, RecognizeReply> link;
    private final Clock.Timer opening;
    private boolean accepted;

    Attachment(Link<RecognizeRequest, RecognizeReply> link) {
      this.link = link;
      this.opening = loop.clock().after(times.silence(), this::unanswered);
    }

    private void unanswered() {
      if (present() && !accepted) {
        move(link.node().address() + " did not answer");
      }
    }

    private boolean present() {
      return !closed && attachment == this;
    }

    void end() {
      opening.cancel();
      link.close();
    }

    @Override
    public void reply(RecognizeReply reply) {
      if (!present()) {
        return;
      }
      switch (reply.getKindCase()) {
        case ACCEPTED -> {
          accepted = true;
          calm();
          pump();
        }
        case PARTIAL -> partial(reply.getPartial());
        case FINAL -> words(reply.getFinal());
        case FAILED ->
            failed(
                reply.getFailed().getUtterance(),
                link.node().address() + ": " + reply.getFailed().getReason());
        case ALIVE -> {
          if (log.owes(reply.getAlive().getUtterance())) {
            listener.onAlive(reply.getAlive().getUtterance());
          }
        }
        default -> {} // from a newer node: nothing that this one needs
      }
    }

    @Override
    public void ready() {
      if (present()) {
        pump();
      }
    }

    @Override
    public void ended(Ending ending) {
      if (present()) {
        attachment = null;
        end();
        NodeRecognition.this.ended(this, ending);
      }
    }
  }
}
