package org.cordboard.speech.silero;

import java.util.Objects;
import org.cordboard.config.Loop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stream of a call, whose hops are judged together with those of others on its thread. */
final class LoopStream extends SileroStream {
  private static final Logger log = LoggerFactory.getLogger(LoopStream.class);

  private final SileroModel model;
  private final Loop loop;
  private @Nullable Answer asked;

  LoopStream(SileroModel model, Loop loop) {
    super(model);
    this.model = model;
    this.loop = loop;
  }

  @Override
  public void next(float[] hop, Answer answer) {
    remember(hop);
    asked = answer;
    model.desk().ask(this, loop);
  }

  /** On the thread that asked, though perhaps in another call's turn: that one must not suffer. */
  void answer(float likely) {
    Answer waiting = Objects.requireNonNull(asked);
    asked = null;
    try {
      loop.run(() -> waiting.likely(likely));
    } catch (RuntimeException failed) {
      log.error("a call failed on a frame", failed);
    }
  }
}
