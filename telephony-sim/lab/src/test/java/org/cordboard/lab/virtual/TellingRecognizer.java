package org.cordboard.lab.virtual;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cordboard.config.Loop;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.Transcript;

/**
 * A recogniser that tells German from English, as Whisper's larger models and Google do: in finals,
 * when it was asked which of several languages it is, and not from a word or two.
 */
final class TellingRecognizer implements SpeechRecognizer {
  private static final List<String> GERMAN =
      List.of(" ist ", " ich ", " meine ", " eine ", " wo ", " mit ", " das ", " nicht ");

  private final SpeechRecognizer recognizer;

  TellingRecognizer(SpeechRecognizer recognizer) {
    this.recognizer = recognizer;
  }

  @Override
  public String name() {
    return recognizer.name();
  }

  @Override
  public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
    return hints.others().isEmpty()
        ? recognizer.open(hints, loop, listener)
        : recognizer.open(hints, loop, new Telling(listener));
  }

  @Override
  public RecognizerLoad load() {
    return recognizer.load();
  }

  @Override
  public void close() {
    recognizer.close();
  }

  private record Telling(RecognitionListener listener) implements RecognitionListener {
    @Override
    public void onPartial(long utterance, Transcript transcript) {
      listener.onPartial(utterance, transcript);
    }

    @Override
    public void onFinal(long utterance, Transcript transcript) {
      listener.onFinal(utterance, transcript.in(language(transcript.text())));
    }

    @Override
    public void onFailure(long utterance, Throwable failure) {
      listener.onFailure(utterance, failure);
    }

    private static Optional<Locale> language(String text) {
      String words = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L} ]", "") + " ";
      if (words.strip().split(" ").length < 3) {
        return Optional.empty();
      }
      return Optional.of(
          GERMAN.stream().anyMatch(words::contains) ? Locale.GERMAN : Locale.ENGLISH);
    }
  }
}
