package org.cordboard.dialog.understanding;

import java.nio.file.Path;
import org.cordboard.config.Settings;
import org.cordboard.dialog.playbook.Playbook;

/** The sample company and its understanding, loaded once for all tests. */
public final class SamplePlaybook {
  private static final Playbook PLAYBOOK = Playbook.load(Path.of("playbook"));
  private static final Embeddings EMBEDDINGS = new Embeddings();
  private static final LocalUnderstanding UNDERSTANDING =
      new LocalUnderstanding(
          PLAYBOOK,
          EMBEDDINGS,
          Settings.parse("").bind("understanding", UnderstandingSettings.class));

  private SamplePlaybook() {}

  public static Playbook playbook() {
    return PLAYBOOK;
  }

  public static Embeddings embeddings() {
    return EMBEDDINGS;
  }

  public static LocalUnderstanding understanding() {
    return UNDERSTANDING;
  }
}
