package org.cordboard.speech.node;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.node.wire.Expectation;
import org.cordboard.speech.node.wire.Open;
import org.cordboard.speech.node.wire.RecognizeRequest;
import org.cordboard.speech.node.wire.Word;
import org.cordboard.speech.node.wire.Words;

/** Between the port's types and those of the wire. Pure. */
final class WireWords {
  private WireWords() {}

  /** What a stream begins with. */
  static RecognizeRequest open(RecognitionHints hints, Expectation expectation) {
    Open open =
        Open.newBuilder()
            .setLanguage(hints.language().toLanguageTag())
            .addAllPhrases(hints.phrases())
            .addAllOthers(hints.others().stream().map(Locale::toLanguageTag).toList())
            .setExpectation(expectation)
            .build();
    return RecognizeRequest.newBuilder().setOpen(open).build();
  }

  static Words of(long utterance, Transcript transcript) {
    Words.Builder words =
        Words.newBuilder()
            .setUtterance(utterance)
            .setText(transcript.text())
            .setConfidence(transcript.confidence())
            .setStartSample(transcript.startSample())
            .setEndSample(transcript.endSample())
            .setDecodeNanos(transcript.decode().toNanos())
            .setLanguage(transcript.language().map(Locale::toLanguageTag).orElse(""));
    for (Transcript.Word word : transcript.words()) {
      words.addWords(
          Word.newBuilder()
              .setText(word.text())
              .setConfidence(word.confidence())
              .setStartSample(word.startSample())
              .setEndSample(word.endSample()));
    }
    return words.build();
  }

  static Transcript transcript(Words words) {
    List<Transcript.Word> placed =
        words.getWordsList().stream()
            .map(
                word ->
                    new Transcript.Word(
                        word.getText(),
                        word.getConfidence(),
                        word.getStartSample(),
                        word.getEndSample()))
            .toList();
    double confidence = words.getConfidence();
    return new Transcript(
        words.getText(),
        confidence >= 0 && confidence <= 1 ? confidence : 0,
        placed,
        words.getStartSample(),
        words.getEndSample(),
        Duration.ofNanos(Math.max(0, words.getDecodeNanos())),
        Optional.of(words.getLanguage()).filter(tag -> !tag.isEmpty()).map(Locale::forLanguageTag));
  }

  static Expectation expectation(RecognitionStream.Expectation expectation) {
    return switch (expectation) {
      case FREE -> Expectation.FREE;
      case DIGITS -> Expectation.DIGITS;
      case YES_NO -> Expectation.YES_NO;
      case SPELLING -> Expectation.SPELLING;
    };
  }

  /** One that this version does not know is free speech. */
  static RecognitionStream.Expectation expectation(Expectation expectation) {
    return switch (expectation) {
      case DIGITS -> RecognitionStream.Expectation.DIGITS;
      case YES_NO -> RecognitionStream.Expectation.YES_NO;
      case SPELLING -> RecognitionStream.Expectation.SPELLING;
      default -> RecognitionStream.Expectation.FREE;
    };
  }
}
