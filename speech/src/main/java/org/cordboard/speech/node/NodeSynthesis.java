package org.cordboard.speech.node;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.node.NodeSettings.ClientTimes;
import org.cordboard.speech.node.wire.SpokenWord;
import org.cordboard.speech.node.wire.SynthesizeReply;
import org.cordboard.speech.node.wire.SynthesizeRequest;
import org.jspecify.annotations.Nullable;

/**
 * One text, spoken by whichever node is there. Before its first audio any other node may take it
 * over; afterwards only one with the same repeatable voice, from the sample that was delivered
 * last. On the call's loop.
 */
final class NodeSynthesis implements Synthesis {
  private static final Duration RETRY = Duration.ofMillis(100);
  private static final int MOST_NODES = 3;

  private final Nodes nodes;
  private final SpeechRequest request;
  private final ClientTimes times;
  private final Loop loop;
  private final SynthesisListener listener;
  private final Set<NodeAddress> avoided = new HashSet<>();
  private Optional<NodeView> voice = Optional.empty(); // whose audio has been delivered
  private @Nullable Attempt attempt;
  private Clock.@Nullable Timer timer; // for the first audio, or for the next search
  private @Nullable NodeView left; // for another, which has not begun yet
  private final long startNanos;
  private int asked;
  private long seekingNanos = -1;
  private long delivered;
  private int lastWord = -1;
  private String trouble = "";
  private String why = ""; // the last node was left
  private boolean over;

  NodeSynthesis(
      Nodes nodes,
      SpeechRequest request,
      ClientTimes times,
      Loop loop,
      SynthesisListener listener) {
    this.nodes = nodes;
    this.request = request;
    this.times = times;
    this.loop = loop;
    this.listener = listener;
    this.startNanos = loop.clock().nanos();
  }

  /** Asks the node with the most room; looks for one a while when there is none. */
  void seek() {
    if (over || attempt != null) {
      return;
    }
    if (seekingNanos < 0) {
      seekingNanos = loop.clock().nanos();
    }
    Optional<Link<SynthesizeRequest, SynthesizeReply>> link = nodes.speak(voice, avoided, loop);
    if (link.isPresent()) {
      begin(link.get());
      return;
    }
    avoided.clear();
    boolean late = loop.clock().nanos() - seekingNanos >= times.giveUp().toNanos();
    wait(late ? Duration.ZERO : RETRY, late ? this::nobody : this::seek);
  }

  private void nobody() {
    String last = trouble.isEmpty() ? "" : "; last: " + trouble;
    fail("no speech node can speak: " + nodes.told() + last);
  }

  private void begin(Link<SynthesizeRequest, SynthesizeReply> link) {
    tellMove(link.node());
    if (over) {
      link.close();
      return; // whoever was told wants no more
    }
    asked++;
    seekingNanos = -1;
    Attempt next = new Attempt(link);
    attempt = next;
    wait(
        times.answerWithin(),
        () ->
            next.ended(Ending.lost("no audio within " + times.answerWithin().toMillis() + " ms")));
    link.begin(next);
    link.send(
        SynthesizeRequest.newBuilder()
            .setText(request.text())
            .setVoice(request.voice())
            .setRate(request.rate())
            .setGain(request.gain())
            .setFromSample(delivered)
            .build());
  }

  private void tellMove(NodeView next) {
    NodeView old = left;
    left = null;
    if (old != null) {
      long playedMs = (loop.clock().nanos() - startNanos) / 1_000_000;
      boolean late = playedMs > delivered / 8;
      listener.onReplaced(new Replaced(NodeMoves.name(old), NodeMoves.name(next), why, late));
    }
  }

  private void wait(Duration span, Runnable then) {
    rest();
    timer = loop.clock().after(span, then);
  }

  private void rest() {
    Clock.Timer waiting = timer;
    timer = null;
    if (waiting != null) {
      waiting.cancel();
    }
  }

  private void audio(Attempt from, ByteString mulaw) {
    rest();
    voice = Optional.of(from.link.node());
    delivered += mulaw.size();
    listener.onAudio(mulaw.toByteArray());
  }

  private void word(SpokenWord word) {
    if (word.getFrom() > lastWord) { // not one that was told before the move
      lastWord = word.getFrom();
      listener.onWord(word.getFrom(), word.getTo(), word.getStartSample());
    }
  }

  private void ended(Ending ending, NodeView node) {
    if (ending.kind() == Ending.Kind.DONE) {
      over = true;
      listener.onEnd();
      return;
    }
    trouble = node.address() + ": " + ending.reason();
    why = ending.reason();
    left = ending.kind() == Ending.Kind.FULL ? null : node;
    avoided.add(node.address());
    boolean passable =
        voice.isEmpty()
            || ending.kind() == Ending.Kind.LOST
            || ending.kind() == Ending.Kind.LEAVING;
    if (asked >= MOST_NODES || !passable) {
      fail(trouble);
    } else if (voice.isPresent() && nodes.views().stream().noneMatch(this::mayGoOn)) {
      fail(
          trouble
              + "; no other node has the same voice, so it ends after "
              + delivered / 8
              + " ms");
    } else {
      seek();
    }
  }

  private boolean mayGoOn(NodeView other) {
    return !avoided.contains(other.address()) && voice.filter(other::speaksAs).isPresent();
  }

  private void fail(String why) {
    if (!over) {
      cancel();
      listener.onFailure(new SpeechNodeException(why));
    }
  }

  @Override
  public void cancel() {
    over = true;
    rest();
    Attempt present = attempt;
    attempt = null;
    if (present != null) {
      present.link.close();
    }
  }

  /** One node at the other end. */
  private final class Attempt implements LinkListener<SynthesizeReply> {
    private final Link<SynthesizeRequest, SynthesizeReply> link;

    Attempt(Link<SynthesizeRequest, SynthesizeReply> link) {
      this.link = link;
    }

    @Override
    public void reply(SynthesizeReply reply) {
      if (over || attempt != this) {
        return;
      }
      if (reply.hasMulaw()) {
        audio(this, reply.getMulaw());
      } else if (reply.hasWord()) {
        word(reply.getWord());
      }
    }

    @Override
    public void ended(Ending ending) {
      if (over || attempt != this) {
        return;
      }
      attempt = null;
      rest();
      link.close();
      NodeSynthesis.this.ended(ending, link.node());
    }
  }
}
