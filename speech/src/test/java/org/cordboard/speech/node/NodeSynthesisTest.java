package org.cordboard.speech.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.config.ManualClock;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.node.NodeSettings.ClientTimes;
import org.cordboard.speech.node.wire.NodeReport;
import org.cordboard.speech.node.wire.SpokenWord;
import org.cordboard.speech.node.wire.SynthesizeReply;
import org.junit.jupiter.api.Test;

/** A text and nodes that the test plays, in no time. */
class NodeSynthesisTest {
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

  @Test
  void whatTheNodeSendsIsPassedOnAndEndsOnce() {
    speak();
    audio(160);
    word(0, 5, 0);
    end(Ending.Kind.DONE, "");
    assertThat(told).containsExactly("audio 160", "word 0…5 at 0", "end");
    assertThat(clock.pending()).isZero();
  }

  @Test
  void aNodeThatDiesBeforeTheFirstAudioIsReplacedByAny() {
    speak();
    nodes.report(2, other());
    end(Ending.Kind.LOST, "it broke off");
    assertThat(nodes.text().port()).isEqualTo(2);
    assertThat(nodes.text().sent.get(0).getFromSample()).isZero();
    audio(160);
    end(Ending.Kind.DONE, "");
    assertThat(told).containsExactly("audio 160", "end");
  }

  @Test
  void aMoveIsTold() {
    speak();
    audio(8_000);
    end(Ending.Kind.LOST, "it broke off");
    audio(320);
    assertThat(moved)
        .containsExactly(
            new Replaced(
                "speech node 127.0.0.1:1", "speech node 127.0.0.1:2", "it broke off", false));
  }

  @Test
  void aMoveThatLeftTheCallerInSilenceSaysSo() {
    speak();
    clock.advance(Duration.ofMillis(3_001));
    assertThat(moved).extracting(Replaced::late).containsExactly(true);
  }

  @Test
  void speechThatHadBegunGoesOnWhereTheSameVoiceIs() {
    speak();
    word(0, 5, 0);
    audio(800);
    word(6, 9, 800);
    end(Ending.Kind.LOST, "it broke off");
    assertThat(nodes.text().port()).isEqualTo(2);
    assertThat(nodes.text().sent.get(0).getFromSample()).isEqualTo(800);
    word(6, 9, 800);
    audio(320);
    end(Ending.Kind.DONE, "");
    assertThat(told)
        .containsExactly("word 0…5 at 0", "audio 800", "word 6…9 at 800", "audio 320", "end");
  }

  @Test
  void speechThatHadBegunFailsWhereNoOtherNodeHasItsVoice() {
    nodes.report(2, other());
    speak();
    audio(800);
    end(Ending.Kind.LOST, "it broke off");
    assertThat(told).hasSize(2).first().isEqualTo("audio 800");
    assertThat(told.get(1)).contains("failure", "it broke off", "ends after 100 ms");
  }

  @Test
  void anEngineThatFailsAfterAudioIsNotTriedElsewhere() {
    speak();
    audio(800);
    end(Ending.Kind.BROKEN, "out of breath");
    assertThat(told).containsExactly("audio 800", "failure 127.0.0.1:1: out of breath");
  }

  @Test
  void aTextThatNobodySpeaksFailsAfterThreeNodes() {
    nodes.up(3);
    nodes.up(4);
    speak();
    for (int i = 0; i < 3; i++) {
      end(Ending.Kind.BROKEN, "no such voice");
    }
    assertThat(nodes.texts).hasSize(3);
    assertThat(told).containsExactly("failure 127.0.0.1:3: no such voice");
  }

  @Test
  void aSilentNodeIsReplaced() {
    speak();
    clock.advance(Duration.ofMillis(3_001));
    assertThat(nodes.texts.get(0).closed).isTrue();
    assertThat(nodes.text().port()).isEqualTo(2);
  }

  @Test
  void withoutAnyNodeItFailsAfterAWhileAndSaysWhy() {
    nodes.down(1, "Connection refused");
    nodes.down(2, "has not been reached yet");
    speak();
    clock.advance(Duration.ofMillis(900));
    assertThat(told).isEmpty();
    clock.advance(Duration.ofMillis(300));
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).contains("no speech node can speak", "Connection refused");
  }

  @Test
  void aCancelledTextTellsNothingMore() {
    NodeSynthesis synthesis = speak();
    audio(160);
    synthesis.cancel();
    audio(160);
    end(Ending.Kind.LOST, "late");
    synthesis.cancel();
    assertThat(told).containsExactly("audio 160");
    assertThat(nodes.text().closed).isTrue();
    assertThat(clock.pending()).isZero();
  }

  private static NodeReport other() {
    return new FakeNodes(7)
        .views().get(0).report().toBuilder().setSynthesizer("another voice").build();
  }

  private NodeSynthesis speak() {
    NodeSynthesis synthesis =
        new NodeSynthesis(
            nodes,
            SpeechRequest.of("hello you", ""),
            TIMES,
            clock,
            new SynthesisListener() {
              @Override
              public void onReplaced(Replaced replaced) {
                moved.add(replaced);
              }

              @Override
              public void onAudio(byte[] mulaw) {
                told.add("audio " + mulaw.length);
              }

              @Override
              public void onWord(int from, int to, long startSample) {
                told.add("word " + from + "…" + to + " at " + startSample);
              }

              @Override
              public void onEnd() {
                told.add("end");
              }

              @Override
              public void onFailure(Throwable failure) {
                told.add("failure " + failure.getMessage());
              }
            });
    synthesis.seek();
    return synthesis;
  }

  private void audio(int samples) {
    nodes
        .text()
        .listener
        .reply(
            SynthesizeReply.newBuilder().setMulaw(ByteString.copyFrom(new byte[samples])).build());
  }

  private void word(int from, int to, long at) {
    nodes
        .text()
        .listener
        .reply(
            SynthesizeReply.newBuilder()
                .setWord(SpokenWord.newBuilder().setFrom(from).setTo(to).setStartSample(at))
                .build());
  }

  private void end(Ending.Kind kind, String reason) {
    nodes.text().listener.ended(new Ending(kind, reason));
  }
}
