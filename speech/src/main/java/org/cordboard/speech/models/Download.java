package org.cordboard.speech.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;

/** Fetches one file over HTTP into a path, hashing on the way. */
final class Download {
  private static final Duration CONNECT = Duration.ofSeconds(15);
  private static final long STEP_BYTES = 1 << 20; // progress is told every mebibyte

  private Download() {}

  /** Fetches {@code url} and answers its sha256. */
  static String into(URI url, Path target, ModelCatalog.Progress progress) throws IOException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      HttpResponse<InputStream> response =
          client.send(
              HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        if (response.statusCode() != 200) {
          throw new IOException("it answers HTTP " + response.statusCode());
        }
        long total = response.headers().firstValueAsLong("content-length").orElse(-1);
        return copy(body, target, total, progress);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("it was interrupted", interrupted);
    }
  }

  private static String copy(
      InputStream body, Path target, long total, ModelCatalog.Progress progress)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[1 << 16];
    long done = 0;
    long told = 0;
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        out.write(buffer, 0, read);
        digest.update(buffer, 0, read);
        done += read;
        if (done - told >= STEP_BYTES) {
          told = done;
          progress.at(done, total);
        }
      }
    }
    if (total >= 0 && done != total) {
      throw new IOException("it ended after " + done + " of " + total + " bytes");
    }
    progress.at(done, total);
    return Sha256.hex(digest);
  }
}
