package org.cordboard.dialog.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cordboard.dialog.ledger.StreamScript.Answer;
import org.cordboard.dialog.ledger.WriterLane.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;

/** Sends a lane's work in one pipeline: each call's entries in one step, the index after them. */
final class LaneBatch {
  private static final Logger log = LoggerFactory.getLogger(LaneBatch.class);

  private final RedisClient redis;

  LaneBatch(RedisClient redis) {
    this.redis = redis;
  }

  /** Sends {@code work}, tells the writers, and returns what has to be sent again, in order. */
  List<Work> send(List<Work> work) {
    Map<StreamWriter, List<LedgerEntry>> entries = new LinkedHashMap<>();
    List<Work> index = new ArrayList<>();
    for (Work each : work) {
      if (each instanceof Work.Append append && !append.writer().isFenced()) {
        entries.computeIfAbsent(append.writer(), w -> new ArrayList<>()).add(append.entry());
      } else if (each instanceof Work.Index) {
        index.add(each);
      }
    }
    if (entries.isEmpty() && index.isEmpty()) {
      return List.of();
    }
    List<Sent> sent = new ArrayList<>();
    boolean indexed;
    try (Pipeline pipeline = redis.pipelined()) {
      entries.forEach((writer, each) -> sent.add(append(pipeline, writer, each)));
      for (Work each : index) {
        ((Work.Index) each).commands().accept(pipeline);
      }
      indexed =
          pipeline.syncAndReturnAll().stream().noneMatch(JedisDataException.class::isInstance);
    } catch (RuntimeException gone) { // whatever it is, the lane must live on
      log.debug("ledger store: {}", gone.getMessage());
      return new ArrayList<>(work);
    }
    List<Work> left = new ArrayList<>();
    sent.forEach(each -> settle(each, left));
    if (!indexed) {
      left.addAll(index);
    }
    return left;
  }

  /** One call's part of a batch. */
  private record Sent(StreamWriter writer, List<LedgerEntry> entries, Response<Object> response) {}

  private static Sent append(Pipeline pipeline, StreamWriter writer, List<LedgerEntry> entries) {
    List<String> arguments = StreamScript.arguments(writer.owner(), entries);
    return new Sent(
        writer, entries, pipeline.eval(StreamScript.TEXT, List.of(writer.key()), arguments));
  }

  private static void settle(Sent sent, List<Work> left) {
    Answer answer;
    try {
      answer = Answer.of(sent.response().get());
    } catch (JedisDataException refused) {
      answer = new Answer(0, String.valueOf(refused.getMessage()));
    }
    if (answer.done() > 0) {
      sent.writer().acknowledge(answer.done());
    }
    if (answer.verdict().equals(StreamScript.FENCED)) {
      sent.writer().fence();
    } else if (!answer.verdict().equals(StreamScript.OK)) {
      log.debug("ledger store refuses entries: {}", answer.verdict());
      for (LedgerEntry entry : sent.entries()) {
        if (entry.sequence() > answer.done()) {
          left.add(new Work.Append(sent.writer(), entry));
        }
      }
    }
  }
}
