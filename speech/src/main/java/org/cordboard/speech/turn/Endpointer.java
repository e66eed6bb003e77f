package org.cordboard.speech.turn;

import java.util.ArrayList;
import java.util.List;
import org.cordboard.speech.audio.AudioFrame;

/**
 * Finds utterances in a row of voiced and unvoiced frames. Pure but for its own state; counts
 * samples, never reads a clock. One per side of a call, one thread.
 *
 * <pre>
 * state     frame                                    event      next
 * SILENT    enough voice within 160 ms               Started    SPEAKING
 * SPEAKING  silence ≥ pause                          Paused     PAUSED
 * SPEAKING  length ≥ max-utterance                   Ended      SILENT
 * PAUSED    60 ms of voice in a row                  Resumed    SPEAKING
 * PAUSED    silence ≥ end, or length ≥ max-utterance Ended      SILENT
 * </pre>
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

  private EndpointingProfile profile;
  private State state = State.SILENT;
  private int window; // one bit a frame, the latest lowest
  private long startedAt;
  private long voiceEnd;
  private long endedAt;
  private long resumedFrom;
  private long resumedVoice;

  /** An endpointer at the beginning of its stream. */
  public Endpointer(EndpointingProfile profile) {
    this.profile = profile;
  }

  /** What is expected has changed; holds from the next frame on. */
  public void use(EndpointingProfile profile) {
    this.profile = profile;
  }

  /** True between a start and its end. */
  public boolean inUtterance() {
    return state != State.SILENT;
  }

  /** As {@link #next(boolean, long)}, with the frame's own position. */
  public List<TurnEvent> next(boolean voiced, AudioFrame frame) {
    return next(voiced, frame.startSample());
  }

  /** Takes the next 20 ms, which begin at {@code startSample}; answers what they bring about. */
  public List<TurnEvent> next(boolean voiced, long startSample) {
    long end = startSample + FRAME_SAMPLES;
    return switch (state) {
      case SILENT -> silent(voiced, end);
      case SPEAKING -> speaking(voiced, end);
      case PAUSED -> paused(voiced, startSample, end);
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
    voiceEnd = end;
    state = State.SPEAKING;
    return List.of(new TurnEvent.Started(startedAt));
  }

  private List<TurnEvent> speaking(boolean voiced, long end) {
    if (voiced) {
      voiceEnd = end;
    }
    if (tooLong(end)) {
      return List.of(ended(end));
    }
    List<TurnEvent> events = new ArrayList<>();
    if (end - voiceEnd >= EndpointingProfile.samples(profile.pause()) && !voiced) {
      state = State.PAUSED;
      resumedVoice = 0;
      events.add(new TurnEvent.Paused(voiceEnd));
      if (end - voiceEnd >= EndpointingProfile.samples(profile.end())) {
        events.add(ended(voiceEnd));
      }
    }
    return events;
  }

  private List<TurnEvent> paused(boolean voiced, long start, long end) {
    if (voiced) {
      resumedFrom = resumedVoice == 0 ? start : resumedFrom;
      resumedVoice += FRAME_SAMPLES;
      if (resumedVoice >= RESUME_SAMPLES) {
        state = State.SPEAKING;
        voiceEnd = end;
        return List.of(new TurnEvent.Resumed(resumedFrom));
      }
      return List.of();
    }
    resumedVoice = 0;
    boolean over = end - voiceEnd >= EndpointingProfile.samples(profile.end()) || tooLong(end);
    return over ? List.of(ended(voiceEnd)) : List.of();
  }

  private boolean tooLong(long end) {
    return end - startedAt >= EndpointingProfile.samples(profile.maxUtterance());
  }

  private TurnEvent ended(long at) {
    state = State.SILENT;
    window = 0;
    endedAt = at;
    return new TurnEvent.Ended(at);
  }
}
