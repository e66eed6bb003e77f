package org.cordboard.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cordboard.config.Settings;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.file.SpokenFiles;
import org.cordboard.speech.text.Lexicon;
import org.cordboard.speech.text.TextReader;
import org.cordboard.speech.wiring.SpeechParts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code cordboard say}: words to a recording, by the configured voice. */
@Command(
    name = "say",
    mixinStandardHelpOptions = true,
    description = {"Speaks words into a WAV file.", "8 kHz, 16 bit, as a caller would hear them."})
final class SayCommand implements Callable<Integer> {
  @ParentCommand private @Nullable Cordboard cordboard;
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "WORDS", description = "What to say; quote it.")
  private String words = "";

  @Parameters(index = "1", paramLabel = "OUT.wav", description = "The file to write.")
  private @Nullable Path file;

  @Option(names = "--voice", paramLabel = "NAME", description = "One of the engine's voices.")
  private String voice = "";

  @Option(
      names = "--rate",
      paramLabel = "FACTOR",
      description = "Pace: 1 is normal, 0.8 is slower.")
  private double rate = 1;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en-US",
      description =
          "The words' language, such as de-DE (default: ${DEFAULT-VALUE}): the settings of its entry"
              + " in 'languages' apply, as in calls.")
  private String language = "en-US";

  @Option(
      names = "--as-written",
      description = "Leave numbers and short forms to the engine instead of reading them aloud.")
  private boolean asWritten;

  private String spoken(Locale locale) {
    return asWritten
        ? words
        : TextReader.of(locale)
            .orElseThrow(
                () ->
                    new CommandFailure(
                        2,
                        "--language: numbers and short forms cannot be read aloud in "
                            + language
                            + "; add --as-written"))
            .read(words, Lexicon.NONE)
            .text();
  }

  /** A voice for {@code locale}, by the settings that calls in it have. */
  private SpeechSynthesizer voice(Locale locale) {
    Settings settings =
        Required.of(cordboard)
            .settings()
            .over("languages.\"" + locale.toLanguageTag() + "\".settings");
    SpeechSynthesizer synthesizer = SpeechParts.synthesizer(settings, locale);
    if (!synthesizer.speaks(locale)) {
      String name = synthesizer.name();
      synthesizer.close();
      throw new CommandFailure(
          2,
          "--language: "
              + name
              + " does not speak "
              + language
              + "; set speech.synthesizer.type, to espeak-ng for one");
    }
    return synthesizer;
  }

  @Override
  public Integer call() throws IOException {
    if (words.isBlank()) {
      throw new CommandFailure(2, "nothing to say: give some words in quotes");
    }
    Locale locale = Locale.forLanguageTag(language);
    try (SpeechSynthesizer synthesizer = voice(locale)) {
      SpeechRequest request;
      try {
        request = new SpeechRequest(spoken(locale), voice, rate, 1);
      } catch (IllegalArgumentException mistaken) {
        throw new CommandFailure(2, "--" + mistaken.getMessage());
      }
      Path out = Required.of(file);
      Duration length = new SpokenFiles(synthesizer).say(request, out);
      Required.of(spec)
          .commandLine()
          .getOut()
          .printf(Locale.ROOT, "%s: %.1f s of speech%n", out, length.toMillis() / 1000.0);
    }
    return 0;
  }
}
