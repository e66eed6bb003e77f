package org.cordboard.gateway;

import java.nio.file.Path;
import org.cordboard.config.Settings;
import org.cordboard.dialog.DialogParts;
import org.cordboard.dialog.knowledge.AnswerableQuestions;
import org.cordboard.dialog.knowledge.DocumentKnowledge;
import org.cordboard.dialog.knowledge.KnowledgeSettings;
import org.cordboard.dialog.knowledge.SpokenAnswer;
import org.cordboard.dialog.playbook.Playbook;
import org.cordboard.dialog.playbook.PlaybookSettings;
import org.cordboard.dialog.understanding.Embeddings;
import org.cordboard.dialog.understanding.LocalUnderstanding;
import org.cordboard.dialog.understanding.Understanding;
import org.cordboard.dialog.understanding.UnderstandingSettings;

/**
 * A company, learned: its playbook, what turns mean in its terms, and its documents.
 *
 * @param folder the company's folder
 * @param words where its words are: the same, or the folder of one language
 */
public record Mind(
    Playbook playbook,
    Path folder,
    Path words,
    Understanding understanding,
    DocumentKnowledge knowledge,
    SpokenAnswer answers) {

  /**
   * Learns the playbook that the settings name; takes a second or two.
   *
   * @throws org.cordboard.config.SettingsException naming file, line and fix
   */
  public static Mind load(Settings settings) {
    return load(settings, Embeddings.of(understanding(settings).embeddings()));
  }

  private static UnderstandingSettings understanding(Settings settings) {
    return settings.bind("understanding", UnderstandingSettings.class);
  }

  /** The company's folder that the settings name. */
  static Path company(Settings settings) {
    return settings
        .bind("playbook", PlaybookSettings.class)
        .folder(Path.of(System.getProperty("cordboard.home", "")));
  }

  /** Conversations with it. */
  public DialogParts.Mind dialogs() {
    return new DialogParts.Mind(playbook, folder, words, understanding, knowledge, answers);
  }

  /** As {@link #load(Settings)}, with these embeddings. */
  public static Mind load(Settings settings, Embeddings embeddings) {
    Path folder = company(settings);
    return load(settings, folder, embeddings);
  }

  /** As {@link #load(Settings, Embeddings)}, with the words in {@code words}: of one language. */
  public static Mind load(Settings settings, Path words, Embeddings embeddings) {
    Path folder = company(settings);
    Playbook playbook = Playbook.load(folder, words);
    KnowledgeSettings near = settings.bind("knowledge", KnowledgeSettings.class);
    DocumentKnowledge knowledge = new DocumentKnowledge(playbook.documents(), embeddings, near);
    LocalUnderstanding understanding =
        new LocalUnderstanding(playbook, embeddings, understanding(settings));
    return new Mind(
        playbook,
        folder,
        words,
        new AnswerableQuestions(understanding, knowledge, playbook, near),
        knowledge,
        new SpokenAnswer(embeddings));
  }
}
