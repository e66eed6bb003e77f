package org.cordboard.gateway.console;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordboard.config.BoundedWorkers;
import org.cordboard.config.SystemClock;
import org.cordboard.config.Workers;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.ledger.LedgerEvent;
import org.cordboard.gateway.http.Health;
import org.cordboard.gateway.http.HttpSettings;
import org.cordboard.gateway.http.Listeners;
import org.cordboard.gateway.http.Meters;
import org.cordboard.gateway.http.PagesBind;
import org.cordboard.gateway.recording.Recorder;
import org.cordboard.gateway.recording.Recording;
import org.cordboard.gateway.recording.RecordingSettings;
import org.cordboard.handoff.Brief;
import org.cordboard.handoff.Brief.Fact;
import org.cordboard.handoff.HandoffEvent;
import org.cordboard.handoff.OfferState;
import org.cordboard.handoff.TransferState;

/**
 * Shows the page with made-up calls, to look at it while working on it: arguments {@code port
 * folder}.
 */
public final class ConsoleShow {
  private final SystemClock clock = new SystemClock("show");
  private final ConsoleFeed feed = new ConsoleFeed(clock, 2048, 50);
  private final LedgerCodec codec =
      new LedgerCodec().register(DialogEvent.class).register(HandoffEvent.class);
  private long sequence;

  /** Opens the page and stays until killed. */
  public static void main(String[] arguments) {
    int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8081;
    Path folder = Path.of(arguments.length > 1 ? arguments[1] : "target/show");
    new ConsoleShow().open(port, folder);
  }

  private void open(int port, Path folder) {
    Workers workers = new BoundedWorkers("show", 1, 100);
    Recorder recorder =
        Recorder.in(folder, new RecordingSettings(true, Duration.ofDays(1), 20), workers);
    ConsoleSettings settings =
        new ConsoleSettings("127.0.0.1", port, List.of(), List.of(), 2048, 50);
    HttpSettings http =
        new HttpSettings(
            "127.0.0.1", 0, 65536, 65536, Duration.ofSeconds(60), Duration.ofSeconds(1));
    Health health = new Health();
    health.accepting(true);
    new Listeners(Vertx.vertx(), http, health, new Meters())
        .pages(
            "gateway.console",
            new PagesBind("127.0.0.1", port, false, Optional.empty(), List.of()),
            new ConsoleRoutes(feed, new MemoryStore(), recorder, settings)::mount)
        .onSuccess(open -> System.out.println("http://localhost:" + open.port()))
        .onFailure(failure -> System.out.println(failure.getMessage()));
    clock.run(() -> endedCall(recorder));
    clock.run(this::calmCall);
    clock.run(this::riskyCall);
  }

  private void add(CallId call, LedgerEvent event) {
    sequence++;
    feed.entry(call, codec.encode(sequence, clock.now(), event));
  }

  private CallId begin(String id) {
    CallId call = new CallId(id);
    sequence = 0;
    feed.callStarted(call, "+15550100", clock.now());
    feed.phase(call, "CONVERSING");
    add(call, new DialogEvent.DialogStarted("Brightwater Goods", "3f2a", "en"));
    say(
        call,
        1,
        "Hello, this is Brightwater Goods. I'm an AI assistant, and this call is recorded. How"
            + " can I help?",
        "PLAYBOOK",
        "greeting",
        true);
    return call;
  }

  private void say(
      CallId call, long prompt, String text, String source, String detail, boolean whole) {
    add(call, new DialogEvent.AgentSaid(prompt, text, source, detail));
    String heard = whole ? text : text.substring(0, text.indexOf(' ', text.length() / 2));
    add(call, new DialogEvent.PromptHeard(prompt, heard, whole));
  }

  private void caller(
      CallId call, long turn, String text, double sure, String intent, String mood, double anger) {
    add(
        call,
        new DialogEvent.CallerSaid(turn, text, sure, false, turn * 6_000, turn * 6_000 + 2_000));
    add(
        call,
        new DialogEvent.Understood(
            turn, intent, sure - 0.05, Map.of("order", "7 4 1 9"), mood, anger));
    feed.replyMs(call, 520 + turn * 170);
  }

