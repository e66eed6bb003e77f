package org.cordboard.speech.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cordboard.speech.node.wire.NodeReport;
import org.junit.jupiter.api.Test;

/** What becomes of utterances that no node, or not the first, can hear. */
class NodeRecognitionFailuresTest extends NodeRecognitionFixture {
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
}
