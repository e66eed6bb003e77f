package org.cordboard.speech.ladder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.jspecify.annotations.Nullable;

/** One request on a ladder of voices. On the loop. */
final class LadderSpeech implements Synthesis {
  private static final int BYTES_PER_MS = 8;
  private static final long LAST_MOMENT_MS = 300; // of what is still to be played, when one waits
  private static final long LETTER_MS = 75; // of a voice that does not tell where its words are

  private final List<Rung<SpeechSynthesizer>> rungs;
  private final LadderSettings settings;
  private final SpeechRequest request;
  private final Loop loop;
  private final SynthesisListener listener;
  private final Set<Rung<SpeechSynthesizer>> given = new HashSet<>(); // up, for this request
  private final long most;

  /** Where a word lies in the text, and its first sample in what the voice in use gives. */
  private record Word(int from, int to, long startSample) {}

  private @Nullable Rung<SpeechSynthesizer> rung;
  private @Nullable Synthesis speaking;
  private Clock.@Nullable Timer deadline;
  private long generation;
  private long delivered; // bytes, by all voices
  private long before; // of them by voices given up
  private int from; // the character at which the voice in use began
  private final List<Word> words = new ArrayList<>(); // of the voice in use
  private long startNanos;
  private boolean over;

  LadderSpeech(
      List<Rung<SpeechSynthesizer>> rungs,
      LadderSettings settings,
      SpeechRequest request,
      Loop loop,
      SynthesisListener listener) {
    this.rungs = rungs;
    this.settings = settings;
    this.request = request;
    this.loop = loop;
    this.listener = listener;
    this.most = SpokenLength.most(request.text(), request.rate()).toMillis() * BYTES_PER_MS;
  }

  void start() {
    startNanos = now();
    next(new IllegalStateException("there is no voice"));
  }

  /** Gives the rest of the text to the best voice not given up; fails when there is none. */
  private void next(Throwable why) {
    Rung<SpeechSynthesizer> chosen = Rung.choose(rungs, each -> !given.contains(each), now());
    Rung<SpeechSynthesizer> failed = rung;
    rung = chosen;
    if (chosen == null) {
      over = true;
      listener.onFailure(why);
      return;
    }
    if (failed != null) {
      boolean late = now() - startNanos > delivered / BYTES_PER_MS * 1_000_000;
      listener.onReplaced(new Replaced(failed.name(), chosen.name(), reason(why), late));
    }
    chosen.taken(now());
    long mine = ++generation;
    watch(settings.firstAudio());
    String voice = chosen == rungs.get(0) ? request.voice() : "";
    SpeechRequest rest =
        new SpeechRequest(request.text().substring(from), voice, request.rate(), request.gain());
    try {
      Synthesis begun = chosen.engine().speak(rest, loop, new Voice(mine));
      if (mine == generation) {
        speaking = begun;
      }
    } catch (RuntimeException | LinkageError broken) {
      failed(mine, broken);
    }
  }

  private void failed(long mine, Throwable why) {
    Rung<SpeechSynthesizer> failing = rung;
    if (over || mine != generation || failing == null) {
      return;
    }
    drop();
    failing.failed(now());
    given.add(failing);
    from = Math.max(from, reached());
    words.clear();
    before = delivered;
    next(why);
  }

  /** The character from which another voice goes on: at a word that was not given whole. */
  private int reached() {
    long given = delivered - before;
    if (given == 0) {
      return from;
    }
    if (words.isEmpty()) {
      int guess = from + (int) (given / BYTES_PER_MS * request.rate() / LETTER_MS);
      int space = request.text().lastIndexOf(' ', Math.min(guess, request.text().length()) - 1);
      return space < from ? from : space + 1;
    }
    int reached = from;
    for (Word word : words) {
      long length = (long) ((word.to() - word.from()) * LETTER_MS * BYTES_PER_MS / request.rate());
      if (word.startSample() < given) {
        reached = word.startSample() + length <= given ? word.to() : word.from();
      }
    }
    return reached;
  }

  private void drop() {
    generation++;
    unwatch();
    Synthesis old = speaking;
    speaking = null;
    if (old != null) {
      old.cancel();
    }
  }

  private void watch(Duration patience) {
    unwatch();
    if (rungs.size() == 1) {
      return; // there is nobody to ask instead: the owner's patience counts
    }
    long mine = generation;
    deadline =
        loop.clock()
            .after(
                patience,
                () ->
                    failed(
                        mine,
                        new TimeoutException("no audio within " + patience.toMillis() + " ms")));
  }

  private void unwatch() {
    if (deadline != null) {
      deadline.cancel();
      deadline = null;
    }
  }

  /** A voice may be silent for its patience, or until what it gave is nearly played out. */
  private Duration patience() {
    long playedOutMs = delivered / BYTES_PER_MS - (now() - startNanos) / 1_000_000 - LAST_MOMENT_MS;
    Duration left = Duration.ofMillis(Math.max(0, playedOutMs));
    return left.compareTo(settings.firstAudio()) > 0 ? left : settings.firstAudio();
  }

  private void audio(byte[] mulaw) {
    if (mulaw.length == 0) {
      return;
    }
    delivered += mulaw.length;
    if (delivered > most) {
      Rung<SpeechSynthesizer> loud = rung;
      String name = loud == null ? "" : loud.name();
      drop();
      over = true;
      listener.onReplaced(new Replaced(name, "", "more audio than its words can take", false));
      listener.onEnd();
      return;
    }
    listener.onAudio(mulaw);
    watch(patience());
  }

  private void ended(long mine) {
    Rung<SpeechSynthesizer> done = rung;
    if (delivered == before && SpokenLength.isSomething(request.text().substring(from))) {
      failed(mine, new IllegalStateException("the voice gave no audio"));
      return;
    }
    over = true;
    unwatch();
    if (done != null) {
      done.worked();
    }
    listener.onEnd();
  }

  @Override
  public void cancel() {
    if (!over) {
      over = true;
      drop();
    }
  }

  private static String reason(Throwable why) {
    String message = why.getMessage();
    return message == null ? why.getClass().getSimpleName() : message;
  }

  private long now() {
    return loop.clock().nanos();
  }

  /** What one voice says; nothing once it has been given up. */
  private final class Voice implements SynthesisListener {
    private final long mine;

    Voice(long mine) {
      this.mine = mine;
    }

    private boolean counts() {
      return !over && mine == generation;
    }

    @Override
    public void onAudio(byte[] mulaw) {
      if (counts()) {
        audio(mulaw);
      }
    }

    @Override
    public void onWord(int begin, int end, long startSample) {
      if (counts()) {
        words.add(new Word(from + begin, from + end, startSample));
        listener.onWord(from + begin, from + end, before + startSample);
      }
    }

    @Override
    public void onEnd() {
      if (counts()) {
        ended(mine);
      }
    }

    @Override
    public void onFailure(Throwable failure) {
      failed(mine, failure);
    }

    @Override
    public void onReplaced(Replaced replaced) {
      if (counts()) {
        listener.onReplaced(replaced);
      }
    }
  }
}
