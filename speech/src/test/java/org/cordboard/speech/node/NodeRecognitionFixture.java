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
import org.cordboard.speech.node.wire.RecognizeReply;
import org.cordboard.speech.node.wire.RecognizeRequest;
import org.cordboard.speech.node.wire.Words;
import org.junit.jupiter.api.AfterEach;

/** A stream to two nodes that a test answers for. */
abstract class NodeRecognitionFixture {
  static final ClientTimes TIMES =
      new ClientTimes(
          Duration.ZERO,
          Duration.ofSeconds(1),
          Duration.ofMillis(250),
          Duration.ofSeconds(5),
          Duration.ofSeconds(3),
          Duration.ofSeconds(1));

  final ManualClock clock = new ManualClock();
  final FakeNodes nodes = new FakeNodes(1, 2);
  final List<String> told = new ArrayList<>();
  final List<Replaced> moved = new ArrayList<>();
  final RecognitionStream stream = open(nodes);
  long position;

  RecognitionStream open(FakeNodes from) {
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

  void frames(int count) {
    for (int i = 0; i < count; i++) {
      AudioFrame frame = new AudioFrame(AudioFormat.MULAW_8K, new byte[160], position);
      position = frame.endSample();
      stream.accept(frame);
    }
  }

  void accept() {
    nodes.stream()
        .listener
        .reply(RecognizeReply.newBuilder().setAccepted(Accepted.getDefaultInstance()).build());
  }

  void lose() {
    end(Ending.Kind.LOST, "it broke off");
  }

  void end(Ending.Kind kind, String reason) {
    nodes.stream().listener.ended(new Ending(kind, reason));
  }

  void words(long utterance, String text) {
    words(nodes.stream(), utterance, text);
  }

  static void words(Line<RecognizeRequest, RecognizeReply> from, long utterance, String text) {
    from.listener.reply(
        RecognizeReply.newBuilder()
            .setFinal(Words.newBuilder().setUtterance(utterance).setText(text))
            .build());
  }

  void partial(long utterance, String text) {
    nodes.stream()
        .listener
        .reply(
            RecognizeReply.newBuilder()
                .setPartial(Words.newBuilder().setUtterance(utterance).setText(text))
                .build());
  }

  void alive(long utterance) {
    nodes.stream()
        .listener
        .reply(
            RecognizeReply.newBuilder()
                .setAlive(Alive.newBuilder().setUtterance(utterance))
                .build());
  }

  void failed(long utterance, String reason) {
    nodes.stream()
        .listener
        .reply(
            RecognizeReply.newBuilder()
                .setFailed(Failed.newBuilder().setUtterance(utterance).setReason(reason))
                .build());
  }

  static List<String> kinds(Line<RecognizeRequest, RecognizeReply> line) {
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
