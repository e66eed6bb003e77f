package org.cordboard.speech;

import java.util.Locale;
import java.util.Optional;
import org.cordboard.config.Loop;

/**
 * A recogniser: one per process, shared by all calls; each call opens a stream per side it listens
 * to. Decoding never runs on the caller's thread.
 */
public interface SpeechRecognizer extends AutoCloseable {

  /** The engine and its model, as shown to people: {@code whisper tiny.en}. */
  String name();

  /**
   * Opens a stream. Every method of the stream is called on {@code loop}; the listener is called on
   * {@code loop}.
   */
  RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener);

  /** How far behind the engine is, for admission. May be called from any thread. */
  RecognizerLoad load();

  /** True when streams may be opened for speech in {@code language}. */
  default boolean hears(Locale language) {
    return true;
  }

  /** How it reads recordings, when it has a better way than its streams; shares its engine. */
  default Optional<RecordingReader> recordings() {
    return Optional.empty();
  }

  @Override
  void close();
}
