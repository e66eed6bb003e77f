package org.cordboard.speech.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cordboard.speech.audio.AudioFrame;
import org.jspecify.annotations.Nullable;

/**
 * Finds turns in a row of voiced and unvoiced frames and the words that come meanwhile. Pure but
 * for its own state; counts samples, never reads a clock. One per side of a call, one thread.
 *
 * <pre>
 * state     frame                                     event      next
 * SILENT    enough voice within 160 ms                Started    SPEAKING
 * SPEAKING  silence ≥ pause                           Paused     PAUSED
 * SPEAKING  length ≥ max-utterance                    Ended      SILENT
 * SPEAKING  neither pauses nor words for long         Ended      SILENT
 * SPEAKING, PAUSED  quiet, and the words look whole   Ready      stays; also when words come
 * PAUSED    60 ms of voice in a row                   Resumed    SPEAKING
 * PAUSED    enough silence, or length ≥ max-utterance Ended      SILENT; not as it grows loud
 * </pre>
 *
 * How much silence is enough is a matter of the words so far, what is expected, and the caller's
 * pace; where no words come, of what is expected alone. In noise that seems to be a voice ({@link
 * Din}) silence tells nothing: an utterance ends when its words have come, or soon, to see whether
 * it has any.
 */
public final class Endpointer {
  private static final int WINDOW_FRAMES = 8; // 160 ms in which a start must gather its voice
  private static final long RESUME_SAMPLES = 480; // 60 ms: shorter is a breath or a click
  private static final long FRAME_SAMPLES = 160;

  private enum State {
    SILENT,
    SPEAKING,
    PAUSED
  }

  private static final long SAME_BREATH_SAMPLES = 8_000; // 1 s: who speaks on so soon was not done

  private final @Nullable EndpointingSettings settings;
  private final @Nullable TurnJudge judge;
  private EndpointingProfile profile;
  private State state = State.SILENT;
  private int window; // one bit a frame, the latest lowest
  private long startedAt;
  private long lineEnd;
  private long voiceEnd;
  private long endedAt;
  private long resumedFrom;
  private long resumedVoice;
  private final DinSettings din;
  private final Onset onset = new Onset();
  private boolean noisy;
  private long unbrokenFrom; // where the voice began that has not paused since
  private boolean worded; // words of this utterance are known
  private long wordedAt; // where the stream was when the latest came
  private String wording = "";

  /** One that goes by silence alone, at the beginning of its stream. */
  public Endpointer(EndpointingProfile profile) {
    this.profile = profile;
    this.settings = null;
    this.judge = null;
    this.din = DinSettings.NEVER;
  }

  /** One that goes by words too, where {@code language} has lists. */
  public Endpointer(EndpointingSettings settings, Optional<TurnLanguage> language) {
    this(settings, language, DinSettings.NEVER);
  }

  /** The same, which finds words in noise that seems to be a voice. */
  public Endpointer(
      EndpointingSettings settings, Optional<TurnLanguage> language, DinSettings din) {
    this.din = din;
    this.profile = settings.profile(Expected.ANYTHING);
    this.settings = settings;
    this.judge = new TurnJudge(settings, language);
  }

  /** Another measure of silence alone; holds from the next frame on. */
  public void use(EndpointingProfile profile) {
    this.profile = profile;
  }

  /** What is expected has changed; holds from the next frame on. */
  public void expect(Expected expected) {
    if (settings != null && judge != null) {
      profile = settings.profile(expected);
      judge.expect(expected);
    }
  }

  /** Whether there is noise that seems to be a voice; holds from the next frame on. */
  public void noisy(boolean now) {
    noisy = now;
  }

  /**
   * Words of the turn so far: a partial, or what a decode on trial has said.
   *
   * @param text all of them
   * @param lastEndSample where the last of them ends; below 0 when the engine does not tell
   * @param nowSample where the stream is
   * @return what they bring about before the next frame: {@code Ready}, or nothing
   */
  public List<TurnEvent> heard(String text, long lastEndSample, long nowSample) {
    return heard(text, nowSample, judging -> judging.hear(text, lastEndSample, nowSample));
  }

  /**
   * The same of an engine that gives its words no places: these are all the words of the audio up
   * to {@code toSample}, and nothing is known of what came after it.
   */
  public List<TurnEvent> heardUpTo(String text, long toSample, long nowSample) {
    return heard(text, nowSample, judging -> judging.hearUpTo(text, toSample, nowSample));
  }

  private List<TurnEvent> heard(String text, long nowSample, Consumer<TurnJudge> words) {
    if (state != State.SILENT && !text.isBlank() && !text.equals(wording)) {
      worded = true;
      wording = text;
      wordedAt = nowSample;
    }
    if (judge == null || state == State.SILENT) {
      return List.of();
    }
    words.accept(judge);
    boolean resuming = state == State.PAUSED && resumedVoice > 0;
    return !resuming && ready(lineEnd - voiceEnd)
        ? List.of(new TurnEvent.Ready(voiceEnd))
        : List.of();
  }

