package org.cordboard.dialog.playbook;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordboard.config.Settings;
import org.cordboard.dialog.escalation.EscalationRules;
import org.cordboard.dialog.understanding.Signal;

/**
 * A company as read from its folder, checked as a whole. Immutable: a call keeps the one it began
 * with.
 *
 * @param version short hash of every file's content; the same folder has the same version
 * @param company who answers
 * @param intents what callers want; at least one
 * @param rules when a person is brought in
 * @param voice how it sounds
 * @param desk who can be brought in
 * @param documents what questions are answered from
 * @param words lines added to the built-in word lists, from {@code words/}
 */
public record Playbook(
    String version,
    Company company,
    List<Intent> intents,
    EscalationRules rules,
    Voice voice,
    Desk desk,
    List<Document> documents,
    Map<Signal, List<String>> words) {

  /**
   * Reads a folder.
   *
   * @throws org.cordboard.config.SettingsException naming file, line and fix
   */
  public static Playbook load(Path folder) {
    return new PlaybookFolder(folder).load();
  }

  /**
   * Reads the words of one language of the company in {@code company}: its {@code company.conf},
   * {@code voice.conf}, {@code intents}, {@code knowledge} and {@code words}; rules and desk are
   * the company's.
   *
   * @throws org.cordboard.config.SettingsException naming file, line and fix
   */
  public static Playbook load(Path company, Path language) {
    return new PlaybookFolder(language, company).load();
  }

  /**
   * Reads the folder that {@code playbook.path} names, relative to the system property {@code
   * cordboard.home} or, without it, to the working directory.
   */
  public static Playbook load(Settings settings) {
    Path home = Path.of(System.getProperty("cordboard.home", ""));
    return load(settings.bind("playbook", PlaybookSettings.class).folder(home));
  }

  /** The intent of that name, if there is one. */
  public Optional<Intent> intent(String name) {
    return intents.stream().filter(intent -> intent.name().equals(name)).findFirst();
  }
}
