package org.cordboard.speech.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordboard.speech.ModelException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Piper voices, from a site with the form of their makers' one. */
class VoiceFetchTest {
  private static final String NAME = "de_DE-thorsten-medium";
  private static final String PATH = "de/de_DE/thorsten/medium/" + NAME + ".onnx";
  private static final String MODEL = "a model";
  private static final String ABOUT =
      "{\"audio\": {\"sample_rate\": 22050}, \"language\": {\"code\": \"de_DE\"}}";

  @TempDir Path folder;
  private final Map<String, String> site = new HashMap<>();
  private HttpServer server;
  private ModelCatalog catalog;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/",
        exchange -> {
          String found = site.get(exchange.getRequestURI().getPath().substring(4));
          byte[] body = found == null ? new byte[0] : found.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(found == null ? 404 : 200, found == null ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    URI home = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/");
    catalog =
        new ModelCatalog(
            folder,
            List.of(
                new ModelEntry(
                    NAME, "piper", "German", Optional.of(home), 7, Optional.empty(), false)));
    site.put("voices.json", list(MODEL, ABOUT));
    site.put(PATH, MODEL);
    site.put(PATH + ".json", ABOUT);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aVoiceIsFetchedCheckedAgainstItsMakersListAndVerified() {
    ModelState state = catalog.fetch(NAME, (done, total) -> {});
    Path file = folder.resolve(NAME).resolve(NAME + ".onnx");

    assertThat(state.status()).isEqualTo(ModelState.Status.PRESENT);
    assertThat(file).hasContent(MODEL);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder(NAME, NAME + ".sha256");
    assertThat(folder.resolve(NAME).toFile().list())
        .containsExactlyInAnyOrder(NAME + ".onnx", NAME + ".onnx.json");
    assertThat(catalog.verify(NAME)).contains("whole").contains("its makers' list");
    assertThat(catalog.verifyVoice(file)).isEqualTo(catalog.verify(NAME));
  }

  @Test
  void aVoiceThatIsNotWhatTheListSaysIsThrownAway() {
    site.put(PATH, "b model");
    assertThatThrownBy(() -> catalog.fetch(NAME, (done, total) -> {}))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll(
            "7 bytes and the MD5 " + md5("b model"),
            "its makers' list says 7 and " + md5(MODEL),
            "check the network");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDescriptionThatIsNotWhatTheListSaysIsThrownAwayToo() {
    site.put(PATH + ".json", "{}");
    assertThatThrownBy(() -> catalog.fetch(NAME, (done, total) -> {}))
        .hasMessageContaining(NAME + ".onnx.json has 2 bytes");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aListWithoutTheVoiceOrNoListIsNamed() {
    site.put("voices.json", "{}");
    assertThatThrownBy(() -> catalog.fetch(NAME, (done, total) -> {}))
        .hasMessageContaining("voices.json has no voice '" + NAME + "'");
    site.put("voices.json", "<html>");
    assertThatThrownBy(() -> catalog.fetch(NAME, (done, total) -> {}))
        .hasMessageContaining("voices.json is no list of voices");
    site.remove("voices.json");
    assertThatThrownBy(() -> catalog.fetch(NAME, (done, total) -> {}))
        .hasMessageContaining("HTTP 404")
        .hasMessageContaining("/v1/" + PATH)
        .hasMessageContaining("set speech.piper.model");
    server.stop(0);
    assertThatThrownBy(() -> catalog.fetch(NAME, (done, total) -> {}))
        .hasMessageContaining("ConnectException");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileThatChangedSinceIsNamed() throws IOException {
    catalog.fetch(NAME, (done, total) -> {});
    Files.writeString(folder.resolve(NAME).resolve(NAME + ".onnx"), "changed");
    assertThatThrownBy(() -> catalog.verify(NAME)).hasMessageContaining("has changed since");
    assertThat(catalog.fetch(NAME, (done, total) -> {}).status())
        .isEqualTo(ModelState.Status.PRESENT);
    assertThat(catalog.verify(NAME)).contains("whole");
  }

  @Test
  void filesThatSomebodyPutThereAreToldWithTheDigestThatTheListMustHave() throws IOException {
    Path file = Files.writeString(folder.resolve("own.onnx"), MODEL);
    assertThatThrownBy(() -> catalog.verifyVoice(file))
        .hasMessageContaining("own.onnx.json does not exist");
    Files.writeString(folder.resolve("own.onnx.json"), ABOUT);
    assertThat(catalog.verifyVoice(file))
        .startsWith("own: a voice for de-DE")
        .contains(md5(MODEL))
        .contains("https://huggingface.co/rhasspy/piper-voices/resolve/v1.0.0/voices.json");
    Files.writeString(file, "");
    assertThatThrownBy(() -> catalog.verifyVoice(file)).hasMessageContaining("is empty");
  }

  private static String list(String model, String about) {
    return """
        {"%1$s": {"key": "%1$s", "files": {
          "%2$s": {"size_bytes": %3$d, "md5_digest": "%4$s"},
          "%2$s.json": {"size_bytes": %5$d, "md5_digest": "%6$s"},
          "de/de_DE/thorsten/medium/MODEL_CARD": {"size_bytes": 285, "md5_digest": "00"}}}}
        """
        .formatted(NAME, PATH, model.length(), md5(model), about.length(), md5(about));
  }

  private static String md5(String text) {
    MessageDigest digest = VoiceIndex.md5Digest();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return Sha256.hex(digest);
  }
}
