package org.cordboard.gateway.call;

import java.time.Duration;
import java.util.function.Consumer;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallContext;
import org.cordboard.dialog.Dialog;
import org.cordboard.dialog.ledger.CallLedger;
import org.jspecify.annotations.Nullable;

/**
 * What a call's media streams are used for: the talk of caller and AI, one at a time, or listening
 * to caller and person. Confined to the call's loop.
 */
final class CallMedia {
  private static final Duration GONE_GRACE = Duration.ofSeconds(20); // for the carrier's redirect

  private final CallParts parts;
  private final IncomingCall incoming;
  private final CallLedger ledger;
  private final Loop loop;
  private final CallWatch watch;
  private final TalkOwner owner;
  private final Runnable lostForGood;
  private @Nullable Talk talk;
  private @Nullable ListeningIn listening;
  private @Nullable String returning; // why the caller comes back to the AI, until the stream opens
  private Clock.@Nullable Timer lost;

  /** {@code lostForGood} runs when a stream has gone and nobody has come back for long. */
  CallMedia(
      CallParts parts,
      IncomingCall incoming,
      CallLedger ledger,
      Loop loop,
      CallWatch watch,
      TalkOwner owner,
      Runnable lostForGood) {
    this.parts = parts;
    this.incoming = incoming;
    this.ledger = ledger;
    this.loop = loop;
    this.watch = watch;
    this.owner = owner;
    this.lostForGood = lostForGood;
  }

  /** A stream for the talk; {@code ended} is told of its end by its id and cause. */
  MediaListener openTalk(MediaStream stream, boolean resumed, StreamEars.Ended ended) {
    opened(stream, "talk", resumed);
    Talk begun = new Talk(parts, parts.voice(), loop, owner, watch);
    talk = begun;
    CallContext context =
        new CallContext(
            incoming.call(),
            incoming.from(),
            incoming.to(),
            parts.settings().language(),
            watch.isRecorded());
    Dialog dialog = parts.dialogs().open(context, ledger, loop, begun);
    String why = returning;
    returning = null;
    if (why != null) {
      begun.begin(dialog, stream, () -> dialog.transferReturned(why));
    } else {
      begun.begin(dialog, stream, resumed ? dialog::resume : dialog::start);
    }
    if (ledger.degraded()) {
      dialog.degraded("store");
    }
    return new StreamEars(stream, ended, begun, watch);
  }

  /** A stream that listens to caller and person. */
  MediaListener openListening(MediaStream stream, StreamEars.Ended ended) {
    opened(stream, "listen", false);
    ListeningIn begun = new ListeningIn(parts, loop, watch);
    listening = begun;
    return new StreamEars(stream, ended, begun, watch);
  }

  private void opened(MediaStream stream, String use, boolean resumed) {
    found();
    close();
    ledger.append(new GatewayEvent.StreamOpened(stream.id(), use, resumed));
    watch.startRecording();
  }

  /** The talk's stream has gone and the call may not have: silence until it is found again. */
  void lost() {
    if (talk != null) {
      talk.suspend();
    }
    found();
    lost = loop.clock().after(GONE_GRACE, lostForGood);
  }

  /**
   * The carrier was told to open a stream. One that is open goes on meanwhile, and for good when
   * the caller is still heard there: the carrier had asked twice.
   */
  void expected() {
    found();
    Talk before = talk;
    long heard = before == null ? 0 : before.position();
    lost =
        loop.clock()
            .after(
                GONE_GRACE,
                () -> {
                  if (before == null || talk != before || before.position() == heard) {
                    lostForGood.run();
                  }
                });
  }

  /** The carrier has shown that the call is alive. */
  void found() {
    if (lost != null) {
      lost.cancel();
      lost = null;
    }
  }

  boolean isTalking() {
    return talk != null;
  }

  /** Hands the dialog to {@code task}, when caller and AI talk. */
  void withDialog(Consumer<Dialog> task) {
    if (talk != null) {
      task.accept(talk.dialog());
    }
  }

  /** Runs {@code then} at the end of the sentence that plays, or at once. */
  void whenQuiet(Runnable then) {
    if (talk == null) {
      then.run();
    } else {
      talk.whenQuiet(then);
    }
  }

  /** The caller is with the AI again; said now, or when the new stream opens. */
  void returned(String reason) {
    if (talk != null) {
      talk.dialog().transferReturned(reason);
    } else {
      returning = reason;
    }
  }

  /** Ends talk and listening; the streams themselves are the carrier's. */
  void close() {
    Talk talking = talk;
    ListeningIn heard = listening;
    talk = null;
    listening = null;
    if (talking != null) {
      talking.close();
    }
    if (heard != null) {
      heard.close();
    }
  }
}
