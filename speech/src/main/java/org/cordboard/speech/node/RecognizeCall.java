package org.cordboard.speech.node;

import io.vertx.grpc.common.GrpcStatus;
import io.vertx.grpc.server.GrpcServerRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.audio.AudioFormat;
import org.cordboard.speech.audio.AudioFrame;
import org.cordboard.speech.node.wire.Accepted;
import org.cordboard.speech.node.wire.Alive;
import org.cordboard.speech.node.wire.Audio;
import org.cordboard.speech.node.wire.Failed;
import org.cordboard.speech.node.wire.Mark;
import org.cordboard.speech.node.wire.Open;
import org.cordboard.speech.node.wire.RecognizeReply;
import org.cordboard.speech.node.wire.RecognizeRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stream that a node hears: requests into the engine, its words out. On the node's loop. */
final class RecognizeCall implements RecognitionListener {
  private static final Logger log = LoggerFactory.getLogger(RecognizeCall.class);
  private static final int FRAME_BYTES = AudioFormat.MULAW_8K.frameBytes();
  private static final int MOST_FRAMES = 100; // in one message
  private static final int MOST_UTTERANCES = 64; // without words, in one stream
  private static final long OPEN = -1;

  private final Serving serving;
  private final Reply<RecognizeReply> reply;
  private final Map<Long, Long> owed = new HashMap<>(); // utterance → when it ended, or OPEN
  private @Nullable RecognitionStream engine;
  private long endSample = Long.MIN_VALUE;
  private long heardNanos;
  private boolean leaving;

  private RecognizeCall(Serving serving, GrpcServerRequest<RecognizeRequest, RecognizeReply> call) {
    this.serving = serving;
    this.reply = new Reply<>(call);
    this.heardNanos = serving.loop().nanos();
  }

  /** Takes a call that has come in. */
  static void take(Serving serving, GrpcServerRequest<RecognizeRequest, RecognizeReply> call) {
    RecognizeCall stream = new RecognizeCall(serving, call);
    call.handler(stream::next);
    call.errorHandler(error -> stream.gone());
    call.exceptionHandler(broken -> stream.gone());
    call.invalidMessageHandler(
        unreadable -> stream.wrong("a message is too large, or cannot be read"));
    call.endHandler(ended -> stream.end(GrpcStatus.OK, ""));
  }

  private void next(RecognizeRequest request) {
    if (reply.over()) {
      return;
    }
    heardNanos = serving.loop().nanos();
    RecognitionStream hearing = engine;
    try {
      if (request.hasOpen() == (hearing != null)) {
        wrong("the first request is Open, and only the first");
      } else if (hearing == null) {
        open(request.getOpen());
      } else {
        switch (request.getKindCase()) {
          case AUDIO -> audio(hearing, request.getAudio());
          case MARK -> mark(hearing, request.getMark());
          case EXPECT ->
              hearing.expect(WireWords.expectation(request.getExpect().getExpectation()));
          default -> wrong("a request without anything in it");
        }
      }
    } catch (RuntimeException broken) {
      log.warn("the recogniser threw; its stream is ended", broken);
      serving.recognized(false);
      end(GrpcStatus.INTERNAL, "the engine threw " + broken.getClass().getSimpleName());
    }
  }

  private void wrong(String rule) {
    serving.meters().refused();
    end(GrpcStatus.INVALID_ARGUMENT, rule);
  }

  private void open(Open open) {
    Locale language = Locale.forLanguageTag(open.getLanguage());
    Admission.Refusal refusal =
        serving.recognizer().hears(language)
            ? serving.admission().stream(serving.state(), serving.load(), open.getLanguage())
            : Admission.foreign(serving.recognizer().name(), open.getLanguage());
    if (refusal != null) {
      serving.meters().refused();
      reply.refuse(refusal, serving.load());
      return;
    }
    RecognitionHints hints =
        new RecognitionHints(
            language,
            open.getPhrasesList(),
            open.getOthersList().stream().map(Locale::forLanguageTag).toList());
    RecognitionStream opened = serving.recognizer().open(hints, serving.loop(), this);
    engine = opened;
    opened.expect(WireWords.expectation(open.getExpectation()));
    serving.began(this);
    reply.send(RecognizeReply.newBuilder().setAccepted(Accepted.getDefaultInstance()).build());
  }

