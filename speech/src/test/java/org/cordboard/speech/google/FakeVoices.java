package org.cordboard.speech.google;

import com.google.cloud.texttospeech.v1.ListVoicesRequest;
import com.google.cloud.texttospeech.v1.ListVoicesResponse;
import com.google.cloud.texttospeech.v1.StreamingSynthesizeConfig;
import com.google.cloud.texttospeech.v1.StreamingSynthesizeRequest;
import com.google.cloud.texttospeech.v1.StreamingSynthesizeResponse;
import com.google.cloud.texttospeech.v1.TextToSpeechGrpc;
import com.google.cloud.texttospeech.v1.Voice;
import com.google.cloud.texttospeech.v1beta1.AudioEncoding;
import com.google.cloud.texttospeech.v1beta1.SynthesizeSpeechRequest;
import com.google.cloud.texttospeech.v1beta1.SynthesizeSpeechResponse;
import com.google.cloud.texttospeech.v1beta1.Timepoint;
import com.google.protobuf.ByteString;
import io.grpc.BindableService;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Google's voices, faked behind its own server stubs: each letter sounds for 10 ms as itself. One
 * of them streams, one tells where marks lie, one does neither.
 */
final class FakeVoices {
  static final String STREAMING = "en-US-Chirp3-HD-Aoede";
  static final String MARKING = "en-US-Neural2-C";
  static final String PLAIN = "en-US-Studio-O";
  private static final List<String> NAMES = List.of(STREAMING, MARKING, PLAIN, "de-DE-Neural2-B");
  private static final int LETTER = 80;
  private static final Pattern MARK = Pattern.compile("<mark name=\"([^\"]*)\"/>|&amp;|<[^>]*>|.");

  final Queue<Status> failures = new ConcurrentLinkedQueue<>(); // of requests, before any audio
  final List<StreamingSynthesizeConfig> streams = new CopyOnWriteArrayList<>();
  final List<SynthesizeSpeechRequest> wholes = new CopyOnWriteArrayList<>();
  volatile Status listing = Status.OK;
  volatile Status afterFirst = Status.OK; // of streams
  volatile boolean held; // streams stop after their first word
  volatile boolean mute;
  volatile boolean cancelled;

  final BindableService streaming = new Streaming();
  final BindableService whole = new Whole();

  /** How {@code text} sounds. */
  static byte[] sound(String text) {
    ByteArrayOutputStream sound = new ByteArrayOutputStream();
    for (char letter : text.toCharArray()) {
      for (int i = 0; i < LETTER; i++) {
        sound.write(letter);
      }
    }
    return sound.toByteArray();
  }

  private final class Streaming extends TextToSpeechGrpc.TextToSpeechImplBase {
    @Override
    public void listVoices(ListVoicesRequest request, StreamObserver<ListVoicesResponse> answer) {
      if (!listing.isOk()) {
        answer.onError(listing.asException());
        return;
      }
      ListVoicesResponse.Builder all = ListVoicesResponse.newBuilder();
      NAMES.forEach(name -> all.addVoices(Voice.newBuilder().setName(name)));
      answer.onNext(all.build());
      answer.onCompleted();
    }

    @Override
    public StreamObserver<StreamingSynthesizeRequest> streamingSynthesize(
        StreamObserver<StreamingSynthesizeResponse> answers) {
      ((ServerCallStreamObserver<StreamingSynthesizeResponse>) answers)
          .setOnCancelHandler(() -> cancelled = true);
      return new Speech(answers);
    }
  }

  private final class Speech implements StreamObserver<StreamingSynthesizeRequest> {
    private final StreamObserver<StreamingSynthesizeResponse> answers;
    private boolean over;

    Speech(StreamObserver<StreamingSynthesizeResponse> answers) {
      this.answers = answers;
    }

