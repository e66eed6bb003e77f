package org.cordboard.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cordboard.config.ManualClock;
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

/**
 * The real engine with a real model, whose folder is the system property {@code vosk.model}; runs
 * in the Maven profile {@code vosk} only. Any language will do: what counts is that words come.
 */
@Tag("vosk")
class VoskEngineTest {

  @Test
  void utterancesBecomeWordsWithPlacesAndTheEngineSurvivesAbandonedOnes() throws Exception {
    Path model = Path.of(System.getProperty("vosk.model"));
    VoskSettings settings =
        new VoskSettings(
            Optional.empty(), 2, 64, Duration.ofMillis(100), true, Locale.KOREA, false);
    byte[] speech;
    try (FreeTtsSynthesizer voice =
        new FreeTtsSynthesizer(new FreeTtsSettings(1, 8, Duration.ofMillis(200)))) {
      speech =
          new SpokenFiles(voice)
              .speak(SpeechRequest.of("one two three go Korea computer radio", ""));
    }
    try (SystemClock loop = new SystemClock("test");
        VoskRecognizer recognizer = VoskRecognizer.load(settings, model, loop)) {
      Heard heard = new Heard();
      loop.run(() -> converse(recognizer, loop, heard, speech));
      Transcript last = heard.last.get(240, TimeUnit.SECONDS);
      assertThat(heard.finals).containsExactlyInAnyOrder(2L, 3L);
      assertThat(heard.partials).isPositive();
      assertThat(last.text()).isNotEmpty();
      assertThat(last.words()).isNotEmpty();
      assertThat(last.words()).allMatch(word -> word.startSample() >= last.startSample() - 8_000);
      assertThat(last.words()).allMatch(word -> word.endSample() <= last.endSample() + 8_000);
      assertThat(last.confidence()).isBetween(0.0, 1.0);
      assertThat(heard.alive).isPositive();
      assertThat(heard.lastPartial).isNotNull();
      assertThat(heard.lastPartial.words())
          .isNotEmpty()
          .allMatch(word -> word.endSample() > word.startSample())
          .allMatch(word -> word.confidence() >= 0 && word.confidence() <= 1);
      assertThat(recognizer.hears(Locale.KOREA)).isTrue();
      assertThat(recognizer.hears(Locale.US)).isFalse();
    }
  }

  @Test
  void aGrammarHearsItsOwnWordsAndWhatLiesOutsideIsHeardWithout() throws Exception {
    Path model = Path.of(System.getProperty("vosk.model"));
    VoskSettings settings =
        new VoskSettings(
            Optional.empty(), 2, 64, Duration.ofMillis(100), true, Locale.KOREA, false);
    byte[] speech;
    try (FreeTtsSynthesizer voice =
        new FreeTtsSynthesizer(new FreeTtsSettings(1, 8, Duration.ofMillis(200)))) {
      speech = new SpokenFiles(voice).speak(SpeechRequest.of("Korea computer radio", ""));
    }
    try (SystemClock loop = new SystemClock("test");
        VoskRecognizer recognizer = VoskRecognizer.load(settings, model, loop)) {
      ManualClock time = new ManualClock(); // as much as it takes
      List<Optional<String>> made = new ArrayList<>();
      VoskEngine.Maker engines =
          grammar -> {
            made.add(grammar);
            return recognizer.engines().make(grammar);
          };
      String free = decode(new VoskDecoder(engines, Optional.empty(), 0, time), speech);
      assertThat(free).isNotEmpty();

      made.clear();
      String own = "[\"" + free.replace(" ", "\", \"") + "\", \"<UNK>\"]";
      String inside = decode(new VoskDecoder(engines, Optional.of(own), 0, time), speech);
      assertThat(free.split(" ")).contains(inside.split(" "));
      assertThat(made).as("engines for words of the grammar").startsWith(Optional.of(own));

      made.clear();
      String other = "[\"네\", \"아니요\", \"<UNK>\"]";
      String outside = decode(new VoskDecoder(engines, Optional.of(other), 0, time), speech);
      assertThat(made).containsExactly(Optional.of(other), Optional.empty());
      assertThat(outside).as("the words without a grammar").isEqualTo(free);
    }
  }

  private static String decode(VoskDecoder decoder, byte[] speech) throws Exception {
    for (int at = 0; at < speech.length; at += 800) {
      decoder.accept(Arrays.copyOfRange(speech, at, Math.min(speech.length, at + 800)));
    }
    return VoskPass.text(decoder.finish());
  }

  private static void converse(
      VoskRecognizer recognizer, SystemClock loop, Heard heard, byte[] speech) {
    RecognitionHints korean = new RecognitionHints(Locale.KOREA, List.of());
    RecognitionStream stream = recognizer.open(korean, loop, heard);
    FrameCutter cutter = new FrameCutter();
    for (long utterance = 1; utterance <= 2; utterance++) { // the first is given up by the second
      List<AudioFrame> frames = cutter.push(speech);
      stream.speechStarted(utterance, frames.get(0).startSample());
      frames.forEach(stream::accept);
      if (utterance == 2) {
        stream.speechEnded(utterance, frames.get(frames.size() - 1).endSample());
      }
    }
    stream.speechStarted(3, 2L * speech.length);
    feed(stream, loop, heard, new ArrayDeque<>(cutter.push(speech)), cutter, speech);
    RecognitionStream dropped = recognizer.open(korean, loop, heard);
    dropped.speechStarted(9, 0);
    new FrameCutter().push(speech).forEach(dropped::accept);
    dropped.close();
    dropped.close();
  }

  /** The third comes bit by bit, said again until a partial has come, however slow the machine. */
  private static void feed(
      RecognitionStream stream,
      SystemClock loop,
      Heard heard,
      ArrayDeque<AudioFrame> rest,
      FrameCutter cutter,
      byte[] speech) {
    if (rest.size() <= 10 && heard.partials == 0) {
      rest.addAll(cutter.push(speech));
    }
    AudioFrame last = rest.element();
    for (int i = 0; i < 10 && !rest.isEmpty(); i++) {
      last = rest.remove();
      stream.accept(last);
    }
    if (rest.isEmpty()) {
      stream.speechEnded(3, last.endSample());
    } else {
      loop.after(Duration.ofMillis(200), () -> feed(stream, loop, heard, rest, cutter, speech));
    }
  }

  private static final class Heard implements RecognitionListener {
    final CompletableFuture<Transcript> last = new CompletableFuture<>();
    final List<Long> finals = new ArrayList<>();
    int partials;
    int alive;
    Transcript lastPartial;

    @Override
    public void onAlive(long utterance) {
      alive++;
    }

    @Override
    public void onPartial(long utterance, Transcript transcript) {
      partials++;
      lastPartial = transcript;
    }

    @Override
    public void onFinal(long utterance, Transcript transcript) {
      finals.add(utterance);
      if (finals.size() == 2) {
        last.complete(transcript);
      }
    }

    @Override
    public void onFailure(long utterance, Throwable failure) {
      last.completeExceptionally(failure);
    }
  }
}
