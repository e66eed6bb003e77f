package org.cordboard.gateway.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cordboard.config.Loop;
import org.cordboard.dialog.Speculated;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.dialog.privacy.Redactor;
import org.cordboard.gateway.http.Meters;
import org.cordboard.gateway.recording.Recording;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.turn.BargeIn.Said;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what happens in a call: recording, supervisors' feed, figures, and the ledger entries that
 * are about the line rather than the conversation. Decides nothing. Confined to the call's loop.
 */
final class CallWatch implements ListeningIn.Owner, TalkWatcher {
  private static final Logger log = LoggerFactory.getLogger(CallWatch.class);
  private static final long[] REPLY_BOUNDS_MS = {400, 700, 1_000, 1_500, 2_000, 3_000, 5_000};

  private final CallParts parts;
  private final CallLedger ledger;
  private final Loop loop;
  private final List<Runnable> whenClosed = new ArrayList<>();
  private @Nullable Recording recording;
  private long callerAt; // where the stream now open stands in the recording
  private long heardAt;
  private long streamBase;
  private long lastPosition;
  private long pausesAt;
  private boolean conversed;
  private boolean refused;
  private boolean over; // the outcome is written: nothing may follow it
  private boolean closed;

  CallWatch(CallParts parts, IncomingCall incoming, CallLedger ledger, Loop loop) {
    this.parts = parts;
    this.ledger = ledger;
    this.loop = loop;
    this.refused = CallHistory.recordingRefused(parts.codec(), ledger.entries());
    parts.feed().callStarted(ledger.call(), incoming.to(), loop.clock().now());
    ledger.entries().forEach(entry -> parts.feed().entry(ledger.call(), entry));
    ledger.follow(entry -> parts.feed().entry(ledger.call(), entry));
    meters().counter("cordboard_calls_total", "Calls taken").increment();
  }

  private Meters meters() {
    return parts.meters();
  }

  // ---- the recording

  boolean isRecorded() {
    return parts.recorder().enabled() && !refused;
  }

  /** The caller objects: nothing more is recorded, and what was is removed. */
  @Override
  public void stopRecording() {
    refused = true;
    ledger.append(new GatewayEvent.RecordingStopped("the caller objected"));
    Recording stopped = recording;
    recording = null;
    if (stopped != null) {
      stopped.close(() -> parts.recorder().remove(ledger.call(), loop));
    }
  }

  /** A stream opens: the recording starts, or goes on after the pause between two streams. */
  void startRecording() {
    if (recording == null && isRecorded()) {
      int part = CallHistory.recordings(parts.codec(), ledger.entries()) + 1;
      Recording opened = parts.recorder().open(ledger.call(), part, loop);
      recording = opened;
      ledger.append(new GatewayEvent.RecordingStarted(opened.file().getFileName().toString()));
    }
    long now = loop.clock().nanos();
    if (pausesAt > 0) {
      streamBase = callerAt + (now - pausesAt) / 1_000_000 * 8;
    }
    lastPosition = 0;
  }

  /** A frame of a stream, at its position in that stream. */
  void audio(MediaListener.Track track, byte[] mulaw, long position) {
    long at = streamBase + position;
    pausesAt = loop.clock().nanos();
    if (track == MediaListener.Track.INBOUND) {
      lastPosition = position + mulaw.length;
      callerAt = at + mulaw.length;
      if (recording != null) {
        recording.caller(mulaw, at);
      }
    } else {
      heardAt = at + mulaw.length;
      if (recording != null) {
        recording.heard(mulaw, at);
      }
    }
  }

  /** Audio of ours that the caller has just heard: it ended now. */
  @Override
  public void played(byte[] mulaw) {
    long from = Math.max(heardAt, streamBase + lastPosition - mulaw.length);
    heardAt = from + mulaw.length;
    if (recording != null) {
      recording.heard(mulaw, from);
    }
  }

  // ---- supervisors and figures

  void phase(CallPhase phase) {
    parts.feed().phase(ledger.call(), phase.name());
  }

  /** What it means that the caller leaves in this phase. */
  CallOutcome.Result left(CallPhase phase) {
    return switch (phase) {
      case BRIDGED -> CallOutcome.Result.TRANSFERRED;
      case TRANSFERRING -> CallOutcome.Result.LEFT_WAITING;
      default -> conversed ? CallOutcome.Result.CONVERSED : CallOutcome.Result.ABANDONED;
    };
  }

  @Override
  public void understanding(boolean on) {
    parts.feed().floor(ledger.call(), (on ? Floor.THINKING : Floor.LISTENING).name());
  }

  @Override
  public void floor(Floor floor) {
    conversed |= floor == Floor.THINKING;
    parts.feed().floor(ledger.call(), floor.name());
  }

  @Override
  public void partial(String who, String text) {
    parts.feed().partial(ledger.call(), who, Redactor.partial(text).text());
  }

  @Override
  public void spokenOver(Said kind, Transcript words, long endMs) {
    ledger.append(
        new GatewayEvent.SpokenOver(
            kind.name().toLowerCase(Locale.ROOT),
            Redactor.redact(words.text(), Set.of()).text(),
            words.confidence(),
            words.startSample() / 8,
            endMs));
  }

