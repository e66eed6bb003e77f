package org.cordboard.speech.google;

import com.google.cloud.speech.v2.SpeechRecognitionAlternative;
import com.google.cloud.speech.v2.StreamingRecognitionConfig;
import com.google.cloud.speech.v2.StreamingRecognitionResult;
import com.google.cloud.speech.v2.StreamingRecognizeRequest;
import com.google.cloud.speech.v2.StreamingRecognizeResponse;
import com.google.cloud.speech.v2.StreamingRecognizeResponse.SpeechEventType;
import com.google.cloud.speech.v2.WordInfo;
import com.google.protobuf.Duration;
import com.google.protobuf.util.Durations;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** One stream of {@link FakeSpeech}: what it was sent, and what it makes of that. */
final class FakeSpeechStream implements StreamObserver<StreamingRecognizeRequest> {
  private static final int FRAME = 160;
  private static final int MOST_BYTES = 25 * 1024;

  final String[] recognizer = new String[1];
  private final FakeSpeech.Plan plan;
  private final ServerCallStreamObserver<StreamingRecognizeResponse> answers;
  private final ByteArrayOutputStream audio = new ByteArrayOutputStream();
  private StreamingRecognitionConfig config;
  private int largest;
  private int settled; // frames whose words are final
  private boolean inSpeech;
  private boolean ended;
  private boolean cancelled;
  private boolean over;

  FakeSpeechStream(
      FakeSpeech.Plan plan, ServerCallStreamObserver<StreamingRecognizeResponse> answers) {
    this.plan = plan;
    this.answers = answers;
    answers.setOnCancelHandler(this::cancel);
    if (plan.deaf()) {
      answers.disableAutoInboundFlowControl();
    }
  }

  /** Lets a deaf stream hear. */
  void listen() {
    answers.request(1_000_000);
  }

  synchronized byte[] audio() {
    return audio.toByteArray();
  }

  synchronized StreamingRecognitionConfig config() {
    return config;
  }

  synchronized int largest() {
    return largest;
  }

  synchronized boolean ended() {
    return ended;
  }

  synchronized boolean cancelled() {
    return cancelled;
  }

  private synchronized void cancel() {
    cancelled = true;
  }

  @Override
  public synchronized void onNext(StreamingRecognizeRequest request) {
    if (over) {
      return;
    }
    if (request.hasStreamingConfig()) {
      recognizer[0] = request.getRecognizer();
      config = request.getStreamingConfig();
    } else {
      largest = Math.max(largest, request.getAudio().size());
      audio.writeBytes(request.getAudio().toByteArray());
    }
    if (largest > MOST_BYTES || config == null) {
      over = true;
      answers.onError(Status.INVALID_ARGUMENT.withDescription("too much at once").asException());
    } else if (plan.status() != null && audio.size() >= plan.afterBytes()) {
      recognise(false);
      over = true;
      if (plan.status().isOk()) {
        answers.onCompleted();
      } else {
        answers.onError(plan.status().asException());
      }
    } else {
      recognise(false);
    }
  }

  @Override
  public synchronized void onCompleted() {
    ended = true;
    recognise(true);
    if (!over && !plan.mute()) {
      over = true;
      answers.onCompleted();
    }
  }

  @Override
  public synchronized void onError(Throwable failure) {
    cancelled = true;
  }

  private record Run(int value, int from, int to) {}

  private void recognise(boolean last) {
    if (plan.mute() || over) {
      return;
    }
    List<Run> runs = new ArrayList<>();
    byte[] all = audio.toByteArray();
    int frames = all.length / FRAME;
    int silent = 0;
    for (int at = settled; at < frames; ) {
      int value = all[at * FRAME] & 0xFF;
      int to = at;
      while (to < frames && (all[to * FRAME] & 0xFF) == value) {
        to++;
      }
      if (value != 0xFF) {
        begun(at);
        runs.add(new Run(value, at, to));
        silent = 0;
      } else {
        silent = to - at;
        if (silent >= Speaker.FINAL_SILENCE && !runs.isEmpty()) {
          settle(runs, at + Speaker.FINAL_SILENCE);
          runs.clear();
        }
      }
      at = to;
    }
    if (last && !runs.isEmpty()) {
      settle(runs, frames);
    } else if (!runs.isEmpty()) {
      StreamingRecognitionResult.Builder interim =
          result(runs).setStability(0.9f).setResultEndOffset(offset(frames));
      answers.onNext(StreamingRecognizeResponse.newBuilder().addResults(interim).build());
    }
  }

  private void begun(int frame) {
    if (!inSpeech) {
      inSpeech = true;
      event(SpeechEventType.SPEECH_ACTIVITY_BEGIN, frame);
    }
  }

  private void event(SpeechEventType type, int frame) {
    if (config.getStreamingFeatures().getEnableVoiceActivityEvents()) {
      answers.onNext(
          StreamingRecognizeResponse.newBuilder()
              .setSpeechEventType(type)
              .setSpeechEventOffset(offset(frame))
              .build());
    }
  }

  private void settle(List<Run> runs, int frame) {
    settled = frame;
    StreamingRecognitionResult.Builder result =
        result(runs).setIsFinal(true).setResultEndOffset(offset(frame));
    answers.onNext(StreamingRecognizeResponse.newBuilder().addResults(result).build());
    inSpeech = false;
    event(SpeechEventType.SPEECH_ACTIVITY_END, frame);
  }

  private static StreamingRecognitionResult.Builder result(List<Run> runs) {
    SpeechRecognitionAlternative.Builder best =
        SpeechRecognitionAlternative.newBuilder().setConfidence(0.8f);
    List<String> said = new ArrayList<>();
    for (Run run : runs) {
      String word = "w" + run.value() + (run.to() - run.from() == Speaker.WORD_FRAMES ? "" : "?");
      said.add(word);
      best.addWords(
          WordInfo.newBuilder()
              .setWord(word)
              .setConfidence(0.7f)
              .setStartOffset(offset(run.from()))
              .setEndOffset(offset(run.to())));
    }
    best.setTranscript(" " + String.join(" ", said));
    return StreamingRecognitionResult.newBuilder().addAlternatives(best);
  }

  private static Duration offset(int frame) {
    return Durations.fromMillis(frame * 20L);
  }
}
