package org.cordboard.dialog.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule that fires at a caller's first words, on {@code escalations.txt}. */
class EscalationPhrasesTest {
  private static final String NONE = "NONE";

  @Test
  void theRightRuleFiresAtFirstWords() throws Exception {
    int right = 0;
    int wrong = 0;
    int missed = 0;
    List<String> mistakes = new ArrayList<>();
    for (String line : SamplePlaybook.lines(EscalationPhrasesTest.class, "escalations.txt")) {
      String must = line.substring(0, line.indexOf(" | "));
      String text = line.substring(line.indexOf(" | ") + 3);
      String got = rule(text);
      right += got.equals(must) && !must.equals(NONE) ? 1 : 0;
      wrong += !got.equals(must) && !got.equals(NONE) ? 1 : 0;
      missed += !got.equals(must) && !must.equals(NONE) ? 1 : 0;
      if (!got.equals(must)) {
        mistakes.add(got + " instead of " + must + ": " + text);
      }
    }
    double precision = (double) right / (right + wrong);
    double recall = (double) right / (right + missed);
    System.out.printf("rules: precision %.3f recall %.3f%n", precision, recall);
    mistakes.forEach(System.out::println);
    assertThat(precision).isGreaterThan(0.95);
    assertThat(recall).isGreaterThan(0.90);
  }

  private static String rule(String text) throws Exception {
    JsonNode rule =
        new ObjectMapper()
            .readTree(
                UnderstandReport.of(
                    text, SamplePlaybook.understanding(), SamplePlaybook.playbook()))
            .at("/escalation/rule");
    return rule.isTextual() ? rule.asText() : NONE;
  }
}
