package org.cordboard.handoff;

import java.util.ArrayList;
import java.util.List;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.ledger.LedgerEntry;

/**
 * Reads the brief from a call's ledger: a pure fold, so that the same entries give the same brief
 * wherever it is read. Digits appear as the ledger allowed them. Any thread.
 */
public final class BriefBuilder {
  private final LedgerCodec codec;

  /** The codec must know {@link org.cordboard.dialog.DialogEvent}. */
  public BriefBuilder(LedgerCodec codec) {
    this.codec = codec;
  }

  /**
   * The brief of what has happened so far.
   *
   * @param reason why a person is brought in, in a few words
   * @param skill the kind of call, or empty
   */
  public Brief build(List<LedgerEntry> entries, String reason, String skill) {
    BriefReading reading = new BriefReading();
    for (LedgerEntry entry : entries) {
      codec.decode(entry).ifPresent(event -> reading.on(event, entry.sequence()));
    }
    String why = why(reading.intent(), reason, skill);
    List<Brief.Fact> inferred = new ArrayList<>();
    reading.mood().ifPresent(inferred::add);
    reading.nextStep().ifPresent(inferred::add);
    return new Brief(
        reading.who(),
        why,
        reading.facts(),
        reading.tried(),
        reading.promises(),
        reading.open(),
        inferred,
        whisper(reading, why));
  }

  private static String why(String intent, String reason, String skill) {
    String topic = intent.isEmpty() ? skill.replace('-', ' ') : intent;
    if (topic.isEmpty()) {
      return reason;
    }
    return reason.isEmpty() ? topic : topic + "; " + reason;
  }

  private static String whisper(BriefReading reading, String why) {
    List<String> sentences = new ArrayList<>();
    sentences.add(reading.shortWho());
    sentences.add(why.replace(";", ","));
    List<Brief.Fact> tried = reading.tried();
    if (!tried.isEmpty()) {
      sentences.add(tried.get(tried.size() - 1).text());
    }
    reading.mood().ifPresent(mood -> sentences.add(mood.text()));
    reading.open().stream().findFirst().ifPresent(open -> sentences.add("Open: " + open));
    return Whisper.of(sentences);
  }
}
