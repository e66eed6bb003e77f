package org.cordboard.speech.piper;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Section {@code speech.piper}.
 *
 * @param library the JAR of {@code io.github.givimad:piper-jni}; absent when it is on the class
 *     path
 * @param model a voice: its {@code .onnx} file, with its {@code .onnx.json} beside it; or the name
 *     of one that was fetched
 * @param speaker number of the speaker, of voices that have several; −1 for the voice's own
 * @param workers sentences made at once; each keeps a model in memory
 * @param queue sentences that may wait for a worker
 * @param sentencePause silence between two sentences of a text
 */
public record PiperSettings(
    Optional<String> library,
    Optional<String> model,
    int speaker,
    int workers,
    int queue,
    Duration sentencePause) {
  private static final String ENDING = ".onnx";

  /** The voice's file; {@code folder} is where voices are fetched to, each into one of its own. */
  public Optional<Path> file(Path folder) {
    return model.map(
        set ->
            set.endsWith(ENDING) || set.indexOf('/') >= 0 || set.indexOf('\\') >= 0
                ? Path.of(set)
                : folder.resolve(set).resolve(set + ENDING));
  }

  /** Checks the ranges. */
  public PiperSettings {
    if (speaker < -1) {
      throw new IllegalArgumentException("speaker must be −1 or a speaker's number");
    }
    if (workers < 1 || workers > 8 || queue < 1) {
      throw new IllegalArgumentException("needs workers 1…8 and queue ≥ 1");
    }
    if (sentencePause.isNegative() || sentencePause.toMillis() > 2_000) {
      throw new IllegalArgumentException("sentence-pause must lie in 0…2 s");
    }
  }
}