  private void tool(CallId call, String key, String tool, boolean ok, String summary) {
    add(call, new DialogEvent.ToolIntended(key, tool, Map.of("order", "7419")));
    add(call, new DialogEvent.ToolFinished(key, tool, ok, Map.of(), summary));
  }

  private void endedCall(Recorder recorder) {
    CallId call = begin("CA5d1e90b7");
    caller(call, 1, "hi where is my order seven four one nine", 0.93, "order-status", "neutral", 0);
    tool(call, "t1", "order_status", true, "Order 7419 left the warehouse, due Friday");
    say(
        call,
        2,
        "Your order 7 4 1 9 left our warehouse and should arrive on Friday.",
        "TOOL",
        "order_status",
        true);
    caller(call, 2, "great thanks bye", 0.97, "goodbye", "pleased", 0);
    say(call, 3, "You're welcome. Goodbye!", "RULE", "goodbye", true);
    Recording recording = recorder.open(call, 1, clock);
    byte[] tone = new byte[160];
    for (int i = 0; i < 1000; i++) {
      for (int j = 0; j < tone.length; j++) {
        tone[j] = (byte) ((j / 10) % 2 == 0 ? 0x2f : 0xaf);
      }
      recording.caller(tone, i * 160L);
    }
    recording.close(() -> feed.ended(call, "CONVERSED"));
  }

  private void calmCall() {
    CallId call = begin("CA81f3c2aa");
    caller(call, 1, "what is your return policy", 0.9, "returns", "neutral", 0.05);
    add(call, new DialogEvent.KnowledgeUsed(1, List.of("returns.md › Thirty days")));
    say(
        call,
        2,
        "You can send back unused goods within thirty days.",
        "KNOWLEDGE",
        "returns.md › Thirty days",
        true);
    feed.floor(call, "LISTENING");
    feed.partial(call, "caller", "and do I have to pay for");
  }

  private void riskyCall() {
    CallId call = begin("CA0b77d4e1");
    caller(call, 1, "I was charged twice for order ####", 0.91, "billing", "annoyed", 0.3);
    tool(call, "t1", "find_order", true, "Order found: one kettle, 49.90, paid twice");
    say(
        call,
        2,
        "I see two payments of 49 pounds 90 for the same kettle. I can refund one of them.",
        "TOOL",
        "find_order",
        false);
    caller(
        call,
        2,
        "no listen <script>alert(1)</script> this is the third time I call",
        0.52,
        "complaint",
        "angry",
        0.72);
    add(call, new DialogEvent.EscalationFired("R11", "offer", "anger rises over two turns", 2));
    say(
        call,
        3,
        "I'm sorry about that. Shall I bring in a colleague?",
        "RULE",
        "R11 frustration",
        true);
    caller(call, 3, "yes I want to speak to a person", 0.96, "person", "angry", 0.66);
    add(call, new DialogEvent.EscalationFired("R14", "transfer-now", "asked for a person", 3));
    add(
        call,
        new HandoffEvent.TransferStarted("tr1", "R14", "asked for a person", false, "billing"));
    feed.phase(call, "TRANSFERRING");
    add(call, new HandoffEvent.BriefPrepared("tr1", brief()));
    add(call, new HandoffEvent.DialIntended("tr1", "of1", "a7", "Sam"));
    add(call, new HandoffEvent.OfferChanged("of1", OfferState.BRIEFING, "answered"));
    add(call, new HandoffEvent.TransferChanged("tr1", TransferState.OFFERING, "1 person asked"));
    say(
        call,
        4,
        "I'm bringing in Sam, who can settle this. One moment please.",
        "PLAYBOOK",
        "transfer.started",
        true);
    feed.partial(call, "caller", "okay but please be qui");
  }

  private static Brief brief() {
    return new Brief(
        "Maria Keller, recognised by number",
        "Charged twice for one kettle; asked for a person",
        List.of(
            new Fact("Two payments of 49.90 on order 7419", "find_order: paid twice", 6),
            new Fact("Third call about it", "this is the third time I call", 9)),
        List.of(new Fact("Refund offered, cut off", "I can refund one of them", 8)),
        List.of(),
        List.of("Refund of one payment"),
        List.of(new Fact("Angry", "anger 0.72 in turn 2", 10)),
        "Billing. Maria was charged twice for a kettle and calls for the third time. Refund one"
            + " payment.");
  }
}
