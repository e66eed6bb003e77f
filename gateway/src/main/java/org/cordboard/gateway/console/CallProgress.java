package org.cordboard.gateway.console;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayDeque;

/**
 * The reading of a ledger that a list of calls shows: mood and its trend, last words, what is
 * wrong, where a transfer stands. A fold over entries in their JSON form; what it does not know it
 * skips. Not thread-safe.
 */
final class CallProgress {
  private static final int TREND = 24; // turns that the sparkline shows
  private static final double UNSURE = 0.4;

  private final ArrayDeque<Double> trend = new ArrayDeque<>();
  private final Risk.Signs signs = new Risk.Signs();
  private String mood = "";
  private String intent = "";
  private String topic = ""; // the intent that was last acted on, else the first
  private String lastWho = "";
  private String lastText = "";
  private String lastAt = "";
  private String rule = "";
  private String effect = "";
  private String transfer = "";
  private String offer = "";
  private String agent = "";
  private String degraded = "";
  private String outcome = "";
  private long turns;

  void take(JsonObject entry) {
    JsonObject body = entry.getJsonObject("body");
    String at = entry.getString("at", "");
    switch (entry.getString("type", "")) {
      case "CallerSaid" -> {
        turns++;
        said("caller", body, at);
      }
      case "AgentSaid" -> said("ai", body, at);
      case "PersonSaid" -> said(body.getString("who", "person"), body, at);
      case "Understood" -> understood(body);
      case "EscalationFired" -> {
        rule = body.getString("rule", "");
        effect = body.getString("effect", "");
        signs.escalation(effect);
      }
      case "ToolFinished" -> {
        if (!body.getBoolean("ok", true)) {
          signs.toolsFailed++;
        }
      }
      case "ToolIntended", "KnowledgeUsed" -> topic = intent.isEmpty() ? topic : intent;
      case "KnowledgeMissing" -> signs.misses++;
      case "PartDegraded" -> degraded = body.getString("part", "");
      case "TransferStarted" -> transfer = "OFFERING";
      case "TransferChanged" -> transfer = body.getString("state", "");
      case "DialIntended" -> {
        agent = body.getString("name", "");
        offer = "DIALING";
      }
      case "OfferChanged" -> offer = body.getString("state", "");
      case "CallEnded" -> outcome = body.getString("outcome", "");
      default -> {}
    }
  }

  private void said(String who, JsonObject body, String at) {
    lastWho = who;
    lastText = body.getString("text", "");
    lastAt = at;
  }

  private void understood(JsonObject body) {
    mood = body.getString("mood", "");
    double anger = body.getDouble("anger", 0.0);
    trend.add(anger);
    if (trend.size() > TREND) {
      trend.poll();
    }
    signs.anger = anger;
    double confidence = body.getDouble("confidence", 1.0);
    signs.unsure = confidence < UNSURE ? signs.unsure + 1 : 0;
    String now = body.getString("intent", "");
    signs.sameIntent = !now.isEmpty() && now.equals(intent) ? signs.sameIntent + 1 : 0;
    intent = now;
    topic = topic.isEmpty() ? intent : topic;
  }

  /** Adds what this reading knows to a summary; nobody has been heard for {@code quiet}. */
  void write(JsonObject summary, boolean over, Duration quiet) {
    signs.degraded = !degraded.isEmpty();
    signs.transfer = transfer;
    Risk risk = over ? Risk.NONE : Risk.of(signs, quiet);
    summary.put("risk", risk.score()).put("riskReasons", new JsonArray(risk.reasons()));
    summary.put("mood", mood).put("trend", new JsonArray(new java.util.ArrayList<>(trend)));
    summary.put("intent", intent).put("topic", topic).put("turns", turns);
    summary.put("lastWho", lastWho).put("lastText", lastText).put("lastAt", lastAt);
    summary.put("rule", rule).put("effect", effect);
    summary.put("transfer", transfer).put("offer", offer).put("agent", agent);
    summary.put("degraded", degraded).put("outcome", outcome);
  }
}
