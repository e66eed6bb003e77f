package org.cordboard.speech.ladder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final Map<Rung<SpeechSynthesizer>, VoicePace> paces;
  private final LadderSettings settings;
  private final SpeechRequest request;
  private final Loop loop;
  private final SynthesisListener listener;
  private final Set<Rung<SpeechSynthesizer>> given = new HashSet<>(); // up, for this request

  /** Where a word lies in the text, and its first sample in what the voice in use gives. */
  private record Word(int from, int to, long startSample) {}

  private @Nullable Rung<SpeechSynthesizer> rung;
  private @Nullable Synthesis speaking;
  private Clock.@Nullable Timer deadline;
  private long generation;
  private long delivered; // bytes, by all voices
  private long before; // of them by voices given up
  private long most; // bytes in all, with what the voice in use may still give
  private int from; // the character at which the voice in use began
  private final List<Word> words = new ArrayList<>(); // of the voice in use
  private long startNanos;
  private boolean saidAgain; // by the voice in use
  private boolean over;

  LadderSpeech(
      List<Rung<SpeechSynthesizer>> rungs,
      Map<Rung<SpeechSynthesizer>, VoicePace> paces,
      LadderSettings settings,
      SpeechRequest request,
      Loop loop,
      SynthesisListener listener) {
    this.rungs = rungs;
    this.paces = paces;
    this.settings = settings;
    this.request = request;
    this.loop = loop;
    this.listener = listener;
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
    watch(rungs.size() == 1 ? settings.firstAudio().multipliedBy(2) : settings.firstAudio());
    String voice = chosen == rungs.get(0) ? request.voice() : "";
    SpeechRequest rest = request.from(from).in(voice, chosen.engine().readsMarkup());
    most = before + pace(chosen).most(rest.text(), rest.rate()).toMillis() * BYTES_PER_MS;
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
    saidAgain = false;
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
    if (rungs.size() == 1 && delivered > 0) {
      return; // there is nobody to go on: the owner's patience counts
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
    if (delivered + mulaw.length > most) {
      surplus(mulaw);
      return;
    }
    delivered += mulaw.length;
    listener.onAudio(mulaw);
    watch(patience());
  }

  /** The voice does not stop, or says its words again: what is too much is cut off. */
  private void surplus(byte[] mulaw) {
    Rung<SpeechSynthesizer> loud = rung;
    if (loud == null) {
      return;
    }
    String why = saidAgain ? "words were said twice" : "more audio than its words can take";
    boolean another = rungs.stream().anyMatch(each -> each != loud && !given.contains(each));
    if (delivered == before && !saidAgain && another) {
      failed(generation, new IllegalStateException(why)); // who knows what it is
      return;
    }
    byte[] fitting = Arrays.copyOf(mulaw, (int) (most - delivered));
    drop();
    over = true;
    loud.failed(now());
    if (fitting.length > 0) {
      delivered += fitting.length;
      listener.onAudio(fitting);
    }
    listener.onReplaced(new Replaced(loud.name(), "", why, false));
    listener.onEnd();
  }

  /**
   * A word beyond the text, or before the last one, is one too many: audio ends where it begins.
   */
  private boolean isSurplus(int begin, int end, long startSample) {
    int last = words.isEmpty() ? 0 : words.get(words.size() - 1).from() - from;
    if (begin >= last && end <= request.text().length() - from) {
      return false;
    }
    saidAgain = true;
    most = Math.max(delivered, Math.min(most, before + startSample));
    return true;
  }

  private VoicePace pace(Rung<SpeechSynthesizer> of) {
    return Objects.requireNonNull(paces.get(of));
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
      Duration took = Duration.ofMillis((delivered - before) / BYTES_PER_MS);
      pace(done).said(request.text().substring(from), request.rate(), took);
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
      if (counts() && !saidAgain && !isSurplus(begin, end, startSample)) {
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
