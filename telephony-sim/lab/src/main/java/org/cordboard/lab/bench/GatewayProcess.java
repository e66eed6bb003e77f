package org.cordboard.lab.bench;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cordboard.lab.CommandFailure;
import org.cordboard.lab.load.LoadGateway;

/** A {@link LoadGateway} in a process with one processor, and what it tells of itself. */
final class GatewayProcess implements AutoCloseable {
  private static final int STOP_WAIT_S = 15;
  private static final String HEAP = "640m";

  private final Process process;
  private final BufferedReader output;

  private GatewayProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * How it is started.
   *
   * @param answer what its conversations say
   * @param thinkMs how late
   * @param settings over the defaults
   * @param log takes its log
   * @param jvm options of its Java
   */
  record Plan(
      String answer, long thinkMs, Map<String, String> settings, Path log, List<String> jvm) {}

  /** Starts it and waits until it takes calls. */
  static GatewayProcess start(Plan plan, Pinning pinning) {
    List<String> command = new ArrayList<>(pinning.first());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:ActiveProcessorCount=1",
            "-Xms" + HEAP,
            "-Xmx" + HEAP,
            "-XX:+AlwaysPreTouch", // so that what grows is not the heap
            "-Dfile.encoding=UTF-8",
            "-Dcordboard.home=" + System.getProperty("cordboard.home", "")));
    command.addAll(plan.jvm());
    plan.settings().forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(LoadGateway.class.getName(), plan.answer(), String.valueOf(plan.thinkMs())));
    try {
      GatewayProcess started =
          new GatewayProcess(
              new ProcessBuilder(command)
                  .redirectError(ProcessBuilder.Redirect.to(plan.log().toFile()))
                  .start());
      started.awaitReady(plan.log());
      return started;
    } catch (IOException impossible) {
      throw new CommandFailure(2, "the gateway cannot be started: " + impossible.getMessage());
    }
  }

  private void awaitReady(Path log) throws IOException {
    String line = output.readLine();
    while (line != null && !line.equals("ready")) {
      line = output.readLine();
    }
    if (line == null) {
      throw new CommandFailure(2, "the gateway did not start: " + lastLine(log));
    }
  }

  /** What it said last, which is why it ended. */
  private static String lastLine(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return lines.isEmpty() ? "see " + log : lines.get(lines.size() - 1);
  }

  /** Asks one question of {@link LoadGateway}. */
  JsonObject ask(String question) {
    try {
      process.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      String answer = output.readLine();
      if (answer == null) {
        throw new CommandFailure(1, "the gateway has ended; see its log");
      }
      return new JsonObject(answer);
    } catch (IOException | DecodeException broken) {
      throw new CommandFailure(1, "the gateway does not answer: " + broken.getMessage());
    }
  }

  /** Lets it end its calls and itself. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close(); // the end of its input is the sign to stop
      if (!process.waitFor(STOP_WAIT_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException gone) {
      process.destroyForcibly();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
