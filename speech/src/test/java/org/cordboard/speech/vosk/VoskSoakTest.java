package org.cordboard.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cordboard.config.SystemClock;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.FrameCutter;
import org.cordboard.speech.file.SpokenFiles;
import org.cordboard.speech.freetts.FreeTtsSettings;
import org.cordboard.speech.freetts.FreeTtsSynthesizer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many streams of the real engine, one after another: nothing native may be left behind. */
@Tag("vosk")
class VoskSoakTest {
  private static final int WARM_UP = 25;
  private static final int STREAMS = 60;
  private static final int LEFT_OPEN = 10; // by the control, which shows what one that leaks costs

  @Test
  void streamsOpenedAndClosedLeaveNothingNativeBehind() throws Exception {
    Path model = Path.of(System.getProperty("vosk.model"));
    VoskSettings settings =
        new VoskSettings(
            Optional.empty(), 2, 256, Duration.ofMillis(100), true, Locale.KOREA, false);
    byte[] speech;
    try (FreeTtsSynthesizer voice =
        new FreeTtsSynthesizer(new FreeTtsSettings(1, 8, Duration.ofMillis(200)))) {
      speech = Arrays.copyOf(new SpokenFiles(voice).speak(SpeechRequest.of("go", "")), 2_400);
    }
    try (SystemClock loop = new SystemClock("soak");
        VoskRecognizer recognizer = VoskRecognizer.load(settings, model, loop)) {
      play(recognizer, loop, speech, WARM_UP);
      long before = residentKb();
      play(recognizer, loop, speech, STREAMS);
      long grown = residentKb() - before;

      assertThat(recognizer.liveDecoders()).isZero();
      List<VoskDecoder> open = leaveOpen(recognizer, loop, speech);
      long leaked = residentKb() - before - grown;
      open.forEach(VoskDecoder::close);

      assertThat(leaked).as("kB more for " + LEFT_OPEN + " left open").isGreaterThan(5_000);
      assertThat(grown / STREAMS)
          .as("kB more for each of %d streams; one left open takes %d", STREAMS, leaked / LEFT_OPEN)
          .isLessThan(leaked / LEFT_OPEN / 8);
    }
  }

  /** Every third stream is dropped in mid-utterance; the others end theirs. */
  private static void play(VoskRecognizer recognizer, SystemClock loop, byte[] speech, int streams)
      throws Exception {
    for (int i = 0; i < streams; i++) {
      boolean dropped = i % 3 == 2;
      CompletableFuture<Boolean> answered = new CompletableFuture<>();
      loop.run(() -> stream(recognizer, loop, speech, dropped, answered));
      answered.get(60, TimeUnit.SECONDS);
    }
    CompletableFuture<Boolean> free = new CompletableFuture<>();
    loop.run(() -> whenFree(recognizer, loop, free));
    free.get(60, TimeUnit.SECONDS);
  }

  private static List<VoskDecoder> leaveOpen(
      VoskRecognizer recognizer, SystemClock loop, byte[] speech) throws Exception {
    List<VoskDecoder> open = new ArrayList<>();
    for (int i = 0; i < LEFT_OPEN; i++) {
      VoskDecoder decoder = new VoskDecoder(recognizer.engines(), Optional.empty(), 0, loop);
      decoder.accept(speech);
      open.add(decoder);
    }
    return open;
  }

  private static void stream(
      VoskRecognizer recognizer,
      SystemClock loop,
      byte[] speech,
      boolean dropped,
      CompletableFuture<Boolean> answered) {
    RecognitionStream stream =
        recognizer.open(
            new RecognitionHints(Locale.KOREA, List.of()), loop, new Answered(answered));
    stream.speechStarted(1, 0);
    List<AudioFrame> frames = new FrameCutter().push(speech);
    frames.forEach(stream::accept);
    if (dropped) {
      stream.close();
      answered.complete(false);
    } else {
      stream.speechEnded(1, frames.get(frames.size() - 1).endSample());
    }
  }

  private static void whenFree(
      VoskRecognizer recognizer, SystemClock loop, CompletableFuture<Boolean> free) {
    if (recognizer.liveDecoders() == 0) {
      free.complete(true);
    } else {
      loop.after(Duration.ofMillis(20), () -> whenFree(recognizer, loop, free));
    }
  }

  private static long residentKb() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private record Answered(CompletableFuture<Boolean> answered) implements RecognitionListener {
    @Override
    public void onFinal(long utterance, Transcript transcript) {
      answered.complete(true);
    }

    @Override
    public void onFailure(long utterance, Throwable failure) {
      answered.completeExceptionally(failure);
    }
  }
}
