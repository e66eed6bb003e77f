package org.cordboard.speech.whisper;

import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import io.github.givimad.whisperjni.WhisperSamplingStrategy;
import io.github.givimad.whisperjni.WhisperState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.cordboard.speech.ModelException;
import org.jspecify.annotations.Nullable;

/**
 * The native engine: one model for the process, and a state for each decode that runs at once.
 * Blocks for the length of a decode; only workers may call it.
 */
final class WhisperEngine implements Decoding {
  private final WhisperJNI jni;
  private final WhisperContext context;
  private final ConcurrentLinkedQueue<WhisperState> idle = new ConcurrentLinkedQueue<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final int threads;

  private WhisperEngine(WhisperJNI jni, WhisperContext context, int threads) {
    this.jni = jni;
    this.context = context;
    this.threads = threads;
  }

  /**
   * Loads a model.
   *
   * @throws ModelException when the file is absent or no ggml model, or this machine has no engine
   */
  static WhisperEngine load(Path model, int threads) {
    if (!Files.isRegularFile(model)) {
      throw new ModelException(
          "whisper model "
              + model
              + " does not exist; unset speech.whisper.model for the bundled"
              + " one, or give a ggml file");
    }
    try {
      WhisperJNI.loadLibrary();
      WhisperJNI.setLibraryLogger(line -> {});
      WhisperJNI jni = new WhisperJNI();
      @Nullable WhisperContext context = jni.initNoState(model);
      if (context == null) {
        throw new ModelException(
            "whisper model "
                + model
                + " is corrupt or not in ggml form; fetch it again, or unset"
                + " speech.whisper.model for the bundled one");
      }
      return new WhisperEngine(jni, context, threads);
    } catch (IOException | UnsatisfiedLinkError failed) {
      throw new ModelException(
          "the whisper engine cannot be loaded on this machine ("
              + failed.getMessage()
              + "); set speech.recognizer.type = vosk",
          failed);
    }
  }

  @Override
  public String decode(float[] audio, int audioContext, String prompt) {
    return decode(audio, audioContext, prompt, threads);
  }

  @Override
  public String sketch(float[] audio, int audioContext) {
    return decode(audio, audioContext, "", 1);
  }

  private String decode(float[] audio, int audioContext, String prompt, int threads) {
    busy.incrementAndGet();
    WhisperState state = idle.poll();
    if (state == null) {
      state = jni.initState(context);
    }
    try {
      WhisperFullParams params = new WhisperFullParams(WhisperSamplingStrategy.GREEDY);
      params.nThreads = threads;
      params.audioCtx = audioContext;
      params.language = "en";
      params.noTimestamps = true;
      params.singleSegment = true;
      params.noContext = true;
      params.suppressBlank = true;
      params.temperatureInc = 0;
      params.printProgress = false;
      params.printTimestamps = false;
      if (!prompt.isEmpty()) {
        params.initialPrompt = prompt;
      }
      int result = jni.fullWithState(context, state, params, audio, audio.length);
      if (result != 0) {
        throw new IllegalStateException("the whisper engine failed with code " + result);
      }
      StringBuilder text = new StringBuilder();
      int segments = jni.fullNSegmentsFromState(state);
      for (int i = 0; i < segments; i++) {
        text.append(jni.fullGetSegmentTextFromState(state, i));
      }
      return text.toString();
    } finally {
      idle.add(state);
      busy.decrementAndGet();
    }
  }

  /** Frees the model; leaves it to the end of the process while a decode still runs on it. */
  @Override
  public void close() {
    if (busy.get() > 0) {
      return;
    }
    for (WhisperState state = idle.poll(); state != null; state = idle.poll()) {
      state.close();
    }
    context.close();
  }
}
