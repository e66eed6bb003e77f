package org.cordboard.speech.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cordboard.speech.audio.Pcm;
import org.cordboard.speech.audio.Wav;
import org.cordboard.speech.audio.WavAudio;
import org.cordboard.speech.sentence.SentenceEngine.Raw;

/**
 * A program that reads a file of text and writes a file of sound. Both lie in a folder of this
 * process's own, so that no list of processes shows what is said. Blocks; any thread.
 */
public final class VoiceProgram implements AutoCloseable {
  private final String command;
  private final Duration timeout;
  private final Path folder;

  private VoiceProgram(String command, Duration timeout, Path folder) {
    this.command = command;
    this.timeout = timeout;
    this.folder = folder;
  }

  /** What the program is to be told. */
  public interface Arguments {
    /** For it to read {@code text} and write {@code sound}. */
    List<String> of(Path text, Path sound);
  }

  /**
   * The program {@code command}, a name on the path or a path; a process that takes longer than
   * {@code timeout} is ended.
   *
   * @throws IOException when there can be no folder for its files
   */
  public static VoiceProgram of(String command, Duration timeout) throws IOException {
    return new VoiceProgram(command, timeout, Files.createTempDirectory("cordboard-voice"));
  }

  /**
   * What it says to {@code arguments}.
   *
   * @throws IOException when it cannot be run, takes too long or fails
   */
  public String answer(List<String> arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(command);
    line.addAll(arguments);
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process = null;
    try {
      process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(name() + " did not finish within " + timeout.toMillis() + " ms");
      }
      if (process.exitValue() != 0) {
        throw new IOException(name() + " ended with status " + process.exitValue());
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

  /**
   * One sentence as sound.
   *
   * @throws IOException when it cannot be run, takes too long, fails or says nothing
   */
  public Raw speak(String sentence, Arguments arguments) throws IOException {
    Path text = Files.createTempFile(folder, "text", ".txt");
    Path sound = Files.createTempFile(folder, "sound", ".wav");
    try {
      Files.writeString(text, sentence.strip() + "\n", StandardCharsets.UTF_8);
      answer(arguments.of(text, sound));
      if (Files.size(sound) == 0) {
        throw new IOException(name() + " made no sound");
      }
      WavAudio made = Wav.readVoice(sound);
      if (made.length() == 0) {
        throw new IOException(name() + " made no sound");
      }
      return new Raw(Pcm.toFloats(made.mono()), made.sampleRateHz());
    } finally {
      Files.deleteIfExists(text);
      Files.deleteIfExists(sound);
    }
  }

  private String name() {
    return String.valueOf(Path.of(command).getFileName());
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
