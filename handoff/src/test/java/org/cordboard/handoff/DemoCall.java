package org.cordboard.handoff;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.ledger.LedgerEntry;

/** A call as a gateway writes it: where is my order, a refund, a question, then a person. */
final class DemoCall {
  static final String ORDER = "CA1:order_status:order_number=481927";
  static final String REFUND = "CA1:refund_order:order_number=481927";
  private static final Map<String, String> NUMBER = Map.of("order_number", "481927");

  final FakeLedger ledger = new FakeLedger();
  private long turn;
  private long prompt;

  /** The AI has greeted a caller from {@code from}. */
  DemoCall from(String from) {
    ledger.entries.add(
        new LedgerEntry(
            ledger.entries.size() + 1L,
            Instant.EPOCH,
            "CallOffered",
            1,
            "{\"from\":\"" + from + "\",\"to\":\"+15550100002\"}"));
    agent("How can I help?", "playbook", "");
    return this;
  }

  DemoCall caller(String text, String intent, Map<String, String> slots, String mood) {
    turn++;
    ledger.append(new DialogEvent.CallerSaid(turn, text, 0.9, false, 0, 1));
    double anger = mood.equals("calm") ? 0 : 0.8;
    ledger.append(new DialogEvent.Understood(turn, intent, 0.9, slots, mood, anger));
    return this;
  }

  DemoCall caller(String text, String intent) {
    return caller(text, intent, Map.of(), "calm");
  }

  DemoCall agent(String text, String source, String detail) {
    ledger.append(new DialogEvent.AgentSaid(++prompt, text, source, detail));
    return this;
  }

  DemoCall whereIsMyOrder() {
    caller("Hello, where is my order?", "order_status");
    agent("What is your order number?", "tool", "order_status?order_number");
    caller("4, 8, 1, 9, 2, 7.", "unknown", NUMBER, "calm");
    return lookUp();
  }

  DemoCall lookUp() {
    String spoken = "Order 481927, the camping stove, was delivered on Monday, November 16.";
    ledger.append(new DialogEvent.ToolIntended(ORDER, "order_status", NUMBER));
    ledger.append(
        new DialogEvent.ToolFinished(
            ORDER,
            "order_status",
            true,
            facts(
                "note",
                "order 481927 (the camping stove): told the caller that it was delivered on"
                    + " 2026-11-16"),
            spoken));
    return agent(spoken, "tool", "order_status");
  }

  DemoCall wantsRefund() {
    caller("Please refund my order.", "refund");
    ledger.append(
        new DialogEvent.ConfirmationAsked(
            REFUND, "refund_order", NUMBER, "So, a refund for order 481927. Shall I?"));
    return agent("So, a refund for order 481927. Shall I?", "tool", "refund_order");
  }

  DemoCall answers(boolean yes) {
    caller(yes ? "Yes, please." : "No.", "unknown");
    ledger.append(new DialogEvent.ConfirmationGiven(REFUND, yes, turn));
    return this;
  }

  DemoCall refunded() {
    ledger.append(new DialogEvent.ToolIntended(REFUND, "refund_order", NUMBER));
    ledger.append(
        new DialogEvent.ToolFinished(
            REFUND,
            "refund_order",
            true,
            facts("note", "order 481927 (the camping stove): refunded 24.90 USD"),
            "Done. I've refunded $24.90 for order 481927."));
    return this;
  }

  DemoCall refused() {
    ledger.append(
        new DialogEvent.ToolFinished(
            REFUND,
            "refund_order",
            false,
            facts("state", "delivered"),
            "refused: I'm sorry, the camping stove is something we can't take back, so I can't"
                + " refund order 481927."));
    return this;
  }

  DemoCall asksQuestion(boolean answered) {
    caller("How long do I have to return something?", "question");
    ledger.append(
        answered
            ? new DialogEvent.KnowledgeUsed(turn, java.util.List.of("returns.md"))
            : new DialogEvent.KnowledgeMissing(turn, "How long do I have to return something?"));
    return this;
  }

  DemoCall asksForPerson() {
    caller("I want to speak to a person.", "speak_to_person");
    return escalated("R14", "asked for a person");
  }

  DemoCall escalated(String rule, String reason) {
    ledger.append(new DialogEvent.EscalationFired(rule, "transfer-now", reason, turn));
    return agent("Of course. I'm getting someone for you.", "rule", rule);
  }

  private static Map<String, String> facts(String more, String value) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("order_number", "481927");
    facts.put("found", "true");
    facts.put("items", "the camping stove");
    facts.put("amount", "24.90");
    facts.put("currency", "USD");
    facts.put("status", "delivered");
    facts.put("state", "delivered");
    facts.put("refundable", "true");
    facts.put("charged", "true");
    facts.put("refunded", "false");
    facts.put("ordered", "2026-11-11");
    facts.put("shipped", "2026-11-13");
    facts.put("delivered", "2026-11-16");
    facts.put("outcome", "done");
    facts.put(more, value);
    return facts;
  }

  Brief brief() {
    return brief("asked for a person");
  }

  Brief brief(String reason) {
    return new BriefBuilder(FakeLedger.CODEC).build(ledger.entries(), reason, "billing");
  }

  /** The whole call. */
  static DemoCall whole() {
    return new DemoCall()
        .from("+15550123")
        .whereIsMyOrder()
        .caller("I want to respond for the order.", "unknown")
        .lookUp()
        .wantsRefund()
        .answers(true)
        .refunded()
        .asksQuestion(true)
        .asksForPerson();
  }
}
