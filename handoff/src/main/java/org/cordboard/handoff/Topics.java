package org.cordboard.handoff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.understanding.TurnReading;
import org.jspecify.annotations.Nullable;

/**
 * What the caller called about, in the order in which it came up. Small talk, which a fixed
 * sentence answers, and the wish for a person are no topics.
 */
final class Topics {
  private static final String PERSON = ".*\\b(person|human|agent|operator|representative)\\b.*";
  private static final Set<String> NONE = Set.of("", TurnReading.UNKNOWN);

  private final Map<String, Topic> topics = new LinkedHashMap<>();
  private @Nullable Topic latest;

  /** A wish, and how it was put. */
  static final class Topic {
    final String intent;
    final String words;
    final long entry;
    private boolean answered;
    private boolean talk;

    Topic(String intent, String words, long entry) {
      this.intent = intent;
      this.words = words;
      this.entry = entry;
    }

    /** {@code refund: “I want my money back”}. */
    String quoted() {
      return words.isEmpty() ? name() : name() + ": “" + words + "”";
    }

    /** {@code refund}. */
    String name() {
      return intent.equals(TurnReading.OUT_OF_SCOPE) ? "something else" : Wording.words(intent);
    }
  }

  /** The caller has said something that was made to be {@code intent}. */
  void understood(String intent, String words, long entry) {
    Topic before = latest;
    if (before != null && before.talk) {
      latest = null; // a fixed sentence was all that it took
    }
    if (NONE.contains(intent) || Wording.words(intent).matches(PERSON)) {
      return;
    }
    Topic topic = topics.computeIfAbsent(intent, name -> new Topic(name, words, entry));
    topic.answered = false;
    topic.talk = false;
    latest = topic;
  }

  /** The AI has said something. */
  void agentSaid(DialogEvent.AgentSaid said) {
    Topic topic = latest;
    if (topic == null || topic.answered) {
      return;
    }
    switch (said.source()) {
      case "playbook" -> topic.talk = said.detail().isEmpty();
      case "model" -> topic.answered = true;
      default -> topic.talk = false;
    }
  }

  /** The latest topic has been dealt with. */
  void served() {
    Topic topic = latest;
    if (topic != null) {
      topic.answered = true;
      topic.talk = false;
    }
  }

  /** All of them, oldest first. */
  List<Topic> all() {
    return topics.values().stream().filter(topic -> !topic.talk).toList();
  }

  /** The latest, when nothing has come of it. */
  Optional<Topic> open() {
    return Optional.ofNullable(latest).filter(topic -> !topic.answered && !topic.talk);
  }
}
