package org.cordboard.gateway.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.dialog.Prompt;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.audio.Fade;
import org.cordboard.speech.text.Spoken;
import org.jspecify.annotations.Nullable;

/**
 * Speaks prompts one after another: hands audio to the carrier at most {@value #AHEAD_MS} ms ahead,
 * with a mark after every piece, so that it knows what was really heard. Can go on more softly, or
 * fall silent and go on later, from where it has been heard. Confined to the call's loop.
 */
final class PromptPlayer {
  static final int AHEAD_MS = 200; // what a barge-in has to clear at most
  private static final int PIECE_MS = 100; // so a mark at least every 100 ms
  private static final int GAP_MS = 160; // between two sentences, as people pause
  private static final int CLAUSE_GAP_MS = 40; // before the rest of a sentence
  private static final int BYTES_PER_MS = 8;
  private static final int FRAME_MS = 20;
  private static final int FRAME_BYTES = FRAME_MS * BYTES_PER_MS;
  private static final long PAUSE_MS = 300; // of ours, after which our voice begins anew
  private static final Duration MARK_GRACE = Duration.ofMillis(1_000); // then none comes any more
  private static final byte SILENCE = (byte) 0xFF;

  /** What the player tells its owner, on the loop. */
  interface Listener {
    /** The first audio of a prompt has been handed to the carrier. */
    void began(long prompt);

    /** A prompt has been played or cut off; exactly once for each. */
    void heard(long prompt, String text, boolean whole);

    /** These samples have been played. */
    void played(byte[] mulaw);

    /** Nothing is left to play. */
    void idle();

    /** The carrier ran dry in mid-prompt. */
    void underrun(long prompt);

    /** The voice failed; the prompt counts as not heard. */
    void voiceFailed(long prompt, Throwable failure);

    /** Another voice speaks the rest of a prompt. */
    default void voiceReplaced(Replaced replaced) {}
  }

  private final Loop loop;
  private final Clock clock;
  private final SpeechSynthesizer voice;
  private final Listener listener;
  private final ArrayDeque<SpokenPrompt> queue = new ArrayDeque<>();
  private final Playout playout;
  private VoiceStyle style;
  private @Nullable MediaStream stream;
  private Clock.@Nullable Timer timer;
  private double gain = 1; // wanted
  private double gainNow = 1; // of the audio given last
  private boolean hushed;
  private boolean lowered; // a gap in our audio is meant, not the voice's
  private boolean begun;
  private long beganNanos; // our voice, after a silence

  PromptPlayer(Loop loop, SpeechSynthesizer voice, VoiceStyle style, Listener listener) {
    this.loop = loop;
    this.clock = loop.clock();
    this.voice = voice;
    this.style = style;
    this.listener = listener;
    this.playout = new Playout(clock.nanos());
  }

  void attach(MediaStream to) {
    stream = to;
    playout.begin(clock.nanos());
    pump();
  }

  /** The stream has gone: what was not heard by now is not heard. */
  void detach() {
    stop();
    stream = null;
  }

  void style(VoiceStyle next) {
    style = next;
  }

  /** Queues a prompt; its synthesis starts at once. */
  void say(long id, Prompt prompt) {
    loop.assertOn();
    Spoken words = style.read(prompt.text());
    SpokenPrompt spoken =
        new SpokenPrompt(
            id,
            prompt,
            words,
            gapMs(prompt.text()) * BYTES_PER_MS,
            this::pump,
            listener::voiceReplaced);
    queue.add(spoken);
    spoken.start(voice, style.request(prompt.text(), words, voice), loop);
    pump();
  }

  /** A clause runs on into the next prompt, a sentence comes to rest. */
  private static int gapMs(String text) {
    String end = text.strip();
    boolean runsOn = !end.isEmpty() && ",;:\u2014\u2013".indexOf(end.charAt(end.length() - 1)) >= 0;
    return runsOn ? CLAUSE_GAP_MS : GAP_MS;
  }

  boolean isPlaying() {
    return !queue.isEmpty();
  }

  /** The prompt that is being heard, or is the next to be. */
  @Nullable SpokenPrompt current() {
    return queue.peek();
  }

  /** For how long our voice has been going on, pauses between sentences included; 0 in silence. */
  long soundingMs() {
    long now = clock.nanos();
    boolean silent = hushed || !begun || playout.dryForMs(now) >= PAUSE_MS;
    return silent ? 0 : Math.max(1, (now - beganNanos) / 1_000_000);
  }

  /** Goes on from where it has been heard, at {@code softer} volume. */
  void duck(double softer) {
    if (!hushed) {
      rewind();
      gain = softer;
      pump();
    }
  }

  /**
   * Falls silent and keeps its place.
   *
   * @param anew the prompt will begin anew: too little of it was heard
   */
  void hush(boolean anew) {
    if (hushed) {
      return;
    }
    boolean sounding = playout.aheadMs(clock.nanos()) > 0;
    rewind();
    hushed = true;
    SpokenPrompt prompt = queue.peek();
    if (prompt != null && sounding) {
      send(Fade.out(prompt.peek(FRAME_BYTES, SILENCE), gainNow));
    }
    gainNow = 0;
    if (prompt != null && anew) {
      prompt.beginAnew();
    }
  }

