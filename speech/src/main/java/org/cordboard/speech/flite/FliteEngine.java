package org.cordboard.speech.flite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.cordboard.config.BoundedWorkers;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.audio.Pcm;
import org.cordboard.speech.audio.Wav;
import org.cordboard.speech.audio.WavAudio;
import org.cordboard.speech.sentence.SentenceEngine;
import org.cordboard.speech.sentence.SentenceSynthesizer;

/**
 * The {@code flite} program: text and sound pass through files of this process's own, so that no
 * list of processes shows what is said.
 */
public final class FliteEngine implements SentenceEngine {
  private static final String LISTED = "Voices available:";

  private final FliteSettings settings;
  private final List<String> voices;
  private final Path folder;

  private FliteEngine(FliteSettings settings, List<String> voices, Path folder) {
    this.settings = settings;
    this.voices = voices;
    this.folder = folder;
  }

  /**
   * Looks for the program and its voices.
   *
   * @throws ModelException naming the fix when the program or the voice is not there
   */
  public static SpeechSynthesizer load(FliteSettings settings) {
    BoundedWorkers workers = new BoundedWorkers("flite", settings.workers(), settings.queue());
    try {
      return new SentenceSynthesizer(engine(settings), workers, settings.sentencePause());
    } catch (RuntimeException unusable) {
      workers.close();
      throw unusable;
    }
  }

  static FliteEngine engine(FliteSettings settings) {
    try {
      Path folder = Files.createTempDirectory("cordboard-flite");
      try {
        return new FliteEngine(settings, voices(settings, folder), folder);
      } catch (IOException | RuntimeException unusable) {
        Files.deleteIfExists(folder);
        throw unusable;
      }
    } catch (IOException missing) {
      throw new ModelException(
          "the program '"
              + settings.command()
              + "' cannot be run ("
              + missing.getMessage()
              + "); install it (Debian: apt-get install flite), set speech.flite.command, or set"
              + " speech.synthesizer.type = freetts",
          missing);
    }
  }

  /** Those that the program has, the one of the settings first. */
  private static List<String> voices(FliteSettings settings, Path folder) throws IOException {
    String answer = run(settings, folder, List.of("-lv"));
    List<String> voices = new ArrayList<>();
    int listed = answer.indexOf(LISTED);
    if (listed >= 0) {
      voices.addAll(List.of(answer.substring(listed + LISTED.length()).strip().split("\\s+")));
    }
    if (!voices.remove(settings.voice())) {
      throw new ModelException(
          "flite has no voice '"
              + settings.voice()
              + "'; set speech.flite.voice to one of "
              + String.join(", ", voices));
    }
    voices.add(0, settings.voice());
    return List.copyOf(voices);
  }

  @Override
  public String name() {
    return "flite";
  }

  @Override
  public List<String> voices() {
    return voices;
  }

  @Override
  public boolean speaks(Locale language) {
    return language.getLanguage().equals(Locale.ENGLISH.getLanguage());
  }

  @Override
  public Raw speak(String sentence, String voice, double rate) throws IOException {
    Path text = Files.createTempFile(folder, "text", ".txt");
    Path sound = Files.createTempFile(folder, "sound", ".wav");
    try {
      Files.writeString(text, sentence.strip() + "\n", StandardCharsets.UTF_8);
      String stretch = String.format(Locale.ROOT, "duration_stretch=%.3f", 1 / rate);
      run(
          settings,
          folder,
          List.of(
              "-voice", voice, "--setf", stretch, "-f", text.toString(), "-o", sound.toString()));
      WavAudio made = Wav.read(sound);
      return new Raw(Pcm.toFloats(made.mono()), made.sampleRateHz());
    } finally {
      Files.deleteIfExists(text);
      Files.deleteIfExists(sound);
    }
  }

  /** Runs the program to its end and answers what it wrote; it has so long and no longer. */
  private static String run(FliteSettings settings, Path folder, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(settings.command());
    command.addAll(arguments);
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process = null;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(
            "flite did not finish within " + settings.timeout().toMillis() + " ms");
      }
      if (process.exitValue() != 0) {
        throw new IOException("flite ended with status " + process.exitValue());
      }
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopping);
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
      Files.deleteIfExists(output);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException left) {
      folder.toFile().deleteOnExit(); // a sentence is still being made there
    }
  }
}
