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
final class CallSession implements TalkOwner, TransferListener {
  private static final Logger log = LoggerFactory.getLogger(CallSession.class);

  private final CallParts parts;
  private final IncomingCall incoming;
  private final CallLedger ledger;
  private final Loop loop;
  private final TwilioCallControl control;
  private final TransferDriver transfer;
  private final CallClaim claim;
  private final CallRecall recall;
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
            () -> dropped(CallOutcome.Result.FAILED, CallOutcome.By.CARRIER, "no stream"));
    this.transfer = parts.handoff().forCall(control, ledger, loop, this);
    this.recall =
        new CallRecall(
            ledger,
            control,
            transfer,
            loop,
            new CallRecall.Fate(
                () -> !media.isTalking() && phase != CallPhase.ENDED,
                () -> dropped(watch.left(phase), CallOutcome.By.CALLER, "left alone"),
                () -> enter(CallPhase.BRIDGED)));
    ledger.watch(watch::store);
    ledger.whenFenced(this::letGo);
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

  /** Takes the call, and up where its ledger says it was; {@code then} runs when it is ours. */
  void own(boolean resume, Runnable then) {
    if (resume) {
      phase = CallHistory.phase(parts.codec(), ledger.entries());
    } else {
      ledger.append(new GatewayEvent.CallOffered(incoming.from(), incoming.to()));
    }
    claim.take(then);
    claim.limit(
        parts.settings().maxDuration(),
        () -> {
          if (phase == CallPhase.CONVERSING) {
            hangUp("longest duration");
          }
        });
  }

  /** A process before this one left the call, and the carrier has not come by itself. */
  void recall() {
    recall.begin();
  }

  /** "Stream to us": if no stream comes of it, the call is lost. */
  void answer(Consumer<CallAnswer> reply) {
    recall.stop();
    boolean resume = phase != CallPhase.RINGING;
    StreamTokens.Use use = resume ? StreamTokens.Use.RESUME : StreamTokens.Use.TALK;
    reply.accept(new CallAnswer.Stream(parts.tokens().issue(id(), use), resume));
    media.expected();
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
    if (phase == CallPhase.ENDED) {
      reply.accept(new CallAnswer.Goodbye(""));
    } else {
      answer(reply);
    }
  }

  /** The conference is over for the caller. */
  void afterRoom(Consumer<CallAnswer> reply) {
    if (phase != CallPhase.ENDED && !transfer.active()) {
      transfer.resume(false); // it was another process's
    }
    if (phase == CallPhase.ENDED || phase == CallPhase.BRIDGED && !transfer.comesBack()) {
      reply.accept(new CallAnswer.Goodbye(""));
      end(CallOutcome.Result.TRANSFERRED, CallOutcome.By.PERSON, "the person hung up");
    } else {
      transfer.onAfterRoom();
      answer(reply);
    }
  }

  /** The caller's leg is gone. */
  void callerGone(String status) {
    dropped(watch.left(phase), CallOutcome.By.CALLER, status);
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
    claim.hangUp();
    dropped(CallOutcome.Result.CONVERSED, CallOutcome.By.US, rule);
  }

  @Override
  public void trouble(String part, @Nullable Throwable failure) {
    watch.trouble(part, failure);
    if (failure != null && !part.equals(Talk.RECOGNIZER)) { // that it is told by what it misses
      media.withDialog(dialog -> dialog.degraded(part));
    }
  }

  @Override
  public void keypadMenu(String why) {
    if (phase == CallPhase.RINGING || phase == CallPhase.CONVERSING) { // else a person is coming
      ledger.append(new GatewayEvent.MenuGiven(why));
      claim.menu(new CallAnswer.KeypadMenu(parts.texts().menuSpeechless(), parts.fallbackPerson()));
      dropped(CallOutcome.Result.MENU, CallOutcome.By.US, why);
    }
  }

  // ---- the transfer

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

  // ---- the end

  /** Ends the call because the process stops: the caller goes to the fallback person, if any. */
  void stop(Runnable then) {
    watch.whenClosed(then);
    String why = "this process stopped";
    if (phase == CallPhase.BRIDGED) {
      end(CallOutcome.Result.STOPPED, CallOutcome.By.US, why);
    } else if (phase != CallPhase.ENDED) {
      control.redirect(parts.away(), claim.whatever());
      dropped(CallOutcome.Result.STOPPED, CallOutcome.By.US, why);
    }
  }

  private void dropped(CallOutcome.Result result, CallOutcome.By by, String reason) {
    transfer.onCallerGone();
    end(result, by, reason);
  }

  private void end(CallOutcome.Result result, CallOutcome.By by, String reason) {
    if (phase != CallPhase.ENDED) {
      media.close();
      enter(CallPhase.ENDED);
      watch.ended(new CallOutcome(result, by, reason), transfer::callOver);
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
    claim.giveUp();
    recall.stop();
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
