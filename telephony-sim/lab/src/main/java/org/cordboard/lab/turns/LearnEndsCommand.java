package org.cordboard.lab.turns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cordboard.lab.Required;
import org.cordboard.speech.turn.TurnLanguage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code cordboard bench learn-ends}: makes the resources {@code speech/turn/LANGUAGE/ends.txt}.
 */
@Command(
    name = "learn-ends",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = {
      "Learns by which words sentences end, without the sentences that bench endpointing uses, and writes",
      "the weights. English from the training parts of CLINC150 and BANKING77, German from sentences and",
      "forms of our own; both from a playbook's examples as well."
    })
public final class LearnEndsCommand implements Callable<Integer> {
  private static final long SEED = 5;
  private static final int OWN = 8; // times that an example of the playbook counts: there are few

  private static final int EACH = 40; // sentences drawn from a form
  // Log odds by which German ends must be surer: chosen on sentences held out of those that are
  // learnt from, as a fifth
  // of the callers cut off less for a tenth of a second longer on the mean.
  private static final float GERMAN_CAUTION = 0.6f;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Option(
      names = "--language",
      defaultValue = "en-US",
      description = "en-US or de-DE (default: ${DEFAULT-VALUE}).")
  private String language = "en-US";

  @Option(names = "--clinc", description = "data_full.json of clinc/oos-eval: for English.")
  private @Nullable Path clinc;

  @Option(names = "--banking", description = "train.csv of BANKING77: for English.")
  private @Nullable Path banking;

  @Option(
      names = "--intents",
      required = true,
      description = "A playbook's folder of intents: their examples are what its callers say.")
  private Path intents = Path.of("");

  @Option(names = "--out", required = true, description = "The file to write.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    TurnTexts texts = TurnTexts.of(Locale.forLanguageTag(language));
    TurnLanguage lists = TurnLanguage.load(texts.locale()).orElseThrow();
    Set<String> used = new HashSet<>(texts.sentences("tune"));
    used.addAll(texts.sentences("report"));
    List<String> sentences = new ArrayList<>();
    if (texts == TurnTexts.ENGLISH) {
      dataSets(used, sentences);
    } else {
      List<String> forms = texts.lines("templates");
      new SentenceForms(forms, SEED).draw(EACH).forEach(each -> add(each, used, sentences));
      for (int i = 0; i < OWN; i++) {
        texts.sentences("train").forEach(each -> add(each, used, sentences));
      }
    }
    for (String example : examples()) {
      for (int i = 0; i < OWN; i++) {
        add(example, used, sentences);
      }
    }
    Map<String, Float> weights = SentenceEndTrainer.learn(sentences, lists, SEED);
    if (texts == TurnTexts.GERMAN) {
      weights.merge("bias", -GERMAN_CAUTION, Float::sum);
    }
    StringBuilder text = new StringBuilder();
    text.append("# How much each feature says that a sentence ends here; log odds. Made by\n");
    text.append("# 'cordboard bench learn-ends' from ").append(sentences.size());
    text.append(" sentences; see NOTICE.txt.\n");
    weights.forEach(
        (feature, weight) -> text.append(weight).append(' ').append(feature).append('\n'));
    Files.writeString(out, text);
    return 0;
  }

  private void dataSets(Set<String> used, List<String> sentences) throws IOException {
    if (clinc == null || banking == null) {
      throw new CommandLine.ParameterException(
          Required.of(spec).commandLine(), "English needs --clinc and --banking");
    }
    JsonNode parts = new ObjectMapper().readTree(clinc.toFile());
    for (String part : List.of("train", "oos_train")) {
      parts.path(part).forEach(pair -> add(pair.path(0).asText(), used, sentences));
    }
    List<String> rows = Files.readAllLines(banking);
    for (String row : rows.subList(1, rows.size())) {
      add(row.substring(0, Math.max(0, row.lastIndexOf(','))), used, sentences);
    }
  }

  private List<String> examples() throws IOException {
    List<String> examples = new ArrayList<>();
    try (Stream<Path> files = Files.list(intents)) {
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          String text = line.strip();
          if (text.length() > 2 && text.startsWith("\"") && text.endsWith("\"")) {
            examples.addAll(List.of(text.split("\", \""))); // several on a line
          }
        }
      }
    }
    return examples;
  }

  private static void add(String written, Set<String> used, List<String> sentences) {
    String plain =
        written
            .toLowerCase(Locale.ROOT)
            .replace('\u2019', '\'')
            .replaceAll("[^\\p{L}\\p{N}' ]+", " ")
            .strip()
            .replaceAll(" +", " ");
    if (!plain.isEmpty() && plain.length() < 200 && !used.contains(plain)) {
      sentences.add(plain);
    }
  }
}
