package org.cordboard.speech.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Somebody's own certificate and key as PEM files, made by the JDK's keytool. */
record Identity(Path certificate, Path key) {
  private static final String PASSWORD = "for-tests-only";

  /** One for {@code san}, such as {@code ip:127.0.0.1}; signed by itself, so its own authority. */
  static Identity make(Path folder, String name, String san) {
    Path store = folder.resolve(name + ".p12");
    try {
      Process keytool =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                      "-genkeypair",
                      "-keystore",
                      store.toString(),
                      "-storetype",
                      "PKCS12",
                      "-storepass",
                      PASSWORD,
                      "-alias",
                      name,
                      "-keyalg",
                      "EC",
                      "-groupname",
                      "secp256r1",
                      "-dname",
                      "CN=" + name,
                      "-ext",
                      "san=" + san,
                      "-validity",
                      "2"))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve(name + ".log").toFile())
              .start();
      if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        throw new AssertionError(Files.readString(folder.resolve(name + ".log")));
      }
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, PASSWORD.toCharArray());
      }
      Key key = keys.getKey(name, PASSWORD.toCharArray());
      return new Identity(
          pem(folder.resolve(name + ".crt"), "CERTIFICATE", keys.getCertificate(name).getEncoded()),
          pem(folder.resolve(name + ".key"), "PRIVATE KEY", key.getEncoded()));
    } catch (IOException | GeneralSecurityException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException cutShort) {
      Thread.currentThread().interrupt();
      throw new AssertionError(cutShort);
    }
  }

  private static Path pem(Path file, String what, byte[] der) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(
        file, "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n");
  }

  /** Settings of {@code speech.node.tls} for somebody with this identity. */
  String shown() {
    return "speech.node.tls { certificate = \"" + certificate + "\", key = \"" + key + "\" }\n";
  }

  /** The same for somebody who trusts this one. */
  String trusted() {
    return "speech.node.tls.authorities = \"" + certificate + "\"\n";
  }
}
