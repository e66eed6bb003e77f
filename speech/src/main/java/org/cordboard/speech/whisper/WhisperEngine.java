package org.cordboard.speech.whisper;

import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import io.github.givimad.whisperjni.WhisperSamplingStrategy;
import io.github.givimad.whisperjni.WhisperState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordboard.speech.ModelException;
import org.jspecify.annotations.Nullable;

/**
 * The native engine: one model for the process, and a state for each decode that runs at once.
 * Blocks for the length of a decode; only workers may call it.
 */
final class WhisperEngine implements Decoding {
  private static final String ENGLISH = "en";
  private static final Pattern DETECTED =
      Pattern.compile("auto-detected language: ([a-z]{2,3}) \\(p = ([0-9.]+)\\)");
  private static final ThreadLocal<Guess> TOLD = new ThreadLocal<>();

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
      WhisperJNI.setLibraryLogger(WhisperEngine::listen);
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
  public boolean multilingual() {
    return jni.isMultilingual(context);
  }

  @Override
  public String decode(float[] audio, int audioContext, String prompt) {
    return decode(audio, audioContext, prompt, ENGLISH);
  }

  @Override
  public String decode(float[] audio, int audioContext, String prompt, String language) {
    WhisperFullParams params = params(threads, audioContext, language);
    if (!prompt.isEmpty()) {
      params.initialPrompt = prompt;
    }
    return run(params, audio);
  }

  @Override
  public String sketch(float[] audio, int audioContext) {
    return run(params(1, audioContext, ENGLISH), audio);
  }

  @Override
  public Optional<Guess> language(float[] audio) {
    WhisperFullParams params = params(threads, 0, "auto");
    params.detectLanguage = true; // and nothing else
    TOLD.remove();
    run(params, audio);
    return Optional.ofNullable(TOLD.get());
  }

  private static WhisperFullParams params(int threads, int audioContext, String language) {
    WhisperFullParams params = new WhisperFullParams(WhisperSamplingStrategy.GREEDY);
    params.nThreads = threads;
    params.audioCtx = audioContext;
    params.language = language;
    params.noTimestamps = true;
    params.singleSegment = true;
    params.noContext = true;
    params.suppressBlank = true;
    params.temperatureInc = 0;
    params.printProgress = false;
    params.printTimestamps = false;
    return params;
  }

  private String run(WhisperFullParams params, float[] audio) {
    busy.incrementAndGet();
    WhisperState state = idle.poll();
    if (state == null) {
      state = jni.initState(context);
    }
    try {
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

  /** The binding gives no other way to learn it: the engine logs it, on the thread that decodes. */
  private static void listen(String line) {
    Matcher told = DETECTED.matcher(line);
    if (told.find()) {
      TOLD.set(new Guess(told.group(1), Double.parseDouble(told.group(2))));
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
