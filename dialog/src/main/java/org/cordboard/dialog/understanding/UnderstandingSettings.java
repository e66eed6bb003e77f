package org.cordboard.dialog.understanding;

import java.util.List;
import java.util.Locale;

/**
 * The section {@code understanding} of the settings.
 *
 * @param threshold confidence below which an intent is {@code unknown}, 0 to 1
 * @param embeddings what finds the meaning of sentences
 */
public record UnderstandingSettings(double threshold, Embeddings embeddings) {
  /** Checks the range. */
  public UnderstandingSettings {
    if (threshold <= 0 || threshold >= 1) {
      throw new IllegalArgumentException("'threshold' must lie between 0 and 1");
    }
  }

  /**
   * Section {@code understanding.embeddings}.
   *
   * @param model an ONNX file of a sentence model with mean pooling; empty for the built-in one
   * @param tokenizer its {@code tokenizer.json}; empty with the built-in one
   * @param languages ISO 639 codes of what the model knows
   */
  public record Embeddings(String model, String tokenizer, List<String> languages) {
    /** Checks that both files are named, or neither. */
    public Embeddings {
      if (model.isEmpty() != tokenizer.isEmpty()) {
        throw new IllegalArgumentException("'model' and 'tokenizer' belong together: set both");
      }
      languages = List.copyOf(languages);
    }

    /** True when no other model is named. */
    public boolean isBuiltIn() {
      return model.isEmpty();
    }

    /** True when sentences of {@code language} have a meaning to it. */
    public boolean knows(Locale language) {
      return languages.contains(language.getLanguage());
    }
  }
}
