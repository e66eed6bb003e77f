package org.cordboard.dialog.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cordboard.dialog.playbook.Document;
import org.junit.jupiter.api.Test;

class SectionsTest {

  @Test
  void documentIsCutAtHeadings() {
    String text = "# Top\n\nIntro.\n\n## One?\nA **bold** [link](http://x).\n- point\n\n## Empty\n";
    assertThat(Sections.of(List.of(new Document("a.md", text))))
        .extracting(Sections.Section::source, Sections.Section::title, Sections.Section::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a.md#Top", "Top", "Intro."),
            org.assertj.core.groups.Tuple.tuple("a.md#One?", "Top", "A bold link. point"));
  }

  @Test
  void longSectionIsCutAtParagraphs() {
    String paragraph = "Words and words. ".repeat(50);
    String text = "# Top\n" + paragraph + "\n\n" + paragraph + "\n";
    assertThat(Sections.of(List.of(new Document("a.md", text)))).hasSize(2);
  }
}
