package org.cordboard.dialog.understanding;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of the built-in sentences, kept as a resource so that a start need not compute them:
 * for each sentence a hash of its text (8 bytes) and its vector in steps of 1/127 (384 bytes). A
 * sentence that the resource does not have is computed.
 */
final class BuiltInVectors {
  private static final String FILE = "en/vectors.bin";
  private static final int LENGTH = 384;
  private static final float STEPS = 127 / 0.35f; // no component of a unit vector is larger

  private final Embeddings embeddings;
  private final Map<Long, float[]> known;
  private final String code;

  private BuiltInVectors(Embeddings embeddings, Map<Long, float[]> known, String code) {
    this.code = code;
    this.embeddings = embeddings;
    this.known = known;
  }

  static BuiltInVectors load(Embeddings embeddings) {
    return load(embeddings, Locale.ENGLISH);
  }

  /** Those of a language: kept for English and the built-in model, computed for others. */
  static BuiltInVectors load(Embeddings embeddings, Locale language) {
    String code = language.getLanguage();
    if (!code.equals(Locale.ENGLISH.getLanguage()) || !embeddings.isBuiltIn()) {
      return new BuiltInVectors(embeddings, Map.of(), code);
    }
    try (@Nullable InputStream stream = BuiltInVectors.class.getResourceAsStream(FILE)) {
      return new BuiltInVectors(embeddings, stream == null ? Map.of() : read(stream), code);
    } catch (IOException broken) {
      throw new UncheckedIOException("the resource " + FILE + " cannot be read", broken);
    }
  }

  private static Map<Long, float[]> read(InputStream stream) throws IOException {
    Map<Long, float[]> known = new HashMap<>();
    DataInputStream data = new DataInputStream(new java.io.BufferedInputStream(stream, 1 << 16));
    int count = data.readInt();
    byte[] steps = new byte[LENGTH];
    for (int n = 0; n < count; n++) {
      long hash = data.readLong();
      data.readFully(steps);
      float[] vector = new float[LENGTH];
      for (int i = 0; i < LENGTH; i++) {
        vector[i] = steps[i] / STEPS;
      }
      known.put(hash, vector);
    }
    return known;
  }

  /** Every built-in sentence whose vector is wanted at a start. */
  static Set<String> sentences(SignalCatalog catalog) {
    Set<String> all = new LinkedHashSet<>(outOfScopeSentences());
    for (Signal signal : Signal.values()) {
      all.addAll(catalog.of(signal).examples());
      all.addAll(catalog.of(signal).nearMisses());
    }
    return all;
  }

  /** Writes the resource anew. */
  static void write(Set<String> sentences, Embeddings embeddings, OutputStream to)
      throws IOException {
    DataOutputStream data = new DataOutputStream(to);
    data.writeInt(sentences.size());
    for (String sentence : sentences) {
      data.writeLong(hash(sentence));
      for (float component : embeddings.of(sentence)) {
        data.writeByte(Math.max(-127, Math.min(127, Math.round(component * STEPS))));
      }
    }
    data.flush();
  }

  boolean has(String sentence) {
    return known.containsKey(hash(sentence));
  }

  /** The vectors of sentences, in their order. */
  List<float[]> of(List<String> sentences) {
    List<String> missing = sentences.stream().filter(sentence -> !has(sentence)).toList();
    Map<String, float[]> computed = new HashMap<>();
    List<float[]> vectors = embeddings.of(missing);
    for (int i = 0; i < missing.size(); i++) {
      computed.put(missing.get(i), vectors.get(i));
    }
    List<float[]> all = new ArrayList<>(sentences.size());
    for (String sentence : sentences) {
      float[] found = known.get(hash(sentence));
      all.add(found != null ? found : computed.getOrDefault(sentence, new float[LENGTH]));
    }
    return all;
  }

  /** Vectors of wishes that belong to no shop. */
  List<float[]> outOfScope() {
    return of(outOfScopeSentences(code));
  }

  static List<String> outOfScopeSentences() {
    return outOfScopeSentences(Locale.ENGLISH.getLanguage());
  }

  private static List<String> outOfScopeSentences(String code) {
    return SignalCatalog.resource(code + "/out-of-scope.txt").stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  /** FNV-1a, 64 bits. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
