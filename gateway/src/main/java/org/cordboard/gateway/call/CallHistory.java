package org.cordboard.gateway.call;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.ledger.LedgerEntry;
import org.cordboard.dialog.ledger.LedgerEvent;

/** Where a call was, read from its ledger by a process that takes it up. Pure folds. */
final class CallHistory {
  private CallHistory() {}

  /** How it came in; {@code known} when its ledger does not say. */
  static IncomingCall incoming(LedgerCodec codec, IncomingCall known, List<LedgerEntry> entries) {
    for (LedgerEntry entry : entries) {
      LedgerEvent event = codec.decode(entry).orElse(null);
      if (event instanceof GatewayEvent.CallOffered offered) {
        return new IncomingCall(known.call(), offered.from(), offered.to());
      }
    }
    return known;
  }

  /** The phase it was left in. */
  static CallPhase phase(LedgerCodec codec, List<LedgerEntry> entries) {
    CallPhase phase = CallPhase.RINGING;
    for (LedgerEntry entry : entries) {
      LedgerEvent event = codec.decode(entry).orElse(null);
      if (event instanceof GatewayEvent.PhaseChanged changed) {
        phase = changed.to();
      } else if (event instanceof GatewayEvent.CallEnded) {
        phase = CallPhase.ENDED;
      }
    }
    return phase;
  }

  /** The language that it was in last, if languages were chosen from. */
  static Optional<Locale> language(LedgerCodec codec, List<LedgerEntry> entries) {
    Locale language = null;
    for (LedgerEntry entry : entries) {
      if (codec.decode(entry).orElse(null) instanceof GatewayEvent.LanguageChosen chosen) {
        language = Locale.forLanguageTag(chosen.language());
      }
    }
    return Optional.ofNullable(language);
  }

  /** True when the caller has spoken. */
  static boolean spoken(LedgerCodec codec, List<LedgerEntry> entries) {
    return entries.stream()
        .anyMatch(
            entry ->
                codec.decode(entry).orElse(null) instanceof DialogEvent.CallerSaid said
                    && !said.keyed());
  }

  /** Why it is in the language that it was in last; empty when none was chosen. */
  static String whyLanguage(LedgerCodec codec, List<LedgerEntry> entries) {
    String why = "";
    for (LedgerEntry entry : entries) {
      if (codec.decode(entry).orElse(null) instanceof GatewayEvent.LanguageChosen chosen) {
        why = chosen.why();
      }
    }
    return why;
  }

  /** True when the caller objected to being recorded. */
  static boolean recordingRefused(LedgerCodec codec, List<LedgerEntry> entries) {
    return entries.stream()
        .anyMatch(
            entry -> codec.decode(entry).orElse(null) instanceof GatewayEvent.RecordingStopped);
  }

  /** How many recordings it has. */
  static int recordings(LedgerCodec codec, List<LedgerEntry> entries) {
    int count = 0;
    for (LedgerEntry entry : entries) {
      if (codec.decode(entry).orElse(null) instanceof GatewayEvent.RecordingStarted) {
        count++;
      }
    }
    return count;
  }
}
