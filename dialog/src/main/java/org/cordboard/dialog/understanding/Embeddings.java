package org.cordboard.dialog.understanding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.cordboard.config.SettingsException;
import org.jspecify.annotations.Nullable;

/**
 * Sentence meanings as vectors of length 1, by MiniLM in this process, which knows English, or by
 * another model that is given. Blocking (about a millisecond a sentence) and shared: used on
 * workers only. Loading takes about half a second.
 */
public final class Embeddings {
  private final EmbeddingModel model;
  private final @Nullable Map<String, float[]> known;
  private final boolean builtIn;

  /** Loads the model. The tokenizer's library is told to stay off the network. */
  public Embeddings() {
    this((Map<String, float[]>) null);
  }

  private Embeddings(@Nullable Map<String, float[]> known) {
    this.known = known;
    stayOffline();
    this.model = new AllMiniLmL6V2QuantizedEmbeddingModel();
    this.builtIn = true;
  }

  private Embeddings(EmbeddingModel model) {
    this.known = null;
    this.model = model;
    this.builtIn = false;
  }

  /**
   * Those that the settings ask for: the built-in model, or files of another.
   *
   * @throws SettingsException naming the file that cannot be used
   */
  public static Embeddings of(UnderstandingSettings.Embeddings settings) {
    if (settings.isBuiltIn()) {
      return new Embeddings();
    }
    for (String file : List.of(settings.model(), settings.tokenizer())) {
      if (!Files.isReadable(Path.of(file))) {
        throw new SettingsException(
            "understanding.embeddings: the file '"
                + file
                + "' cannot be read; give an ONNX model and its tokenizer.json, or neither");
      }
    }
    stayOffline();
    return new Embeddings(
        new OnnxEmbeddingModel(
            Path.of(settings.model()), Path.of(settings.tokenizer()), PoolingMode.MEAN));
  }

  /** True for the model that comes with the product. */
  boolean isBuiltIn() {
    return builtIn;
  }

  /**
   * Embeddings that keep every meaning they have found, and so every text: for runs of invented
   * calls that say the same many times, never for real callers.
   */
  public static Embeddings remembering() {
    return new Embeddings(new ConcurrentHashMap<>());
  }

  private static void stayOffline() {
    stayOffline("ai.djl.offline");
    stayOffline("OPT_OUT_TRACKING");
  }

  private static void stayOffline(String property) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, "true");
    }
  }

  /** The meaning of a text, of unit length. */
  public float[] of(String text) {
    return of(List.of(text)).get(0);
  }

  /** The meanings of many texts, in their order. */
  public List<float[]> of(List<String> texts) {
    Map<String, float[]> kept = known;
    if (kept == null) {
      return found(texts);
    }
    List<String> unknown = texts.stream().filter(text -> !kept.containsKey(text)).toList();
    List<float[]> found = found(unknown);
    for (int i = 0; i < found.size(); i++) {
      kept.put(unknown.get(i), found.get(i));
    }
    return texts.stream().map(text -> Objects.requireNonNull(kept.get(text))).toList();
  }

  private List<float[]> found(List<String> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
    List<float[]> vectors = new ArrayList<>(texts.size());
    for (Embedding embedding : model.embedAll(segments).content()) {
      vectors.add(unit(embedding.vector()));
    }
    return vectors;
  }

  /** How near two meanings are: 1 is the same, 0 unrelated. */
  public static double near(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static float[] unit(float[] vector) {
    double length = Math.sqrt(near(vector, vector));
    float[] scaled = new float[vector.length];
    for (int i = 0; i < vector.length; i++) {
      scaled[i] = (float) (vector[i] / Math.max(length, 1e-9));
    }
    return scaled;
  }
}
