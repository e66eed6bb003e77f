package org.cordboard.speech.google;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.speech.v2.ExplicitDecodingConfig;
import com.google.cloud.speech.v2.RecognitionConfig;
import com.google.cloud.speech.v2.SpeechGrpc;
import com.google.cloud.speech.v2.StreamingRecognitionConfig;
import com.google.cloud.speech.v2.StreamingRecognitionFeatures;
import com.google.cloud.speech.v2.StreamingRecognitionResult;
import com.google.cloud.speech.v2.StreamingRecognizeRequest;
import com.google.cloud.speech.v2.StreamingRecognizeResponse;
import com.google.cloud.texttospeech.v1.ListVoicesRequest;
import com.google.cloud.texttospeech.v1.StreamingSynthesisInput;
import com.google.cloud.texttospeech.v1.StreamingSynthesizeConfig;
import com.google.cloud.texttospeech.v1.StreamingSynthesizeRequest;
import com.google.cloud.texttospeech.v1.StreamingSynthesizeResponse;
import com.google.cloud.texttospeech.v1.TextToSpeechGrpc;
import com.google.cloud.texttospeech.v1.Voice;
import com.google.cloud.texttospeech.v1.VoiceSelectionParams;
import com.google.cloud.texttospeech.v1beta1.AudioConfig;
import com.google.cloud.texttospeech.v1beta1.AudioEncoding;
import com.google.cloud.texttospeech.v1beta1.SynthesisInput;
import com.google.cloud.texttospeech.v1beta1.SynthesizeSpeechRequest;
import com.google.cloud.texttospeech.v1beta1.SynthesizeSpeechResponse;
import com.google.cloud.texttospeech.v1beta1.Timepoint;
import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fakes of Google's servers, asked with Google's own stubs alone: what other tests rest on. */
class FakesTest {
  private final FakeVoices voices = new FakeVoices();
  private FakeSpeech server;
  private ManagedChannel channel;

  @BeforeEach
  void start() throws IOException {
    server = new FakeSpeech(voices.streaming, voices.whole);
    channel =
        NettyChannelBuilder.forTarget(server.endpoint().replace("http://", ""))
            .usePlaintext()
            .build();
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.close();
  }

  // ---- hearing

  @Test
  void wordsAreGuessedWhileTheyComeAndFinalAfterHalfASecondOfSilence() throws Exception {
    Asked hearing = hear(false);
    hearing.audio(7, 10).audio(0xFF, 1).audio(8, 10).audio(0xFF, 24);
    assertThat(hearing.next()).isEqualTo("guess w7");
    assertThat(hearing.next()).isEqualTo("guess w7");
    assertThat(hearing.next()).isEqualTo("guess w7 w8");
    assertThat(hearing.next()).isEqualTo("guess w7 w8");
    hearing.audio(0xFF, 1);
    assertThat(hearing.next()).isEqualTo("final w7 w8 from 0 to 200, from 220 to 420");
    hearing.requests.onCompleted();
    assertThat(hearing.next()).isEqualTo("OK");
    assertThat(server.stream(0).ended()).isTrue();
    assertThat(server.stream(0).audio()).hasSize(46 * 160);
  }

  @Test
  void aFrameThatIsLostOrDoubledIsHeard() throws Exception {
    Asked hearing = hear(false);
    hearing.audio(7, 9).audio(0xFF, 1).audio(8, 11).requests.onCompleted();
    assertThat(hearing.next()).isEqualTo("guess w7?");
    assertThat(hearing.next()).isEqualTo("guess w7?");
    assertThat(hearing.next()).isEqualTo("guess w7? w8?");
    assertThat(hearing.next()).startsWith("final w7? w8?");
  }

  @Test
  void voiceIsToldOnlyWhereItWasAskedFor() throws Exception {
    Asked hearing = hear(true);
    hearing.audio(7, 10).requests.onCompleted();
    assertThat(hearing.next()).isEqualTo("SPEECH_ACTIVITY_BEGIN at 0");
    assertThat(hearing.next()).isEqualTo("guess w7");
    assertThat(hearing.next()).startsWith("final w7");
    assertThat(hearing.next()).isEqualTo("SPEECH_ACTIVITY_END at 200");
    assertThat(hearing.next()).isEqualTo("OK");
  }

  @Test
  void whatGoogleRefusesIsRefused() throws Exception {
    Asked unasked = new Asked();
    unasked.audio(7, 1);
    assertThat(unasked.next()).isEqualTo("INVALID_ARGUMENT");

    Asked large = hear(false);
    large.audio(7, 160); // 25,600 bytes, as much as goes into one request
    assertThat(large.next()).isEqualTo("guess w7?");
    large.audio(7, 161);
    assertThat(large.next()).isEqualTo("INVALID_ARGUMENT");
  }

