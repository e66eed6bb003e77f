package org.cordboard.speech.piper;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cordboard.config.BoundedWorkers;
import org.cordboard.config.Settings;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.audio.Pcm;
import org.cordboard.speech.sentence.SentenceEngine;
import org.cordboard.speech.sentence.SentenceSynthesizer;

/**
 * A Piper voice. The library has no measure of pace, the files of a voice have: for each pace that
 * is asked for, a voice is loaded whose files say so; the few of a process are kept.
 */
public final class PiperEngine implements SentenceEngine {
  private static final int MOST_PACES = 4; // beyond it the one asked for least lately goes

  private final PiperLibrary library;
  private final PiperModel model;
  private final int speaker;
  private final Path folder;
  private final Map<String, ArrayDeque<PiperLibrary.Voice>> idle = new HashMap<>(); // by pace
  private final ArrayDeque<String> lately = new ArrayDeque<>();
  private final List<PiperLibrary.Voice> all = new ArrayList<>();

  PiperEngine(PiperLibrary library, PiperModel model, int speaker, Path folder) {
    this.library = library;
    this.model = model;
    this.speaker = speaker;
    this.folder = folder;
  }

  /**
   * Loads library and voice, which may be one of those in {@code voices}; takes about a second.
   *
   * @throws ModelException naming the fix when either is missing or not usable here
   */
  public static SpeechSynthesizer load(PiperSettings settings, Path voices) {
    return load(settings, voices, PiperEngine.class.getClassLoader());
  }

  static SpeechSynthesizer load(PiperSettings settings, Path voices, ClassLoader classes) {
    PiperModel model =
        PiperModel.of(
            settings
                .file(voices)
                .orElseThrow(
                    () ->
                        new ModelException(
                            "no piper voice: set speech.piper.model to the name of one that was"
                                + " fetched ('cordboard models'), or to its .onnx file")));
    PiperLibrary library = PiperLibrary.load(PiperLibrary.loader(settings.library(), classes));
    try {
      PiperEngine engine =
          new PiperEngine(
              library, model, settings.speaker(), Files.createTempDirectory("cordboard-piper"));
      engine.give(key(1), engine.take(1)); // a corrupt model is told now, not in a call
      return new SentenceSynthesizer(
          engine,
          new BoundedWorkers("piper", settings.workers(), settings.queue()),
          settings.sentencePause());
    } catch (IOException unusable) {
      library.close();
      throw new ModelException(
          "the piper voice " + model.file() + " cannot be loaded: " + unusable.getMessage(),
          unusable);
    }
  }

  @Override
  public String name() {
    return "piper " + model.name();
  }

  @Override
  public List<String> voices() {
    return List.of(model.name());
  }

  @Override
  public boolean speaks(Locale language) {
    return model.language().getLanguage().equals(language.getLanguage());
  }

  @Override
  public Raw speak(String sentence, String voice, double rate) throws IOException {
    PiperLibrary.Voice taken = take(rate);
    boolean spoke = false;
    try {
      short[] samples = taken.speak(sentence);
      Raw raw = new Raw(Pcm.toFloats(samples), taken.sampleRateHz());
      spoke = true;
      return raw;
    } finally {
      if (spoke) {
        give(key(rate), taken);
      } else {
        forget(taken);
      }
    }
  }

  /** One that failed is not used again. */
  private void forget(PiperLibrary.Voice failed) {
    boolean open;
    synchronized (this) {
      open = all.remove(failed); // else the engine has been closed, and all its voices with it
    }
    if (open) {
      failed.close();
    }
  }

  private PiperLibrary.Voice take(double rate) throws IOException {
    String key = key(rate);
    synchronized (this) {
      ArrayDeque<PiperLibrary.Voice> free = idle.get(key);
      if (free != null && !free.isEmpty()) {
        return free.remove();
      }
    }
    PiperLibrary.Voice made = library.voice(model.file(), about(key, rate), speaker);
    synchronized (this) {
      all.add(made);
    }
    return made;
  }

  private synchronized void give(String key, PiperLibrary.Voice voice) {
    idle.computeIfAbsent(key, none -> new ArrayDeque<>()).add(voice);
    lately.remove(key);
    lately.add(key);
    while (lately.size() > MOST_PACES) {
      ArrayDeque<PiperLibrary.Voice> leaving = idle.remove(lately.remove());
      if (leaving != null) {
        all.removeAll(leaving);
        leaving.forEach(PiperLibrary.Voice::close);
      }
    }
  }

  private static String key(double rate) {
    return String.format(Locale.ROOT, "%.2f", rate);
  }

  /** What is told about the voice, with the pace that is wanted. */
  private Path about(String key, double rate) throws IOException {
    if (key.equals(key(1))) {
      return model.about();
    }
    Path file = folder.resolve("pace-" + key + ".json");
    String told =
        Settings.file(model.about())
            .raw()
            .withValue(
                "inference.length_scale", ConfigValueFactory.fromAnyRef(model.lengthScale() / rate))
            .root()
            .render(ConfigRenderOptions.concise());
    Files.writeString(file, told);
    return file;
  }

  @Override
  public synchronized void close() {
    all.forEach(PiperLibrary.Voice::close);
    all.clear();
    idle.clear();
    library.close();
    try (var files = Files.list(folder)) {
      for (Path each : files.toList()) {
        Files.deleteIfExists(each);
      }
      Files.deleteIfExists(folder);
    } catch (IOException left) {
      folder.toFile().deleteOnExit();
    }
  }
}
