package org.cordboard.sim.carrier;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.cordboard.sim.twiml.Verb;
import org.cordboard.sim.twiml.VerbResult;
import org.jspecify.annotations.Nullable;

/**
 * Collects keys while prompts play. The time-out runs from the end of the prompts, and again from
 * each key.
 */
final class GatherActivity implements Activity {
  private static final int FRAMES_PER_S = 50;

  private final Verb.Gather gather;
  private final Sound prompts;
  private final Consumer<VerbResult> done;
  private final StringBuilder digits = new StringBuilder();
  private boolean silenced;
  private boolean ended;
  private long waited;

  GatherActivity(Verb.Gather gather, Sound prompts, Consumer<VerbResult> done) {
    this.gather = gather;
    this.prompts = prompts;
    this.done = done;
  }

  @Override
  public byte @Nullable [] heard() {
    if (!silenced && !prompts.over()) {
      return prompts.next();
    }
    if (!ended && waited++ >= (long) gather.timeoutS() * FRAMES_PER_S) {
      finish("");
    }
    return null;
  }

  @Override
  public void key(char key) {
    if (ended || (!gather.bargeIn() && !prompts.over())) {
      return;
    }
    silenced = true;
    prompts.stop();
    waited = 0;
    if (gather.finishOnKey().indexOf(key) >= 0) {
      finish(String.valueOf(key));
      return;
    }
    digits.append(key);
    if (digits.length() == gather.numDigits()) {
      finish("");
    }
  }

  private void finish(String key) {
    ended = true;
    if (digits.isEmpty() && key.isEmpty() && !gather.actionOnEmptyResult()) {
      done.accept(VerbResult.next());
      return;
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("msg", "Gather End");
    parameters.put("Digits", digits.toString());
    if (!key.isEmpty()) {
      parameters.put("FinishedOnKey", key);
    }
    done.accept(VerbResult.action(parameters));
  }

  @Override
  public void cancel(Interruption why) {
    ended = true;
    prompts.stop();
  }
}
