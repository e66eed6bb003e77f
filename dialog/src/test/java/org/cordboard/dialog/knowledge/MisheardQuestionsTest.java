package org.cordboard.dialog.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cordboard.config.Settings;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.playbook.IntentAction;
import org.cordboard.dialog.understanding.SamplePlaybook;
import org.cordboard.dialog.understanding.TurnReading;
import org.junit.jupiter.api.Test;

/** Questions with small words misheard, misheard.txt; each third line was never tuned on. */
class MisheardQuestionsTest {
  private static final KnowledgeSettings SETTINGS =
      Settings.parse("").bind("knowledge", KnowledgeSettings.class);
  private static final DocumentKnowledge KNOWLEDGE =
      new DocumentKnowledge(
          SamplePlaybook.playbook().documents(), SamplePlaybook.embeddings(), SETTINGS);
  private static final AnswerableQuestions QUESTIONS =
      new AnswerableQuestions(
          SamplePlaybook.understanding(), KNOWLEDGE, SamplePlaybook.playbook(), SETTINGS);

  private int answerable;
  private int before;
  private int right;
  private int foreign;
  private int silent;

  @Test
  void misheardQuestionsAreAnsweredAndForeignOnesAreNot() throws Exception {
    List<String> lines = SamplePlaybook.lines(MisheardQuestionsTest.class, "misheard.txt");
    measure(lines, false);
    assertThat((double) right / answerable).isGreaterThan(0.85);
    assertThat((double) silent / foreign).isGreaterThan(0.95);
    measure(lines, true);
    assertThat((double) right / answerable).isGreaterThan(0.7);
    assertThat((double) silent / foreign).isGreaterThan(0.95);
  }

  private void measure(List<String> lines, boolean kept) {
    answerable = 0;
    before = 0;
    right = 0;
    foreign = 0;
    silent = 0;
    for (int i = 0; i < lines.size(); i++) {
      if ((i % 3 == 2) == kept) {
        judge(lines.get(i));
      }
    }
    System.out.printf(
        "%s: answered %d of %d (%d by intent alone), silent %d of %d%n",
        kept ? "kept apart" : "tuned on", right, answerable, before, silent, foreign);
  }

  private void judge(String line) {
    String[] parts = line.split(" \\| ", 2);
    List<Knowledge.Passage> found = KNOWLEDGE.find(parts[1], 1);
    boolean asks = !found.isEmpty() && asks(QUESTIONS.read(parts[1], Expecting.ANYTHING));
    boolean ok;
    if (parts[0].equals("NONE")) {
      foreign++;
      ok = !asks;
      silent += ok ? 1 : 0;
    } else {
      answerable++;
      ok = asks && found.get(0).source().startsWith(parts[0]);
      right += ok ? 1 : 0;
      boolean alone = asks(SamplePlaybook.understanding().read(parts[1], Expecting.ANYTHING));
      before += ok && alone ? 1 : 0;
    }
    if (!ok) {
      Knowledge.Passage best = KNOWLEDGE.ranked(parts[1]).get(0);
      TurnReading reading = QUESTIONS.read(parts[1], Expecting.ANYTHING);
      System.out.printf(
          "BAD %.3f %s -> %s, read as %s%n", best.score(), line, best.source(), reading.intent());
    }
  }

  private static boolean asks(TurnReading reading) {
    return SamplePlaybook.playbook()
        .intent(reading.intent())
        .filter(intent -> intent.action() instanceof IntentAction.Documents)
        .isPresent();
  }

  @Test
  void whatIsClearIsLeftAsItIs() {
    TurnReading clear = QUESTIONS.read("where is my order", Expecting.ANYTHING);
    assertThat(clear)
        .isEqualTo(SamplePlaybook.understanding().read("where is my order", Expecting.ANYTHING));
    assertThat(QUESTIONS.read("I want to sue you", Expecting.ANYTHING).signals()).isNotEmpty();
  }

  @Test
  void aBarSoHighTurnsItOff() {
    AnswerableQuestions never =
        new AnswerableQuestions(
            SamplePlaybook.understanding(),
            KNOWLEDGE,
            SamplePlaybook.playbook(),
            new KnowledgeSettings(0.43, 1, 1));
    assertThat(never.read("why are you opening hours", Expecting.ANYTHING).intent())
        .isEqualTo(TurnReading.UNKNOWN);
  }

  @Test
  void aBarBelowThatOfAnswersIsRefused() {
    assertThatThrownBy(
            () -> Settings.parse("knowledge.sure = 0.2").bind("knowledge", KnowledgeSettings.class))
        .hasMessageContaining("'sure' must lie between 'threshold' and 1");
  }
}
