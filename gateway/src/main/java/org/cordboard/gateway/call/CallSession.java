package org.cordboard.gateway.call;

import java.time.Duration;
import java.util.function.Consumer;
import org.cordboard.config.Clock;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallContext;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.Dialog;
import org.cordboard.dialog.DialogAction;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.dialog.ledger.Commit;
import org.cordboard.handoff.TransferDriver;
import org.cordboard.handoff.TransferListener;
import org.cordboard.handoff.TransferState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call while it lives: routes events between its collaborators and owns no policy. Everything
 * here is touched on the call's loop.
 */
final class CallSession implements Talk.Owner, TransferListener {
  private static final Logger log = LoggerFactory.getLogger(CallSession.class);
  private static final Duration RECALL_AFTER = Duration.ofSeconds(3); // the carrier's redirect first
  private static final Duration GONE_GRACE = Duration.ofSeconds(20); // for the carrier's redirect

  private final CallParts parts;
  private final IncomingCall incoming;
  private final CallLedger ledger;
  private final Loop loop;
  private final TransferDriver transfer;
  private final CallWatch watch;
  private final Consumer<CallSession> freed;
  private CallPhase phase = CallPhase.RINGING;
  private @Nullable Talk talk;
  private @Nullable ListeningIn listening;
  private @Nullable String returning; // why the caller comes back to the AI, until the stream opens
  private boolean conversed;
  private boolean bridgedOnce;
  private Clock.@Nullable Timer lost;

  CallSession(
      CallParts parts,
      IncomingCall incoming,
      CallLedger ledger,
      Loop loop,
      Consumer<CallSession> freed) {
    this.parts = parts;
    this.incoming = incoming;
    this.ledger = ledger;
    this.loop = loop;
    this.freed = freed;
    this.watch = new CallWatch(parts, incoming, ledger, loop);
    this.transfer =
        parts.handoff().forCall(ledger, loop, this);
    ledger.watch(this::storeChanged);
  }

  CallId id() {
    return incoming.call();
  }

  Loop loop() {
    return loop;
  }

  CallPhase phase() {
    return phase;
  }

  /** The call is ours from here on; {@code reply} gets the stream's document, or the fence's silence. */
  void own(boolean resume, Consumer<CallAnswer> reply) {
    if (resume) {
      phase = CallHistory.phase(parts.codec(), ledger.entries());
    } else {
      ledger.append(new GatewayEvent.CallOffered(incoming.from(), incoming.to()));
    }
    ledger.commit(
        new GatewayEvent.OwnerTaken(parts.node()),
        commit -> {
          if (commit == Commit.FENCED) {
            letGo();
          } else {
            reply.accept(stream(resume));
          }
        });
    loop.clock().after(parts.settings().maxDuration(), () -> hangUp("too long"));
  }

  /**
   * Takes up a call that a process before this one left, when the carrier has not come by itself: in a
   * conversation the carrier is asked for a new stream; with a person, the two are left alone.
   */
  void recall() {
    phase = CallHistory.phase(parts.codec(), ledger.entries());
    ledger.commit(
        new GatewayEvent.OwnerTaken(parts.node()),
        commit -> {
          if (commit == Commit.FENCED) {
            letGo();
          } else if (phase == CallPhase.BRIDGED) {
            bridgedOnce = true;
            transfer.resume(false);
          } else {
            loop.clock().after(RECALL_AFTER, this::askForStream);
          }
        });
  }

  private void askForStream() {
    if (talk != null || phase == CallPhase.ENDED) {
      return; // the carrier's own redirect was faster
    }
    parts
        .control()
        .returnCaller(
            id(),
            Completion.of(
                alive -> {
                  if (!alive) {
                    end(CallOutcome.Result.ABANDONED, CallOutcome.By.CALLER, "left while no process owned the call");
                  }
                },
                failure -> log.warn("call {} could not be taken up: {}", id(), failure.getMessage())));
  }

  private CallAnswer stream(boolean resume) {
    StreamTokens.Use use = resume ? StreamTokens.Use.RESUME : StreamTokens.Use.TALK;
    return new CallAnswer.Stream(parts.tokens().issue(id(), use), resume);
  }

