package org.cordboard.dialog.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cordboard.config.Settings;
import org.cordboard.dialog.understanding.SamplePlaybook;
import org.junit.jupiter.api.Test;

/** Right documents and honest silence on questions.txt; each third line was never tuned on. */
class KnowledgeEvaluationTest {
  private static final DocumentKnowledge KNOWLEDGE =
      new DocumentKnowledge(
          SamplePlaybook.playbook().documents(),
          SamplePlaybook.embeddings(),
          Settings.parse("").bind("knowledge", KnowledgeSettings.class));

  private int answerable;
  private int right;
  private int foreign;
  private int silent;

  @Test
  void questionsFindTheirDocumentAndForeignOnesFindNothing() throws Exception {
    List<String> lines = SamplePlaybook.lines(KnowledgeEvaluationTest.class, "questions.txt");
    measure(lines, false);
    assertThat((double) right / answerable).isGreaterThan(0.9);
    assertThat((double) silent / foreign).isGreaterThan(0.85);
    measure(lines, true);
    assertThat((double) right / answerable).isGreaterThan(0.8);
    assertThat((double) silent / foreign).isGreaterThan(0.8);
  }

  private void measure(List<String> lines, boolean kept) {
    answerable = 0;
    right = 0;
    foreign = 0;
    silent = 0;
    for (int i = 0; i < lines.size(); i++) {
      if ((i % 3 == 2) == kept) {
        judge(lines.get(i));
      }
    }
    System.out.printf(
        "%s: right document %d of %d, silent %d of %d%n",
        kept ? "kept apart" : "tuned on", right, answerable, silent, foreign);
  }

  private void judge(String line) {
    String[] parts = line.split(" \\| ", 2);
    List<Knowledge.Passage> found = KNOWLEDGE.find(parts[1], 1);
    boolean ok;
    if (parts[0].equals("NONE")) {
      foreign++;
      ok = found.isEmpty();
      silent += ok ? 1 : 0;
    } else {
      answerable++;
      ok = !found.isEmpty() && found.get(0).source().startsWith(parts[0]);
      right += ok ? 1 : 0;
    }
    Knowledge.Passage best = KNOWLEDGE.ranked(parts[1]).get(0);
    System.out.printf("%s %.3f %s -> %s%n", ok ? "ok " : "BAD", best.score(), line, best.source());
  }

  @Test
  void answerIsMadeOfTheDocumentsOwnSentences() {
    SpokenAnswer answer = new SpokenAnswer(SamplePlaybook.embeddings());
    String question = "how much is express shipping";
    Knowledge.Passage passage = KNOWLEDGE.find(question, 1).get(0);
    String spoken = answer.from(question, passage);
    assertThat(spoken).contains("Express shipping costs 19 dollars.");
    assertThat(spoken.length()).isLessThan(300);
    for (String sentence : SpokenAnswer.sentences(spoken)) {
      assertThat(passage.text()).contains(sentence);
    }
  }

  @Test
  void sentenceThatLeansOnAnotherComesWithIt() {
    SpokenAnswer answer = new SpokenAnswer(SamplePlaybook.embeddings());
    Knowledge.Passage passage =
        new Knowledge.Passage(
            "x.md#Fees",
            "Returns are free over 50 dollars. Below that, we take 6 dollars off the refund.",
            0.9);
    assertThat(answer.from("do you take 6 dollars off my refund", passage))
        .startsWith("Returns are free over 50 dollars.");
  }
}
