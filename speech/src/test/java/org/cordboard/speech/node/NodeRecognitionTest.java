package org.cordboard.speech.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.node.FakeNodes.Line;
import org.cordboard.speech.node.wire.Failed;
import org.cordboard.speech.node.wire.RecognizeReply;
import org.cordboard.speech.node.wire.RecognizeRequest;
import org.junit.jupiter.api.Test;

/** A stream and nodes that the test plays, in no time. */
class NodeRecognitionTest extends NodeRecognitionFixture {
  @Test
  void audioIsSentOnceTheNodeHasAccepted() {
    frames(3);
    assertThat(kinds(nodes.stream())).containsExactly("OPEN");
    accept();
    assertThat(kinds(nodes.stream())).containsExactly("OPEN", "AUDIO 3");
    frames(1);
    assertThat(kinds(nodes.stream())).containsExactly("OPEN", "AUDIO 3", "AUDIO 1");
  }

  @Test
  void anUtteranceOfANodeThatDiesIsToldToAnotherFromItsBeginning() {
    accept();
    frames(20);
    stream.speechStarted(1, 1_600);
    frames(20);
    partial(1, "where is");
    lose();
    assertThat(nodes.stream().port()).isEqualTo(2);
    accept();
    assertThat(kinds(nodes.stream())).containsExactly("OPEN", "AUDIO 20", "STARTED 1", "AUDIO 20");
    partial(1, "where");
    partial(1, "where is my");
    frames(1);
    stream.speechEnded(1, position);
    words(1, "where is my order");
    words(1, "once more");
    assertThat(told)
        .containsExactly(
            "partial 1 where is", "partial 1 where is my", "final 1 where is my order");
  }

  @Test
  void aMoveIsToldWithBothNodesAndWhetherSomebodyWaited() {
    accept();
    stream.speechStarted(1, 0);
    frames(10);
    lose();
    accept();
    clock.advance(Duration.ofMillis(1));
    stream.speechEnded(1, 1_600);
    assertThat(moved)
        .containsExactly(
            new Replaced(
                "speech node 127.0.0.1:1", "speech node 127.0.0.1:2", "it broke off", false));

    clock.advance(Duration.ofMillis(1_100));
    lose();
    clock.advance(Duration.ofMillis(101)); // until one is looked for again
    accept();
    clock.advance(Duration.ofMillis(1));
    assertThat(moved)
        .last()
        .isEqualTo(
            new Replaced(
                "speech node 127.0.0.1:2", "speech node 127.0.0.1:1", "it broke off", true));
  }

  @Test
  void anEngineThatFailsOnSpeechThatGoesOnIsToldAtOnceWhereNoOtherNodeIs() {
    nodes.down(2, "gone");
    accept();
    stream.speechStarted(1, 0);
    frames(10);
    nodes.stream()
        .listener
        .reply(
            RecognizeReply.newBuilder()
                .setFailed(Failed.newBuilder().setUtterance(1).setReason("out of memory"))
                .build());
    assertThat(told).hasSize(1).first().asString().contains("failure 1", "out of memory");
    frames(10);
    stream.speechEnded(1, position);
    clock.advance(Duration.ofSeconds(10));
    assertThat(told).hasSize(1);
  }

  @Test
  void aNodeWithoutRoomHasNotBeenLeft() {
    end(Ending.Kind.FULL, "10 of 10 streams");
    accept();
    clock.advance(Duration.ofMillis(1));
    assertThat(moved).isEmpty();
  }

  @Test
  void anUtteranceThatHadEndedIsHeardAgainToo() {
    accept();
    stream.speechStarted(1, 0);
    frames(10);
    stream.speechEnded(1, 1_600);
    frames(5);
    lose();
    accept();
    assertThat(kinds(nodes.stream()))
        .containsExactly("OPEN", "STARTED 1", "AUDIO 10", "ENDED 1", "AUDIO 5");
    words(1, "yes");
    assertThat(told).containsExactly("final 1 yes");
  }

  @Test
  void wordsOfANodeThatWasLeftAreNotHeard() {
    accept();
    Line<RecognizeRequest, RecognizeReply> first = nodes.stream();
    stream.speechStarted(1, 0);
    stream.speechEnded(1, 0);
    lose();
    accept();
    words(first, 1, "ghost");
    words(1, "yes");
    assertThat(told).containsExactly("final 1 yes");
  }

  @Test
  void aFullNodeIsPassedOver() {
    end(Ending.Kind.FULL, "10 of 10 streams");
    assertThat(nodes.stream().port()).isEqualTo(2);
    accept();
    stream.speechStarted(1, 0);
    stream.speechEnded(1, 0);
    words(1, "yes");
    assertThat(told).containsExactly("final 1 yes");
  }

  @Test
  void aNodeThatDoesNotAnswerIsPassedOver() {
    clock.advance(Duration.ofMillis(1_001));
    assertThat(nodes.streams.get(0).closed).isTrue();
    assertThat(nodes.stream().port()).isEqualTo(2);
  }
}