  @Override
  public void replied(long prompt, long afterMs, Ear.Timing timing) {
    long think = Math.max(0, afterMs - timing.endpointMs() - timing.decodeMs());
    ledger.append(
        new GatewayEvent.Replied(prompt, afterMs, timing.endpointMs(), timing.decodeMs(), think));
    parts.feed().replyMs(ledger.call(), afterMs);
    meters()
        .distribution(
            "cordboard_reply_ms", "End of the caller's speech to our first audio", REPLY_BOUNDS_MS)
        .record(afterMs);
  }

  @Override
  public void speculated(Speculated what) {
    meters()
        .counter(
            "cordboard_speculations_total",
            "Answers worked out before the caller's turn was over",
            "result",
            what.used() ? "used" : "discarded")
        .increment();
    if (what.wastedRequest()) {
      meters()
          .counter(
              "cordboard_speculation_wasted_requests_total",
              "Models asked for answers that were not needed")
          .increment();
      meters()
          .counter(
              "cordboard_speculation_wasted_characters_total",
              "Written by models in answers that were not needed")
          .add(what.wastedCharacters());
    }
  }

  @Override
  public void said(String who, String text, double confidence, long startMs, long endMs) {
    String masked = Redactor.redact(text, Set.of()).text();
    long base = streamBase / 8;
    ledger.append(
        new GatewayEvent.PersonSaid(who, masked, confidence, base + startMs, base + endMs));
  }

  @Override
  public void replaced(String part, Replaced replaced) {
    if (over) {
      return;
    }
    ledger.append(
        new GatewayEvent.PartReplaced(
            part, replaced.from(), replaced.to(), replaced.why(), replaced.late()));
    meters()
        .counter("cordboard_replaced_total", "Engines given up in mid-call", "part", part)
        .increment();
    log.warn(
        "call {}: {} {} is replaced by {}: {}",
        ledger.call(),
        part,
        replaced.from(),
        replaced.to().isEmpty() ? "nothing" : replaced.to(),
        replaced.why());
  }

  @Override
  public void noisy(long voiceMs) {
    lineTrouble(
        LineTrouble.DIN, voiceMs / 1_000 + " s of sound like a voice, in which there are no words");
  }

  /** The audio that the carrier brings is not as it should be. */
  void lineTrouble(LineTrouble trouble, String detail) {
    if (over) {
      return;
    }
    String kind = trouble.name().toLowerCase(Locale.ROOT);
    ledger.append(new GatewayEvent.LineTroubled(kind, detail));
    meters()
        .counter("cordboard_line_trouble_total", "Calls with bad audio from the line", "kind", kind)
        .increment();
    log.warn("call {}: the line is {}: {}", ledger.call(), kind, detail);
  }

  @Override
  public void trouble(String part, @Nullable Throwable failure) {
    if (over) {
      return; // an engine that fails late
    }
    if (failure != null) {
      ledger.append(new GatewayEvent.PartFailed(part, what(failure)));
    }
    meters()
        .counter("cordboard_trouble_total", "Failures of a part in a call", "part", part)
        .increment();
    log.warn(
        "call {}: {} in trouble: {}",
        ledger.call(),
        part,
        failure == null ? "ran dry" : failure.toString());
  }

  /** Names the failure without what a vendor may have put into its message. */
  private static String what(Throwable failure) {
    return failure instanceof java.util.concurrent.TimeoutException
        ? String.valueOf(failure.getMessage())
        : failure.getClass().getSimpleName();
  }

  void store(boolean degraded) {
    log.warn("call {}: the store is {}", ledger.call(), degraded ? "away" : "back");
  }

  // ---- the end

  void whenClosed(Runnable then) {
    if (closed) {
      then.run();
    } else {
      whenClosed.add(then);
    }
  }

  /** Writes the outcome, then lets go of everything; {@code last} runs before the ledger closes. */
  void ended(CallOutcome outcome, Runnable last) {
    over = true;
    Recording written = recording;
    recording = null;
    if (written != null) {
      written.close(() -> {});
    }
    ledger.commit(
        new GatewayEvent.CallEnded(outcome.result(), outcome.by(), outcome.reason()),
        commit -> {
          last.run();
          parts.ledgers().ended(ledger.call());
          ledger.close(this::closed);
        });
    parts.feed().ended(ledger.call(), outcome.result().name());
    meters()
        .counter(
            "cordboard_calls_ended_total",
            "Calls by outcome",
            "outcome",
            outcome.result().name().toLowerCase(Locale.ROOT))
        .increment();
    log.info("call {} ended: {} by {}", ledger.call(), outcome.result(), outcome.by());
  }

  /** The call is another process's: the file is closed, nothing is written. */
  void letGo() {
    over = true;
    if (recording != null) {
      recording.close(() -> {});
      recording = null;
    }
    parts.feed().ended(ledger.call(), "MOVED");
    closed();
  }

  private void closed() {
    closed = true;
    List<Runnable> waiting = List.copyOf(whenClosed);
    whenClosed.clear();
    waiting.forEach(Runnable::run);
  }
}
