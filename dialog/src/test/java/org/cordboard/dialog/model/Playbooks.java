package org.cordboard.dialog.model;

import java.nio.file.Path;
import org.cordboard.dialog.knowledge.SpokenAnswer;
import org.cordboard.dialog.playbook.Playbook;
import org.cordboard.dialog.understanding.Embeddings;

/** The sample company, read once for all tests of this package. */
final class Playbooks {
  private static final Playbook SAMPLE = Playbook.load(Path.of("playbook"));
  private static final SpokenAnswer ANSWERS = new SpokenAnswer(new Embeddings());

  private Playbooks() {}

  static Playbook sample() {
    return SAMPLE;
  }

  static SpokenAnswer answers() {
    return ANSWERS;
  }
}
