package org.cordboard.speech.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cordboard.speech.google.GoogleFixture.assertSame;

import io.grpc.Status;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.Transcript;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Utterances that outlast a stream: no frame is lost, and none counts twice. */
class GoogleRolloverTest {
  private final TestLoop loop = new TestLoop();
  private final Speaker caller = new Speaker(loop);
  private FakeSpeech google;
  private GoogleRecognizer recognizer;
  private RecognitionStream stream;

  @BeforeEach
  void start() throws Exception {
    google = new FakeSpeech();
    recognizer = GoogleRecognizer.load(GoogleFixture.settings(google.endpoint(), ""));
    stream = recognizer.open(RecognitionHints.english(), loop, caller);
    caller.into(stream);
    stream.speechStarted(1, 0);
    loop.until(() -> google.streams.size() == 1, "the first stream");
  }

  @AfterEach
  void stop() {
    recognizer.close();
    google.close();
  }

  /** Time passes in the stream, without its audio: minutes of talk would take long to compare. */
  private void ages(Duration span) {
    loop.advance(span);
  }

  private byte[] allAudio() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    google.streams.forEach(one -> all.writeBytes(one.audio()));
    return all.toByteArray();
  }

  @Test
  void anOldStreamIsLeftInThePauseThatTheOwnerFindsToTheByte() throws Exception {
    caller.says(1, 2, 3);
    loop.until(
        () -> caller.partials.stream().anyMatch(words -> words.startsWith("w1 w2")), "words");
    ages(Duration.ofSeconds(241));
    caller.says(4); // old enough, but no pause
    assertThat(google.streams).hasSize(1);
    stream.speechPaused(1, caller.position());
    caller.silence(2);
    loop.until(() -> google.streams.size() == 2, "the next stream");
    stream.speechResumed(1);
    caller.says(5, 6);
    long end = caller.position();
    stream.speechEnded(1, end);
    loop.until(caller::answered, "the final");
    assertThat(caller.finals.get(0).text()).isEqualTo("w1 w2 w3 w4 w5 w6");
    assertSame(allAudio(), caller.spoken(0, end));
    assertThat(google.stream(0).ended()).isTrue();
    assertThat(recognizer.counts().rolledOver()).isEqualTo(1);
    assertThat(caller.finals.get(0).words())
        .extracting(Transcript.Word::startSample)
        .isSorted()
        .contains(0L, 46 * 160L);
  }

  @Test
  void googleTellsPausesToo() throws Exception {
    caller.says(1, 2);
    ages(Duration.ofSeconds(241));
    caller.silence(30);
    loop.until(
        () -> caller.partials.stream().anyMatch(words -> words.startsWith("w1 w2")), "words");
    while (google.streams.size() < 2) {
      caller.silence(1);
      long position = caller.position();
      loop.until( // no faster than the line: the buffer holds seconds, not minutes
          () -> google.streams.size() == 2 || google.stream(0).audio().length > position - 1_600,
          "the audio's way");
    }
    caller.says(3);
    stream.speechEnded(1, caller.position());
    loop.until(caller::answered, "the final");
    assertThat(caller.finals.get(0).text()).isEqualTo("w1 w2 w3");
    assertSame(allAudio(), caller.spoken(0, caller.position()));
  }

  @Test
  void withoutAPauseTheNextStreamHearsAgainWhatWasNotFinal() throws Exception {
    caller.says(1, 2).silence(30);
    loop.until(
        () -> caller.partials.stream().anyMatch(words -> words.startsWith("w1 w2")),
        "the first words, final");
    caller.says(3).frames((byte) 4, 5);
    loop.until(
        () -> caller.partials.stream().anyMatch(words -> words.startsWith("w1 w2 w3")),
        "the third");
    ages(Duration.ofSeconds(285));
    caller.frames((byte) 4, 5).silence(1).says(5); // the limit falls into the fourth
    stream.speechEnded(1, caller.position());
    loop.until(caller::answered, "the final");
    assertThat(caller.finals.get(0).text()).isEqualTo("w1 w2 w3 w4 w5");
    assertThat(google.streams).hasSize(2);
    loop.until(() -> google.stream(0).cancelled(), "the old stream's end");
    long settled = (21 + 25) * 160;
    assertSame(google.stream(1).audio(), caller.spoken(settled, caller.position()));
  }

  @Test
  void tenSecondsWithoutAPauseAreCutRatherThanHeardAgain() throws Exception {
    for (int i = 1; i <= 50; i++) {
      caller.says(i);
    }
    ages(Duration.ofSeconds(285));
    caller.says(51, 52);
    stream.speechEnded(1, caller.position());
    loop.until(caller::answered, "the final");
    assertThat(google.streams).hasSize(2);
    assertSame(allAudio(), caller.spoken(0, caller.position()));
    assertThat(caller.finals.get(0).text()).startsWith("w1 w2").endsWith("w52");
  }

  @Test
  void manyStreamsOnEndKeepEveryWordInOrder() throws Exception {
    for (int round = 0; round < 12; round++) { // an hour on one utterance
      caller.says(3 * round + 1, 3 * round + 2, 3 * round + 3);
      ages(Duration.ofSeconds(250));
      stream.speechPaused(1, caller.position());
      caller.silence(1);
      int streams = round + 2;
      loop.until(() -> google.streams.size() == streams, "the next stream");
      stream.speechResumed(1);
    }
    stream.speechEnded(1, caller.position());
    loop.until(caller::answered, "the final");
    assertThat(caller.finals.get(0).text())
        .isEqualTo(
            IntStream.rangeClosed(1, 36).mapToObj(i -> "w" + i).collect(Collectors.joining(" ")));
    assertThat(google.streams).hasSize(13);
    assertSame(allAudio(), caller.spoken(0, caller.position()));
  }

  @Test
  void anOldStreamThatBreaksOnItsWayOutIsHeardAgain() throws Exception {
    stream.speechEnded(1, 0);
    loop.until(caller::answered, "the end of the first utterance");
    google.plans.add(FakeSpeech.Plan.failing(Status.UNAVAILABLE, 23 * 160)); // with its last frame
    stream.speechStarted(2, 0);
    caller.says(1, 2);
    loop.until(() -> google.streams.size() == 2, "its stream");
    ages(Duration.ofSeconds(250));
    stream.speechPaused(2, caller.position());
    caller.silence(1);
    loop.until(() -> google.streams.size() == 4, "the next stream, and one in place of the old");
    stream.speechResumed(2);
    caller.says(3);
    stream.speechEnded(2, caller.position());
    loop.until(() -> caller.events.size() == 2, "the final");
    assertThat(caller.events).containsExactly("final 1", "final 2");
    assertThat(caller.finals.get(1).text()).isEqualTo("w1 w2 w3");
    assertThat(recognizer.counts().reopened()).isEqualTo(1);
  }
}
