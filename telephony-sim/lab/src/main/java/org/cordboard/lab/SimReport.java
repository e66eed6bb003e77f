package org.cordboard.lab;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.Locale;
import org.cordboard.sim.scenario.Failure;
import org.cordboard.sim.scenario.Moment;
import org.cordboard.sim.scenario.ScenarioResult;

/** How the simulator tells what it plays: lines of JSON for a program, or text for people. */
sealed interface SimReport {

  /** The next call begins. */
  void playing(String scenario, int number, int of);

  /** The call has been placed. */
  void placed(String callSid);

  /** Something happened to somebody. */
  void moment(Moment moment);

  /** A scenario asks for something to be done to the gateway or its store. */
  void deed(String deed, long id);

  /** A call is over and judged; {@code report} is what its recording says. */
  void result(ScenarioResult result, JsonObject report);

  /** For the process that started this one. */
  record Lines(PrintWriter out) implements SimReport {
    @Override
    public void playing(String scenario, int number, int of) {
      write(
          new JsonObject()
              .put("event", "playing")
              .put("scenario", scenario)
              .put("number", number)
              .put("of", of));
    }

    @Override
    public void placed(String callSid) {
      write(new JsonObject().put("event", "placed").put("call", callSid));
    }

    @Override
    public void moment(Moment moment) {
      write(
          new JsonObject()
              .put("event", "moment")
              .put("who", moment.who())
              .put("what", moment.note().kind().name())
              .put("text", moment.note().text()));
    }

    @Override
    public void deed(String deed, long id) {
      write(new JsonObject().put("event", "deed").put("deed", deed).put("id", id));
    }

    @Override
    public void result(ScenarioResult result, JsonObject report) {
      write(
          new JsonObject()
              .put("event", "result")
              .put("result", result.toJson().put("report", report)));
    }

    private void write(JsonObject message) {
      out.println(message.encode());
      out.flush();
    }
  }

  /** For people. */
  record Text(PrintWriter out) implements SimReport {
    @Override
    public void playing(String scenario, int number, int of) {
      line(of == 1 ? scenario : scenario + " (" + number + " of " + of + ")");
    }

    @Override
    public void placed(String callSid) {
      line("  call " + callSid);
    }

    @Override
    public void moment(Moment moment) {
      line(
          String.format(
              Locale.ROOT,
              "  %6.1f s  %-8s %-10s %s",
              moment.at().toMillis() / 1000.0,
              moment.who(),
              moment.note().kind().name().toLowerCase(Locale.ROOT),
              moment.note().text()));
    }

    @Override
    public void deed(String deed, long id) {
      line("  asks for: " + deed);
    }

    @Override
    public void result(ScenarioResult result, JsonObject report) {
      line(result.passed() ? "  passed" : "  FAILED");
      for (Failure failure : result.failures()) {
        line(
            "    "
                + failure.cause().name().toLowerCase(Locale.ROOT)
                + (failure.line() > 0 ? " (line " + failure.line() + ")" : "")
                + ": "
                + failure.text());
      }
      result.recording().ifPresent(file -> line("    recording: " + file));
    }

    private void line(String text) {
      out.println(Printable.text(text));
      out.flush();
    }
  }
}
