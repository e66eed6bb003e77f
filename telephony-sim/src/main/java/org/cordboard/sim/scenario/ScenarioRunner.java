package org.cordboard.sim.scenario;

import java.util.List;
import java.util.function.Consumer;
import org.cordboard.sim.party.Senses;

/**
 * Plays scenarios against a system that answers telephone calls: places the call, rings the agents,
 * and checks afterwards what is expected. Used on the exchange's loop, one scenario at a time.
 */
public final class ScenarioRunner {
  private final Exchange exchange;
  private final Senses senses;
  private final Ledger ledger;
  private final Deeds deeds;
  private final String company;

  /**
   * @param company the number that scenarios call which name none
   */
  public ScenarioRunner(
      Exchange exchange, Senses senses, Ledger ledger, Deeds deeds, String company) {
    this.exchange = exchange;
    this.senses = senses;
    this.ledger = ledger;
    this.deeds = deeds;
    this.company = company;
  }

  /**
   * Plays a scenario. May be called from any thread.
   *
   * @param done told once, on the loop, after the listener
   */
  public void run(Scenario scenario, ScenarioListener listener, Consumer<ScenarioResult> done) {
    exchange
        .loop()
        .run(
            () ->
                new ScenarioRun(scenario, exchange, senses, deeds, listener)
                    .start(company, ended -> check(scenario, ended, listener, done)));
  }

  private void check(
      Scenario scenario,
      ScenarioRun run,
      ScenarioListener listener,
      Consumer<ScenarioResult> done) {
    new LedgerWait(ledger, exchange.loop(), run.callSid())
        .await(
            (lines, problem) -> {
              if (!problem.isEmpty()) {
                run.fail(Failure.Cause.LEDGER, 0, problem);
              }
              ScenarioResult result = run.result(lines, judged(scenario, run, lines));
              listener.onResult(result);
              done.accept(result);
            });
  }

  private List<Failure> judged(Scenario scenario, ScenarioRun run, List<LedgerLine> lines) {
    return Judge.judge(
        scenario.expectations(),
        new Evidence(lines, run.timeline(), exchange.notices(run.callSid())));
  }
}
