package org.cordboard.gateway.twilio;

import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallId;
import org.cordboard.gateway.call.CallAnswer;
import org.cordboard.gateway.call.CallerPlace;
import org.cordboard.handoff.CallControl;
import org.cordboard.handoff.CarrierRefusal;
import org.cordboard.handoff.LegScript;
import org.cordboard.handoff.TransferTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call's hold on the carrier: REST requests on workers, answers on the call's loop. Legs are
 * ended by {@code completed}, which holds in every state: {@code canceled} would miss a leg that
 * was answered a moment ago.
 */
public final class TwilioCallControl implements CallControl {
  private static final Logger log = LoggerFactory.getLogger(TwilioCallControl.class);

  private final TwilioCarrier.Shared shared;
  private final CallId call;
  private final Loop loop;

  TwilioCallControl(TwilioCarrier.Shared shared, CallId call, Loop loop) {
    this.shared = shared;
    this.call = call;
    this.loop = loop;
  }

  @Override
  public void dial(CallId of, String offer, TransferTarget target, Completion<String> then) {
    submit("dial " + offer, () -> shared.api().dial(of, offer, target), then);
  }

  @Override
  public void answer(String offer, LegScript script) {
    shared.replies().answer(offer, shared.rooms().agent(call, offer, script));
  }

  @Override
  public void endLeg(String legSid, Completion<Boolean> then) {
    submit("end leg " + legSid, () -> shared.api().end(legSid), then);
  }

  @Override
  public void moveCaller(CallId of, String room, Completion<Boolean> then) {
    String document = shared.rooms().caller(of, room, shared.grants().listen(of));
    submit("move", () -> shared.api().redirect(of.value(), document), then);
  }

  @Override
  public void returnCaller(CallId of, Completion<Boolean> then) {
    redirect(new CallAnswer.Stream(shared.grants().resume(of), true), then);
  }

  /** Gives the caller's leg a new document at once; false when the call has ended. */
  public void redirect(CallAnswer answer, Completion<Boolean> then) {
    String document = shared.documents().render(call, answer);
    submit("redirect", () -> shared.api().redirect(call.value(), document), then);
  }

  /** Hangs up the caller; false when the call had ended. */
  public void hangUp(Completion<Boolean> then) {
    submit("hang up", () -> shared.api().end(call.value()), then);
  }

  /** Where the caller is, who may be with a person in the room of that name; none when empty. */
  public void whereabouts(String room, Completion<CallerPlace> then) {
    submit("find", () -> shared.api().whereabouts(call.value(), room), then);
  }

  /** Has both voices of a caller in a room sent to us; false when the call has ended. */
  public void listen(Completion<Boolean> then) {
    String token = shared.grants().listen(call);
    submit("listen", () -> shared.api().listen(call.value(), token), then);
  }

  private <T> void submit(String what, Callable<T> task, Completion<T> then) {
    shared
        .workers()
        .submit(
            task,
            loop,
            Completion.of(
                then::done,
                failure -> {
                  log.warn("call {}: {} failed: {}", call, what, failure.getMessage());
                  then.failed(
                      failure instanceof RejectedExecutionException
                          ? new CarrierRefusal(
                              String.valueOf(failure.getMessage()), "too many requests wait")
                          : failure);
                }));
  }
}
