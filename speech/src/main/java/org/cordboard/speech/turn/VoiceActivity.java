package org.cordboard.speech.turn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.cordboard.speech.audio.AudioFormat;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Pcm;
import org.jspecify.annotations.Nullable;

/**
 * Says of each 20 ms frame whether somebody speaks in it. An energy gate goes first, so that a
 * silent line costs next to nothing; behind it a model judges hops of 32 ms, and a frame is voiced
 * when the latest hop that has been completed is. A model may answer in its own time; frames wait
 * for it in order. One per side of a call; one thread.
 */
public final class VoiceActivity {
  private static final int REPLAYED_HOPS = 6; // 192 ms heard before the gate opened
  private static final int FRAME = AudioFormat.MULAW_8K.frameSamples();
  private static final int HISTORY = REPLAYED_HOPS * SpeechProbability.HOP_SAMPLES;

  private final Optional<SpeechProbability> model;
  private final VadSettings settings;
  private final EnergyGate gate = new EnergyGate();
  private final float[] history = new float[4 * HISTORY]; // the latest samples, up to historyEnd
  private final short[] samples = new short[FRAME]; // of the frame at hand
  private final float[] hop = new float[SpeechProbability.HOP_SAMPLES]; // the one at hand
  private final Deque<AudioFrame> queued = new ArrayDeque<>(); // behind the frame at hand
  private final SpeechProbability.Answer answer = this::judged;
  private int historyEnd = HISTORY; // silence came before the first
  private int fresh; // samples at the end of history that no hop has taken
  private boolean open;
  private boolean voiced;
  private float probability;
  private double level; // rms of the latest frame, when there is no model
  private @Nullable AudioFrame asking; // the frame at hand, while the model is asked about it
  private Listener listener = frame -> {};

  /** Told of frames that have been judged. */
  public interface Listener {
    /** Of {@code frame}, the detector now says what it has to say. */
    void judged(AudioFrame frame);
  }

  /** A detector that asks {@code model}, or goes by loudness alone when there is none. */
  public VoiceActivity(VadSettings settings, Optional<SpeechProbability> model) {
    this.settings = settings;
    this.model = model;
  }

  /**
   * Takes the next frame, {@code MULAW_8K}: true when it is voiced.
   *
   * @throws IllegalStateException when the model does not answer at once
   */
  public boolean voiced(AudioFrame frame) {
    hear(frame, judged -> {});
    if (asking != null) {
      throw new IllegalStateException("this model answers in its own time: use hear");
    }
    return voiced;
  }

  /**
   * Takes the next frame; {@code then} is told when it has been judged, at once or later on this
   * thread, in the order of the frames.
   */
  public void hear(AudioFrame frame, Listener then) {
    listener = then;
    if (asking != null) {
      queued.add(frame);
      return;
    }
    take(frame);
    takeQueued();
  }

  private void takeQueued() {
    while (asking == null && !queued.isEmpty()) {
      take(queued.remove());
    }
  }

  private void take(AudioFrame frame) {
    asking = frame;
    MuLaw.decode(frame.bytes(), samples);
    if (model.isEmpty()) {
      level = Pcm.rms(samples);
      voiced = level >= settings.energyThreshold();
      probability = voiced ? 1 : 0;
      done(frame);
      return;
    }
    remember();
    boolean opens = gate.open(samples);
    if (!opens) {
      voiced = false;
      probability = 0;
    } else if (!open) { // the model hears what led up to it, as it needs some context to judge
      model.get().reset();
      fresh = HISTORY;
    }
    open = opens;
    askOn(frame);
  }

  /** Asks about what is left of the frame at hand. */
  private void askOn(AudioFrame frame) {
    if (open && model.isPresent() && fresh >= SpeechProbability.HOP_SAMPLES) {
      System.arraycopy(history, historyEnd - fresh, hop, 0, hop.length);
      fresh -= SpeechProbability.HOP_SAMPLES;
      model.get().next(hop, answer);
    } else {
      done(frame);
    }
  }

  private void judged(float likely) {
    judge(Float.isNaN(likely) ? loudness() : likely);
    AudioFrame frame = asking;
    if (frame != null) {
      askOn(frame);
    }
    takeQueued();
  }

  private void done(AudioFrame frame) {
    asking = null;
    listener.judged(frame);
  }

  /** True when the frame judged last is voiced. */
  public boolean voiced() {
    return voiced;
  }

  /** How likely the latest hop is speech, 0 to 1; 0 while the gate is closed. */
  public float probability() {
    return probability;
  }

  /** True when the latest frame stands clear of the line's noise, be it a voice or not. */
  public boolean loud() {
    return model.isEmpty() ? voiced : gate.loud();
  }

  /** The level of the latest frame in dBFS; about −100 for digital silence. */
  public double levelDb() {
    double rms = model.isEmpty() ? level : gate.level();
    return 20 * Math.log10(Math.max(0.3, rms) / 32_768);
  }

  private void remember() {
    if (historyEnd + FRAME > history.length) {
      int kept = HISTORY - FRAME;
      System.arraycopy(history, historyEnd - kept, history, 0, kept);
      historyEnd = kept;
    }
    Pcm.toFloats(samples, history, historyEnd);
    historyEnd += FRAME;
    fresh = Math.min(HISTORY, fresh + FRAME);
  }

  private float loudness() {
    return Pcm.rms(hop) >= settings.energyThreshold() ? 1 : 0;
  }

  private void judge(float likely) {
    probability = likely;
    voiced = likely >= (voiced ? settings.release() : settings.threshold());
  }
}
