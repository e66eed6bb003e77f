package org.cordboard.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cordboard.dialog.tools.ToolCatalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsTest {
  private final ToolCatalog tools = ToolCatalog.load(Path.of("playbook/tools"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What is your order number?|DIGITS",
        "Please tell me the order number.|DIGITS",
        "Is that right?|YES_NO",
        "Thank you, is there anything else?|YES_NO",
        "Do you want a refund or a replacement?|FREE",
        "What can I do for you?|FREE",
        "Your order number is on the invoice.|FREE",
      })
  void aFreeQuestionTellsWhatItExpects(String sentence, Expecting.Form form) {
    assertThat(Questions.expecting(sentence, tools).form()).isEqualTo(form);
  }
}