  // ---- media

  /** A stream whose token was good; answers who listens to it. */
  MediaListener streamOpened(MediaStream stream, StreamTokens.Use use) {
    cancelLost();
    boolean listen = use == StreamTokens.Use.LISTEN;
    ledger.append(
        new GatewayEvent.StreamOpened(
            stream.id(), listen ? "listen" : "talk", use == StreamTokens.Use.RESUME));
    if (listen) {
      return openListening(stream);
    }
    return openTalk(stream, use == StreamTokens.Use.RESUME);
  }

  private MediaListener openTalk(MediaStream stream, boolean resumed) {
    closeTalk();
    closeListening();
    if (phase != CallPhase.TRANSFERRING) {
      enter(CallPhase.CONVERSING);
    }
    watch.startRecording();
    Talk begun = new Talk(parts, parts.voice(), loop, this);
    talk = begun;
    Dialog dialog = parts.dialogs().open(context(), ledger, loop, begun);
    String why = returning;
    returning = null;
    if (why != null) {
      begun.begin(dialog, stream, () -> dialog.transferReturned(why));
    } else {
      begun.begin(dialog, stream, resumed ? dialog::resume : dialog::start);
    }
    if (resumed && !transfer.active() && transfer.resume(true)) {
      log.info("call {} goes on with a transfer that was under way", id());
    }
    if (ledger.degraded()) {
      dialog.degraded("store");
    }
    return new StreamEars(stream, this::streamEnded, begun, watch);
  }

  private CallContext context() {
    return new CallContext(
        id(), incoming.from(), incoming.to(), parts.settings().language(), watch.isRecorded());
  }

  private MediaListener openListening(MediaStream stream) {
    closeListening();
    watch.startRecording();
    ListeningIn opened = new ListeningIn(parts, loop, watch);
    listening = opened;
    return new StreamEars(stream, this::streamEnded, opened, watch);
  }

  private void streamEnded(String stream, String cause, boolean wasTalk) {
    ledger.append(new GatewayEvent.StreamClosed(stream, cause));
    if (!wasTalk || phase == CallPhase.ENDED) {
      return;
    }
    boolean moved = transfer.state() == TransferState.JOINING && transfer.active() || phase == CallPhase.BRIDGED;
    if (moved) {
      closeTalk();
      return;
    }
    if (talk != null) {
      talk.suspend();
    }
    cancelLost();
    lost =
        loop.clock()
            .after(
                GONE_GRACE,
                () -> end(CallOutcome.Result.FAILED, CallOutcome.By.CARRIER, "stream lost"));
  }

  // ---- the carrier

  /** The document after the stream was reached: the call is alive and has no stream. */
  void afterStream(Consumer<CallAnswer> reply) {
    if (phase == CallPhase.ENDED) {
      reply.accept(new CallAnswer.Goodbye(""));
    } else {
      cancelLost();
      reply.accept(stream(true));
    }
  }

  /** The conference is over for the caller. */
  void afterRoom(Consumer<CallAnswer> reply) {
    if (phase == CallPhase.ENDED || (phase == CallPhase.BRIDGED && bridgedOnce)) {
      reply.accept(new CallAnswer.Goodbye(""));
      end(CallOutcome.Result.TRANSFERRED, CallOutcome.By.PERSON, "the person hung up");
    } else {
      transfer.onAfterRoom();
      reply.accept(stream(true));
    }
  }

  /** The caller's leg is gone. */
  void callerGone(String status) {
    transfer.onCallerGone();
    CallOutcome.Result result =
        bridgedOnce
            ? CallOutcome.Result.TRANSFERRED
            : phase == CallPhase.TRANSFERRING
                ? CallOutcome.Result.LEFT_WAITING
                : conversed ? CallOutcome.Result.CONVERSED : CallOutcome.Result.ABANDONED;
    end(result, CallOutcome.By.CALLER, status);
  }

  TransferDriver transfer() {
    return transfer;
  }

  // ---- the talk

