package org.cordboard.handoff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cordboard.config.Completion;
import org.cordboard.dialog.CallId;

/** A carrier that writes down what it is asked and answers when the test says so. */
final class FakeControl implements CallControl {
  final List<String> done = new ArrayList<>();
  final Map<String, Completion<String>> dials = new LinkedHashMap<>();
  final List<String> whispers = new ArrayList<>();
  final List<Completion<Boolean>> moves = new ArrayList<>();
  final List<Completion<Boolean>> returns = new ArrayList<>();

  @Override
  public void dial(CallId call, String offer, TransferTarget target, Completion<String> then) {
    done.add("dial " + offer + " " + target.name());
    dials.put(offer, then);
  }

  /** The dial of that offer, which must have been asked for. */
  Completion<String> dialing(String offer) {
    return Objects.requireNonNull(dials.get(offer), offer);
  }

  @Override
  public void answer(String offer, LegScript script) {
    done.add("answer " + offer + " " + script.getClass().getSimpleName());
    if (script instanceof LegScript.BriefThenJoin brief) {
      whispers.add(brief.whisper());
    }
  }

  @Override
  public void endLeg(String legSid, Completion<Boolean> then) {
    done.add("end " + legSid);
    then.done(true);
  }

  @Override
  public void moveCaller(CallId call, String room, Completion<Boolean> then) {
    done.add("move " + room);
    moves.add(then);
  }

  @Override
  public void returnCaller(CallId call, Completion<Boolean> then) {
    done.add("return");
    returns.add(then);
  }
}
