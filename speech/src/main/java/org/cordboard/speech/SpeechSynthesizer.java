package org.cordboard.speech;

import java.util.List;
import java.util.Locale;
import org.cordboard.config.Loop;

/**
 * A voice engine: one per process, shared by all calls. Synthesis never runs on the caller's
 * thread.
 */
public interface SpeechSynthesizer extends AutoCloseable {

  /** The engine, as shown to people. */
  String name();

  /** The voices that can be asked for. */
  List<String> voices();

  /** True when it can read texts of {@code language} aloud. */
  default boolean speaks(Locale language) {
    return true;
  }

  /** Whether it can use a request's markup; places of words are those in the plain text anyway. */
  default boolean readsMarkup() {
    return false;
  }

  /**
   * Whether the same request gives the same samples again, in another process too: then speech that
   * was cut off can go on where it was.
   */
  default boolean repeatable() {
    return false;
  }

  /**
   * Starts speaking. The listener is called on {@code loop}: audio in order, then exactly one end
   * or failure, nothing after a cancel.
   */
  Synthesis speak(SpeechRequest request, Loop loop, SynthesisListener listener);

  @Override
  void close();
}
