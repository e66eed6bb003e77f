package org.cordboard.speech.node;

import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Section {@code speech.node.tls}: PEM files. A node needs a certificate and its key; with
 * authorities it demands a certificate of its clients. A client that has authorities speaks TLS and
 * shows its certificate, if it has one.
 *
 * @param certificate this side's certificate chain
 * @param key its private key, PKCS 8
 * @param authorities certificates that the other side's must be signed by
 */
public record NodeTls(Optional<Path> certificate, Optional<Path> key, Optional<Path> authorities) {
  /** Checks that the files are there. */
  public NodeTls {
    if (certificate.isPresent() != key.isPresent()) {
      throw new IllegalArgumentException("certificate and key go together; set both or neither");
    }
    readable("certificate", certificate);
    readable("key", key);
    readable("authorities", authorities);
  }

  private static void readable(String name, Optional<Path> file) {
    if (file.isPresent() && !Files.isReadable(file.get())) {
      throw new IllegalArgumentException(
          name + " " + file.get() + " cannot be read; give a PEM file");
    }
  }

  /**
   * Sets a node's side.
   *
   * @throws IllegalArgumentException when speech would leave this machine in the clear unasked
   */
  void serve(HttpServerOptions options, String host, boolean plaintext) {
    if (certificate.isPresent() && key.isPresent()) {
      options
          .setSsl(true)
          .setUseAlpn(true)
          .setKeyCertOptions(
              new PemKeyCertOptions()
                  .setCertPath(certificate.get().toString())
                  .setKeyPath(key.get().toString()));
      authorities.ifPresent(
          roots ->
              options
                  .setClientAuth(ClientAuth.REQUIRED)
                  .setTrustOptions(new PemTrustOptions().addCertPath(roots.toString())));
    } else {
      allow(host, plaintext);
    }
  }

  /** Sets a client's side; as {@link #serve}. */
  void ask(HttpClientOptions options, String host, boolean plaintext) {
    if (authorities.isPresent()) {
      options
          .setSsl(true)
          .setUseAlpn(true)
          .setVerifyHost(true)
          .setTrustOptions(new PemTrustOptions().addCertPath(authorities.get().toString()));
      if (certificate.isPresent() && key.isPresent()) {
        options.setKeyCertOptions(
            new PemKeyCertOptions()
                .setCertPath(certificate.get().toString())
                .setKeyPath(key.get().toString()));
      }
    } else {
      allow(host, plaintext);
    }
  }

  private static void allow(String host, boolean plaintext) {
    if (!plaintext && !NodeAddress.loopback(host)) {
      throw new IllegalArgumentException(
          "what callers say would cross the network unencrypted to or from "
              + host
              + "; set speech.node.tls (PEM files), or speech.node.plaintext = true where the network"
              + " itself is encrypted");
    }
  }
}