  private void audio(RecognitionStream hearing, Audio audio) {
    int bytes = audio.getMulaw().size();
    if (bytes == 0 || bytes % FRAME_BYTES != 0 || bytes > MOST_FRAMES * FRAME_BYTES) {
      wrong("audio comes as 1…" + MOST_FRAMES + " frames of 160 bytes, not " + bytes + " bytes");
      return;
    }
    if (audio.getStartSample() < endSample) {
      wrong("audio comes in order; this begins at a sample that has been heard");
      return;
    }
    for (int from = 0; from < bytes; from += FRAME_BYTES) {
      byte[] frame = audio.getMulaw().substring(from, from + FRAME_BYTES).toByteArray();
      hearing.accept(new AudioFrame(AudioFormat.MULAW_8K, frame, audio.getStartSample() + from));
    }
    endSample = audio.getStartSample() + bytes;
    serving.meters().heard(bytes / FRAME_BYTES);
  }

  private void mark(RecognitionStream hearing, Mark mark) {
    long utterance = mark.getUtterance();
    switch (mark.getEdge()) {
      case STARTED -> {
        owed.values().removeIf(ended -> ended == OPEN); // given up by its caller
        if (owed.size() >= MOST_UTTERANCES || owed.putIfAbsent(utterance, OPEN) != null) {
          wrong("an utterance begins once, and " + MOST_UTTERANCES + " may await their words");
          return;
        }
        hearing.speechStarted(utterance, mark.getSample());
      }
      case PAUSED -> hearing.speechPaused(utterance, mark.getSample());
      case RESUMED -> hearing.speechResumed(utterance);
      case ENDED -> {
        if (owed.replace(utterance, OPEN, serving.loop().nanos())) {
          hearing.speechEnded(utterance, mark.getSample());
        }
      }
      default -> wrong("a mark that this node does not know");
    }
  }

  @Override
  public void onPartial(long utterance, Transcript transcript) {
    reply.send(RecognizeReply.newBuilder().setPartial(WireWords.of(utterance, transcript)).build());
  }

  @Override
  public void onFinal(long utterance, Transcript transcript) {
    Long ended = owed.remove(utterance);
    if (ended != null) {
      serving.meters().recognized(serving.loop().nanos() - ended);
      serving.recognized(true);
      reply.send(RecognizeReply.newBuilder().setFinal(WireWords.of(utterance, transcript)).build());
      leaveIfIdle();
    }
  }

  @Override
  public void onFailure(long utterance, Throwable failure) {
    if (owed.remove(utterance) != null) {
      serving.meters().failed();
      serving.recognized(false);
      String message = failure.getMessage();
      String reason = message == null ? failure.getClass().getSimpleName() : message;
      reply.send(
          RecognizeReply.newBuilder()
              .setFailed(Failed.newBuilder().setUtterance(utterance).setReason(reason))
              .build());
      leaveIfIdle();
    }
  }

  @Override
  public void onAlive(long utterance) {
    if (owed.containsKey(utterance)) {
      reply.send(
          RecognizeReply.newBuilder().setAlive(Alive.newBuilder().setUtterance(utterance)).build());
    }
  }

  /** The node is about to stop: the stream ends as soon as no words are owed. */
  void leave() {
    leaving = true;
    leaveIfIdle();
  }

  private void leaveIfIdle() {
    if (leaving && owed.isEmpty()) {
      end(GrpcStatus.UNAVAILABLE, "the node is about to stop");
    }
  }

  void cutOff() {
    end(GrpcStatus.UNAVAILABLE, "the node stops");
  }

  void endIfIdle(long nowNanos) {
    if (nowNanos - heardNanos > serving.settings().idle().toNanos()) {
      end(GrpcStatus.UNAVAILABLE, "no audio has come for a while");
    }
  }

  private void gone() {
    reply.gone();
    free();
  }

  private void end(GrpcStatus status, String message) {
    reply.end(status, message);
    free();
  }

  private void free() {
    owed.clear();
    RecognitionStream left = engine;
    engine = null;
    if (left != null) {
      left.close();
      serving.over(this);
    }
  }
}
