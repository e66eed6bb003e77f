package org.cordboard.dialog.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Appends entries to one call's stream, in one step on the server: all up to the first that is
 * refused, none after it. An entry that is there already, by the same owner and with the same body,
 * counts as appended, so that a batch may be sent again after a failure that left its fate unknown.
 * Answers the last sequence that is in the stream, and {@code OK}, {@code FENCED} or the server's
 * error.
 */
final class StreamScript {
  static final String FENCED = "FENCED";
  static final String OK = "OK";

  static final String TEXT =
      """
      local top = 0
      local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
      if last[1] then top = tonumber(string.match(last[1][1], '^%d+')) end
      local owner, done = ARGV[1], 0
      for i = 2, #ARGV, 5 do
        local id = ARGV[i] .. '-0'
        if tonumber(ARGV[i]) > top then
          local added = redis.pcall('XADD', KEYS[1], id, 'owner', owner, 'at', ARGV[i + 1],
              'type', ARGV[i + 2], 'version', ARGV[i + 3], 'body', ARGV[i + 4])
          if type(added) == 'table' and added.err then return {done, added.err} end
        else
          local there = redis.call('XRANGE', KEYS[1], id, id)[1]
          if not there or there[2][2] ~= owner or there[2][6] ~= ARGV[i + 2]
              or there[2][10] ~= ARGV[i + 4] then
            return {done, 'FENCED'}
          end
        end
        done = tonumber(ARGV[i])
      end
      return {done, 'OK'}
      """;

  /** What came of one call's entries in a batch. */
  record Answer(long done, String verdict) {
    static Answer of(Object reply) {
      if (reply instanceof List<?> pair
          && pair.size() == 2
          && pair.get(0) instanceof Long done
          && pair.get(1) instanceof String verdict) {
        return new Answer(done, verdict);
      }
      return new Answer(0, "an answer that is not understood");
    }
  }

  private StreamScript() {}

  static List<String> arguments(String owner, List<LedgerEntry> entries) {
    List<String> arguments = new ArrayList<>(1 + 5 * entries.size());
    arguments.add(owner);
    for (LedgerEntry entry : entries) {
      arguments.add(Long.toString(entry.sequence()));
      arguments.add(entry.at().toString());
      arguments.add(entry.type());
      arguments.add(Integer.toString(entry.version()));
      arguments.add(entry.body());
    }
    return arguments;
  }
}
