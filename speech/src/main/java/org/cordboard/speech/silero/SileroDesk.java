package org.cordboard.speech.silero;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.cordboard.config.Loop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread's way to the model. Hops that its calls bring in one round of events are judged
 * together: eight at once cost what two cost alone, so that a busy thread gains what an idle one
 * need not wait for. Confined to its thread.
 */
final class SileroDesk {
  private static final Logger log = LoggerFactory.getLogger(SileroDesk.class);
  private static final int MOST = 32; // beyond that a hop costs no less

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Queue<SileroRun> made;
  private final @Nullable SileroRun[] runs = new SileroRun[MOST + 1];
  private List<LoopStream> waiting = new ArrayList<>();
  private List<LoopStream> judged = new ArrayList<>();
  private boolean called;

  /** {@code made} gets every run that is to be closed with the model. */
  SileroDesk(OrtEnvironment environment, OrtSession session, Queue<SileroRun> made) {
    this.environment = environment;
    this.session = session;
    this.made = made;
  }

  /** Judges one hop now. */
  float judge(SileroStream stream) {
    try {
      SileroRun run = run(1);
      run.put(0, stream.input(), stream.state());
      run.judge();
      return run.take(0, stream.state());
    } catch (OrtException failed) {
      throw new IllegalStateException("the voice-activity model failed", failed);
    }
  }

  /** Judges the stream's hop after the events at hand of {@code loop}, which is this thread's. */
  void ask(LoopStream stream, Loop loop) {
    waiting.add(stream);
    if (!called) {
      loop.afterwards(this::answerAll);
      called = true;
    }
  }

  private void answerAll() {
    while (!waiting.isEmpty()) {
      List<LoopStream> now = waiting;
      waiting = judged; // answers bring the next hops of the same streams
      for (int from = 0; from < now.size(); from += MOST) {
        answer(now.subList(from, Math.min(now.size(), from + MOST)));
      }
      now.clear();
      judged = now;
    }
    called = false;
  }

  private void answer(List<LoopStream> streams) {
    float[] likely = new float[streams.size()];
    try {
      SileroRun run = run(streams.size());
      for (int i = 0; i < likely.length; i++) {
        run.put(i, streams.get(i).input(), streams.get(i).state());
      }
      run.judge();
      for (int i = 0; i < likely.length; i++) {
        likely[i] = run.take(i, streams.get(i).state());
      }
    } catch (OrtException failed) {
      log.error("the voice-activity model failed; loudness decides", failed);
      Arrays.fill(likely, Float.NaN);
    }
    for (int i = 0; i < likely.length; i++) {
      streams.get(i).answer(likely[i]);
    }
  }

  private SileroRun run(int streams) throws OrtException {
    SileroRun run = runs[streams];
    if (run == null) {
      run = new SileroRun(environment, session, streams);
      runs[streams] = run;
      made.add(run);
    }
    return run;
  }
}
