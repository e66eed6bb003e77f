package org.cordboard.speech.google;

import com.google.cloud.speech.v2.StreamingRecognizeRequest;
import com.google.cloud.speech.v2.StreamingRecognizeResponse;
import com.google.cloud.speech.v2.StreamingRecognizeResponse.SpeechEventType;
import java.time.Duration;
import java.util.List;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioHistory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stretch of audio on its way to Google, in one stream; when that breaks, in another, which hears
 * again whatever was not final. On the loop.
 */
final class GoogleStretch implements GoogleCall.Events<StreamingRecognizeResponse> {
  private static final Logger log = LoggerFactory.getLogger(GoogleStretch.class);
  private static final Duration TICK = Duration.ofMillis(20);
  private static final Duration MOST_BACKOFF = Duration.ofSeconds(2);
  private static final int MOST_BYTES = 24_000; // Google takes 25 KB at a time
  private static final long OPEN = Long.MAX_VALUE;

  /** Whose audio, and how Google is to listen to it. */
  record Source(
      GoogleRecognizer recognizer,
      Loop loop,
      AudioHistory history,
      StreamingRecognizeRequest first) {
    /** True when Google was asked which of several languages it is. */
    boolean tells() {
      return first.getStreamingConfig().getConfig().getLanguageCodesCount() > 1;
    }
  }

  /** What comes of it. */
  interface Listener {
    void changed(GoogleStretch stretch);

    void quiet(boolean quiet);

    void done(GoogleStretch stretch);

    void failed(GoogleStretch stretch, GoogleFailure failure);
  }

  private final Source source;
  private final Listener listener;
  private final HeardWords words;
  private @Nullable GoogleCall<StreamingRecognizeRequest, StreamingRecognizeResponse> call;
  private StreamPlaces places = new StreamPlaces();
  private SendPace pace;
  private long openedNanos;
  private int attempts;
  private long sent;
  private long until = OPEN;
  private boolean sendingEnded;
  private boolean over;
  private Clock.@Nullable Timer tick;
  private Clock.@Nullable Timer retry;
  private Clock.@Nullable Timer deadline;

  GoogleStretch(Source source, long from, Listener listener) {
    this.source = source;
    this.listener = listener;
    this.words = new HeardWords(from);
    this.openedNanos = source.loop().clock().nanos();
    this.pace = new SendPace(openedNanos, source.recognizer().settings().sending());
    this.sent = from;
  }

  /** Opens a stream that begins after the last word that is final. */
  void open() {
    attempts++;
    sendingEnded = false;
    places = new StreamPlaces();
    sent = words.settled();
    places.from(sent);
    openedNanos = source.loop().clock().nanos();
    pace = new SendPace(openedNanos, source.recognizer().settings().sending());
    var opened = source.recognizer().call(source.loop(), this);
    call = opened;
    opened.send(source.first());
    pump();
  }

  /** Sends what may be sent now. */
  void pump() {
    var open = call;
    if (over || open == null || sendingEnded) {
      return;
    }
    while (open.ready() && sendNext(open)) {
      // on
    }
    if (until != OPEN && sent >= until) {
      sendingEnded = true;
      open.endSending();
      expectAnswer();
    } else if (tick == null && waiting() >= (until == OPEN ? chunkBytes() : 1)) {
      tick = source.loop().clock().after(TICK, this::tick); // the line, or the pace, lags
    }
  }

  private long waiting() {
    return Math.min(until, source.history().end()) - sent;
  }

  private void tick() {
    tick = null;
    pump();
  }

  private boolean sendNext(GoogleCall<StreamingRecognizeRequest, StreamingRecognizeResponse> open) {
    AudioHistory history = source.history();
    if (history.start() > sent) { // the buffer overflowed
      long dropped = Math.min(history.start(), until) - sent;
      source.recognizer().dropped(dropped);
      log.warn("audio dropped unheard, the line to Google being too slow: {} ms", dropped / 8);
      sent += dropped;
      places.from(sent);
    }
    long end = Math.min(until, history.end());
    long allowed = pace.allowance(source.loop().clock().nanos());
    int size = (int) Math.min(MOST_BYTES, Math.min(end - sent, allowed));
    boolean rest = until != OPEN && size == end - sent;
    if (size <= 0 || (size < chunkBytes() && !rest)) {
      return false;
    }
    open.send(source.recognizer().requests().audio(history.slice(sent, sent + size)));
    sent += size;
    places.sent(size);
    pace.sent(size);
    if (until != OPEN) {
      expectAnswer();
    }
    return true;
  }