    @Override
    public void onNext(StreamingSynthesizeRequest request) {
      if (over) {
        return;
      }
      if (request.hasStreamingConfig()) {
        streams.add(request.getStreamingConfig());
        String name = request.getStreamingConfig().getVoice().getName();
        Status failure = failures.poll();
        if (failure != null) {
          fail(failure);
        } else if (!name.isEmpty() && !name.equals(STREAMING)) {
          fail(Status.INVALID_ARGUMENT.withDescription("this voice does not support streaming"));
        }
      } else if (!mute) {
        speak(request.getInput().getText());
      }
    }

    private void fail(Status status) {
      over = true;
      answers.onError(status.asException());
    }

    private void speak(String text) {
      int space = text.indexOf(' ') + 1;
      send(text.substring(0, space));
      if (!afterFirst.isOk()) {
        fail(afterFirst);
      } else if (!held) {
        send(text.substring(space));
      }
    }

    private void send(String part) {
      if (!part.isEmpty()) {
        answers.onNext(
            StreamingSynthesizeResponse.newBuilder()
                .setAudioContent(ByteString.copyFrom(sound(part)))
                .build());
      }
    }

    @Override
    public void onError(Throwable failure) {
      over = true;
    }

    @Override
    public void onCompleted() {
      if (!over && !held && !mute) {
        answers.onCompleted();
      }
    }
  }

  private final class Whole
      extends com.google.cloud.texttospeech.v1beta1.TextToSpeechGrpc.TextToSpeechImplBase {
    @Override
    public void synthesizeSpeech(
        SynthesizeSpeechRequest request, StreamObserver<SynthesizeSpeechResponse> answer) {
      wholes.add(request);
      Status failure = failures.poll();
      boolean marks = request.getEnableTimePointingCount() > 0;
      if (failure != null) {
        answer.onError(failure.asException());
      } else if (marks && request.getVoice().getName().equals(PLAIN)) {
        answer.onError(Status.INVALID_ARGUMENT.withDescription("no SSML here").asException());
      } else if (!mute) {
        answer.onNext(spoken(request, marks));
        answer.onCompleted();
      }
    }

    private SynthesizeSpeechResponse spoken(SynthesizeSpeechRequest request, boolean marks) {
      SynthesizeSpeechResponse.Builder response = SynthesizeSpeechResponse.newBuilder();
      StringBuilder text = new StringBuilder(marks ? "" : request.getInput().getText());
      Matcher markup = MARK.matcher(marks ? request.getInput().getSsml() : "");
      while (markup.find()) {
        if (markup.group(1) != null) {
          response.addTimepoints(
              Timepoint.newBuilder()
                  .setMarkName(markup.group(1))
                  .setTimeSeconds(text.length() / 100.0));
        } else if (!markup.group().startsWith("<")) {
          text.append(markup.group().charAt(0));
        }
      }
      boolean pcm = request.getAudioConfig().getAudioEncoding() == AudioEncoding.LINEAR16;
      byte[] sound = pcm ? loudPcm(text.length()) : sound(text.toString());
      return response.setAudioContent(ByteString.copyFrom(wav(sound))).build();
    }
  }

  /** A steady level of 8,000 for 10 ms a letter at 24 kHz. */
  private static byte[] loudPcm(int letters) {
    byte[] pcm = new byte[letters * 480];
    for (int i = 0; i < pcm.length; i += 2) {
      pcm[i] = (byte) 8_000;
      pcm[i + 1] = (byte) (8_000 >> 8);
    }
    return pcm;
  }

  /** With a header as Google sends it, and a chunk that nobody knows. */
  static byte[] wav(byte[] sound) {
    ByteArrayOutputStream wav = new ByteArrayOutputStream();
    wav.writeBytes("RIFF....WAVEfmt ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    wav.writeBytes(new byte[] {18, 0, 0, 0});
    wav.writeBytes(new byte[18]);
    wav.writeBytes("fact".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    wav.writeBytes(new byte[] {3, 0, 0, 0, 1, 2, 3, 0});
    wav.writeBytes("data....".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    wav.writeBytes(sound);
    return wav.toByteArray();
  }
}
