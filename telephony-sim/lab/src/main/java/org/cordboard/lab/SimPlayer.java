package org.cordboard.lab;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cordboard.sim.SimServer;
import org.cordboard.sim.SimSettings;
import org.cordboard.sim.party.EarSettings;
import org.cordboard.sim.party.Senses;
import org.cordboard.sim.scenario.Deeds;
import org.cordboard.sim.scenario.LedgerReader;
import org.cordboard.sim.scenario.Moment;
import org.cordboard.sim.scenario.Scenario;
import org.cordboard.sim.scenario.ScenarioListener;
import org.cordboard.sim.scenario.ScenarioResult;
import org.cordboard.sim.scenario.ScenarioRunner;
import org.cordboard.speech.wiring.SpeechParts;

/** Plays scenarios one after the other against a gateway that it waits for first. */
final class SimPlayer {
  private static final Duration GATEWAY_WAIT = Duration.ofSeconds(90);
  private static final int RETRY_MS = 100;
  private static final String COMPANY = "+15550100002";

  private final SimServer server;
  private final SimSettings settings;
  private final SimReport report;
  private final LedgerReader ledger;
  private final ScenarioRunner runner;

  SimPlayer(
      Vertx vertx,
      SimServer server,
      SpeechParts speech,
      SimSettings settings,
      URI console,
      Deeds deeds,
      SimReport report) {
    this.server = server;
    this.settings = settings;
    this.report = report;
    this.ledger = new LedgerReader(vertx, console.toString());
    Senses senses =
        new Senses(
            server.exchange().loop(), speech.synthesizer(), speech.recognizer(), EarSettings.USUAL);
    this.runner = new ScenarioRunner(server.exchange(), senses, ledger, deeds, COMPANY);
  }

  /** Plays each scenario {@code repeat} times; answers how many calls failed. */
  int play(List<Scenario> scenarios, int repeat) throws InterruptedException {
    awaitGateway();
    int failed = 0;
    for (Scenario scenario : scenarios) {
      for (int number = 1; number <= repeat; number++) {
        report.playing(scenario.name(), number, repeat);
        ScenarioResult result = play(scenario);
        report.result(result, RecordingJson.of(result));
        failed += result.passed() ? 0 : 1;
      }
    }
    ledger.close();
    return failed;
  }

  private ScenarioResult play(Scenario scenario) throws InterruptedException {
    CompletableFuture<ScenarioResult> done = new CompletableFuture<>();
    runner.run(
        scenario,
        new ScenarioListener() {
          @Override
          public void onPlaced(Scenario placed, String callSid) {
            report.placed(callSid);
          }

          @Override
          public void onMoment(Moment moment) {
            report.moment(moment);
          }
        },
        done::complete);
    try {
      return done.get(scenario.limit().toSeconds() + 60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException stuck) {
      throw new CommandFailure(2, scenario.name() + " did not come to an end: " + stuck);
    }
  }

  /** A gateway that has just been started needs some seconds. */
  private void awaitGateway() throws InterruptedException {
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    URI ready = settings.gatewayUrl().resolve("/health/ready");
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build();
    String problem = "";
    for (long waited = 0; waited < GATEWAY_WAIT.toMillis(); waited += RETRY_MS) {
      try {
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status == 200) {
          return;
        }
        problem = "it answered " + status;
      } catch (IOException notYet) {
        problem = "nobody listens there";
      }
      new CompletableFuture<Void>().completeOnTimeout(null, RETRY_MS, TimeUnit.MILLISECONDS).join();
    }
    throw new CommandFailure(
        2,
        "no gateway at "
            + settings.gatewayUrl()
            + " ("
            + problem
            + "): start one with './cordboard gateway', or set sim.gateway-url");
  }
}
