package org.cordboard.dialog.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Events to entries and back. Families are registered at wiring; an unknown type or a newer version
 * decodes to nothing, never to an error, since two versions of the program run side by side in a
 * rolling restart. Unknown fields are ignored for the same reason. Immutable after wiring; any
 * thread.
 */
public final class LedgerCodec {
  private final ObjectMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final Map<String, Registered> byType = new HashMap<>();

  private record Registered(Class<? extends LedgerEvent> type, int version) {}

  /** Registers every record of a sealed family at version 1. */
  public LedgerCodec register(Class<? extends LedgerEvent> family) {
    Class<?>[] members = family.getPermittedSubclasses();
    if (members == null) {
      throw new IllegalArgumentException(family + " is not sealed");
    }
    for (Class<?> member : members) {
      Registered before =
          byType.put(
              member.getSimpleName(), new Registered(member.asSubclass(LedgerEvent.class), 1));
      if (before != null) {
        throw new IllegalArgumentException(
            "two ledger events are called " + member.getSimpleName());
      }
    }
    return this;
  }

  /** The entry that {@code event} becomes. */
  public LedgerEntry encode(long sequence, Instant at, LedgerEvent event) {
    String type = event.getClass().getSimpleName();
    Registered registered = byType.get(type);
    if (registered == null) {
      throw new IllegalArgumentException("unregistered ledger event " + type);
    }
    try {
      return new LedgerEntry(
          sequence, at, type, registered.version(), json.writeValueAsString(event));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("cannot write a " + type, impossible);
    }
  }

  /**
   * The event that {@code entry} holds; empty when its type is unknown, newer, or its body broken.
   */
  public Optional<LedgerEvent> decode(LedgerEntry entry) {
    Registered registered = byType.get(entry.type());
    if (registered == null || entry.version() > registered.version()) {
      return Optional.empty();
    }
    try {
      return Optional.of(json.readValue(entry.body(), registered.type()));
    } catch (JsonProcessingException broken) {
      return Optional.empty();
    }
  }
}