  @Test
  void streamsFailAsPlannedOneAfterTheOther() throws Exception {
    server.plans.add(FakeSpeech.Plan.failing(Status.UNAVAILABLE, 320));
    server.plans.add(FakeSpeech.Plan.failing(Status.OK, 160));
    server.plans.add(FakeSpeech.Plan.MUTE);
    Asked failing = hear(false);
    failing.audio(7, 1);
    assertThat(failing.next()).isEqualTo("guess w7?");
    failing.audio(7, 1);
    assertThat(failing.next()).isEqualTo("guess w7?");
    assertThat(failing.next()).isEqualTo("UNAVAILABLE");

    Asked ending = hear(false);
    ending.audio(7, 1);
    assertThat(ending.next()).isEqualTo("guess w7?");
    assertThat(ending.next()).isEqualTo("OK");

    Asked mute = hear(false);
    mute.audio(7, 10).audio(0xFF, 30);
    Asked well = hear(false);
    well.audio(7, 10);
    assertThat(well.next()).isEqualTo("guess w7");
    assertThat(mute.told).isEmpty();
  }

  @Test
  void aDeafStreamHearsNothingUntilItListens() throws Exception {
    server.plans.add(FakeSpeech.Plan.DEAF);
    Asked hearing = hear(false);
    hearing.audio(7, 10);
    Asked other = hear(false);
    other.audio(7, 10);
    assertThat(other.next()).isEqualTo("guess w7");
    assertThat(server.stream(0).audio()).isEmpty();
    server.stream(0).listen();
    assertThat(hearing.next()).isEqualTo("guess w7");
  }

  // ---- speaking

  @Test
  void aStreamSoundsLetterByLetterInTheVoiceThatStreams() throws Exception {
    Answers<StreamingSynthesizeResponse> spoken = stream(FakeVoices.STREAMING, "ab cd");
    assertThat(spoken.next()).isEqualTo(letters("ab "));
    assertThat(spoken.next()).isEqualTo(letters("cd"));
    assertThat(spoken.next()).isEqualTo("OK");
    assertThat(voices.streams).hasSize(1);
    assertThat(stream(FakeVoices.PLAIN, "ab").next()).isEqualTo("INVALID_ARGUMENT");
  }

  @Test
  void streamsFailBeforeAndAfterTheirFirstSoundAsPlanned() throws Exception {
    voices.failures.add(Status.RESOURCE_EXHAUSTED);
    assertThat(stream(FakeVoices.STREAMING, "ab cd").next()).isEqualTo("RESOURCE_EXHAUSTED");

    voices.afterFirst = Status.UNAVAILABLE;
    Answers<StreamingSynthesizeResponse> cut = stream(FakeVoices.STREAMING, "ab cd");
    assertThat(cut.next()).isEqualTo(letters("ab "));
    assertThat(cut.next()).isEqualTo("UNAVAILABLE");
  }

  @Test
  void aWholeTextHasItsMarksWhereTheVoiceTellsThem() throws Exception {
    String marked = "<speak><mark name=\"0\"/>a &amp; b <mark name=\"1\"/>cd</speak>";
    Answers<SynthesizeSpeechResponse> told = whole(FakeVoices.MARKING, marked, true);
    assertThat(told.next()).isEqualTo("8 letters, 0 at 0.0, 1 at 0.06");
    assertThat(told.next()).isEqualTo("OK");
    assertThat(whole(FakeVoices.PLAIN, marked, true).next()).isEqualTo("INVALID_ARGUMENT");
    assertThat(whole(FakeVoices.PLAIN, "ab cd", false).next()).isEqualTo("5 letters");
  }

  @Test
  void voicesAreListedUnlessTheListFails() throws Exception {
    Answers<com.google.cloud.texttospeech.v1.ListVoicesResponse> list =
        new Answers<>(
            all -> String.join(" ", all.getVoicesList().stream().map(Voice::getName).toList()));
    TextToSpeechGrpc.newStub(channel).listVoices(ListVoicesRequest.getDefaultInstance(), list);
    assertThat(list.next()).contains(FakeVoices.STREAMING, FakeVoices.MARKING, FakeVoices.PLAIN);

    voices.listing = Status.PERMISSION_DENIED;
    assertThat(list.next()).isEqualTo("OK");
    TextToSpeechGrpc.newStub(channel).listVoices(ListVoicesRequest.getDefaultInstance(), list);
    assertThat(list.next()).isEqualTo("PERMISSION_DENIED");
  }

  private Answers<StreamingSynthesizeResponse> stream(String voice, String text) {
    Answers<StreamingSynthesizeResponse> answers =
        new Answers<>(each -> shown(each.getAudioContent()));
    StreamObserver<StreamingSynthesizeRequest> requests =
        TextToSpeechGrpc.newStub(channel).streamingSynthesize(answers);
    requests.onNext(
        StreamingSynthesizeRequest.newBuilder()
            .setStreamingConfig(
                StreamingSynthesizeConfig.newBuilder()
                    .setVoice(VoiceSelectionParams.newBuilder().setName(voice)))
            .build());
    requests.onNext(
        StreamingSynthesizeRequest.newBuilder()
            .setInput(StreamingSynthesisInput.newBuilder().setText(text))
            .build());
    requests.onCompleted();
    return answers;
  }