  /** Goes on at full volume from where it has been heard. */
  void resume() {
    if (!hushed) {
      rewind();
    }
    hushed = false;
    gain = 1;
    pump();
  }

  /** Takes back what the carrier has not played. */
  private void rewind() {
    loop.assertOn();
    lowered = true;
    for (Playout.Part part : playout.cleared(clock.nanos())) {
      part.of().of().played(part.bytes());
      listener.played(java.util.Arrays.copyOf(part.of().audio(), part.bytes()));
    }
    queue.forEach(SpokenPrompt::rewind);
    MediaStream from = stream;
    if (from != null) {
      from.clear();
    }
    cancelTimer();
  }

  /** Stops at once, drops the rest, and reports what was heard of each prompt. */
  void stop() {
    loop.assertOn();
    if (queue.isEmpty()) {
      return;
    }
    hush(false);
    fullVolume();
    SpokenPrompt[] dropped = queue.toArray(SpokenPrompt[]::new);
    queue.clear();
    for (SpokenPrompt prompt : dropped) {
      reportPart(prompt);
    }
  }

  /** A mark came back: everything up to it has been played. */
  void onMark(String name) {
    for (Playout.Piece piece : playout.marked(name, clock.nanos())) {
      piece.of().played(piece.audio().length);
      listener.played(piece.audio());
      if (piece.last()) {
        finished(piece.of());
      }
    }
    pump();
  }

  private void finished(SpokenPrompt prompt) {
    queue.remove(prompt);
    listener.heard(prompt.id(), prompt.text(), true);
    if (queue.isEmpty()) {
      fullVolume();
      cancelTimer();
      listener.idle();
    }
  }

  private void fullVolume() {
    hushed = false;
    gain = 1;
    gainNow = 1;
  }

  private void pump() {
    if (stream == null || queue.isEmpty() || hushed) {
      return;
    }
    dropFailed();
    long now = clock.nanos();
    SpokenPrompt next = nextToSend();
    while (next != null
        && playout.aheadMs(now) <= AHEAD_MS - FRAME_MS
        && next.hasPiece(FRAME_BYTES)) {
      send(next, now);
      next = nextToSend();
    }
    if (next != null) {
      next.check(now);
    }
    schedule(now);
  }

  private void send(SpokenPrompt prompt, long now) {
    int wanted = Math.min(PIECE_MS, AHEAD_MS - (int) playout.aheadMs(now));
    byte[] audio =
        prompt.take(wanted * BYTES_PER_MS / FRAME_BYTES * FRAME_BYTES, FRAME_BYTES, SILENCE);
    if (!begun || playout.dryForMs(now) >= PAUSE_MS) {
      begun = true;
      beganNanos = now;
    }
    if (prompt.begin()) {
      listener.began(prompt.id());
    } else if (playout.dryForMs(now) > 0 && !lowered) {
      listener.underrun(prompt.id());
    }
    lowered = false;
    byte[] sounding = Fade.over(audio, gainNow, gain);
    gainNow = gain;
    String mark = playout.sent(prompt, sounding, prompt.allTaken(), now);
    send(sounding);
    if (stream != null) {
      stream.mark(mark);
    }
  }

  private void send(byte[] audio) {
    MediaStream to = stream;
    if (to != null) {
      to.play(audio);
    }
  }

  private @Nullable SpokenPrompt nextToSend() {
    for (SpokenPrompt prompt : queue) {
      if (!prompt.allTaken()) {
        return prompt;
      }
    }
    return null;
  }

  private void dropFailed() {
    for (SpokenPrompt prompt : queue.toArray(SpokenPrompt[]::new)) {
      Throwable failure = prompt.failure();
      if (failure != null && prompt.isSilent()) {
        queue.remove(prompt);
        listener.voiceFailed(prompt.id(), failure);
        listener.heard(prompt.id(), "", false);
        if (queue.isEmpty()) {
          listener.idle();
        }
      }
    }
  }

  /** Wakes when the carrier's buffer has room again, or when the last mark is overdue. */
  private void schedule(long now) {
    cancelTimer();
    if (queue.isEmpty()) {
      return;
    }
    long ahead = playout.aheadMs(now);
    if (nextToSend() == null) {
      timer = clock.after(Duration.ofMillis(ahead).plus(MARK_GRACE), this::marksOverdue);
    } else {
      long wait = Math.max(10, ahead - (AHEAD_MS - PIECE_MS));
      timer = clock.after(Duration.ofMillis(wait), this::pump);
    }
  }

  /** What came after the last mark is not sure to have been heard, and so it has not been. */
  private void marksOverdue() {
    List<SpokenPrompt> over = List.copyOf(queue);
    queue.clear();
    playout.cleared(clock.nanos());
    over.forEach(this::reportPart);
    fullVolume();
    listener.idle();
  }

  private void reportPart(SpokenPrompt prompt) {
    prompt.cancel();
    String text = prompt.heardText();
    listener.heard(prompt.id(), text, text.equals(prompt.text()));
  }

  private void cancelTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }
}
