package org.cordboard.speech.vosk;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.cordboard.speech.RecognitionStream.Expectation;

/**
 * Word lists, in the engine's JSON, for answers of a known form (English), with lone words that
 * must not be missed. What lies outside is {@code [unk]} at best, and heard without a list as well.
 */
final class VoskGrammar {
  private static final String PERSON =
      " \"agent\", \"person\", \"a person\", \"human\", \"somebody\", \"someone\", \"operator\","
          + " \"representative\", \"manager\", \"supervisor\", \"help\", \"emergency\","
          + " \"fire\", \"smoke\", \"ambulance\", \"police\", \"lawyer\", \"attorney\","
          + " \"fraud\", \"sorry\", \"actually\", \"meant\", \"mean\", \"wait\","
          + " \"[unk]\"]";
  private static final String DIGITS =
      "[\"zero\", \"oh\", \"one\", \"two\", \"three\", \"four\", \"five\", \"six\", \"seven\","
          + " \"eight\", \"nine\", \"ten\", \"eleven\", \"twelve\", \"thirteen\", \"fourteen\","
          + " \"fifteen\", \"sixteen\", \"seventeen\", \"eighteen\", \"nineteen\", \"twenty\","
          + " \"thirty\", \"forty\", \"fifty\", \"sixty\", \"seventy\", \"eighty\", \"ninety\","
          + " \"hundred\", \"thousand\", \"double\", \"triple\", \"and\", \"it is\", \"it's\","
          + " \"my\", \"the\", \"number\", \"is\", \"order\", \"i\", \"don't\", \"know\", \"no\","
          + " \"yes\","
          + PERSON;
  private static final String YES_NO =
      "[\"yes\", \"no\", \"yeah\", \"yep\", \"nope\", \"sure\", \"okay\", \"correct\", \"right\","
          + " \"that's right\", \"that is correct\", \"wrong\", \"not\", \"please\", \"thank you\","
          + " \"thanks\", \"go ahead\", \"do it\", \"don't\", \"stop\", \"of course\","
          + " \"absolutely\", \"i do\", \"i don't\", \"i think so\", \"it is\", \"it isn't\","
          + PERSON;

  private VoskGrammar() {}

  /** The words of a list, those of its phrases one by one. */
  static Set<String> words(String list) {
    return Set.copyOf(Arrays.asList(list.replaceAll("[\\[\\]\",]+", " ").strip().split("\\s+")));
  }

  static Optional<String> of(Expectation expectation) {
    return switch (expectation) {
      case DIGITS -> Optional.of(DIGITS);
      case YES_NO -> Optional.of(YES_NO);
      case FREE, SPELLING -> Optional.empty();
    };
  }
}
