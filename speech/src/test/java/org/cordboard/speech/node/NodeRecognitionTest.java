package org.cordboard.speech.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.config.ManualClock;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioFormat;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.node.FakeNodes.Line;
import org.cordboard.speech.node.NodeSettings.ClientTimes;
import org.cordboard.speech.node.wire.Accepted;
import org.cordboard.speech.node.wire.Alive;
import org.cordboard.speech.node.wire.Failed;
import org.cordboard.speech.node.wire.NodeReport;
import org.cordboard.speech.node.wire.RecognizeReply;
import org.cordboard.speech.node.wire.RecognizeRequest;
import org.cordboard.speech.node.wire.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stream and nodes that the test plays, in no time. */
class NodeRecognitionTest {
  private static final ClientTimes TIMES =
      new ClientTimes(
          Duration.ZERO,
          Duration.ofSeconds(1),
          Duration.ofMillis(250),
          Duration.ofSeconds(5),
          Duration.ofSeconds(3),
          Duration.ofSeconds(1));

  private final ManualClock clock = new ManualClock();
  private final FakeNodes nodes = new FakeNodes(1, 2);
  private final List<String> told = new ArrayList<>();
  private final List<Replaced> moved = new ArrayList<>();
  private final RecognitionStream stream = open(nodes);
  private long position;

  private RecognitionStream open(FakeNodes from) {
    return new NodeRecognition(
        from,
        RecognitionHints.english(),
        TIMES,
        clock,
        new RecognitionListener() {
          @Override
          public void onPartial(long utterance, Transcript transcript) {
            told.add("partial " + utterance + " " + transcript.text());
          }

          @Override
          public void onFinal(long utterance, Transcript transcript) {
            told.add("final " + utterance + " " + transcript.text());
          }

          @Override
          public void onFailure(long utterance, Throwable failure) {
            told.add("failure " + utterance + " " + failure.getMessage());
          }

          @Override
          public void onReplaced(Replaced replaced) {
            moved.add(replaced);
          }

          @Override
          public void onAlive(long utterance) {
            told.add("alive " + utterance);
          }
        });
  }

  @AfterEach
  void nothingIsLeftAfterTheEnd() {
    stream.close();
    assertThat(nodes.streams).allMatch(line -> line.closed);
    assertThat(clock.pending()).isZero();
  }

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

  @Test
  void withoutAnyNodeAnUtteranceFailsAfterAWhileAndSaysWhy() {
    accept();
    stream.speechStarted(1, 0);
    frames(5);
    stream.speechEnded(1, 800);
    nodes.down(1, "was not heard from for 1000 ms");
    nodes.down(2, "Connection refused");
    lose();
    clock.advance(Duration.ofMillis(900));
    assertThat(told).isEmpty();
    clock.advance(Duration.ofMillis(200));
    assertThat(told).hasSize(1);
    assertThat(told.get(0))
        .startsWith("failure 1 no speech node can be asked")
        .contains("127.0.0.1:1 was not heard from", "127.0.0.1:2 Connection refused");
    stream.speechStarted(2, 800);
    stream.speechEnded(2, 900);
    clock.advance(Duration.ofMillis(1));
    assertThat(told).hasSize(2);
  }

  @Test
  void aNodeThatComesBackHearsWhatIsStillOwed() {
    accept();
    nodes.down(1, "gone");
    nodes.down(2, "gone");
    lose();
    stream.speechStarted(1, 0);
    frames(10);
    nodes.up(2);
    clock.advance(Duration.ofMillis(150));
    assertThat(nodes.stream().port()).isEqualTo(2);
    accept();
    assertThat(kinds(nodes.stream())).containsExactly("OPEN", "STARTED 1", "AUDIO 10");
    stream.speechEnded(1, 1_600);
    words(1, "hello");
    assertThat(told).containsExactly("final 1 hello");
  }

