package org.cordboard.speech.google;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cordboard.speech.Transcript;

/**
 * One utterance: a stretch of audio in a stream to Google, or several, one after the other, when it
 * outlasts a stream. Every sample counts in exactly one of them. On the loop.
 */
final class GoogleUtterance implements GoogleStretch.Listener {
  private static final long MOST_HEARD_AGAIN = 80_000; // 10 s sent twice rather than a word cut

  private final long id;
  private final long startSample;
  private final GoogleStretch.Source source;
  private final Listener listener;
  private final List<GoogleStretch> stretches = new ArrayList<>();
  private boolean ended;
  private boolean over;
  private boolean paused; // says the owner
  private boolean quiet; // says Google
  private long endSample;
  private long endedNanos;
  private String told = "";

  /** What comes of it. */
  interface Listener {
    void partial(long id, Transcript transcript);

    void last(GoogleUtterance utterance, Transcript transcript);

    void failed(GoogleUtterance utterance, Throwable failure);
  }

  GoogleUtterance(long id, long startSample, GoogleStretch.Source source, Listener listener) {
    this.id = id;
    this.startSample = startSample;
    this.source = source;
    this.listener = listener;
    begin(startSample);
  }

  long id() {
    return id;
  }

  /** Position from which its audio may still have to be sent. */
  long needed() {
    return stretches.stream().mapToLong(GoogleStretch::needed).min().orElse(Long.MAX_VALUE);
  }

  /** Another frame has come. */
  void moreAudio() {
    if (over) {
      return;
    }
    rollOver();
    stretches.forEach(GoogleStretch::pump);
  }

  void paused(boolean paused) {
    this.paused = paused;
  }

  /**
   * Speech ended at {@code endSample}; audio up to {@code tail}, or what was sent, belongs to it.
   */
  void end(long endSample, long tail) {
    this.endSample = endSample;
    this.endedNanos = source.loop().clock().nanos();
    ended = true;
    source.recognizer().awaiting(1);
    last().endAt(tail);
    settle();
  }

  /** Nobody wants its words any more. */
  void abandon() {
    if (!over) {
      finish();
      stretches.forEach(GoogleStretch::abandon);
    }
  }

  private GoogleStretch last() {
    return stretches.get(stretches.size() - 1);
  }

  private void begin(long from) {
    GoogleStretch next = new GoogleStretch(source, from, this);
    stretches.add(next);
    next.open();
  }

  private void rollOver() {
    GoogleRecognizerSettings.Limits limits = source.recognizer().settings().limits();
    GoogleStretch old = last();
    Duration age = old.age();
    boolean must = age.compareTo(limits.stream()) >= 0;
    boolean may = age.compareTo(limits.rolloverFrom()) >= 0 && (paused || quiet);
    if (!must && !may) {
      return;
    }
    source.recognizer().rolledOver();
    quiet = false;
    long now = source.history().end();
    if (!may && now - old.settled() <= MOST_HEARD_AGAIN) {
      long from = old.settled();
      old.stopAtSettled();
      begin(from);
    } else {
      old.endAt(now);
      begin(now);
    }
  }

  @Override
  public void changed(GoogleStretch stretch) {
    String text = text();
    if (!over && !ended && !text.isEmpty() && !text.equals(told)) {
      told = text;
      listener.partial(
          id, new Transcript(text, last().stability(), words(), startSample, -1, Duration.ZERO));
    }
  }

  @Override
  public void quiet(boolean quiet) {
    this.quiet = quiet;
  }

  @Override
  public void done(GoogleStretch stretch) {
    settle();
  }

  @Override
  public void failed(GoogleStretch stretch, GoogleFailure failure) {
    if (!over) { // at once, though the caller may still speak: another engine may hear it all
      stretches.forEach(GoogleStretch::abandon);
      finish();
      listener.failed(this, failure);
    }
  }

  private void settle() {
    if (over || !ended) {
      return;
    }
    if (stretches.stream().allMatch(GoogleStretch::isOver)) {
      finish();
      Duration took = Duration.ofNanos(source.loop().clock().nanos() - endedNanos);
      listener.last(
          this,
          new Transcript(text(), confidence(), words(), startSample, endSample, took)
              .in(source.tells() ? language() : Optional.empty()));
    }
  }

  private void finish() {
    over = true;
    if (ended) {
      source.recognizer().awaiting(-1);
    }
  }

  /** What most of it was spoken in, if Google said so. */
  private Optional<Locale> language() {
    return stretches.stream()
        .filter(stretch -> !stretch.language().isEmpty())
        .max(Comparator.comparingInt(stretch -> stretch.text().length()))
        .map(stretch -> Locale.forLanguageTag(stretch.language()));
  }

  private String text() {
    return stretches.stream()
        .map(GoogleStretch::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private List<Transcript.Word> words() {
    return stretches.stream().flatMap(stretch -> stretch.words().stream()).toList();
  }

  private double confidence() {
    return stretches.stream()
        .filter(stretch -> !stretch.text().isEmpty())
        .mapToDouble(GoogleStretch::confidence)
        .average()
        .orElse(0);
  }
}
