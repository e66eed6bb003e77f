package org.cordboard.speech.google;

import com.google.api.gax.grpc.GrpcCallContext;
import com.google.cloud.texttospeech.v1.ListVoicesRequest;
import com.google.cloud.texttospeech.v1.TextToSpeechClient;
import com.google.cloud.texttospeech.v1.TextToSpeechSettings;
import com.google.cloud.texttospeech.v1.Voice;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cordboard.config.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Google's two clients for voices: version 1 for streams, 1beta1 for whole texts with marks. */
final class GoogleVoiceClients implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(GoogleVoiceClients.class);
  private static final String NAME = "texttospeech";

  private final GoogleVoiceSettings settings;
  private final TextToSpeechClient streaming;
  private final com.google.cloud.texttospeech.v1beta1.TextToSpeechClient whole;

  private GoogleVoiceClients(
      GoogleVoiceSettings settings,
      TextToSpeechClient streaming,
      com.google.cloud.texttospeech.v1beta1.TextToSpeechClient whole) {
    this.settings = settings;
    this.streaming = streaming;
    this.whole = whole;
  }

  static GoogleVoiceClients of(GoogleSettings settings) {
    GoogleAccess access = GoogleAccess.of(settings);
    String location = settings.voice().location();
    try {
      return new GoogleVoiceClients(
          settings.voice(),
          TextToSpeechClient.create(
              TextToSpeechSettings.newBuilder()
                  .setCredentialsProvider(access.credentials())
                  .setTransportChannelProvider(access.channels(NAME, location))
                  .build()),
          com.google.cloud.texttospeech.v1beta1.TextToSpeechClient.create(
              com.google.cloud.texttospeech.v1beta1.TextToSpeechSettings.newBuilder()
                  .setCredentialsProvider(access.credentials())
                  .setTransportChannelProvider(access.channels(NAME, location))
                  .build()));
    } catch (IOException unusable) {
      throw new SettingsException(
          "speech.google: the client cannot be made: " + unusable.getMessage(), unusable);
    }
  }

  TextToSpeechClient streaming() {
    return streaming;
  }

  com.google.cloud.texttospeech.v1beta1.TextToSpeechClient whole() {
    return whole;
  }

  /**
   * The names of all voices; the configured one alone when Google cannot be reached. Blocks.
   *
   * @throws SettingsException when Google refuses to tell
   */
  List<String> voices() {
    GrpcCallContext context =
        GrpcCallContext.createDefault()
            .withTimeoutDuration(settings.timeout())
            .withRetryableCodes(Set.of());
    try {
      return streaming
          .listVoicesCallable()
          .futureCall(ListVoicesRequest.getDefaultInstance(), context)
          .get(2 * settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
          .getVoicesList()
          .stream()
          .map(Voice::getName)
          .sorted()
          .toList();
    } catch (ExecutionException failed) {
      GoogleFailure failure = failure(failed.getCause(), "speech.google.voice");
      if (failure.credentials()) {
        throw new SettingsException(String.valueOf(failure.getMessage()), failure);
      }
      log.warn("Google's voices are not known: {}", String.valueOf(failure.getMessage()));
    } catch (TimeoutException late) {
      log.warn("Google's voices are not known: no answer");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return settings.name().isEmpty() ? List.of(settings.language()) : List.of(settings.name());
  }

  static GoogleFailure failure(@org.jspecify.annotations.Nullable Throwable cause, String asked) {
    Throwable known = cause == null ? new IllegalStateException("no cause") : cause;
    return GoogleFailure.of(
        known,
        GoogleSynthesizer.SERVICE,
        asked,
        "Service Usage Consumer (roles/serviceusage.serviceUsageConsumer)");
  }

  @Override
  public void close() {
    streaming.shutdownNow();
    whole.shutdownNow();
    streaming.close();
    whole.close();
  }
}
