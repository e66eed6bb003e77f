package org.cordboard.speech.espeak;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cordboard.config.BoundedWorkers;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.program.VoiceProgram;
import org.cordboard.speech.sentence.SentenceEngine;
import org.cordboard.speech.sentence.SentenceSynthesizer;

/**
 * The {@code espeak-ng} program, for one language. Its voices are named as it names them: {@code
 * de}, {@code en-us}, {@code de+f2}.
 */
public final class EspeakEngine implements SentenceEngine {
  private static final int SLOWEST = 80; // words a minute: the program goes no slower

  private final VoiceProgram program;
  private final Locale language;
  private final List<String> voices;
  private final int wordsPerMinute;

  private EspeakEngine(
      VoiceProgram program, Locale language, List<String> voices, int wordsPerMinute) {
    this.program = program;
    this.language = language;
    this.voices = voices;
    this.wordsPerMinute = wordsPerMinute;
  }

  /**
   * Looks for the program and a voice of the settings' language, else of {@code calls}, and tries
   * it.
   *
   * @throws ModelException naming the fix when the program or the voice is not there
   */
  public static SpeechSynthesizer load(EspeakSettings settings, Locale calls) {
    BoundedWorkers workers = new BoundedWorkers("espeak-ng", settings.workers(), settings.queue());
    try {
      return new SentenceSynthesizer(engine(settings, calls), workers, settings.sentencePause());
    } catch (RuntimeException unusable) {
      workers.close();
      throw unusable;
    }
  }

  static EspeakEngine engine(EspeakSettings settings, Locale calls) {
    try {
      VoiceProgram program = VoiceProgram.of(settings.command(), settings.timeout());
      try {
        Locale language = settings.spoken(calls);
        List<String> voices = voices(settings, language, program);
        EspeakEngine engine =
            new EspeakEngine(program, language, voices, settings.wordsPerMinute());
        engine.tried();
        return engine;
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
              + "); install it (Debian: apt-get install espeak-ng), set speech.espeak-ng.command,"
              + " or choose another speech.synthesizer.type",
          missing);
    }
  }

  /** Those of the language, the one of the settings first. */
  private static List<String> voices(EspeakSettings settings, Locale language, VoiceProgram program)
      throws IOException {
    String tag = language.toLanguageTag().toLowerCase(Locale.ROOT);
    List<String> listed = EspeakVoices.voices(program.answer(List.of("--voices=" + tag)));
    if (listed.isEmpty() || EspeakVoices.mbrola(listed.get(0))) {
      throw new ModelException(
          "espeak-ng has no voice for " + language.toLanguageTag() + "; see 'espeak-ng --voices'");
    }
    String own = settings.voice().isEmpty() ? listed.get(0) : settings.voice();
    Set<String> voices = new LinkedHashSet<>();
    String variants = program.answer(List.of("--voices=variant"));
    for (String voice : listed) {
      if (!EspeakVoices.mbrola(voice)) {
        voices.add(voice);
        EspeakVoices.variants(variants).forEach(each -> voices.add(voice + "+" + each));
      } else if (voice.equals(own)) {
        voices.add(voice); // listed even where it is not installed: only who asks for it gets it
      }
    }
    if (!voices.contains(own)) {
      throw new ModelException(
          "espeak-ng has no voice '"
              + own
              + "' for "
              + language.toLanguageTag()
              + "; set speech.espeak-ng.voice to one of "
              + String.join(", ", voices));
    }
    List<String> ordered = new ArrayList<>(List.of(own));
    voices.stream().filter(each -> !each.equals(own)).forEach(ordered::add);
    return List.copyOf(ordered);
  }

  /** A voice whose files are missing is told at the start, not in a call. */
  private void tried() {
    try {
      speak("1.", voices.get(0), 1);
    } catch (IOException silent) {
      throw new ModelException(
          "espeak-ng cannot speak with the voice '"
              + voices.get(0)
              + "' ("
              + silent.getMessage()
              + "); try 'espeak-ng -v "
              + voices.get(0)
              + " 1', or set another speech.espeak-ng.voice",
          silent);
    }
  }

  @Override
  public String name() {
    return "espeak-ng " + language.getLanguage();
  }

  @Override
  public List<String> voices() {
    return voices;
  }

  @Override
  public boolean speaks(Locale asked) {
    return language.getLanguage().equals(asked.getLanguage());
  }

  @Override
  public Raw speak(String sentence, String voice, double rate) throws IOException {
    String pace = Long.toString(Math.max(SLOWEST, Math.round(wordsPerMinute * rate)));
    return program.speak(
        sentence.replace("[[", "[ ["), // it would take what follows for phonemes
        (text, sound) ->
            List.of(
                "-v",
                voice,
                "-s",
                pace,
                "-b",
                "1", // the text is UTF-8, whatever the machine's own is
                "-z",
                "-f",
                text.toString(),
                "-w",
                sound.toString()));
  }

  @Override
  public void close() {
    program.close();
  }
}
