package org.cordboard.speech.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cordboard.speech.ModelException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCatalogTest {
  @TempDir Path folder;

  private final Map<String, byte[]> site = new HashMap<>();
  private final List<Long> progress = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = site.get(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
          if (body != null) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void anArchiveIsFetchedCheckedUnpackedAndVerified() throws IOException {
    byte[] zip = zip("voice-en/am/final.mdl", "acoustic", "voice-en/conf/model.conf", "--x");
    ModelCatalog catalog = catalog(zip, Optional.of(sha256(zip)));
    assertThat(catalog.present("vosk")).isEmpty();
    ModelState state = catalog.fetch("voice-en", (done, total) -> progress.add(done));
    assertThat(state.status()).isEqualTo(ModelState.Status.PRESENT);
    assertThat(progress).endsWith((long) zip.length);
    assertThat(catalog.present("vosk")).contains(folder.resolve("voice-en"));
    assertThat(folder.resolve("voice-en/am/final.mdl")).hasContent("acoustic");
    assertThat(catalog.verify("voice-en")).contains("whole", sha256(zip));
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("voice-en", "voice-en.sha256");
  }

  @Test
  void aWrongChecksumLeavesNothingBehind() throws IOException {
    ModelCatalog catalog = catalog(zip("voice-en/a", "b"), Optional.of("00"));
    assertThatThrownBy(() -> catalog.fetch("voice-en", (done, total) -> {}))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll(
            "model voice-en", "its sha256 is", "must be 00", "check the network");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void withoutAMakersChecksumTheFirstFetchIsRecordedAndSaidSo() throws IOException {
    byte[] zip = zip("voice-en/a", "b");
    ModelCatalog catalog = catalog(zip, Optional.empty());
    catalog.fetch("voice-en", (done, total) -> {});
    assertThat(catalog.verify("voice-en")).contains(sha256(zip), "recorded at the first fetch");
  }

  @Test
  void changedAndMissingFilesAreNamedAndFetchingMendsThem() throws IOException {
    byte[] zip = zip("voice-en/a", "b", "voice-en/c", "d");
    ModelCatalog catalog = catalog(zip, Optional.of(sha256(zip)));
    catalog.fetch("voice-en", (done, total) -> {});
    Files.writeString(folder.resolve("voice-en/a"), "changed");
    Files.delete(folder.resolve("voice-en/c"));
    assertThatThrownBy(() -> catalog.verify("voice-en"))
        .hasMessageContainingAll(
            "a has changed", "c is missing", "cordboard models fetch voice-en");
    catalog.fetch("voice-en", (done, total) -> {});
    assertThat(catalog.verify("voice-en")).contains("whole");
  }

  @Test
  void aModelThatIsWholeIsNotFetchedAgain() throws IOException {
    byte[] zip = zip("voice-en/a", "b");
    ModelCatalog catalog = catalog(zip, Optional.of(sha256(zip)));
    catalog.fetch("voice-en", (done, total) -> {});
    site.clear();
    assertThat(catalog.fetch("voice-en", (done, total) -> {}).status())
        .isEqualTo(ModelState.Status.PRESENT);
  }

  @Test
  void anArchiveThatWouldLeaveItsFolderIsRefused() throws IOException {
    byte[] zip = zip("../evil", "b");
    ModelCatalog catalog = catalog(zip, Optional.of(sha256(zip)));
    assertThatThrownBy(() -> catalog.fetch("voice-en", (done, total) -> {}))
        .hasMessageContaining("would leave the folder");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void absentModelsAndSitesAreNamed() throws IOException {
    ModelCatalog catalog = catalog(zip("voice-en/a", "b"), Optional.empty());
    site.clear();
    assertThatThrownBy(() -> catalog.fetch("voice-en", (done, total) -> {}))
        .hasMessageContaining("it answers HTTP 404");
    assertThatThrownBy(() -> catalog.verify("voice-en")).hasMessageContaining("is not in");
    assertThatThrownBy(() -> catalog.verify("nonsense"))
        .hasMessage("there is no model 'nonsense'; known are voice-en");
  }

  @Test
  void theProductsOwnListHasTheBundledModelFirst() {
    List<ModelState> models = new ModelCatalog(folder).list();
    assertThat(models.get(0).status()).isEqualTo(ModelState.Status.BUNDLED);
    assertThat(models)
        .extracting(state -> state.entry().name())
        .contains("vosk-model-small-en-us-0.15");
    assertThat(models)
        .filteredOn(state -> state.entry().url().isPresent())
        .allMatch(state -> state.status() == ModelState.Status.ABSENT);
  }

  @Test
  void theBundledModelIsLaidDownOnceAndMendedWhenDamaged() throws IOException {
    Path file = BundledModel.WHISPER_TINY_EN.file(folder);
    assertThat(Sha256.of(file)).isEqualTo(BundledModel.WHISPER_TINY_EN.sha256());
    Files.writeString(file, "damaged");
    assertThat(Sha256.of(BundledModel.WHISPER_TINY_EN.file(folder)))
        .isEqualTo(BundledModel.WHISPER_TINY_EN.sha256());
  }

  @Test
  void aBundleThatIsAbsentOrCorruptIsNamed() {
    assertThatThrownBy(
            () -> new BundledModel("m", "/models/none.bin", "00".repeat(32)).file(folder))
        .hasMessageContainingAll("model m is not in the build", "/models/none.bin");
    BundledModel wrong = new BundledModel("m", "/models/silero_vad.LICENSE", "00".repeat(32));
    assertThatThrownBy(() -> wrong.file(folder))
        .hasMessageContaining("model m in the build is corrupt");
  }

  private ModelCatalog catalog(byte[] zip, Optional<String> sha256) {
    site.put("/voice-en.zip", zip);
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/voice-en.zip");
    return new ModelCatalog(
        folder,
        List.of(
            new ModelEntry(
                "voice-en", "vosk", "test", Optional.of(url), zip.length, sha256, true)));
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private String sha256(byte[] bytes) throws IOException {
    java.security.MessageDigest digest = Sha256.digest();
    digest.update(bytes);
    return Sha256.hex(digest);
  }
}
