package org.cordboard.speech.flite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.BoundedWorkers;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.program.VoiceProgram;
import org.cordboard.speech.sentence.SentenceEngine;
import org.cordboard.speech.sentence.SentenceSynthesizer;

/** The {@code flite} program. */
public final class FliteEngine implements SentenceEngine {
  private static final String LISTED = "Voices available:";

  private final VoiceProgram program;
  private final List<String> voices;

  private FliteEngine(VoiceProgram program, List<String> voices) {
    this.program = program;
    this.voices = voices;
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
      VoiceProgram program = VoiceProgram.of(settings.command(), settings.timeout());
      try {
        return new FliteEngine(program, voices(settings, program));
      } catch (IOException | RuntimeException unusable) {
        program.close();
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
  private static List<String> voices(FliteSettings settings, VoiceProgram program)
      throws IOException {
    String answer = program.answer(List.of("-lv"));
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
    String stretch = String.format(Locale.ROOT, "duration_stretch=%.3f", 1 / rate);
    return program.speak(
        sentence,
        (text, sound) ->
            List.of(
                "-voice", voice, "--setf", stretch, "-f", text.toString(), "-o", sound.toString()));
  }

  @Override
  public void close() {
    program.close();
  }
}