  @Override
  public void escalate(DialogAction.Escalate wanted) {
    if (phase != CallPhase.CONVERSING) {
      return; // somebody is being asked already
    }
    enter(CallPhase.TRANSFERRING);
    if (talk != null) {
      talk.dialog().transferStarted();
    }
    transfer.start(wanted);
  }

  @Override
  public void hangUp(String rule) {
    if (phase == CallPhase.TRANSFERRING) {
      transfer.onCallerGone();
    }
    parts.control().hangUp(id(), Completion.of(done -> {}, failure -> log.warn("call {} could not be hung up: {}", id(), failure.getMessage())));
    end(CallOutcome.Result.CONVERSED, CallOutcome.By.US, rule);
  }

  @Override
  public void played(byte[] mulaw) {
    watch.heardByCaller(mulaw);
  }

  @Override
  public void floor(Floor floor) {
    if (floor == Floor.THINKING) {
      conversed = true;
    }
    watch.floor(floor);
  }

  @Override
  public void partial(String text) {
    watch.partial("caller", text);
  }

  @Override
  public void replied(long prompt, long afterMs, Ear.Timing timing) {
    watch.replied(prompt, afterMs, timing);
  }

  @Override
  public void trouble(String part, @Nullable Throwable failure) {
    watch.trouble(part, failure);
    if (talk != null && failure != null) {
      talk.dialog().degraded(part);
    }
  }

  private void storeChanged(boolean degraded) {
    watch.store(degraded);
    if (degraded && talk != null) {
      talk.dialog().degraded("store");
    }
  }

  // ---- the transfer

  @Override
  public void transferring(String name) {
    log.info("call {} rings a person", id());
  }

  @Override
  public void joining(String name, Runnable go) {
    if (talk == null) {
      go.run();
    } else {
      talk.whenQuiet(go);
    }
  }

  @Override
  public void bridged(String name) {
    bridgedOnce = true;
    enter(CallPhase.BRIDGED);
    closeTalk();
  }

  @Override
  public void returned(String reason) {
    if (phase == CallPhase.ENDED) {
      return;
    }
    enter(CallPhase.CONVERSING);
    if (talk != null) {
      talk.dialog().transferReturned(reason);
    } else {
      returning = reason; // said when the new stream opens
    }
  }

  @Override
  public void ended() {
    log.info("call {} has no caller any more: the transfer is over", id());
  }

  // ---- the end

  /** Ends the call here because the process stops: the caller goes to the fallback person, if any. */
  void stop(Runnable then) {
    if (phase == CallPhase.ENDED) {
      then.run();
      return;
    }
    watch.whenClosed(then);
    if (phase != CallPhase.BRIDGED) {
      parts.control().sendAway(id(), parts.fallbackPerson());
    }
    end(CallOutcome.Result.STOPPED, CallOutcome.By.US, "this process stopped");
  }

  private void end(CallOutcome.Result result, CallOutcome.By by, String reason) {
    if (phase == CallPhase.ENDED) {
      return;
    }
    closeTalk();
    closeListening();
    enter(CallPhase.ENDED);
    watch.ended(new CallOutcome(result, by, reason));
    free();
  }

  /** Another process owns the call: nothing is written and the carrier is not touched. */
  @Override
  public void letGo() {
    log.info("call {} is owned by another process", id());
    watch.letGo();
    if (phase != CallPhase.ENDED) {
      closeTalk();
      closeListening();
      phase = CallPhase.ENDED;
      free();
    }
  }

  private void free() {
    cancelLost();
    parts.tokens().forget(id());
    loop.clock().after(parts.settings().keepEndedFor(), () -> freed.accept(this));
  }

  private void enter(CallPhase next) {
    if (phase == next) {
      return;
    }
    CallPhase before = phase;
    phase = before.to(next);
    ledger.append(new GatewayEvent.PhaseChanged(before, next));
    watch.phase(next);
    log.info("call {} {} -> {}", id(), before, next);
  }

  private void closeTalk() {
    if (talk != null) {
      Talk closing = talk;
      talk = null;
      closing.close();
    }
  }

  private void closeListening() {
    if (listening != null) {
      listening.close();
      listening = null;
    }
  }

  private void cancelLost() {
    if (lost != null) {
      lost.cancel();
      lost = null;
    }
  }
}
