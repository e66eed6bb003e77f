package org.cordboard.sim.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.cordboard.config.ManualClock;
import org.cordboard.speech.RecognitionStream.Expectation;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.audio.AudioFormat;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.audio.FrameCutter;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.scripted.ScriptedJudge;
import org.cordboard.speech.scripted.ScriptedSynthesizer;
import org.cordboard.speech.scripted.ScriptedVoiceSettings;
import org.cordboard.speech.turn.Endpointer;
import org.cordboard.speech.turn.EndpointingSettings;
import org.cordboard.speech.turn.SpeechProbability;
import org.cordboard.speech.turn.TurnEvent;
import org.cordboard.speech.turn.VadSettings;
import org.cordboard.speech.turn.VoiceActivity;

/**
 * One utterance as frames in base64, ready to be written, and the frame with which the far end can
 * know that it is over: the one from which a reply is timed. Immutable; any thread may read it.
 */
public final class CallerScript {
  private static final int LEAD_FRAMES = 50; // the line is quiet before somebody speaks
  private static final int MOST_SILENCE = 500; // 10 s: an end that is not found is a wrong setting
  private static final byte[] SILENCE = base64(quiet());

  private final List<byte[]> frames;
  private final int trigger;

  private CallerScript(List<byte[]> frames, int trigger) {
    this.frames = frames;
    this.trigger = trigger;
  }

  /**
   * Scripted speech that says {@code text}, to a far end whose ears are set as given.
   *
   * @throws IllegalArgumentException when such ears never find its end
   */
  public static CallerScript of(String text, VadSettings ears, EndpointingSettings ends) {
    List<byte[]> audio = spoken(text);
    return new CallerScript(
        audio.stream().map(CallerScript::base64).toList(), trigger(audio, ears, ends));
  }

  private static List<byte[]> spoken(String text) {
    ManualClock clock = new ManualClock();
    List<byte[]> frames = new ArrayList<>();
    FrameCutter cutter = new FrameCutter();
    try (ScriptedSynthesizer voice =
        new ScriptedSynthesizer(new ScriptedVoiceSettings(Duration.ZERO))) {
      voice.speak(SpeechRequest.of(text, ""), clock, new Collector(cutter, frames));
      clock.advance(Duration.ofMillis(1));
    }
    return frames;
  }

  private record Collector(FrameCutter cutter, List<byte[]> frames) implements SynthesisListener {
    @Override
    public void onAudio(byte[] mulaw) {
      cutter.push(mulaw).forEach(frame -> frames.add(frame.bytes()));
    }

    @Override
    public void onEnd() {}

    @Override
    public void onFailure(Throwable failure) {
      throw new IllegalStateException("the scripted voice failed", failure);
    }
  }

  /** The first frame after which these ears know that the utterance is over; from 0. */
  private static int trigger(List<byte[]> audio, VadSettings ears, EndpointingSettings ends) {
    VoiceActivity activity =
        new VoiceActivity(
            ears,
            ears.type() == VadSettings.Type.ENERGY
                ? Optional.empty()
                : Optional.of(new ScriptedJudge(new Idle())));
    Endpointer endpointer = new Endpointer(ends.profile(Expectation.FREE));
    long position = 0;
    for (int at = -LEAD_FRAMES; at < audio.size() + MOST_SILENCE; at++) {
      byte[] bytes = at >= 0 && at < audio.size() ? audio.get(at) : quiet();
      AudioFrame frame = new AudioFrame(AudioFormat.MULAW_8K, bytes, position);
      position = frame.endSample();
      for (TurnEvent event : endpointer.next(activity.voiced(frame), frame)) {
        if (event instanceof TurnEvent.Ended && at >= audio.size()) {
          return at;
        }
      }
    }
    throw new IllegalArgumentException(
        "with these settings of speech.vad and speech.endpointing the end of a caller's turn is"
            + " not found; lower speech.vad.energy-threshold");
  }

  /** What such a model finds does not matter, so this one need not work. */
  private static final class Idle implements SpeechProbability {
    @Override
    public float next(float[] hop) {
      return 0;
    }

    @Override
    public void reset() {}
  }

  private static byte[] quiet() {
    byte[] quiet = new byte[AudioFormat.MULAW_8K.frameBytes()];
    Arrays.fill(quiet, MuLaw.SILENCE);
    return quiet;
  }

  private static byte[] base64(byte[] mulaw) {
    return Base64.getEncoder().encodeToString(mulaw).getBytes(StandardCharsets.US_ASCII);
  }

  /** Frames of speech. */
  int frames() {
    return frames.size();
  }

  /** The frame, from 0 and counted on through the silence, with which the turn is over. */
  int trigger() {
    return trigger;
  }

  /** The payload of frame {@code at}; silence before and behind the speech. */
  byte[] payload(int at) {
    return at >= 0 && at < frames.size() ? frames.get(at) : SILENCE;
  }
}