  @Test
  void anUtteranceThatCostsTwoNodesIsGivenUp() {
    nodes.up(3);
    accept();
    stream.speechStarted(1, 0);
    lose();
    accept();
    lose();
    assertThat(nodes.stream().port()).isEqualTo(3);
    accept();
    stream.speechEnded(1, 0);
    clock.advance(Duration.ofMillis(1));
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).contains("failure 1 given up after it had cost 2 speech nodes");
    stream.speechStarted(2, 0);
    stream.speechEnded(2, 0);
    words(2, "next");
    assertThat(told).hasSize(2).last().isEqualTo("final 2 next");
  }

  @Test
  void whatOneEngineFailsOnAnotherIsAskedOnce() {
    accept();
    stream.speechStarted(1, 0);
    stream.speechEnded(1, 0);
    failed(1, "workers are full");
    assertThat(nodes.stream().port()).isEqualTo(2);
    accept();
    failed(1, "workers are full");
    assertThat(told).containsExactly("failure 1 127.0.0.1:2: workers are full");
  }

  @Test
  void wordsThatDoNotComeAreAskedOfAnotherNodeAndThenGivenUp() {
    accept();
    stream.speechStarted(1, 0);
    stream.speechEnded(1, 0);
    clock.advance(Duration.ofMillis(3_001));
    assertThat(nodes.stream().port()).isEqualTo(2);
    accept();
    assertThat(kinds(nodes.stream())).containsExactly("OPEN", "STARTED 1", "ENDED 1");
    clock.advance(Duration.ofMillis(3_001));
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).startsWith("failure 1 no words within 3000 ms");
    words(1, "too late");
    assertThat(told).hasSize(1);
  }

  @Test
  void aNodeThatDrainsCostsNothing() {
    for (int i = 0; i < 5; i++) {
      accept();
      stream.speechStarted(i, 0);
      end(Ending.Kind.LEAVING, "the node is about to stop");
      nodes.up(1);
      nodes.up(2);
      clock.advance(Duration.ofMillis(150));
      accept();
      stream.speechEnded(i, 0);
      words(i, "fine");
    }
    assertThat(told).hasSize(5).allMatch(each -> each.endsWith("fine"));
  }

  @Test
  void nothingIsSentIntoACongestionAndAllOfItAfterwards() {
    accept();
    nodes.stream().congested = true;
    frames(100);
    assertThat(kinds(nodes.stream())).containsExactly("OPEN");
    nodes.stream().congested = false;
    nodes.stream().listener.ready();
    assertThat(kinds(nodes.stream())).containsExactly("OPEN", "AUDIO 50", "AUDIO 25");
  }

  @Test
  void aLanguageThatNoNodeUnderstandsIsNamedInTheFailure() {
    NodeReport german =
        NodeReport.newBuilder()
            .setLoad(nodes.views().get(0).report().getLoad())
            .addLanguages("de")
            .build();
    nodes.report(1, german);
    nodes.report(2, german);
    end(Ending.Kind.UNFIT, "the node understands de, not en-US");
    stream.speechStarted(1, 0);
    stream.speechEnded(1, 0);
    clock.advance(Duration.ofMillis(1_001));
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).contains("the node understands de, not en-US");
  }

  @Test
  void signsOfLifeArePassedOnForWhatIsOwed() {
    accept();
    stream.speechStarted(1, 0);
    alive(1);
    alive(2);
    assertThat(told).containsExactly("alive 1");
  }

  @Test
  void afterCloseNothingIsTold() {
    accept();
    stream.speechStarted(1, 0);
    stream.speechEnded(1, 0);
    stream.close();
    words(1, "late");
    clock.advance(Duration.ofSeconds(10));
    assertThat(told).isEmpty();
  }

  private void frames(int count) {
    for (int i = 0; i < count; i++) {
      AudioFrame frame = new AudioFrame(AudioFormat.MULAW_8K, new byte[160], position);
      position = frame.endSample();
      stream.accept(frame);
    }
  }

  private void accept() {
    nodes.stream()
        .listener
        .reply(RecognizeReply.newBuilder().setAccepted(Accepted.getDefaultInstance()).build());
  }

  private void lose() {
    end(Ending.Kind.LOST, "it broke off");
  }

  private void end(Ending.Kind kind, String reason) {
    nodes.stream().listener.ended(new Ending(kind, reason));
  }

  private void words(long utterance, String text) {
    words(nodes.stream(), utterance, text);
  }

  private static void words(
      Line<RecognizeRequest, RecognizeReply> from, long utterance, String text) {
    from.listener.reply(
        RecognizeReply.newBuilder()
            .setFinal(Words.newBuilder().setUtterance(utterance).setText(text))
            .build());
  }

  private void partial(long utterance, String text) {
    nodes.stream()
        .listener
        .reply(
            RecognizeReply.newBuilder()
                .setPartial(Words.newBuilder().setUtterance(utterance).setText(text))
                .build());
  }

  private void alive(long utterance) {
    nodes.stream()
        .listener
        .reply(
            RecognizeReply.newBuilder()
                .setAlive(Alive.newBuilder().setUtterance(utterance))
                .build());
  }

  private void failed(long utterance, String reason) {
    nodes.stream()
        .listener
        .reply(
            RecognizeReply.newBuilder()
                .setFailed(Failed.newBuilder().setUtterance(utterance).setReason(reason))
                .build());
  }

  private static List<String> kinds(Line<RecognizeRequest, RecognizeReply> line) {
    return line.sent.stream()
        .map(
            request ->
                switch (request.getKindCase()) {
                  case AUDIO -> "AUDIO " + request.getAudio().getMulaw().size() / 160;
                  case MARK -> request.getMark().getEdge() + " " + request.getMark().getUtterance();
                  default -> request.getKindCase().name();
                })
        .toList();
  }
}
