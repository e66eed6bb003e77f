package org.cordboard.gateway.call;

import java.util.function.Consumer;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.DialogAction;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.gateway.twilio.TwilioCallControl;
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

  private final CallParts parts;
  private final IncomingCall incoming;
  private final CallLedger ledger;
  private final Loop loop;
  private final TwilioCallControl control;
  private final TransferDriver transfer;
  private final CallClaim claim;
  private final CallWatch watch;
  private final CallMedia media;
  private final Consumer<CallSession> freed;
  private CallPhase phase = CallPhase.RINGING;

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
    this.control = parts.carrier().callControl(incoming.call(), loop);
    this.claim = new CallClaim(parts.node(), ledger, loop, control, this::letGo);
    this.watch = new CallWatch(parts, incoming, ledger, loop);
    this.media =
        new CallMedia(
            parts,
            incoming,
            ledger,
            loop,
            watch,
            this,
            () -> end(CallOutcome.Result.FAILED, CallOutcome.By.CARRIER, "stream lost"));
    this.transfer = parts.handoff().forCall(control, ledger, loop, this);
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

  TransferDriver transfer() {
    return transfer;
  }

  // ---- ownership

  /** The call is ours from here on; {@code reply} gets the stream's document. */
  void own(boolean resume, Consumer<CallAnswer> reply) {
    if (resume) {
      phase = CallHistory.phase(parts.codec(), ledger.entries());
    } else {
      ledger.append(new GatewayEvent.CallOffered(incoming.from(), incoming.to()));
    }
    claim.take(() -> reply.accept(stream(resume)));
    loop.clock().after(parts.settings().maxDuration(), this::tooLong);
  }

  /**
   * Takes up a call that a process before this one left, when the carrier has not come by itself:
   * in a conversation the carrier is asked for a new stream; with a person, the two are left alone.
   */
  void recall() {
    phase = CallHistory.phase(parts.codec(), ledger.entries());
    claim.take(
        () -> {
          if (phase == CallPhase.BRIDGED) {
            transfer.resume(false);
          } else {
            claim.askForStream(() -> !media.isTalking() && phase != CallPhase.ENDED, this::gone);
          }
        });
  }

  private void gone() {
    end(CallOutcome.Result.ABANDONED, CallOutcome.By.CALLER, "left while nobody owned the call");
  }

  private CallAnswer stream(boolean resume) {
    StreamTokens.Use use = resume ? StreamTokens.Use.RESUME : StreamTokens.Use.TALK;
    return new CallAnswer.Stream(parts.tokens().issue(id(), use), resume);
  }

  // ---- media

  /** A stream whose token was good; answers who listens to it. */
  MediaListener streamOpened(MediaStream stream, StreamTokens.Use use) {
    if (use == StreamTokens.Use.LISTEN) {
      return media.openListening(stream, this::streamEnded);
    }
    boolean resumed = use == StreamTokens.Use.RESUME;
    if (phase != CallPhase.TRANSFERRING) {
      enter(CallPhase.CONVERSING);
    }
    MediaListener listener = media.openTalk(stream, resumed, this::streamEnded);
    if (resumed && !transfer.active() && transfer.resume(true)) {
      log.info("call {} goes on with a transfer that was under way", id());
    }
    return listener;
  }

  private void streamEnded(String stream, String cause, boolean wasTalk) {
    if (phase == CallPhase.ENDED) {
      return;
    }
    ledger.append(new GatewayEvent.StreamClosed(stream, cause));
    boolean joining = transfer.active() && transfer.state() == TransferState.JOINING;
    if (wasTalk && !joining && phase != CallPhase.BRIDGED) {
      media.lost();
    }
  }

  // ---- the carrier

  /** The document after the stream was reached: the call is alive and has no stream. */
  void afterStream(Consumer<CallAnswer> reply) {
    media.found();
    reply.accept(phase == CallPhase.ENDED ? new CallAnswer.Goodbye("") : stream(true));
  }

  /** The conference is over for the caller. */
  void afterRoom(Consumer<CallAnswer> reply) {
    if (phase == CallPhase.ENDED || phase == CallPhase.BRIDGED) {
      reply.accept(new CallAnswer.Goodbye(""));
      end(CallOutcome.Result.TRANSFERRED, CallOutcome.By.PERSON, "the person hung up");
    } else {
      transfer.onAfterRoom();
      reply.accept(stream(true));
    }
  }

  /** The caller's leg is gone. */
  void callerGone(String status) {
    CallOutcome.Result result =
        switch (phase) {
          case BRIDGED -> CallOutcome.Result.TRANSFERRED;
          case TRANSFERRING -> CallOutcome.Result.LEFT_WAITING;
          default ->
              watch.conversed() ? CallOutcome.Result.CONVERSED : CallOutcome.Result.ABANDONED;
        };
    transfer.onCallerGone();
    end(result, CallOutcome.By.CALLER, status);
  }

  // ---- the talk

  @Override
  public void escalate(DialogAction.Escalate wanted) {
    if (phase == CallPhase.CONVERSING) { // else somebody is being asked already
      enter(CallPhase.TRANSFERRING);
      media.withDialog(dialog -> dialog.transferStarted());
      transfer.start(wanted);
    }
  }

  @Override
  public void callOff() {
    transfer.onNeverMind();
  }

  @Override
  public void hangUp(String rule) {
    transfer.onCallerGone();
    control.hangUp(claim.whatever());
    end(CallOutcome.Result.CONVERSED, CallOutcome.By.US, rule);
  }

  private void tooLong() {
    if (phase == CallPhase.CONVERSING) {
      hangUp("longest duration");
    }
  }

  @Override
  public void trouble(String part, @Nullable Throwable failure) {
    watch.trouble(part, failure);
    if (failure != null) {
      media.withDialog(dialog -> dialog.degraded(part));
    }
  }

  private void storeChanged(boolean degraded) {
    watch.store(degraded);
    if (degraded) {
      media.withDialog(dialog -> dialog.degraded("store"));
    }
  }

  // ---- the transfer

  @Override
  public void transferring(String name) {
    log.info("call {} rings a person", id());
  }

  @Override
  public void joining(String name, Runnable go) {
    media.whenQuiet(go);
  }

  @Override
  public void bridged(String name) {
    enter(CallPhase.BRIDGED);
  }

  @Override
  public void returned(String reason) {
    if (phase != CallPhase.ENDED) {
      enter(CallPhase.CONVERSING);
      media.returned(reason);
    }
  }

  @Override
  public void ended() {
    log.info("call {}: its transfer is over, the caller has left", id());
  }

  // ---- the end

  /** Ends the call because the process stops: the caller goes to the fallback person, if any. */
  void stop(Runnable then) {
    watch.whenClosed(then);
    if (phase != CallPhase.BRIDGED && phase != CallPhase.ENDED) {
      control.redirect(parts.away(), claim.whatever());
    }
    end(CallOutcome.Result.STOPPED, CallOutcome.By.US, "this process stopped");
  }

  private void end(CallOutcome.Result result, CallOutcome.By by, String reason) {
    if (phase != CallPhase.ENDED) {
      media.close();
      enter(CallPhase.ENDED);
      watch.ended(new CallOutcome(result, by, reason));
      free();
    }
  }

  @Override
  public void letGo() {
    log.info("call {} is owned by another process", id());
    if (phase != CallPhase.ENDED) {
      phase = CallPhase.ENDED;
      media.close();
      watch.letGo();
      free();
    }
  }

  private void free() {
    media.found();
    parts.tokens().forget(id());
    loop.clock().after(parts.settings().keepEndedFor(), () -> freed.accept(this));
  }

  private void enter(CallPhase next) {
    if (phase != next) {
      CallPhase before = phase;
      phase = before.to(next);
      ledger.append(new GatewayEvent.PhaseChanged(before, next));
      watch.phase(next);
      log.info("call {} {} -> {}", id(), before, next);
    }
  }
}
