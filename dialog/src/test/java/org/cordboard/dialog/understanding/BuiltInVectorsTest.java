package org.cordboard.dialog.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuiltInVectorsTest {

  @Test
  void everyBuiltInSentenceHasItsVectorAtStart() {
    BuiltInVectors vectors = BuiltInVectors.load(SamplePlaybook.embeddings());
    SignalCatalog catalog = SignalCatalog.load(Locale.ENGLISH, Map.of());
    assertThat(BuiltInVectors.sentences(catalog))
        .as("run VectorsWriter when a sentence was added")
        .allMatch(vectors::has);
  }

  @Test
  void keptVectorIsNearlyTheComputedOne() {
    BuiltInVectors vectors = BuiltInVectors.load(SamplePlaybook.embeddings());
    String sentence = BuiltInVectors.outOfScopeSentences().get(0);
    assertThat(
            Embeddings.near(
                vectors.of(List.of(sentence)).get(0), SamplePlaybook.embeddings().of(sentence)))
        .isGreaterThan(0.99);
  }
}
