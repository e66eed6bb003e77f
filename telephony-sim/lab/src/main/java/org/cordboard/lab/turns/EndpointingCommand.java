package org.cordboard.lab.turns;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.cordboard.config.Settings;
import org.cordboard.config.SystemClock;
import org.cordboard.lab.Cordboard;
import org.cordboard.lab.Required;
import org.cordboard.speech.wiring.SpeechParts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cordboard bench endpointing}: how often callers are cut off, and how long they wait. */
@Command(
    name = "endpointing",
    mixinStandardHelpOptions = true,
    description = {
      "Speaks turns with hesitations, drawn from a seed, and finds their ends: by silence alone, and by",
      "voice, words so far, what is expected and the caller's pace. Prints how many callers are cut",
      "off at several budgets of median added delay. Thresholds are chosen on one set of turns and the",
      "figures come from another. Words come 150 ms after they were said, from a script, with 0 and 10 %%",
      "of them wrong. Where no voice of the language is at hand (espeak-ng, when it is installed), an English",
      "one reads its words by their letters: the silences are the same, the words come from the script."
    })
public final class EndpointingCommand implements Callable<Integer> {
  private static final int QUICK = 320;
  private static final int FULL = 1_400;
  private static final TradeOffPlot.Point GOAL = new TradeOffPlot.Point(300, 0.05);

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Option(names = "--full", description = "As many turns as the published figures rest on.")
  private boolean full;

  @Option(
      names = "--turns",
      paramLabel = "N",
      description = "How many turns (default: " + QUICK + ", full: " + FULL + ").")
  private @Nullable Integer turns;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Chooses texts, callers and hesitations (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en-US",
      description =
          "The callers' language, en-US or de-DE (default: ${DEFAULT-VALUE}). Those in German say"
              + " sentences of our own making, those in English ones of public data sets.")
  private String language = "en-US";

  @Option(
      names = "--texts",
      paramLabel = "NAME",
      defaultValue = "report",
      description =
          "Whose figures: report, or tune, on which thresholds are chosen and rules may be mended"
              + " (default: ${DEFAULT-VALUE}).")
  private Texts half = Texts.REPORT;

  /** Two sets of sentences. */
  enum Texts {
    TUNE,
    REPORT;

    String file() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--write",
      paramLabel = "DIR",
      description =
          "Also write the turns as WAV files with labels.jsonl: pauses labelled hold or end.")
  private @Nullable Path write;

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      description =
          "Report on turns in that form, too; people and synthetic voices apart, and what the people"
              + " say once more by synthetic voices. bench human-turns makes them out of recordings.")
  private @Nullable Path corpus;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Also draw cut-offs against the median added delay, as SVG.")
  private @Nullable Path plot;

  @Option(
      names = "--list",
      description = "Also print what had been said where callers were cut off.")
  private boolean list;

  @Override
  public Integer call() throws IOException {
    CommandLine command = Required.of(spec).commandLine();
    PrintWriter out = command.getOut();
    Settings settings = root(command).settings();
    Locale locale = Locale.forLanguageTag(language);
    TurnTexts texts = texts(command, language);
    int count = turns == null ? full ? FULL : QUICK : turns;
    try (SystemClock clock = new SystemClock("bench");
        SpeechParts parts = SpeechParts.forTurns(settings, TurnVoices.of(settings, locale));
        TurnVoice voice = new TurnVoice(parts.synthesizer(), locale)) {
      out.println("  voice: " + TurnVoices.told(parts.synthesizer(), locale));
      List<SpokenTurn> tune = spoken(voice, texts, Texts.TUNE.file(), count / 2, seed + 1_000);
      Path from = corpus;
      List<SpokenTurn> given = from == null ? List.of() : TurnFiles.read(from);
      List<SpokenTurn> people = given.stream().filter(SpokenTurn::human).toList();
      List<SpokenTurn> synthetic =
          people.size() < given.size()
              ? given.stream().filter(turn -> !turn.human()).toList()
              : spoken(voice, texts, half.file(), count, seed);
      if (write != null) {
        TurnFiles.write(synthetic, write);
      }
      EndpointingTable table = new EndpointingTable(parts, locale, list, out);
      table.tune(tune, seed);
      table.report("people", people, seed);
      List<SpokenTurn> again = SameWords.said(people, voice, TurnPlans.VOICES);
      table.report("their words and silences, synthetic voices", again, seed);
      draw(table, people.isEmpty() ? synthetic : people);
      table.report("synthetic voices", synthetic, seed);
      if (people.isEmpty()) {
        out.println("  people: no recordings here (bench human-turns, then --corpus DIR)");
      }
      out.flush();
    }
    return 0;
  }

  private void draw(EndpointingTable table, List<SpokenTurn> turns) throws IOException {
    if (plot != null) {
      String caption =
          "Callers cut off against the wait of the others: "
              + turns.size()
              + " turns, seed "
              + seed;
      Files.writeString(plot, TradeOffPlot.svg(caption, table.curves(turns, seed), GOAL));
    }
  }

  /** The texts that {@code --language} asks for. */
  static TurnTexts texts(CommandLine command, String language) {
    try {
      return TurnTexts.of(Locale.forLanguageTag(language));
    } catch (IllegalArgumentException none) {
      throw new CommandLine.ParameterException(command, "--language: " + none.getMessage(), none);
    }
  }

  private static Cordboard root(CommandLine command) {
    return (Cordboard) command.getCommandSpec().root().userObject();
  }

  private static List<SpokenTurn> spoken(
      TurnVoice voice, TurnTexts language, String texts, int count, long seed) throws IOException {
    List<SpokenTurn> spoken = new ArrayList<>();
    int caller = 0;
    for (TurnPlan.Caller each : TurnPlans.draw(language, language.sentences(texts), count, seed)) {
      spoken.addAll(voice.speak(each, ++caller, spoken.size() + 1));
    }
    return spoken;
  }
}
