package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FixedTextsTest {
  private final List<String> texts = new Rehearsal().parts.fixedTexts();

  @Test
  void theGreetingIsNeededFirst() {
    assertThat(texts.get(0)).startsWith("Thanks for calling Larkspur Outdoors.");
    assertThat(texts.subList(1, 3)).containsExactly("This call is recorded.", "How can I help?");
  }

  @Test
  void questionsOfToolsAndFillersAreAmongThemAndNothingToBeFilledIn() {
    assertThat(texts)
        .contains("What is your order number? It has six digits.", "Let me see.")
        .doesNotHaveDuplicates()
        .noneMatch(text -> text.contains("{"));
  }
}
