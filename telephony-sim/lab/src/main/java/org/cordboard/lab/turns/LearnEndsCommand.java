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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cordboard bench learn-ends}: makes the resource {@code speech/turn/en/ends.txt}. */
@Command(
    name = "learn-ends",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = {
      "Learns by which words sentences end from the training parts of CLINC150 and BANKING77, without",
      "the sentences that bench endpointing uses, and from a playbook's examples; writes the weights."
    })
public final class LearnEndsCommand implements Callable<Integer> {
  private static final long SEED = 5;
  private static final int OWN = 8; // times that an example of the playbook counts: there are few

  @Option(names = "--clinc", required = true, description = "data_full.json of clinc/oos-eval.")
  private Path clinc = Path.of("");

  @Option(names = "--banking", required = true, description = "train.csv of BANKING77.")
  private Path banking = Path.of("");

  @Option(
      names = "--intents",
      required = true,
      description = "A playbook's folder of intents: their examples are what its callers say.")
  private Path intents = Path.of("");

  @Option(names = "--out", required = true, description = "The file to write.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    Set<String> used = new HashSet<>(TurnPlans.texts("tune"));
    used.addAll(TurnPlans.texts("report"));
    List<String> sentences = new ArrayList<>();
    JsonNode parts = new ObjectMapper().readTree(clinc.toFile());
    for (String part : List.of("train", "oos_train")) {
      parts.path(part).forEach(pair -> add(pair.path(0).asText(), used, sentences));
    }
    List<String> rows = Files.readAllLines(banking);
    for (String row : rows.subList(1, rows.size())) {
      add(row.substring(0, Math.max(0, row.lastIndexOf(','))), used, sentences);
    }
    for (String example : examples()) {
      for (int i = 0; i < OWN; i++) {
        add(example, used, sentences);
      }
    }
    Map<String, Float> weights = SentenceEndTrainer.learn(sentences, SEED);
    StringBuilder text = new StringBuilder();
    text.append("# How much each feature says that a sentence ends here; log odds. Made by\n");
    text.append("# 'cordboard bench learn-ends' from ").append(sentences.size());
    text.append(" sentences; see NOTICE.txt.\n");
    weights.forEach(
        (feature, weight) -> text.append(weight).append(' ').append(feature).append('\n'));
    Files.writeString(out, text);
    return 0;
  }

  private List<String> examples() throws IOException {
    List<String> examples = new ArrayList<>();
    try (Stream<Path> files = Files.list(intents)) {
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          String text = line.strip();
          if (text.length() > 2 && text.startsWith("\"") && text.endsWith("\"")) {
            examples.add(text);
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
            .replaceAll("[^a-z0-9' ]+", " ")
            .strip()
            .replaceAll(" +", " ");
    if (!plain.isEmpty() && plain.length() < 200 && !used.contains(plain)) {
      sentences.add(plain);
    }
  }
}
