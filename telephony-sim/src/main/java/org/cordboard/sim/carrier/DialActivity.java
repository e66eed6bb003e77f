package org.cordboard.sim.carrier;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.cordboard.config.Clock;
import org.cordboard.sim.twiml.Verb;
import org.cordboard.sim.twiml.VerbResult;
import org.jspecify.annotations.Nullable;

/**
 * {@code <Dial><Number>}: rings a telephone, whispers to it if so asked, and joins it to the leg.
 * RINGING → (WHISPERING) → BRIDGED → OVER.
 */
final class DialActivity implements Activity {
  private final Leg leg;
  private final Switchboard board;
  private final Verb.Dial dial;
  private final Verb.NumberTarget number;
  private final Consumer<VerbResult> done;
  private final Sound ringing = Tones.ringing();
  private @Nullable Leg callee;
  private byte @Nullable [] fromLeg;
  private byte @Nullable [] fromCallee;
  private Clock.Timer limit = () -> {};
  private boolean whispered;
  private boolean bridged;
  private boolean over;

  DialActivity(
      Leg leg,
      Switchboard board,
      Verb.Dial dial,
      Verb.NumberTarget number,
      Consumer<VerbResult> done) {
    this.leg = leg;
    this.board = board;
    this.dial = dial;
    this.number = number;
    this.done = done;
  }

  /** Dials; called once the leg is doing this. */
  void start() {
    Leg dialled =
        board.dial(
            new Switchboard.Dialled(
                dial.callerId().isEmpty() ? leg.info().from() : dial.callerId(),
                number.number(),
                LegInfo.Direction.OUTBOUND_DIAL,
                leg.sid(),
                Duration.ofSeconds(dial.timeoutS()),
                new Callback(
                    number.statusCallback(),
                    number.statusCallbackMethod(),
                    Set.copyOf(number.statusCallbackEvents()))));
    callee = dialled;
    dialled.watch(this::calleeChanged);
  }

  private void calleeChanged(Leg changed) {
    if (over) {
      return;
    }
    if (changed.status().terminal()) {
      finish(changed);
    } else if (changed.connected() && !whispered) {
      Verb.Action whisper = number.whisper();
      if (whisper == null) {
        bridge(changed);
      } else {
        whispered = true;
        board.control(changed, new Verb.Action("", "POST"), () -> bridge(changed)).load(whisper);
      }
    }
  }

  private void bridge(Leg other) {
    if (over) {
      other.release();
      return;
    }
    bridged = true;
    leg.connect();
    ringing.stop();
    leg.note("bridged", Map.of("callSid", other.sid()));
    other.begin(new FarEnd());
    limit = board.loop().clock().after(Duration.ofSeconds(dial.timeLimitS()), other::release);
  }

  private void finish(Leg ended) {
    over = true;
    limit.cancel();
    String status = ended.status().wire();
    if (ended.status() == LegStatus.COMPLETED && !bridged) {
      status = board.plan().dialing().declinedWhisper();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("DialCallStatus", status);
    parameters.put("DialCallSid", ended.sid());
    parameters.put("DialCallDuration", String.valueOf(ended.durationS()));
    parameters.put("DialBridged", String.valueOf(bridged));
    done.accept(VerbResult.action(parameters));
  }

  @Override
  public void said(byte @Nullable [] frame) {
    fromLeg = frame;
  }

  @Override
  public byte @Nullable [] heard() {
    return bridged ? fromCallee : ringing.next();
  }

  @Override
  public void key(char key) {
    if (key == '*' && dial.hangupOnStar() && callee != null) {
      callee.release();
    }
  }

  @Override
  public void cancel(Interruption why) {
    over = true;
    limit.cancel();
    if (callee != null) {
      callee.release();
    }
  }

  /** What the dialled telephone is doing while it is joined. */
  private final class FarEnd implements Activity {
    @Override
    public void said(byte @Nullable [] frame) {
      fromCallee = frame;
    }

    @Override
    public byte @Nullable [] heard() {
      return fromLeg;
    }
  }
}
