package org.cordboard.gateway.call;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.cordboard.config.Loop;
import org.cordboard.dialog.Prompt;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.text.Spoken;
import org.jspecify.annotations.Nullable;

/** One prompt on its way from the voice to the carrier. Confined to the call's loop. */
final class SpokenPrompt implements SynthesisListener {
  private static final int FRAME_BYTES = 160;
  private static final Duration PATIENCE = Duration.ofSeconds(4); // with a voice that says nothing
  private static final Duration PATIENCE_AGAIN = Duration.ofSeconds(2); // asked once more

  private final long id;
  private final Prompt prompt;
  private final Spoken words;
  private final int gapBytes;
  private final Runnable moreAudio;
  private final Consumer<Replaced> replaced;
  private final HeardLedger heard;
  private @Nullable Synthesis synthesis;
  private @Nullable Throwable failure;
  private @Nullable Runnable again;
  private final PromptAudio audio = new PromptAudio();
  private int taken;
  private long playedBytes;
  private boolean ended;
  private boolean begun;
  private boolean cancelled;
  private int seen; // of the audio, at the last check
  private long newsNanos; // when the voice was asked, or last gave something

  SpokenPrompt(
      long id,
      Prompt prompt,
      Spoken words,
      int gapBytes,
      Runnable moreAudio,
      Consumer<Replaced> replaced) {
    this.id = id;
    this.replaced = replaced;
    this.prompt = prompt;
    this.words = words;
    this.gapBytes = gapBytes;
    this.moreAudio = moreAudio;
    this.heard = new HeardLedger(prompt.text(), words);
  }

  /** Starts the voice; one that fails before its first sound is asked once more. */
  void start(SpeechSynthesizer voice, SpeechRequest request, Loop loop) {
    again = () -> ask(voice, request, loop);
    ask(voice, request, loop);
  }

  private void ask(SpeechSynthesizer voice, SpeechRequest request, Loop loop) {
    newsNanos = loop.clock().nanos();
    synthesis = voice.speak(request, loop, this);
  }

  /** Takes a voice that has given nothing for long for one that has failed. */
  void check(long nowNanos) {
    if (audio.length() != seen) {
      seen = audio.length();
      newsNanos = nowNanos;
      return;
    }
    Duration patience = again == null ? PATIENCE_AGAIN : PATIENCE;
    if (!ended && !cancelled && nowNanos - newsNanos > patience.toNanos()) {
      if (synthesis != null) {
        synthesis.cancel();
      }
      onFailure(new TimeoutException("no audio within " + patience.toSeconds() + " s"));
    }
  }

  @Override
  public void onAudio(byte[] mulaw) {
    if (cancelled) {
      return;
    }
    audio.add(mulaw);
    heard.audio(mulaw.length);
    moreAudio.run();
  }

  @Override
  public void onWord(int from, int to, long startSample) {
    heard.word(words.written(from), words.written(to), startSample);
  }

  @Override
  public void onEnd() {
    if (ended || cancelled) {
      return;
    }
    ended = true;
    heard.complete();
    audio.addSilence(gapBytes);
    moreAudio.run();
  }

  @Override
  public void onReplaced(Replaced by) {
    replaced.accept(by);
  }

  @Override
  public void onFailure(Throwable cause) {
    if (cancelled || ended) {
      return;
    }
    Runnable retry = again;
    again = null;
    if (retry != null && audio.length() == 0) {
      retry.run();
      return;
    }
    failure = cause;
    onEnd();
  }

  long id() {
    return id;
  }

  Prompt prompt() {
    return prompt;
  }

  String text() {
    return prompt.text();
  }

  @Nullable Throwable failure() {
    return failure;
  }

  /** True when a failure left nothing to play. */
  boolean isSilent() {
    return ended && audio.length() <= gapBytes;
  }

  /** True when a whole frame, or the tail, can be taken. */
  boolean hasPiece(int frameBytes) {
    return audio.length() - taken >= frameBytes || (ended && audio.length() > taken);
  }

  boolean allTaken() {
    return ended && taken >= audio.length();
  }

  /** At most {@code bytes}, in whole frames; the tail is padded with {@code silence}. */
  byte[] take(int bytes, int frameBytes, byte silence) {
    int available = Math.min(bytes, audio.length() - taken);
    int whole = available / frameBytes * frameBytes;
    if (whole == 0 || (ended && audio.length() - taken < bytes)) {
      byte[] tail = new byte[(available + frameBytes - 1) / frameBytes * frameBytes];
      Arrays.fill(tail, silence);
      audio.copy(taken, tail, available);
      taken += available;
      return tail;
    }
    byte[] piece = new byte[whole];
    audio.copy(taken, piece, whole);
    taken += whole;
    return piece;
  }

  /** True the first time. */
  boolean begin() {
    boolean first = !begun;
    begun = true;
    return first;
  }

  void played(long bytes) {
    playedBytes += bytes;
  }

  /** How much of its audio has been played, silence after it included. */
  long playedMs() {
    return playedBytes / 8;
  }

  /** What comes next, without taking it: {@code bytes}, padded with {@code silence}. */
  byte[] peek(int bytes, byte silence) {
    byte[] next = new byte[bytes];
    Arrays.fill(next, silence);
    audio.copy(taken, next, Math.min(bytes, audio.length() - taken));
    return next;
  }

  /** Takes back what was not played; something is left to be played and marked in any case. */
  void rewind() {
    taken = (int) Math.min(taken, playedBytes);
    if (ended && taken >= audio.length() && audio.length() > 0) {
      taken = Math.max(0, audio.length() - 1) / FRAME_BYTES * FRAME_BYTES;
      playedBytes = taken;
    }
  }

  /** It will be played from its beginning, as if nothing of it had been heard. */
  void beginAnew() {
    taken = 0;
    playedBytes = 0;
  }

  String heardText() {
    return heard.heard(playedBytes);
  }

  void cancel() {
    cancelled = true;
    if (synthesis != null) {
      synthesis.cancel();
    }
  }
}
