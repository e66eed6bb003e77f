package org.cordboard.dialog.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

/** Reads a call's stream, page by page. Blocking. */
final class StreamReader {
  private static final int PAGE_ENTRIES = 1000;

  private final RedisClient redis;

  StreamReader(RedisClient redis) {
    this.redis = redis;
  }

  List<LedgerEntry> read(String key) {
    List<LedgerEntry> entries = new ArrayList<>();
    long from = 0;
    List<StreamEntry> page;
    do {
      page = redis.xrange(key, new StreamEntryID(from, 0), StreamEntryID.MAXIMUM_ID, PAGE_ENTRIES);
      for (StreamEntry entry : page) {
        entries.add(entry(entry));
        from = entry.getID().getTime() + 1;
      }
    } while (page.size() == PAGE_ENTRIES);
    return entries;
  }

  private static LedgerEntry entry(StreamEntry entry) {
    Map<String, String> fields = entry.getFields();
    return new LedgerEntry(
        entry.getID().getTime(),
        Instant.parse(fields.getOrDefault("at", "1970-01-01T00:00:00Z")),
        fields.getOrDefault("type", ""),
        Integer.parseInt(fields.getOrDefault("version", "1")),
        fields.getOrDefault("body", "{}"));
  }
}
