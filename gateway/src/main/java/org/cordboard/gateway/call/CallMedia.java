package org.cordboard.gateway.call;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallContext;
import org.cordboard.dialog.CallerTurn;
import org.cordboard.dialog.Dialog;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.ledger.CallLedger;
import org.jspecify.annotations.Nullable;

/**
 * What a call's media streams are used for: the talk of caller and AI, one at a time, or listening
 * to caller and person. Confined to the call's loop.
 */
final class CallMedia {
  private static final Duration GONE_GRACE = Duration.ofSeconds(20); // for the carrier's redirect

  private final LanguageChoice choice;
  private final IncomingCall incoming;
  private final CallLedger ledger;
  private final Loop loop;
  private final CallWatch watch;
  private final TalkOwner owner;
  private final Runnable lostForGood;
  private @Nullable Talk talk;
  private @Nullable ListeningIn listening;
  private @Nullable StreamEars ears;
  private @Nullable MediaStream open; // of the talk
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
    this.choice = new LanguageChoice(parts, incoming, ledger, loop);
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
    CallParts spoken = choice.parts();
    Talk begun = talk(spoken);
    Dialog dialog = dialog(spoken, begun);
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
    open = stream;
    return hearing(new StreamEars(stream, ended, begun, watch, loop));
  }

  private Talk talk(CallParts spoken) {
    Talk begun = new Talk(spoken, loop, owner, watch, this::inOtherLanguage);
    talk = begun;
    return begun;
  }

  private Dialog dialog(CallParts spoken, Talk with) {
    CallContext context =
        new CallContext(
            incoming.call(),
            incoming.from(),
            incoming.to(),
            spoken.settings().language(),
            watch.isRecorded());
    return spoken.dialogs().open(context, ledger, loop, with);
  }

  /** A turn was heard: when it shows that the caller speaks another language, so do we. */
  private boolean inOtherLanguage(Optional<Locale> language, CallerTurn turn, Ear.Timing timing) {
    Talk before = talk;
    MediaStream stream = open;
    StreamEars hearing = ears;
    if (!choice.heard(language) || before == null || stream == null || hearing == null) {
      return false;
    }
    before.close();
    // first what the notices are owed for anew: who dies in between goes on in the old language
    ledger.append(new DialogEvent.LanguageChanged(choice.language().toLanguageTag()));
    CallParts spoken = choice.parts();
    watch.startRecording(); // the new ear counts from its own beginning
    Talk begun = talk(spoken);
    hearing.use(begun);
    begun.begin(dialog(spoken, begun), stream, () -> begun.turn(turn, timing));
    hearing.tellLine();
    return true;
  }

  /** A stream that listens to caller and person. */
  MediaListener openListening(MediaStream stream, StreamEars.Ended ended) {
    opened(stream, "listen", false);
    ListeningIn begun = new ListeningIn(choice.parts(), loop, watch);
    listening = begun;
    return hearing(new StreamEars(stream, ended, begun, watch, loop));
  }

  private MediaListener hearing(StreamEars begun) {
    ears = begun;
    return begun;
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
    StreamEars hearing = ears;
    talk = null;
    listening = null;
    ears = null;
    open = null;
    if (hearing != null) {
      hearing.close();
    }
    if (talking != null) {
      talking.close();
    }
    if (heard != null) {
      heard.close();
    }
  }
}
