package org.cordboard.speech.node;

import com.google.protobuf.ByteString;
import io.vertx.grpc.common.GrpcStatus;
import io.vertx.grpc.server.GrpcServerRequest;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.node.wire.SpokenWord;
import org.cordboard.speech.node.wire.SynthesizeReply;
import org.cordboard.speech.node.wire.SynthesizeRequest;
import org.jspecify.annotations.Nullable;

/** One text that a node speaks. On the node's loop. */
final class SynthesizeCall implements SynthesisListener {
  private static final int CHUNK_BYTES = 16_000; // 2 s in one message

  private final Serving serving;
  private final Reply<SynthesizeReply> reply;
  private @Nullable Synthesis synthesis;
  private boolean began;
  private long skipSamples;
  private long position;
  private long askedNanos;
  private boolean sounding;

  private SynthesizeCall(
      Serving serving, GrpcServerRequest<SynthesizeRequest, SynthesizeReply> call) {
    this.serving = serving;
    this.reply = new Reply<>(call);
  }

  /** Takes a call that has come in. */
  static void take(Serving serving, GrpcServerRequest<SynthesizeRequest, SynthesizeReply> call) {
    SynthesizeCall text = new SynthesizeCall(serving, call);
    call.handler(text::speak);
    call.errorHandler(error -> text.gone());
    call.exceptionHandler(broken -> text.gone());
    call.endHandler(
        ended -> {
          if (!text.began) {
            text.end(GrpcStatus.INVALID_ARGUMENT, "a call without a text");
          }
        });
  }

  private void speak(SynthesizeRequest request) {
    if (began || reply.over()) {
      return;
    }
    began = true;
    askedNanos = serving.loop().nanos();
    skipSamples = Math.max(0, request.getFromSample());
    Admission.Refusal refusal =
        serving.admission().text(serving.draining(), serving.load(), request.getText());
    if (refusal != null) {
      serving.meters().refused();
      reply.refuse(refusal, serving.load());
      return;
    }
    serving.began(this);
    try {
      Synthesis begun =
          serving
              .synthesizer()
              .speak(
                  new SpeechRequest(
                      request.getText(), request.getVoice(), request.getRate(), request.getGain()),
                  serving.loop(),
                  this);
      if (reply.over()) {
        begun.cancel();
      } else {
        synthesis = begun;
      }
    } catch (IllegalArgumentException wrong) {
      end(GrpcStatus.INVALID_ARGUMENT, String.valueOf(wrong.getMessage()));
    } catch (RuntimeException broken) {
      end(GrpcStatus.INTERNAL, "the engine threw " + broken.getClass().getSimpleName());
    }
  }

  @Override
  public void onAudio(byte[] mulaw) {
    int from = (int) Math.min(mulaw.length, Math.max(0, skipSamples - position));
    position += mulaw.length;
    if (!sounding && from < mulaw.length) {
      sounding = true;
      serving.meters().sounded(serving.loop().nanos() - askedNanos);
    }
    for (; from < mulaw.length; from += CHUNK_BYTES) {
      int count = Math.min(CHUNK_BYTES, mulaw.length - from);
      reply.send(
          SynthesizeReply.newBuilder().setMulaw(ByteString.copyFrom(mulaw, from, count)).build());
    }
  }

  @Override
  public void onWord(int from, int to, long startSample) {
    if (startSample >= skipSamples) {
      SpokenWord word =
          SpokenWord.newBuilder().setFrom(from).setTo(to).setStartSample(startSample).build();
      reply.send(SynthesizeReply.newBuilder().setWord(word).build());
    }
  }

  @Override
  public void onEnd() {
    end(GrpcStatus.OK, "");
  }

  @Override
  public void onFailure(Throwable failure) {
    serving.meters().textFailed();
    String message = failure.getMessage();
    end(GrpcStatus.INTERNAL, message == null ? failure.getClass().getSimpleName() : message);
  }

  void cutOff() {
    end(GrpcStatus.UNAVAILABLE, "the node stops");
  }

  private void end(GrpcStatus status, String message) {
    reply.end(status, message);
    free();
  }

  private void gone() {
    reply.gone();
    free();
  }

  private void free() {
    Synthesis left = synthesis;
    synthesis = null;
    if (left != null) {
      left.cancel();
    }
    serving.over(this);
  }
}
