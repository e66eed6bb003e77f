package org.cordboard.lab.turns;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cordboard.lab.Required;
import org.cordboard.lab.turns.ClipTurns.Half;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cordboard bench human-turns}: recordings of people become a labelled corpus. */
@Command(
    name = "human-turns",
    mixinStandardHelpOptions = true,
    description = {
      "Makes turns with labelled pauses out of recordings of people, for bench endpointing --corpus.",
      "Takes a folder of WAV files and a list of what is said in them, a line each: file, perhaps",
      "speaker, and words, by tabs; or 'name: words', as the lists of Asterisk's sounds are written.",
      "Sentences become turns as they were spoken, pauses found by loudness, and turns with more",
      "silences between words, drawn from the seed and filled with the room's own noise. Digits and",
      "letters recorded one by one become numbers and spellings. No voice leaves the folder DIR."
    })
public final class HumanTurnsCommand implements Callable<Integer> {
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", description = "Recordings, WAV of 8 or 16 kHz.")
  private @Nullable Path folder;

  @Option(
      names = "--texts",
      paramLabel = "LIST",
      required = true,
      description = "What is said in them.")
  private @Nullable Path texts;

  @Option(
      names = "--times",
      paramLabel = "CTM",
      description =
          "Where words lie, of recordings that have been aligned: recording, channel, seconds,"
              + " seconds, word. Of the others it is guessed, by their silences and letters.")
  private @Nullable Path times;

  @Option(
      names = "--write",
      paramLabel = "DIR",
      required = true,
      description = "Where the turns go: WAV files and labels.jsonl.")
  private @Nullable Path write;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Chooses silences, numbers and halves (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en-US",
      description = "The speakers' language, en-US or de-DE (default: ${DEFAULT-VALUE}).")
  private String language = "en-US";

  @Option(
      names = "--half",
      paramLabel = "HALF",
      defaultValue = "ALL",
      description =
          "${COMPLETION-CANDIDATES}: what is mended by the first half of the sentences is reported"
              + " on the second (default: ${DEFAULT-VALUE}).")
  private Half half = Half.ALL;

  @Override
  public Integer call() throws IOException {
    CommandLine command = Required.of(spec).commandLine();
    PrintWriter out = command.getOut();
    TurnTexts wording = EndpointingCommand.texts(command, language);
    Path places = times;
    AlignedWords aligned = places == null ? AlignedWords.NONE : AlignedWords.read(places);
    ClipList list = ClipList.read(Required.of(folder), Required.of(texts), aligned);
    ClipTurns.Made made = ClipTurns.of(list.clips(), wording, seed, half);
    if (made.turns().isEmpty()) {
      throw new IOException(
          texts + ": no recording has the four words of a sentence, and digits are not complete");
    }
    Path to = Required.of(write);
    TurnFiles.write(made.turns(), to);
    out.printf(
        Locale.ROOT,
        "  %d turns of %d speakers, out of %d recordings: %s%n",
        made.turns().size(),
        made.speakers(),
        list.clips().size(),
        kinds(made.turns()));
    if (list.absent() > 0) {
      out.printf("  %d of the list have no recording in %s%n", list.absent(), folder);
    }
    if (!made.unfit().isEmpty()) {
      out.println(
          "  left out, since their words do not fit their length: "
              + String.join(", ", made.unfit()));
    }
    out.printf("  ./cordboard bench endpointing --corpus %s measures them%n", to);
    out.flush();
    return 0;
  }

  private static String kinds(List<SpokenTurn> turns) {
    return turns.stream()
        .collect(Collectors.groupingBy(SpokenTurn::kind, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(each -> each.getValue() + " " + each.getKey())
        .collect(Collectors.joining(", "));
  }
}
