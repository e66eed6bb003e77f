package org.cordboard.dialog.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cordboard.dialog.playbook.Document;
import org.cordboard.dialog.understanding.Embeddings;

/**
 * The documents of a playbook in memory, found by meaning (MiniLM, heading and text apart) and by
 * the words that question and passage share. Blocking and shared: used on workers only.
 */
public final class DocumentKnowledge implements Knowledge {
  private static final double HEADING = 0.5;
  private static final double TEXT = 0.3;
  private static final double SHARED_WORDS = 0.2;

  private final Embeddings embeddings;
  private final double threshold;
  private final Lexicon lexicon;
  private final List<Entry> entries = new ArrayList<>();

  /** Reads the documents; takes a few milliseconds for each passage. */
  public DocumentKnowledge(
      List<Document> documents, Embeddings embeddings, KnowledgeSettings settings) {
    this.embeddings = embeddings;
    this.threshold = settings.threshold();
    List<Sections.Section> sections = Sections.of(documents);
    List<String> headings = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Sections.Section section : sections) {
      headings.add(section.title() + ": " + section.heading());
      texts.add(section.heading() + " " + section.text());
    }
    this.lexicon = new Lexicon(texts);
    List<float[]> headingMeanings = embeddings.of(headings);
    List<float[]> textMeanings = embeddings.of(texts);
    for (int i = 0; i < sections.size(); i++) {
      Set<String> stems = new HashSet<>(Lexicon.stems(headings.get(i) + " " + texts.get(i)));
      entries.add(new Entry(sections.get(i), headingMeanings.get(i), textMeanings.get(i), stems));
    }
  }

  /** A section, ready to be compared. */
  private record Entry(
      Sections.Section section, float[] heading, float[] text, Set<String> stems) {}

  @Override
  public List<Passage> find(String question, int limit) {
    return ranked(question).stream()
        .filter(passage -> passage.score() >= threshold)
        .limit(limit)
        .toList();
  }

  /** Every passage with its score, best first. */
  List<Passage> ranked(String question) {
    if (question.isBlank()) {
      return List.of();
    }
    float[] meaning = embeddings.of(question);
    List<Passage> passages = new ArrayList<>();
    for (Entry entry : entries) {
      passages.add(
          new Passage(
              entry.section().source(), entry.section().text(), score(entry, question, meaning)));
    }
    passages.sort(Comparator.comparingDouble(Passage::score).reversed());
    return passages;
  }

  private double score(Entry entry, String question, float[] meaning) {
    double heading = Embeddings.near(entry.heading(), meaning);
    double text = Embeddings.near(entry.text(), meaning);
    double shared = lexicon.overlap(question, entry.stems());
    double best = Math.max(heading, text);
    double score = HEADING * Math.max(heading, best * 0.9) + TEXT * text + SHARED_WORDS * shared;
    return Math.max(0, Math.min(1, score));
  }
}
