package org.cordboard.handoff;

import java.time.Duration;
import org.cordboard.config.Settings;

/**
 * The section {@code handoff}; see this module's {@code reference.conf} for units and reasons.
 *
 * @param ask what the agent hears before the key; {@code {skill}} is replaced
 * @param sorry what an agent hears who accepts too late
 * @param acceptKey the key that takes the call
 * @param find how long the desk may take
 * @param ring how long a telephone rings
 * @param adopt how long a leg that may exist is waited for
 * @param keyWait how long a key is waited for, each of two times
 * @param askLasts how long the question takes to speak
 * @param brief how long the whisper may take
 * @param join how long each step of joining may take
 * @param returnWait how long the carrier is given to hand the caller back by itself
 * @param dropWithin a talk that the person leaves sooner than this was cut off
 * @param afterPerson what becomes of the caller when the person has left after a talk
 * @param claim after which a reservation lapses
 * @param roomPrefix begins every room's name
 */
public record HandoffSettings(
    String ask,
    String sorry,
    String acceptKey,
    Duration find,
    Duration ring,
    Duration adopt,
    Duration keyWait,
    Duration askLasts,
    Duration brief,
    Duration join,
    Duration returnWait,
    Duration dropWithin,
    AfterPerson afterPerson,
    Duration claim,
    String roomPrefix) {

  /** Checks the ranges. */
  public HandoffSettings {
    requireBetween("find", find, "100ms", Duration.ofMillis(100), "30s", Duration.ofSeconds(30));
    requireBetween("ring", ring, "5s", Duration.ofSeconds(5), "10m", Duration.ofMinutes(10));
    requireBetween("adopt", adopt, "1s", Duration.ofSeconds(1), "60s", Duration.ofSeconds(60));
    requireBetween("key-wait", keyWait, "2s", Duration.ofSeconds(2), "60s", Duration.ofSeconds(60));
    requireBetween("ask-lasts", askLasts, "0s", Duration.ZERO, "30s", Duration.ofSeconds(30));
    requireBetween("brief", brief, "1s", Duration.ofSeconds(1), "60s", Duration.ofSeconds(60));
    requireBetween("join", join, "1s", Duration.ofSeconds(1), "60s", Duration.ofSeconds(60));
    requireBetween("return-wait", returnWait, "0s", Duration.ZERO, "10s", Duration.ofSeconds(10));
    requireBetween("drop-within", dropWithin, "0s", Duration.ZERO, "60s", Duration.ofSeconds(60));
    requireBetween("claim", claim, "1m", Duration.ofMinutes(1), "1d", Duration.ofDays(1));
    if (!acceptKey.matches("[0-9*#]")) {
      throw new IllegalArgumentException("'accept-key' must be one of 0 to 9, * and #");
    }
    if (!roomPrefix.matches("[A-Za-z0-9_-]{0,32}")) {
      throw new IllegalArgumentException(
          "'room-prefix' must be at most 32 letters, digits, '-' or '_'");
    }
  }

  /** What becomes of a caller whom a person has talked with and left. */
  public enum AfterPerson {
    /** The call ends: what there was to say has been said. */
    END,
    /** The AI asks whether there is anything else. */
    ASK
  }

  /** Binds the section {@code handoff}. */
  public static HandoffSettings from(Settings settings) {
    return settings.bind("handoff", HandoffSettings.class);
  }

  /** The question, with nothing personal in it. */
  String askFor(String skill) {
    return ask.replace("{skill}", skill.isEmpty() ? "a" : skill.replace('-', ' ')).strip();
  }

  /** Both waits for a key, with the question spoken before each. */
  Duration keyTotal() {
    return keyWait.plus(askLasts).multipliedBy(2);
  }

  private static void requireBetween(
      String key, Duration value, String least, Duration min, String most, Duration max) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new IllegalArgumentException("'" + key + "' must be between " + least + " and " + most);
    }
  }
}
