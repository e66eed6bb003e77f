package org.cordboard.speech.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cordboard.config.SystemClock;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionStream.Expectation;
import org.cordboard.speech.RecordingReader;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.turn.Endpointer;
import org.cordboard.speech.turn.EndpointingProfile;
import org.cordboard.speech.turn.EndpointingSettings;
import org.cordboard.speech.turn.TurnEvent;
import org.cordboard.speech.turn.VadSettings;
import org.cordboard.speech.turn.VoiceActivity;

/**
 * Transcribes recordings: voice activity finds where somebody speaks; the recogniser reads as much
 * of that at once as it can, or, if it only has streams, hears it as it would a call. Where no
 * voice is found, the detector listens again more sharply, so that a faint "yes" is not lost; what
 * holds no voice at all is never given to the recogniser. Blocks; not for a loop.
 */
public final class SpeechFiles {
  private static final Duration FILE_END = Duration.ofMillis(1_200); // nobody waits for an answer
  private static final double SHARP_THRESHOLD = 0.2;
  private static final double SHARP_RELEASE = 0.1;
  private static final long WHOLE_SAMPLES = 24_000; // 3 s: so short a file is decoded whole

  private final SpeechRecognizer recognizer;
  private final EndpointingSettings endpointing;
  private final VadSettings vad;
  private final Function<VadSettings, VoiceActivity> detectors;

  /** Transcribes with the parts given; {@code detectors} makes one for a file. */
  public SpeechFiles(
      SpeechRecognizer recognizer,
      EndpointingSettings endpointing,
      VadSettings vad,
      Function<VadSettings, VoiceActivity> detectors) {
    this.recognizer = recognizer;
    this.endpointing = endpointing;
    this.vad = vad;
    this.detectors = detectors;
  }

  /**
   * The words of a WAV file of 8 or 16 kHz, PCM16 or μ-law, one or two channels.
   *
   * @throws IOException naming the file, what is wrong and what is needed
   */
  public FileTranscript transcribe(Path file) throws IOException {
    Recording recording = Recording.read(file);
    try (SystemClock loop = new SystemClock("transcribe")) {
      long from = loop.nanos();
      List<Utterance> utterances = utterances(recording);
      Optional<RecordingReader> reader = recognizer.recordings();
      List<String> texts =
          reader.isPresent()
              ? read(reader.get(), recording, utterances)
              : play(recording, utterances, loop);
      String text = texts.stream().filter(t -> !t.isEmpty()).collect(Collectors.joining(" "));
      Duration took = Duration.ofNanos(loop.nanos() - from);
      return new FileTranscript(file, text, took, Duration.ofMillis(recording.length() / 8));
    } catch (ExecutionException | IllegalStateException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      throw new IOException(
          file + ": the recogniser '" + recognizer.name() + "' failed: " + cause.getMessage(),
          cause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(file + ": transcribing was interrupted", interrupted);
    }
  }

  private static List<String> read(
      RecordingReader reader, Recording recording, List<Utterance> utterances) {
    List<String> texts = new ArrayList<>();
    for (Utterance stretch :
        Stretches.of(utterances, recording.from(), recording.to(), reader.longest())) {
      float[] samples = recording.between(stretch);
      texts.add(reader.read(samples, recording.rateHz(), RecognitionHints.english()));
    }
    return texts;
  }

  private List<String> play(Recording recording, List<Utterance> utterances, SystemClock loop)
      throws ExecutionException, InterruptedException {
    CompletableFuture<List<String>> texts = new CompletableFuture<>();
    loop.run(
        () ->
            new FilePlayback(recognizer, RecognitionHints.english(), loop, texts)
                .play(recording.frames(), utterances));
    return texts.get();
  }

  /** A stretch of speech, in samples of the line. */
  record Utterance(long from, long to) {}

  private List<Utterance> utterances(Recording recording) {
    EndpointingProfile free = endpointing.profile(Expectation.FREE);
    List<Utterance> found = utterances(recording, vad, patient(free, free.minSpeech()));
    if (found.isEmpty()) {
      VadSettings sharp =
          new VadSettings(vad.type(), SHARP_THRESHOLD, SHARP_RELEASE, vad.energyThreshold());
      found = utterances(recording, sharp, patient(free, Duration.ofMillis(40)));
    }
    if (!found.isEmpty() && recording.length() <= WHOLE_SAMPLES) {
      return List.of(new Utterance(recording.from(), recording.to()));
    }
    return found;
  }

  private static EndpointingProfile patient(EndpointingProfile free, Duration minSpeech) {
    Duration end = free.end().compareTo(FILE_END) > 0 ? free.end() : FILE_END;
    return new EndpointingProfile(minSpeech, end, end, free.maxUtterance(), free.lead());
  }

  private List<Utterance> utterances(
      Recording recording, VadSettings settings, EndpointingProfile profile) {
    VoiceActivity detector = detectors.apply(settings);
    Endpointer endpointer = new Endpointer(profile);
    List<Utterance> found = new ArrayList<>();
    long started = -1;
    long voiceEnd = 0;
    for (AudioFrame frame : recording.frames()) {
      boolean voiced = detector.voiced(frame);
      voiceEnd = voiced ? frame.endSample() : voiceEnd;
      for (TurnEvent event : endpointer.next(voiced, frame)) {
        if (event instanceof TurnEvent.Started start) {
          started = start.atSample();
        } else if (event instanceof TurnEvent.Ended end) {
          found.add(new Utterance(started, end.atSample()));
          started = -1;
        }
      }
    }
    if (started >= 0) {
      found.add(new Utterance(started, voiceEnd));
    }
    return found;
  }
}
