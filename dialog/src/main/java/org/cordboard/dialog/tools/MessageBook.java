package org.cordboard.dialog.tools;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cordboard.config.Clock;
import org.cordboard.dialog.store.Promise;
import org.cordboard.dialog.store.Promises;

/**
 * Takes messages for the team: a promise on the work list, and on the call's ledger (R43). The fact
 * {@code promise} names it, {@code kind} and {@code text} say what it is.
 */
final class MessageBook implements Backend {
  private static final Duration DUE = Duration.ofHours(24); // a working day and the night after it
  private static final String KIND = "message";
  private static final String OWNER = "callbacks";

  private final Promises promises;
  private final Clock clock;

  MessageBook(Promises promises, Clock clock) {
    this.promises = promises;
    this.clock = clock;
  }

  @Override
  public Map<String, String> lookUp(ToolDefinition tool, Map<String, String> arguments) {
    Map<String, String> facts = new LinkedHashMap<>(arguments);
    facts.put(Authority.FOUND, "true");
    return facts;
  }

  @Override
  public Map<String, String> perform(
      ToolDefinition tool, Map<String, String> arguments, Map<String, String> facts, String key) {
    String call = key.substring(0, Math.max(0, key.indexOf(':')));
    String id = call + "-message-" + Integer.toHexString(key.hashCode());
    String text = arguments.getOrDefault("text", "");
    promises.make(
        new Promise(id, call, KIND, OWNER, text, clock.now().plus(DUE), Promise.State.OPEN));
    Map<String, String> done = new LinkedHashMap<>(arguments);
    done.putAll(Map.of("outcome", "done", "promise", id, "kind", KIND, "text", text));
    return done;
  }
}
