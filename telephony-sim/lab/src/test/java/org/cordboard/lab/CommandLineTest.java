package org.cordboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command line: help, what it prints, and one line with status 2 for every mistake. */
class CommandLineTest {
  @TempDir Path folder;

  private static void assertOneLine(Typed typed, String... words) {
    assertThat(typed.status()).as(typed.toString()).isEqualTo(2);
    assertThat(typed.err()).startsWith("cordboard: ").contains(words);
    assertThat(typed.err().strip().lines()).hasSize(1);
  }

  @Test
  void helpNamesEverySubcommand() {
    Typed help = Typed.of("--help");
    assertThat(help.status()).isZero();
    assertThat(help.out())
        .contains("gateway", "sim", "demo", "bench", "transcribe", "understand", "say", "models")
        .contains("Start here: ./cordboard demo");
    assertThat(Typed.of()).isEqualTo(help);
    assertThat(Typed.of("--version").out()).startsWith("Cordboard ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gateway | supervisors",
        "sim | carrier",
        "sim run | Exit status 0 only if",
        "sim serve | Ctrl-C",
        "sim schema | editors",
        "sim record | finished call",
        "sim phone | microphone",
        "demo | Exit status",
        "bench | measured",
        "bench latency | bootstrap",
        "bench human-turns | Asterisk",
        "bench barge-in | mm-hmm",
        "bench report | --ledger",
        "bench check | planted",
        "transcribe | WAV files of 8 or 16 kHz",
        "understand | escalation",
        "say | OUT.wav",
        "models | Lists",
        "models fetch | checks",
        "models verify | checksums",
      })
  void everySubcommandExplainsItself(String command, String words) {
    Typed help = Typed.of((command + " --help").split(" "));
    assertThat(help.status()).isZero();
    assertThat(help.out()).startsWith("Usage: cordboard " + command).contains(words);
    assertThat(help.err()).isEmpty();
  }

  /** Every command and all that stand below it, as they are typed. */
  static Stream<CommandLine> commands() {
    return below(Cordboard.commandLine());
  }

