package org.cordboard.handoff;

import java.util.ArrayList;
import java.util.List;
import org.cordboard.handoff.Brief.Fact;

/** A brief as sentences to be heard once, by somebody about to speak with the caller. */
final class BriefSpeech {
  private static final String DONE_BY_CALLER = "(asked|pressed|wants) .*";

  private final BriefReading reading;
  private final String wish;
  private final List<Fact> open;

  /** The speech of {@code reading}; {@code wish} is why a person is brought in. */
  BriefSpeech(BriefReading reading, String wish, List<Fact> open) {
    this.reading = reading;
    this.wish = wish;
    this.open = open;
  }

  /** Why they come, what is open, what was done, how they seem; as much as there is time for. */
  String whisper() {
    List<String> sentences = new ArrayList<>();
    sentences.add(why());
    open.stream().findFirst().map(Fact::text).ifPresent(sentences::add);
    reading.whileWaiting().ifPresent(sentences::add);
    List<Fact> tried = reading.dealings.tried();
    for (int i = tried.size() - 1; i >= 0; i--) {
      if (open.stream().map(Fact::text).noneMatch(tried.get(i).text()::equals)) {
        sentences.add(tried.get(i).text());
      }
    }
    reading.mood().ifPresent(mood -> sentences.add("The caller " + mood.text()));
    reading.topics.all().stream()
        .findFirst()
        .ifPresent(topic -> sentences.add("It began with: " + topic.name()));
    sentences.add(reading.caller.spokenNumber());
    return Whisper.of(sentences.stream().map(BriefSpeech::said).toList());
  }

  /** What was refused or failed is told, the words with which the AI told the caller are not. */
  private static String said(String text) {
    return Wording.spoken(text.replaceFirst("(?s)\\b(refused|failed|not done): .*", "$1"));
  }

  private String why() {
    String who = reading.caller.spoken();
    if (wish.isEmpty()) {
      return who + " needs a person";
    }
    return wish.matches(DONE_BY_CALLER) ? who + " " + wish : who + " needs a person: " + wish;
  }
}