  private int chunkBytes() {
    return (int) source.recognizer().settings().sending().chunk().toMillis() * 8;
  }

  /** Nothing after {@code position}, or after what was sent, belongs to it. */
  void endAt(long position) {
    if (over || until != OPEN) {
      return;
    }
    until = Math.max(position, sent);
    expectAnswer();
    pump();
  }

  /** Ends with the last word that is final; what was sent beyond is heard by another stream. */
  void stopAtSettled() {
    words.dropOpen();
    leave();
  }

  /** Nobody wants its words. */
  void abandon() {
    leave();
  }

  /** The wait for the final begins anew with every piece of audio that is sent. */
  private void expectAnswer() {
    cancel(deadline);
    Duration answer = source.recognizer().settings().limits().answer();
    deadline =
        source
            .loop()
            .clock()
            .after(
                answer,
                () ->
                    fail(
                        GoogleFailure.late(
                            GoogleRecognizer.SERVICE,
                            "final words",
                            answer.toMillis() + " ms (speech.google.recognizer.limits.answer)")));
  }

  @Override
  public void response(StreamingRecognizeResponse response) {
    SpeechEventType event = response.getSpeechEventType();
    if (event == SpeechEventType.SPEECH_ACTIVITY_END
        || event == SpeechEventType.SPEECH_ACTIVITY_BEGIN) {
      listener.quiet(event == SpeechEventType.SPEECH_ACTIVITY_END);
    }
    words.accept(response, places);
    listener.changed(this);
  }

  @Override
  public void failed(Throwable cause) {
    call = null;
    tryAgain(source.recognizer().failure(cause));
  }

  @Override
  public void completed() {
    call = null;
    if (sendingEnded) {
      words.finish();
      leave();
      listener.done(this);
    } else {
      tryAgain(GoogleFailure.early(GoogleRecognizer.SERVICE));
    }
  }

  private void tryAgain(GoogleFailure failure) {
    GoogleRecognizerSettings.Limits limits = source.recognizer().settings().limits();
    if (!failure.passing() || attempts >= limits.attempts()) {
      fail(failure);
      return;
    }
    long doubled = limits.backoff().toMillis() << attempts - 1;
    long spread = 75 + Math.floorMod(words.settled() / 160, 50); // calls come back apart
    Duration wait = Duration.ofMillis(Math.min(doubled, MOST_BACKOFF.toMillis()) * spread / 100);
    log.warn("a stream to Google broke and is opened again: {}", failure.getMessage());
    source.recognizer().reopened();
    words.dropOpen();
    retry = source.loop().clock().after(wait, this::open);
  }

  private void fail(GoogleFailure failure) {
    if (!over) {
      leave();
      listener.failed(this, failure);
    }
  }

  private void leave() {
    over = true;
    cancel(tick);
    cancel(retry);
    cancel(deadline);
    if (call != null) {
      call.cancel();
    }
  }

  private static void cancel(Clock.@Nullable Timer timer) {
    if (timer != null) {
      timer.cancel();
    }
  }

  boolean isOver() {
    return over;
  }

  /** How old its stream is. */
  Duration age() {
    return Duration.ofNanos(source.loop().clock().nanos() - openedNanos);
  }

  /** Position from which its audio may still have to be sent. */
  long needed() {
    return over ? Long.MAX_VALUE : words.settled();
  }

  long settled() {
    return words.settled();
  }

  long sent() {
    return sent;
  }

  String text() {
    return words.text();
  }

  String language() {
    return words.language();
  }

  List<Transcript.Word> words() {
    return words.words();
  }

  double confidence() {
    return words.confidence();
  }

  double stability() {
    return words.stability();
  }
}
