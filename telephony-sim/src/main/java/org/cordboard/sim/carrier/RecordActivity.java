package org.cordboard.sim.carrier;

import java.io.ByteArrayOutputStream;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.cordboard.sim.media.PlayoutQueue;
import org.cordboard.sim.twiml.Verb;
import org.cordboard.sim.twiml.VerbResult;
import org.cordboard.speech.audio.MuLaw;
import org.jspecify.annotations.Nullable;

/**
 * {@code <Record>}: a beep, then what the leg says, until a key, a stretch of silence, the longest
 * time, or the end of the call. Silence alone is no recording: the next verb follows.
 */
final class RecordActivity implements Activity {
  private static final int FRAMES_PER_S = 50;
  private static final int SILENT_PEAK = 500; // below about −36 dBFS nobody speaks

  private final Verb.Record verb;
  private final BiConsumer<ByteArrayOutputStream, String> recorded;
  private final Consumer<ByteArrayOutputStream> hungUp;
  private final Consumer<VerbResult> nothing;
  private final ByteArrayOutputStream audio = new ByteArrayOutputStream();
  private final Sound beep;
  private long frames;
  private long quietFrames;
  private boolean spoken;
  private boolean over;

  RecordActivity(
      Verb.Record verb,
      BiConsumer<ByteArrayOutputStream, String> recorded,
      Consumer<ByteArrayOutputStream> hungUp,
      Consumer<VerbResult> nothing) {
    this.verb = verb;
    this.recorded = recorded;
    this.hungUp = hungUp;
    this.nothing = nothing;
    this.beep = verb.playBeep() ? Tones.recordBeep() : Sound.silence(0);
  }

  @Override
  public void said(byte @Nullable [] frame) {
    if (over || !beep.over()) {
      return;
    }
    frames++;
    boolean voice = frame != null && loud(frame);
    spoken |= voice;
    quietFrames = voice ? 0 : quietFrames + 1;
    for (int i = 0; i < PlayoutQueue.FRAME_BYTES; i++) {
      audio.write(frame == null ? MuLaw.SILENCE : frame[i]);
    }
    if (quietFrames >= (long) verb.timeoutS() * FRAMES_PER_S
        || frames >= (long) verb.maxLengthS() * FRAMES_PER_S) {
      finish("");
    }
  }

  private static boolean loud(byte[] frame) {
    for (byte code : frame) {
      if (Math.abs(MuLaw.decode(code)) > SILENT_PEAK) {
        return true;
      }
    }
    return false;
  }

  @Override
  public byte @Nullable [] heard() {
    return beep.over() ? null : beep.next();
  }

  @Override
  public void key(char key) {
    if (!over && verb.finishOnKey().indexOf(key) >= 0) {
      finish(String.valueOf(key));
    }
  }

  private void finish(String key) {
    over = true;
    if (spoken) {
      recorded.accept(audio, key);
    } else {
      nothing.accept(VerbResult.next());
    }
  }

  @Override
  public void cancel(Interruption why) {
    if (!over && spoken && why == Interruption.HUNG_UP) {
      hungUp.accept(audio);
    }
    over = true;
  }
}
