package org.cordboard.speech.google;

import com.google.cloud.speech.v2.SpeechRecognitionAlternative;
import com.google.cloud.speech.v2.StreamingRecognitionResult;
import com.google.cloud.speech.v2.StreamingRecognizeResponse;
import com.google.cloud.speech.v2.WordInfo;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.speech.Transcript;

/**
 * The words of one stretch of audio as Google finds them: those that are final, which stay, and
 * those that may still change. Survives a change of streams. Pure.
 */
final class HeardWords {
  private static final double UNKNOWN = 0.75; // when Google gives no confidence
  private static final double UNSURE = 0.5; // of words that may still change

  private final StringBuilder settledText = new StringBuilder();
  private final List<Transcript.Word> words = new ArrayList<>();
  private double confidenceSum;
  private int confidences;
  private long settled;
  private String open = "";
  private double stability = UNSURE;
  private String language = "";

  /** Words of audio that begins at {@code from}. */
  HeardWords(long from) {
    this.settled = from;
  }

  /** Position up to which the words are final: a new stream need not hear what lies before. */
  long settled() {
    return settled;
  }

  /** Takes an answer of the stream whose audio lies at {@code places}. */
  void accept(StreamingRecognizeResponse response, StreamPlaces places) {
    if (response.getResultsCount() == 0) {
      return; // an event
    }
    StringBuilder changing = new StringBuilder();
    stability = UNSURE;
    for (StreamingRecognitionResult result : response.getResultsList()) {
      if (result.getAlternativesCount() == 0) {
        continue;
      }
      SpeechRecognitionAlternative best = result.getAlternatives(0);
      if (result.getIsFinal()) {
        settle(best, places);
        language = result.getLanguageCode().isEmpty() ? language : result.getLanguageCode();
        long end = places.position(result.getResultEndOffset());
        settled = Math.max(settled, end);
      } else {
        changing.append(best.getTranscript());
        if (result.getStability() > 0) {
          stability = Math.min(1, result.getStability());
        }
      }
    }
    open = changing.toString().strip();
  }

  private void settle(SpeechRecognitionAlternative best, StreamPlaces places) {
    String text = best.getTranscript().strip();
    if (text.isEmpty()) {
      return;
    }
    append(text, best.getConfidence() > 0 ? best.getConfidence() : UNKNOWN);
    for (WordInfo word : best.getWordsList()) {
      if (word.hasEndOffset()) {
        double sure = word.getConfidence() > 0 ? word.getConfidence() : best.getConfidence();
        words.add(
            new Transcript.Word(
                word.getWord(),
                Math.min(1, sure > 0 ? sure : UNKNOWN),
                places.position(word.getStartOffset()),
                places.position(word.getEndOffset())));
      }
    }
  }

  private void append(String text, double confidence) {
    settledText.append(settledText.isEmpty() ? "" : " ").append(text);
    confidenceSum += Math.min(1, confidence);
    confidences++;
  }

  /** What may still change is given up: another stream hears it again. */
  void dropOpen() {
    open = "";
  }

  /** No more comes: what was still open stays as it is. */
  void finish() {
    if (!open.isEmpty()) {
      append(open, UNSURE);
      open = "";
    }
  }

  String text() {
    return open.isEmpty() || settledText.isEmpty() ? settledText + open : settledText + " " + open;
  }

  List<Transcript.Word> words() {
    return words;
  }

  /** Confidence in all of it; 0 when there are no words. */
  double confidence() {
    return confidences == 0 ? 0 : confidenceSum / confidences;
  }

  /** Google's name of the language spoken; empty when it did not say. */
  String language() {
    return language;
  }

  /** How likely the words that are open are to stay. */
  double stability() {
    return stability;
  }
}
