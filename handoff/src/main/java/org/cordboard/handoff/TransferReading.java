package org.cordboard.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cordboard.config.Clock;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.ledger.LedgerEntry;
import org.cordboard.dialog.ledger.LedgerEvent;
import org.cordboard.handoff.TransferModel.Request;
import org.cordboard.handoff.TransferModel.Room;
import org.jspecify.annotations.Nullable;

/** The latest transfer of a call as its ledger tells it: a fold over the entries. */
final class TransferReading {
  private int transfers;
  private int offers;
  private HandoffEvent.@Nullable TransferStarted started;
  private String whisper = "";
  private TransferState state = TransferState.OFFERING;
  private @Nullable Offer offer;
  private @Nullable Instant bridged; // when the two last began to talk
  private final Set<String> asked = new HashSet<>();

  private TransferReading() {}

  static TransferReading of(LedgerCodec codec, List<LedgerEntry> entries) {
    TransferReading reading = new TransferReading();
    entries.forEach(entry -> codec.decode(entry).ifPresent(event -> reading.on(event, entry.at())));
    return reading;
  }

  /** Transfers begun so far. */
  int transfers() {
    return transfers;
  }

  /** Offers made so far. */
  int offers() {
    return offers;
  }

  /** How the latest transfer began; null when there was none. */
  HandoffEvent.@Nullable TransferStarted started() {
    return started;
  }

  /** The transfer that was under way; null when there is none. */
  @Nullable TransferModel model(CallId call, Clock clock) {
    HandoffEvent.TransferStarted begun = started;
    if (begun == null || state == TransferState.RETURNED) {
      return null;
    }
    Request request = new Request(begun.transfer(), call, begun.skill(), whisper);
    Instant since = bridged;
    Room room =
        since == null || state != TransferState.BRIDGED
            ? Room.EMPTY
            : Room.EMPTY.bridgedAt(clock.nanos() - Duration.between(since, clock.now()).toNanos());
    return new TransferModel(request, state, false, offers, asked, offer, room, null);
  }

  private void on(LedgerEvent event, Instant at) {
    if (event instanceof HandoffEvent.TransferStarted begun) {
      transfers++;
      started = begun;
      state = TransferState.OFFERING;
      offer = null;
      whisper = "";
      asked.clear();
    } else if (event instanceof HandoffEvent.BriefPrepared prepared) {
      whisper = prepared.brief().whisper();
    } else if (event instanceof HandoffEvent.DialIntended intended) {
      offers++;
      TransferTarget target = new TransferTarget(intended.agent(), intended.name(), "", Set.of());
      offer = new Offer(intended.offer(), target, OfferState.DIALING, null, true);
    } else if (event instanceof HandoffEvent.LegDialed dialed) {
      Offer known = offer;
      if (known != null && known.id().equals(dialed.offer())) {
        offer = known.leg(dialed.legSid());
      }
    } else if (event instanceof HandoffEvent.OfferChanged changed) {
      changed(changed);
    } else if (event instanceof HandoffEvent.TransferChanged changed) {
      state = changed.state();
      bridged = state == TransferState.BRIDGED ? at : bridged;
    }
  }

  private void changed(HandoffEvent.OfferChanged changed) {
    Offer known = offer;
    if (known != null && known.id().equals(changed.offer())) {
      offer = known.in(changed.state());
      if (!Transitions.open(changed.state())) {
        asked.add(known.target().agent());
      }
    }
  }
}
