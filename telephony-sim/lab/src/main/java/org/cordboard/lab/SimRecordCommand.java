package org.cordboard.lab;

import com.typesafe.config.Config;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cordboard.config.Completion;
import org.cordboard.config.Settings;
import org.cordboard.config.SystemClock;
import org.cordboard.sim.scenario.LedgerLine;
import org.cordboard.sim.scenario.LedgerReader;
import org.cordboard.sim.scenario.ScenarioFile;
import org.cordboard.sim.scenario.ScenarioWriter;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.wiring.SpeechParts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code cordboard sim record}: finished calls become scenario files. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a scenario file for each finished call, from its ledger (and its recording, with --audio).",
      "The caller says the same again; what came of the call is expected. Masked numbers stay masked."
    })
final class SimRecordCommand implements Callable<Integer> {
  private static final int WAIT_S = 20;

  @ParentCommand private @Nullable SimCommand parent;
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "CALL", description = "Calls, by the carrier's SID.")
  private List<String> calls = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Where the files go (default: here).")
  private Path out = Path.of(".");

  @Option(
      names = "--voice",
      paramLabel = "VOICE",
      defaultValue = "",
      description = "Who speaks (default: the first voice).")
  private String voice = "";

  @Option(
      names = "--audio",
      description = "Cut the caller's own voice out of the recording; it is personal data.")
  private boolean audio;

  @Option(
      names = "--console",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8081",
      description = "Where the gateway's pages and API are (default: ${DEFAULT-VALUE}).")
  private URI console = URI.create("http://127.0.0.1:8081");

  @Override
  public Integer call() throws InterruptedException, IOException {
    Settings settings = Required.of(parent).root().settings();
    if (!Files.isDirectory(out)) {
      throw new CommandFailure(2, out + " is not a folder: give another by --out");
    }
    List<String> voices;
    try (SpeechSynthesizer voiced = SpeechParts.synthesizer(settings)) {
      voices = voiced.voices();
    }
    Vertx vertx = Vertx.vertx();
    try (SystemClock clock = new SystemClock("sim-record");
        LedgerReader reader = new LedgerReader(vertx, console.toString())) {
      for (String callSid : calls) {
        write(callSid, read(reader, clock, callSid), numbers(settings), voices);
      }
    } finally {
      Awaiting.of(vertx.close(), "the reader");
    }
    return 0;
  }

  private List<LedgerLine> read(LedgerReader reader, SystemClock clock, String callSid)
      throws InterruptedException {
    CompletableFuture<List<LedgerLine>> lines = new CompletableFuture<>();
    reader.read(callSid, clock, Completion.of(lines::complete, lines::completeExceptionally));
    try {
      List<LedgerLine> ledger = lines.get(WAIT_S, TimeUnit.SECONDS);
      if (ledger.stream().noneMatch(each -> each.type().equals("CallEnded"))) {
        throw new CommandFailure(
            2,
            ledger.isEmpty()
                ? "the gateway at " + console + " knows no call " + callSid
                : callSid + " has not ended yet; record it afterwards");
      }
      return ledger;
    } catch (ExecutionException | TimeoutException unread) {
      throw new CommandFailure(
          2,
          "the ledger of "
              + callSid
              + " cannot be read from "
              + console
              + ": "
              + (unread.getCause() == null ? "no answer came" : unread.getCause().getMessage())
              + "; give --console the address of a gateway that runs");
    }
  }

  private void write(
      String callSid, List<LedgerLine> ledger, Map<String, String> numbers, List<String> voices)
      throws IOException, InterruptedException {
    CallClips.Names clips =
        audio ? CallClips.write(recording(callSid), callSid, ledger, out) : CallClips.Names.NONE;
    String spoken = voice.isEmpty() ? voices.get(0) : voice;
    Path file = out.resolve(callSid + ".yaml");
    Files.writeString(
        file,
        ScenarioWriter.write(
            ledger,
            new ScenarioWriter.Plan(callSid, spoken, numbers, clips.talk(), clips.joined())));
    ScenarioFile.read(file, voices);
    Required.of(spec).commandLine().getOut().println(file);
  }

  private Path recording(String callSid) throws IOException, InterruptedException {
    Path wav = Files.createTempFile("cordboard-recording", ".wav");
    HttpResponse<Path> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        console.resolve("/api/calls/" + callSid + "/recording?part=1"))
                    .timeout(Duration.ofSeconds(WAIT_S))
                    .build(),
                HttpResponse.BodyHandlers.ofFile(wav));
    if (answer.statusCode() != 200) {
      Files.delete(wav);
      throw new CommandFailure(
          2, callSid + " has no recording at " + console + "; leave --audio out");
    }
    return wav;
  }

  /** The desk's people's numbers, which no ledger holds, by their id. */
  private static Map<String, String> numbers(Settings settings) {
    Path home = Path.of(System.getProperty("cordboard.home", "")).toAbsolutePath();
    Path desk = home.resolve(settings.raw().getString("playbook.path")).resolve("desk.conf");
    Map<String, String> numbers = new HashMap<>();
    if (Files.isReadable(desk)) {
      List<Config> people = new ArrayList<>(Settings.file(desk).raw().getConfigList("desk.agents"));
      people.stream()
          .filter(each -> each.hasPath("number"))
          .forEach(each -> numbers.put(each.getString("id"), each.getString("number")));
    }
    return numbers;
  }
}
