package org.cordboard.gateway.call;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.cordboard.config.Loop;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.jspecify.annotations.Nullable;

/** One prompt on its way from the voice to the carrier. Confined to the call's loop. */
final class SpokenPrompt implements SynthesisListener {
  private final long id;
  private final String text;
  private final Lexicon.Spoken words;
  private final int gapBytes;
  private final Runnable moreAudio;
  private final HeardLedger heard;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private @Nullable Synthesis synthesis;
  private @Nullable Throwable failure;
  private @Nullable Runnable again;
  private byte[] audio = new byte[0];
  private int taken;
  private long playedBytes;
  private boolean ended;
  private boolean begun;
  private boolean cancelled;

  SpokenPrompt(long id, String text, Lexicon.Spoken words, int gapBytes, Runnable moreAudio) {
    this.id = id;
    this.text = text;
    this.words = words;
    this.gapBytes = gapBytes;
    this.moreAudio = moreAudio;
    this.heard = new HeardLedger(text);
  }

  /** Starts the voice; one that fails before its first sound is asked once more. */
  void start(SpeechSynthesizer voice, SpeechRequest request, Loop loop) {
    again = () -> synthesis = voice.speak(request, loop, this);
    synthesis = voice.speak(request, loop, this);
  }

  @Override
  public void onAudio(byte[] mulaw) {
    if (cancelled) {
      return;
    }
    buffer.writeBytes(mulaw);
    heard.audio(mulaw.length);
    audio = buffer.toByteArray();
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
    byte[] gap = new byte[gapBytes];
    Arrays.fill(gap, (byte) 0xFF);
    buffer.writeBytes(gap);
    audio = buffer.toByteArray();
    moreAudio.run();
  }

  @Override
  public void onFailure(Throwable cause) {
    if (cancelled || ended) {
      return;
    }
    Runnable retry = again;
    again = null;
    if (retry != null && audio.length == 0) {
      retry.run();
      return;
    }
    failure = cause;
    onEnd();
  }

  long id() {
    return id;
  }

  String text() {
    return text;
  }

  @Nullable Throwable failure() {
    return failure;
  }

  /** True when a failure left nothing to play. */
  boolean isSilent() {
    return ended && audio.length <= gapBytes;
  }

  /** True when a whole frame, or the tail, can be taken. */
  boolean hasPiece(int frameBytes) {
    return audio.length - taken >= frameBytes || (ended && audio.length > taken);
  }

  boolean allTaken() {
    return ended && taken >= audio.length;
  }

  /** At most {@code bytes}, in whole frames; the tail is padded with {@code silence}. */
  byte[] take(int bytes, int frameBytes, byte silence) {
    int available = Math.min(bytes, audio.length - taken);
    int whole = available / frameBytes * frameBytes;
    if (whole == 0 || (ended && audio.length - taken < bytes)) {
      byte[] tail = new byte[(available + frameBytes - 1) / frameBytes * frameBytes];
      Arrays.fill(tail, silence);
      System.arraycopy(audio, taken, tail, 0, available);
      taken += available;
      return tail;
    }
    byte[] piece = Arrays.copyOfRange(audio, taken, taken + whole);
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
