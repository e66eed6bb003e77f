package org.cordboard.gateway.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.dialog.Prompt;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.text.Spoken;
import org.jspecify.annotations.Nullable;

/**
 * Speaks prompts one after another: hands audio to the carrier at most {@value #AHEAD_MS} ms ahead,
 * with a mark after every piece, so that it knows what was really heard. Confined to the call's
 * loop.
 *
 * <p>Looks wrong, is right: a mark that comes back after a {@code clear} means "discarded", so
 * marks carry a generation and those of an older one are ignored.
 */
final class PromptPlayer {
  static final int AHEAD_MS = 200; // what a barge-in has to clear at most
  private static final int PIECE_MS = 100; // so a mark at least every 100 ms
  private static final int GAP_MS = 160; // between two sentences, as people pause
  private static final int BYTES_PER_MS = 8;
  private static final int FRAME_BYTES = 160;
  private static final Duration MARK_GRACE = Duration.ofMillis(1_000); // then it counts as played
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
  private final Map<String, Piece> outstanding = new HashMap<>();
  private final ArrayDeque<Piece> inOrder = new ArrayDeque<>();
  private VoiceStyle style;
  private @Nullable MediaStream stream;
  private Clock.@Nullable Timer timer;
  private long generation;
  private long pieces;
  private long dryAtNanos; // when the carrier will have played everything it was given

  private record Piece(String mark, SpokenPrompt of, byte[] audio, boolean last, long generation) {}

  PromptPlayer(Loop loop, SpeechSynthesizer voice, VoiceStyle style, Listener listener) {
    this.loop = loop;
    this.clock = loop.clock();
    this.voice = voice;
    this.style = style;
    this.listener = listener;
    this.dryAtNanos = clock.nanos();
  }

  void attach(MediaStream to) {
    stream = to;
    dryAtNanos = clock.nanos();
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
    Spoken words = style.read(prompt.text(), voice);
    SpokenPrompt spoken =
        new SpokenPrompt(
            id, prompt.text(), words, GAP_MS * BYTES_PER_MS, this::pump, listener::voiceReplaced);
    queue.add(spoken);
    spoken.start(voice, style.request(words), loop);
    pump();
  }

  boolean isPlaying() {
    return !queue.isEmpty();
  }

  /** Stops at once, drops the rest, and reports what was heard of each prompt. */
  void stop() {
    loop.assertOn();
    if (queue.isEmpty()) {
      return;
    }
    long unplayed = Math.max(0, (dryAtNanos - clock.nanos()) / 1_000_000) * BYTES_PER_MS;
    settleCleared(unplayed);
    generation++;
    outstanding.clear();
    inOrder.clear();
    if (stream != null) {
      stream.clear();
    }
    dryAtNanos = clock.nanos();
    SpokenPrompt[] dropped = queue.toArray(SpokenPrompt[]::new);
    queue.clear();
    cancelTimer();
    for (SpokenPrompt prompt : dropped) {
      prompt.cancel();
      String text = prompt.heardText();
      listener.heard(prompt.id(), text, text.equals(prompt.text()));
    }
  }

  /**
   * Credits what was played between the last mark and the clear, newest audio taken off the end.
   */
  private void settleCleared(long unplayedBytes) {
    long left = inOrder.stream().mapToLong(piece -> piece.audio().length).sum() - unplayedBytes;
    for (Piece piece : inOrder) {
      int played = (int) Math.max(0, Math.min(left, piece.audio().length));
      left -= played;
      if (played > 0) {
        piece.of().played(played);
        listener.played(Arrays.copyOf(piece.audio(), played));
      }
    }
  }

  /** A mark came back: everything up to it has been played. */
  void onMark(String name) {
    Piece marked = outstanding.get(name);
    if (marked == null || marked.generation() != generation) {
      return;
    }
    for (Piece piece = inOrder.poll(); piece != null; piece = inOrder.poll()) {
      outstanding.remove(piece.mark());
      piece.of().played(piece.audio().length);
      listener.played(piece.audio());
      if (piece.last()) {
        finished(piece.of());
      }
      if (piece == marked) {
        break;
      }
    }
    pump();
  }

  private void finished(SpokenPrompt prompt) {
    queue.remove(prompt);
    listener.heard(prompt.id(), prompt.text(), true);
    if (queue.isEmpty()) {
      cancelTimer();
      listener.idle();
    }
  }

  private void pump() {
    if (stream == null || queue.isEmpty()) {
      return;
    }
    dropFailed();
    long now = clock.nanos();
    SpokenPrompt next = nextToSend();
    while (next != null && aheadMs(now) < AHEAD_MS && next.hasPiece(FRAME_BYTES)) {
      send(next, now);
      next = nextToSend();
    }
    if (next != null) {
      next.check(now);
    }
    schedule(now);
  }

  private void send(SpokenPrompt prompt, long now) {
    int wanted = Math.min(PIECE_MS, Math.max(20, AHEAD_MS - (int) aheadMs(now))) * BYTES_PER_MS;
    byte[] audio = prompt.take(wanted / FRAME_BYTES * FRAME_BYTES, FRAME_BYTES, SILENCE);
    if (prompt.begin()) {
      listener.began(prompt.id());
    } else if (dryAtNanos < now) {
      listener.underrun(prompt.id());
    }
    String mark = generation + "." + prompt.id() + "." + pieces++;
    Piece piece = new Piece(mark, prompt, audio, prompt.allTaken(), generation);
    outstanding.put(mark, piece);
    inOrder.add(piece);
    MediaStream to = stream;
    if (to != null) {
      to.play(audio);
      to.mark(mark);
    }
    dryAtNanos = Math.max(dryAtNanos, now) + audio.length / BYTES_PER_MS * 1_000_000L;
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

  private long aheadMs(long now) {
    return Math.max(0, (dryAtNanos - now) / 1_000_000);
  }

  /** Wakes when the carrier's buffer has room again, or when the last mark is overdue. */
  private void schedule(long now) {
    cancelTimer();
    if (queue.isEmpty()) {
      return;
    }
    if (nextToSend() == null) {
      timer = clock.after(Duration.ofMillis(aheadMs(now)).plus(MARK_GRACE), this::marksOverdue);
    } else {
      long wait = Math.max(10, aheadMs(now) - (AHEAD_MS - PIECE_MS));
      timer = clock.after(Duration.ofMillis(wait), this::pump);
    }
  }

  private void marksOverdue() {
    Piece last = inOrder.peekLast();
    if (last != null) {
      onMark(last.mark());
    }
  }

  private void cancelTimer() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
  }
}