  /** True between a start and its end. */
  public boolean inUtterance() {
    return state != State.SILENT;
  }

  /** As {@link #next(boolean, long)}, with the frame's own position. */
  public List<TurnEvent> next(boolean voiced, AudioFrame frame) {
    return next(voiced, state == State.PAUSED ? onset.level(frame) : 0, frame.startSample());
  }

  /** As below, of a line of which nothing else is heard than whether there is a voice. */
  public List<TurnEvent> next(boolean voiced, long startSample) {
    return next(voiced, 0, startSample);
  }

  /**
   * Takes the next 20 ms, which begin at {@code startSample}; answers what they bring about.
   *
   * @param level their loudness, rms in 16-bit units
   */
  public List<TurnEvent> next(boolean voiced, double level, long startSample) {
    long end = startSample + FRAME_SAMPLES;
    lineEnd = end;
    return switch (state) {
      case SILENT -> silent(voiced, end);
      case SPEAKING -> speaking(voiced, end);
      case PAUSED -> paused(voiced, level, startSample, end);
    };
  }

  private List<TurnEvent> silent(boolean voiced, long end) {
    window = (window << 1 | (voiced ? 1 : 0)) & (1 << WINDOW_FRAMES) - 1;
    long voice = Integer.bitCount(window) * FRAME_SAMPLES;
    if (!voiced || voice < EndpointingProfile.samples(profile.minSpeech())) {
      return List.of();
    }
    int framesBack = Integer.SIZE - Integer.numberOfLeadingZeros(window);
    long first = end - framesBack * FRAME_SAMPLES;
    startedAt = Math.max(endedAt, first - EndpointingProfile.samples(profile.lead()));
    startedAt = Math.max(0, startedAt);
    if (judge != null) {
      judge.begin();
      long silence = first - voiceEnd;
      if (endedAt > 0 && silence < SAME_BREATH_SAMPLES) {
        judge.wentOn(silence);
      }
    }
    voiceEnd = end;
    unbrokenFrom = startedAt;
    worded = false;
    wordedAt = startedAt;
    wording = "";
    state = State.SPEAKING;
    return List.of(new TurnEvent.Started(startedAt));
  }

  private List<TurnEvent> speaking(boolean voiced, long end) {
    if (voiced) {
      voiceEnd = end;
    }
    if (tooLong(end) || (noisy ? heardOut(end) : unbroken(end))) {
      return List.of(ended(end));
    }
    if (voiced) {
      return List.of();
    }
    long silence = end - voiceEnd;
    List<TurnEvent> events = new ArrayList<>(0);
    if (ready(silence)) {
      events.add(new TurnEvent.Ready(voiceEnd));
    }
    if (silence >= EndpointingProfile.samples(profile.pause())) {
      state = State.PAUSED;
      onset.begin();
      resumedVoice = 0;
      events.add(new TurnEvent.Paused(voiceEnd));
      if (enough(silence)) {
        events.add(ended(voiceEnd));
      }
    }
    return events;
  }

  private List<TurnEvent> paused(boolean voiced, double level, long start, long end) {
    boolean resuming = onset.next(level);
    if (voiced) {
      resumedFrom = resumedVoice == 0 ? start : resumedFrom;
      resumedVoice += FRAME_SAMPLES;
      if (resumedVoice >= RESUME_SAMPLES) {
        state = State.SPEAKING;
        if (judge != null) {
          judge.wentOn(resumedFrom - voiceEnd);
        }
        voiceEnd = end;
        unbrokenFrom = resumedFrom;
        return List.of(new TurnEvent.Resumed(resumedFrom));
      }
      return List.of();
    }
    resumedVoice = 0;
    long silence = end - voiceEnd;
    List<TurnEvent> events = new ArrayList<>(0);
    if (ready(silence)) {
      events.add(new TurnEvent.Ready(voiceEnd));
    }
    if ((enough(silence) && !resuming) || tooLong(end)) {
      events.add(ended(voiceEnd));
    }
    return events;
  }

  private boolean ready(long silence) {
    return judge != null && judge.ready(silence, voiceEnd);
  }

  private boolean enough(long silence) {
    return judge == null
        ? silence >= EndpointingProfile.samples(profile.end())
        : judge.over(silence, voiceEnd);
  }

  private boolean tooLong(long end) {
    return end - startedAt >= EndpointingProfile.samples(profile.maxUtterance());
  }

  /** A voice that neither pauses nor says anything new. */
  private boolean unbroken(long end) {
    long since = end - Math.max(unbrokenFrom, wordedAt);
    return since >= EndpointingProfile.samples(din.after());
  }

  /** In noise: the words have come, or it is time to see whether there are any. */
  private boolean heardOut(long end) {
    return worded
        ? end - wordedAt >= EndpointingProfile.samples(din.settled())
        : end - startedAt >= EndpointingProfile.samples(din.cut());
  }

  private TurnEvent ended(long at) {
    state = State.SILENT;
    window = 0;
    endedAt = at;
    return new TurnEvent.Ended(at);
  }
}
