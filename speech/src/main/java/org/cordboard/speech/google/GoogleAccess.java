package org.cordboard.speech.google;

import com.google.api.gax.core.CredentialsProvider;
import com.google.api.gax.core.FixedCredentialsProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.ChannelPoolSettings;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.auth.oauth2.GoogleCredentials;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.cordboard.config.SettingsException;

/** How this process reaches Google: as whom, and where. */
final class GoogleAccess {
  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30); // a dead line is found so
  private static final Duration KEEP_ALIVE_TIMEOUT = Duration.ofSeconds(5);
  private static final int STREAMS_PER_CONNECTION = 60; // Google takes 100
  private static final int MOST_CONNECTIONS = 32;

  // gRPC tells through java.util.logging what nobody needs to know; held, or the level is forgotten
  private static final Logger GRPC = Logger.getLogger("io.grpc");

  static {
    GRPC.setLevel(Level.WARNING);
  }

  private final GoogleSettings settings;
  private final Optional<GoogleCredentials> credentials;

  private GoogleAccess(GoogleSettings settings, Optional<GoogleCredentials> credentials) {
    this.settings = settings;
    this.credentials = credentials;
  }

  /**
   * Reads the credentials; nothing is asked of Google yet.
   *
   * @throws SettingsException in one line, when there are none or they cannot be read
   */
  static GoogleAccess of(GoogleSettings settings) {
    if (settings.plaintext()) {
      return new GoogleAccess(settings, Optional.empty()); // never sent in the clear
    }
    GoogleCredentials read =
        settings.credentials().isPresent()
            ? fromFile(Path.of(settings.credentials().get()))
            : applicationDefault();
    return new GoogleAccess(settings, Optional.of(read.createScoped(SCOPE)));
  }

  private static GoogleCredentials fromFile(Path file) {
    if (!Files.isReadable(file)) {
      throw new SettingsException(
          "speech.google.credentials: "
              + file
              + " does not exist or cannot be read; name a service account's JSON file");
    }
    try (InputStream json = Files.newInputStream(file)) {
      return GoogleCredentials.fromStream(json);
    } catch (IOException | IllegalArgumentException unusable) {
      throw new SettingsException(
          "speech.google.credentials: "
              + file
              + " holds no Google credentials; name a service account's JSON key file",
          unusable);
    }
  }

  private static GoogleCredentials applicationDefault() {
    try {
      return GoogleCredentials.getApplicationDefault();
    } catch (IOException none) {
      throw new SettingsException(
          "Google is chosen for speech, and there are no Google credentials: set"
              + " speech.google.credentials to a service account's JSON file, or run 'gcloud auth"
              + " application-default login'",
          none);
    }
  }

  /**
   * The project that is asked, and billed.
   *
   * @throws SettingsException when neither the settings nor the credentials name one
   */
  String project() {
    return settings
        .project()
        .or(() -> credentials.map(GoogleCredentials::getProjectId))
        .or(() -> credentials.map(GoogleCredentials::getQuotaProjectId))
        .or(() -> settings.plaintext() ? Optional.of("local") : Optional.empty())
        .orElseThrow(
            () ->
                new SettingsException(
                    "speech.google.project is not set and the credentials name no project; set it"
                        + " to the Google Cloud project that is billed"));
  }

  CredentialsProvider credentials() {
    return credentials.isPresent()
        ? FixedCredentialsProvider.create(credentials.get())
        : NoCredentialsProvider.create();
  }

  /** Connections to {@code service} in {@code location}; more of them as streams grow. */
  InstantiatingGrpcChannelProvider channels(String service, String location) {
    InstantiatingGrpcChannelProvider.Builder channels =
        InstantiatingGrpcChannelProvider.newBuilder()
            .setEndpoint(settings.address(service, location))
            .setKeepAliveTimeDuration(KEEP_ALIVE)
            .setKeepAliveTimeoutDuration(KEEP_ALIVE_TIMEOUT)
            .setChannelPoolSettings(
                ChannelPoolSettings.builder()
                    .setMinChannelCount(1)
                    .setInitialChannelCount(1)
                    .setMaxChannelCount(MOST_CONNECTIONS)
                    .setMaxRpcsPerChannel(STREAMS_PER_CONNECTION)
                    .build());
    if (settings.plaintext()) {
      channels.setChannelConfigurator(ManagedChannelBuilder::usePlaintext);
    }
    return channels.build();
  }
}
