package org.cordboard.speech.cached;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cordboard.config.Loop;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.jspecify.annotations.Nullable;

/**
 * A voice that makes fixed texts once and then answers from memory at once, word places included.
 * Only texts that {@link #prepare} named are kept, in every voice, pace and loudness in which they
 * are asked for, so nothing of a caller is; at most so many bytes, the longest unused goes first.
 * Any thread; listeners are called on their own loop.
 */
public final class CachingSynthesizer implements SpeechSynthesizer {
  private final SpeechSynthesizer voice;
  private final int mostBytes;
  private final Set<String> fixed = new HashSet<>(); // guarded by this, as is all below
  private final LinkedHashMap<SpeechRequest, SpokenOnce> kept =
      new LinkedHashMap<>(16, 0.75f, true);
  private int bytes;
  private long hits;

  /** {@code voice}, which is closed with this, with a memory. */
  public CachingSynthesizer(SpeechSynthesizer voice, CacheSettings settings) {
    this.voice = voice;
    this.mostBytes = settings.mostBytes();
  }

  @Override
  public String name() {
    return voice.name();
  }

  @Override
  public List<String> voices() {
    return voice.voices();
  }

  @Override
  public boolean speaks(Locale language) {
    return voice.speaks(language);
  }

  @Override
  public boolean readsMarkup() {
    return voice.readsMarkup();
  }

  @Override
  public boolean repeatable() {
    return voice.repeatable();
  }

  /**
   * Names texts as fixed and makes them one after another, so that calls come in between. A text
   * that fails is made when it is asked for.
   */
  public void prepare(Collection<SpeechRequest> requests, Loop loop) {
    synchronized (this) {
      requests.forEach(request -> fixed.add(request.text()));
    }
    Iterator<SpeechRequest> each = List.copyOf(requests).iterator();
    loop.run(() -> next(each, loop));
  }

  private void next(Iterator<SpeechRequest> each, Loop loop) {
    while (each.hasNext()) {
      SpeechRequest request = each.next();
      if (find(request) == null) {
        make(request, loop, new Preparing(() -> next(each, loop)));
        return;
      }
    }
  }

  @Override
  public Synthesis speak(SpeechRequest request, Loop loop, SynthesisListener listener) {
    SpokenOnce found = find(request);
    if (found != null) {
      Replay replay = new Replay(found, listener);
      loop.clock().after(Duration.ZERO, replay);
      return replay;
    }
    return isFixed(request) ? make(request, loop, listener) : voice.speak(request, loop, listener);
  }

  private Synthesis make(SpeechRequest request, Loop loop, SynthesisListener listener) {
    return voice.speak(request, loop, new Keeping(request, listener));
  }

  /** True when {@code request} is for a text that {@link #prepare} has named. */
  public synchronized boolean isFixed(SpeechRequest request) {
    return fixed.contains(request.text());
  }

  private synchronized @Nullable SpokenOnce find(SpeechRequest request) {
    SpokenOnce found = kept.get(request);
    hits += found == null ? 0 : 1;
    return found;
  }

  private synchronized void keep(SpeechRequest request, SpokenOnce spoken) {
    if (spoken.bytes() == 0 || spoken.bytes() > mostBytes || kept.containsKey(request)) {
      return;
    }
    kept.put(request, spoken);
    bytes += spoken.bytes();
    Iterator<Map.Entry<SpeechRequest, SpokenOnce>> eldest = kept.entrySet().iterator();
    while (bytes > mostBytes && eldest.hasNext()) {
      bytes -= eldest.next().getValue().bytes();
      eldest.remove();
    }
  }

  /** Bytes of audio kept. */
  public synchronized int bytes() {
    return bytes;
  }

  /** Requests that were answered from memory. */
  public synchronized long hits() {
    return hits;
  }

  @Override
  public void close() {
    voice.close();
  }

  /** Passes on what is made, and keeps it when it has come to its end. */
  private final class Keeping implements SynthesisListener {
    private final SpeechRequest request;
    private final SynthesisListener listener;
    private final SpokenOnce spoken = new SpokenOnce();
    private boolean whole = true;

    Keeping(SpeechRequest request, SynthesisListener listener) {
      this.request = request;
      this.listener = listener;
    }

    @Override
    public void onAudio(byte[] mulaw) {
      spoken.onAudio(mulaw);
      listener.onAudio(mulaw);
    }

    @Override
    public void onWord(int from, int to, long startSample) {
      spoken.onWord(from, to, startSample);
      listener.onWord(from, to, startSample);
    }

    @Override
    public void onReplaced(Replaced replaced) {
      whole = false; // two voices in one text are no prompt to say again
      listener.onReplaced(replaced);
    }

    @Override
    public void onEnd() {
      if (whole) {
        keep(request, spoken);
      }
      listener.onEnd();
    }

    @Override
    public void onFailure(Throwable failure) {
      listener.onFailure(failure);
    }
  }

  /** Speech from memory; on the loop of whoever asked. */
  private static final class Replay implements Synthesis, Runnable {
    private final SpokenOnce spoken;
    private final SynthesisListener listener;
    private boolean over;

    Replay(SpokenOnce spoken, SynthesisListener listener) {
      this.spoken = spoken;
      this.listener = listener;
    }

    @Override
    public void run() {
      spoken.replay(listener, () -> over);
      if (!over) {
        over = true;
        listener.onEnd();
      }
    }

    @Override
    public void cancel() {
      over = true;
    }
  }

  /** Nobody listens: goes on when one is made. */
  private record Preparing(Runnable then) implements SynthesisListener {
    @Override
    public void onAudio(byte[] mulaw) {}

    @Override
    public void onEnd() {
      then.run();
    }

    @Override
    public void onFailure(Throwable failure) {
      then.run();
    }
  }
}
