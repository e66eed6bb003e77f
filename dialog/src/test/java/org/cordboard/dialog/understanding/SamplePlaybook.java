package org.cordboard.dialog.understanding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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

  /** The lines of a table beside {@code test}, without blank ones and comments. */
  public static List<String> lines(Class<?> test, String file) throws IOException {
    try (var stream = Objects.requireNonNull(test.getResourceAsStream(file), file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
