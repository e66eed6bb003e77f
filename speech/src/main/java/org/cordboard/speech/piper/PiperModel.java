package org.cordboard.speech.piper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.cordboard.config.Settings;
import org.cordboard.speech.ModelException;

/**
 * A voice's files, as Piper's makers publish them: the model and what is told about it.
 *
 * @param file the model
 * @param about {@code .onnx.json}: language, pace and the rest
 * @param language that it speaks
 * @param lengthScale how long it draws its sounds: its own pace
 */
public record PiperModel(Path file, Path about, Locale language, double lengthScale) {
  private static final String FETCH =
      "; fetch a voice ('cordboard models', or https://huggingface.co/rhasspy/piper-voices, mind its"
          + " licence) and set speech.piper.model to its name or its .onnx file, or set"
          + " speech.synthesizer.type = freetts";

  /**
   * Reads what is told about a voice.
   *
   * @throws ModelException naming the file and the fix
   */
  public static PiperModel of(Path file) {
    Path about = Path.of(file + ".json");
    for (Path each : new Path[] {file, about}) {
      if (!Files.isReadable(each)) {
        throw new ModelException("the piper voice's file " + each + " does not exist" + FETCH);
      }
    }
    Settings told = Settings.file(about); // JSON is HOCON
    if (!told.has("audio.sample_rate")) {
      throw new ModelException(about + " tells no audio.sample_rate: it is no piper voice" + FETCH);
    }
    String code = told.has("language.code") ? told.raw().getString("language.code") : "";
    String spoken = told.has("espeak.voice") ? told.raw().getString("espeak.voice") : "en";
    Locale language = Locale.forLanguageTag((code.isEmpty() ? spoken : code).replace('_', '-'));
    double scale =
        told.has("inference.length_scale") ? told.raw().getDouble("inference.length_scale") : 1;
    return new PiperModel(file, about, language, scale);
  }

  /** Its name: the file's, without its ending. */
  public String name() {
    return file.getFileName().toString().replaceFirst("\\.onnx$", "");
  }
}