  private Answers<SynthesizeSpeechResponse> whole(String voice, String text, boolean marks) {
    SynthesizeSpeechRequest.Builder request =
        SynthesizeSpeechRequest.newBuilder()
            .setVoice(
                com.google.cloud.texttospeech.v1beta1.VoiceSelectionParams.newBuilder()
                    .setName(voice))
            .setInput(
                marks
                    ? SynthesisInput.newBuilder().setSsml(text)
                    : SynthesisInput.newBuilder().setText(text))
            .setAudioConfig(AudioConfig.newBuilder().setAudioEncoding(AudioEncoding.MULAW));
    if (marks) {
      request.addEnableTimePointing(SynthesizeSpeechRequest.TimepointType.SSML_MARK);
    }
    Answers<SynthesizeSpeechResponse> answers =
        new Answers<>(
            all -> {
              int header = FakeVoices.wav(new byte[0]).length;
              StringBuilder told =
                  new StringBuilder()
                      .append((all.getAudioContent().size() - header) / 80)
                      .append(" letters");
              for (Timepoint mark : all.getTimepointsList()) {
                told.append(", ").append(mark.getMarkName()).append(" at ");
                told.append(mark.getTimeSeconds());
              }
              return told.toString();
            });
    com.google.cloud.texttospeech.v1beta1.TextToSpeechGrpc.newStub(channel)
        .synthesizeSpeech(request.build(), answers);
    return answers;
  }

  private static String letters(String text) {
    return shown(ByteString.copyFrom(FakeVoices.sound(text)));
  }

  private static String shown(ByteString sound) {
    return sound.size() + " bytes, " + Arrays.hashCode(sound.toByteArray());
  }

  /** A stream that the server has taken, so that plans go in the order of the test. */
  private Asked hear(boolean activity) throws InterruptedException {
    int before = server.streams.size();
    Asked asked = new Asked();
    asked.requests.onNext(
        StreamingRecognizeRequest.newBuilder()
            .setRecognizer("projects/shop/locations/global/recognizers/_")
            .setStreamingConfig(
                StreamingRecognitionConfig.newBuilder()
                    .setConfig(
                        RecognitionConfig.newBuilder()
                            .setExplicitDecodingConfig(ExplicitDecodingConfig.getDefaultInstance()))
                    .setStreamingFeatures(
                        StreamingRecognitionFeatures.newBuilder()
                            .setEnableVoiceActivityEvents(activity)))
            .build());
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < 1_000 && server.streams.size() == before; i++) {
      never.await(10, TimeUnit.MILLISECONDS);
    }
    return asked;
  }

  /** A stream that is heard. */
  private final class Asked extends Answers<StreamingRecognizeResponse> {
    final StreamObserver<StreamingRecognizeRequest> requests;

    Asked() {
      super(FakesTest::told);
      requests = SpeechGrpc.newStub(channel).streamingRecognize(this);
    }

    Asked audio(int value, int frames) {
      byte[] sound = new byte[frames * 160];
      Arrays.fill(sound, (byte) value);
      requests.onNext(
          StreamingRecognizeRequest.newBuilder().setAudio(ByteString.copyFrom(sound)).build());
      return this;
    }
  }

  private static String told(StreamingRecognizeResponse response) {
    if (response.getResultsCount() == 0) {
      return response.getSpeechEventType()
          + " at "
          + response.getSpeechEventOffset().getNanos() / 1_000_000;
    }
    StreamingRecognitionResult result = response.getResults(0);
    String words = result.getAlternatives(0).getTranscript();
    if (!result.getIsFinal()) {
      return "guess" + words;
    }
    return "final"
        + words
        + " "
        + String.join(
            ", ",
            result.getAlternatives(0).getWordsList().stream()
                .map(
                    word ->
                        "from "
                            + word.getStartOffset().getNanos() / 1_000_000
                            + " to "
                            + word.getEndOffset().getNanos() / 1_000_000)
                .toList());
  }

  /** What comes back: each answer, then the status. */
  private static class Answers<A> implements StreamObserver<A> {
    final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final Function<A, String> shown;

    Answers(Function<A, String> shown) {
      this.shown = shown;
    }

    @Override
    public void onNext(A answer) {
      told.add(shown.apply(answer));
    }

    @Override
    public void onError(Throwable failure) {
      told.add(Status.fromThrowable(failure).getCode().name());
    }

    @Override
    public void onCompleted() {
      told.add("OK");
    }

    String next() throws InterruptedException {
      String next = told.poll(10, TimeUnit.SECONDS);
      return next == null ? "nothing within 10 s" : next;
    }
  }
}
