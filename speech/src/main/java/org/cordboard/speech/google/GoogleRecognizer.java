package org.cordboard.speech.google;

import com.google.api.gax.rpc.BidiStreamingCallable;
import com.google.cloud.speech.v2.SpeechClient;
import com.google.cloud.speech.v2.SpeechSettings;
import com.google.cloud.speech.v2.StreamingRecognizeRequest;
import com.google.cloud.speech.v2.StreamingRecognizeResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.cordboard.config.Loop;
import org.cordboard.config.SettingsException;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.RecognitionListener;
import org.cordboard.speech.RecognitionStream;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.SpeechRecognizer;

/**
 * Google Speech-to-Text v2 as a recogniser. Each utterance has a stream of its own, from its start
 * to its end: only closing a stream makes Google give its final at once, Google ends a stream that
 * brings no audio for some seconds, and silence sent to keep one open would be billed. An utterance
 * that outlasts a stream goes on in the next.
 */
public final class GoogleRecognizer implements SpeechRecognizer {
  static final String SERVICE = "Google Speech";
  private static final Duration CLOSE_WAIT = Duration.ofSeconds(2);
  private static final Duration BEYOND = Duration.ofSeconds(30); // a stream's end is ours to choose

  private final GoogleRecognizerSettings settings;
  private final RecognizeRequests requests;
  private final SpeechClient client;
  private final AtomicInteger awaited = new AtomicInteger();
  private final AtomicLong streams = new AtomicLong();
  private final AtomicLong reopened = new AtomicLong();
  private final AtomicLong rolledOver = new AtomicLong();
  private final AtomicLong droppedSamples = new AtomicLong();

  /**
   * What has happened since the start.
   *
   * @param streams streams opened
   * @param reopened those that took the place of one that broke
   * @param rolledOver those that took the place of one that grew too old
   * @param droppedSamples samples at 8 kHz that were dropped unheard, the line being too slow
   */
  public record Counts(long streams, long reopened, long rolledOver, long droppedSamples) {}

  private GoogleRecognizer(
      GoogleRecognizerSettings settings, RecognizeRequests requests, SpeechClient client) {
    this.settings = settings;
    this.requests = requests;
    this.client = client;
  }

  /**
   * Reads the credentials and makes the client; Google is not asked before the first utterance.
   *
   * @throws SettingsException in one line, when there are no credentials or no project
   */
  public static GoogleRecognizer load(GoogleSettings settings) {
    GoogleRecognizerSettings own = settings.recognizer();
    GoogleAccess access = GoogleAccess.of(settings);
    RecognizeRequests requests = new RecognizeRequests(own, access.project());
    try {
      SpeechSettings client =
          SpeechSettings.newBuilder()
              .setCredentialsProvider(access.credentials())
              .setTransportChannelProvider(access.channels("speech", own.location()))
              .build();
      return new GoogleRecognizer(own, requests, SpeechClient.create(client));
    } catch (IOException unusable) {
      throw new SettingsException(
          "speech.google: the client cannot be made: " + unusable.getMessage(), unusable);
    }
  }

  @Override
  public String name() {
    return "google " + settings.model();
  }

  @Override
  public RecognitionStream open(RecognitionHints hints, Loop loop, RecognitionListener listener) {
    return new GoogleStream(this, hints, loop, listener);
  }

  @Override
  public RecognizerLoad load() {
    return new RecognizerLoad(awaited.get(), Duration.ZERO);
  }

  /** What has happened since the start. Any thread. */
  public Counts counts() {
    return new Counts(streams.get(), reopened.get(), rolledOver.get(), droppedSamples.get());
  }

  GoogleRecognizerSettings settings() {
    return settings;
  }

  RecognizeRequests requests() {
    return requests;
  }

  GoogleCall<StreamingRecognizeRequest, StreamingRecognizeResponse> call(
      Loop loop, GoogleCall.Events<StreamingRecognizeResponse> events) {
    streams.incrementAndGet();
    BidiStreamingCallable<StreamingRecognizeRequest, StreamingRecognizeResponse> callable =
        client.streamingRecognizeCallable();
    return GoogleCall.open(callable, settings.limits().stream().plus(BEYOND), loop, events);
  }

  GoogleFailure failure(Throwable cause) {
    return GoogleFailure.of(
        cause, SERVICE, requests.described(), "Cloud Speech Client (roles/speech.client)");
  }

  /** An utterance has ended and its words are awaited, or no longer. */
  void awaiting(int change) {
    awaited.addAndGet(change);
  }

  void reopened() {
    reopened.incrementAndGet();
  }

  void rolledOver() {
    rolledOver.incrementAndGet();
  }

  void dropped(long samples) {
    droppedSamples.addAndGet(samples);
  }

  @Override
  public void close() {
    client.shutdownNow();
    try {
      client.awaitTermination(CLOSE_WAIT.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    client.close();
  }
}