  private static Stream<CommandLine> below(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(CommandLineTest::below));
  }

  @Test
  void everyCommandOptionAndParameterIsExplained() {
    assertThat(commands())
        .hasSizeGreaterThan(25)
        .allSatisfy(
            command -> {
              CommandLine.Model.CommandSpec spec = command.getCommandSpec();
              String typed = spec.qualifiedName();
              assertThat(spec.usageMessage().description()).as(typed).isNotEmpty();
              assertThat(spec.args())
                  .as(typed)
                  .filteredOn(each -> !each.hidden())
                  .allSatisfy(
                      each -> assertThat(each.description()).as(each.toString()).isNotEmpty());
              String[] help = (typed + " --help").substring("cordboard ".length()).split(" ");
              assertThat(Typed.of(help).status()).as(typed).isZero();
              assertThat(Typed.of(help).out()).startsWith("Usage: " + typed).endsWith("\n");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"--bogus", "demo --bogus", "frobnicate", "say", "demo --repeat many"})
  void mistypedCommandIsOneLineThatPointsToItsHelp(String typed) {
    assertOneLine(Typed.of(typed.split(" ")), "--help'");
  }

  @Test
  void settingsThatCannotBeAreNamedWithTheirPlace() throws IOException {
    Path none = folder.resolve("none.conf");
    assertOneLine(Typed.of("understand", "--settings", none.toString(), "hello"), "none.conf");
    assertOneLine(
        Typed.with(folder, "understanding.threshold = high", "understand", "hello"),
        "typed.conf:6",
        "understanding.threshold");
    assertOneLine(
        Typed.with(folder, "playbook.path = \"" + none + "\"", "understand", "hello"),
        "none.conf",
        "set playbook.path");
  }

  @Test
  void wrongFilesAreNamedAndTheOthersTranscribed() throws IOException {
    Path spoken = folder.resolve("spoken.wav");
    Path text = Files.writeString(folder.resolve("text.wav"), "hello, I am text");
    Typed said = Typed.with(folder, "", "say", "where is my order", spoken.toString());
    assertThat(said.status()).as(said.err()).isZero();

    Typed read = Typed.with(folder, "", "transcribe", text.toString(), spoken.toString());
    assertOneLine(read, "text.wav", "is not a WAV file");
    assertThat(read.out()).as("the others").matches(spoken + "\t[^\t]*\t\\d+\\R");

    Path nowhere = folder.resolve("nowhere/out.wav");
    assertOneLine(
        Typed.with(folder, "", "say", "hello", nowhere.toString()), "out.wav", "no such file");
    assertOneLine(Typed.with(folder, "", "say", " ", spoken.toString()), "nothing to say");
  }

  @Test
  void wordsAreSaidInTheLanguageAskedForOrTheFixIsNamed() {
    String spoken = folder.resolve("said.wav").toString();
    Typed said =
        Typed.with(folder, "", "say", "--language", "de-DE", "Das kostet 24,90 €.", spoken);
    assertThat(said.status()).as(said.err()).isZero();
    assertOneLine(
        Typed.with(
            folder,
            "languages.de-DE.settings.speech.synthesizer.type = freetts",
            "say",
            "--language",
            "de-DE",
            "Hallo",
            spoken),
        "FreeTTS does not speak de-DE",
        "espeak-ng");
    assertOneLine(
        Typed.with(folder, "", "say", "--language", "fr-FR", "Bonjour", spoken), "--as-written");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gateway       | vosk    | none   | not an unpacked model (no am/final.mdl); fetch one",
        "gateway       | whisper | broken | is corrupt or not in ggml form; fetch it again",
        "transcribe x  | whisper | none   | does not exist; unset speech.whisper.model",
        "transcribe x  | vosk    | broken | not an unpacked model",
        "speech-node   | whisper | none   | does not exist; unset speech.whisper.model",
        "sim run alone | whisper | broken | is corrupt or not in ggml form",
      })
  void modelThatIsAbsentOrCorruptIsNamedAndNothingIsLeftRunning(
      String command, String engine, String model, String message) throws IOException {
    Files.writeString(folder.resolve("broken"), "not a model");
    String settings =
        """
        speech { models.folder = "%1$s", recognizer.type = %2$s, %2$s.model = "%1$s/%3$s" }
        gateway.http { host = "127.0.0.1", port = 0 }, gateway.console.port = 0
        speech.node.server.listen { port = 0, metrics-port = 0 }
        """;
    Typed typed = Typed.with(folder, settings.formatted(folder, engine, model), command.split(" "));
    assertOneLine(typed, engine + " model " + folder.resolve(model), message);
    assertThat(folder.resolve("store/redis.pid")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "playbook.path = /no/such/company | set playbook.path",
        "gateway.loops = some | typed.conf:6: 'gateway.loops' must be a whole number",
        "gateway.loops = -1 | typed.conf:6: 'gateway' is not valid: loops must lie in 0…1024",
        "gateway.call.max-duration = 0s | typed.conf:6: 'gateway.call' is not valid: max-duration must",
        "gateway.consol.port = 1 | typed.conf:6: there is no key 'gateway.consol'; did you mean",
        "speech.recogniser.type = vosk | there is no key 'speech.recogniser'; did you mean",
      })
  void gatewayThatCannotBeAsItIsSetSaysSoAndLeavesNothingRunning(String line, String message)
      throws IOException {
    assertOneLine(Typed.with(folder, line, "gateway"), message);
    assertThat(folder.resolve("store/redis.pid")).doesNotExist();
  }

  @Test
  void modelsListsVoicesAndThoseThatTheSettingsName() throws IOException {
    Path own = folder.resolve("own.onnx");
    Files.writeString(own, "a model");
    Files.writeString(folder.resolve("own.onnx.json"), "{\"audio\": {\"sample_rate\": 16000}}");
    String settings =
        """
        speech.models.folder = "%1$s/models"
        speech.piper.model = "%1$s/own.onnx"
        languages.de-DE.settings.speech.piper.model = de_DE-thorsten-medium
        """
            .formatted(folder);
    Typed list = Typed.with(folder, settings, "models");
    assertThat(list.status()).as(list.err()).isZero();
    assertThat(list.out())
        .containsPattern("de_DE-thorsten-medium +piper +absent +63 MB")
        .contains("speech.piper.model = " + own + System.lineSeparator() + "  present: " + own)
        .contains("languages.\"de-DE\".settings.speech.piper.model = de_DE-thorsten-medium")
        .contains(
            "  missing: fetch it with 'cordboard models fetch de_DE-thorsten-medium', from"
                + " https://huggingface.co/rhasspy/piper-voices/resolve/v1.0.0/de/de_DE/thorsten"
                + "/medium/de_DE-thorsten-medium.onnx");

    Typed verified = Typed.with(folder, settings, "models", "verify", own.toString());
    assertThat(verified.out()).startsWith("own: a voice for en").contains("MD5");
    assertOneLine(Typed.with(folder, settings, "models", "verify"), "does not exist");
  }

  @Test
  void understandingIsPrintedAsJson() throws IOException {
    Typed typed = Typed.with(folder, "", "understand", "I want to speak to a person");
    assertThat(typed.status()).as(typed.err()).isZero();
    JsonNode report = new ObjectMapper().readTree(typed.out());
    assertThat(report.path("intent").isTextual()).isTrue();
    assertThat(report.path("confidence").asDouble()).isBetween(0.0, 1.0);
    assertThat(report.path("slots").isObject()).isTrue();
    assertThat(report.path("mood").path("label").isTextual()).isTrue();
    assertThat(report.path("escalation").path("rule").asText()).isEqualTo("R14");
    assertThat(report.path("escalation").path("effect").asText()).isEqualTo("transfer-now");
  }

  @Test
  void unknownScenarioIsNamedWithThoseThatThereAre() {
    assertOneLine(
        Typed.with(folder, "", "demo", "--scenario", "no-such-call"),
        "no-such-call",
        "order-refund-person");
  }

  @Test
  void schemaOfScenariosIsPrinted() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(Typed.of("sim", "schema").out());
    assertThat(schema.path("$defs").path("step-say").path("properties").has("until")).isTrue();
  }

  @Test
  void callsThatCannotBePlayedAreToldBeforeOneIsPlaced() throws IOException {
    String ports = "sim { port = 0, gateway-url = \"http://127.0.0.1:" + Ports.any() + "\" }";
    assertOneLine(
        Typed.with(folder, ports, "sim", "run", "no-such-call"), "no-such-call", "just-status");
    assertOneLine(Typed.with(folder, ports, "sim", "run", "--jobs", "0", "x"), "--jobs");
    assertOneLine(
        Typed.with(folder, ports, "sim", "run", "--junit", "/no/such/x.xml", "x"), "/no/such");

    Path broken = folder.resolve("broken.yaml");
    Files.writeString(broken, "caller:\n  form: \"+15550123\"\n");
    assertOneLine(
        Typed.with(folder, ports, "sim", "run", broken.toString()),
        "broken.yaml:2: unknown key 'form'; did you mean 'from'?");

    Path good = folder.resolve("good.yaml");
    Files.writeString(good, Calls.ALONE.formatted("hear").replace("voice: any", "voice: scripted"));
    assertOneLine(
        Typed.with(folder, ports, "sim", "run", good.toString()),
        "no gateway at",
        "nobody listens there; start one with './cordboard gateway'");
    Path nowhere = folder.resolve("nowhere.yaml");
    Files.writeString(
        nowhere, Files.readString(good).replace("voice:", "to: \"+15559999\"\n  voice:"));
    assertOneLine(
        Typed.with(folder, ports, "sim", "run", nowhere.toString()), "nobody has the number");
  }

  @ParameterizedTest
  @CsvSource({
    "gateway, gateway.http.port",
    "gateway, gateway.console.port",
    "gateway, store.redis.port",
    "sim serve, sim.port"
  })
  void portInUseIsNamedWithItsKeyAndNothingIsLeftRunning(String command, String key)
      throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String ports =
          "gateway.http { host = \"127.0.0.1\", port = 0 }, gateway.console.port = 0\n"
              + key
              + " = "
              + taken.getLocalPort();
      Typed typed = Typed.with(folder, ports, command.split(" "));
      assertOneLine(typed, "in use", key, String.valueOf(taken.getLocalPort()));
      assertThat(folder.resolve("store/redis.pid")).doesNotExist();
    }
  }
}
