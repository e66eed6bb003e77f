package org.cordboard.sim.rest;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.cordboard.config.Loop;
import org.cordboard.sim.faults.Fault;
import org.cordboard.sim.faults.FaultPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The API as its users meet it: with the faults that are planned, and the carrier's headers.
 * Without a socket of its own, so that it serves in virtual time as well. On the simulator's loop.
 */
public final class RestFront {
  private static final Logger log = LoggerFactory.getLogger(RestFront.class);

  private final RestApi api;
  private final FaultPlan faults;
  private final Loop loop;
  private final FaultDesk desk;
  private long asked;
  private int running;

  /** A front of {@code api}. */
  public RestFront(RestApi api, FaultPlan faults, Loop loop) {
    this.api = api;
    this.faults = faults;
    this.loop = loop;
    this.desk = new FaultDesk(faults);
  }

  /** Where an answer goes. */
  public interface Answering {
    /** The answer; at most once. */
    void reply(RestReply reply);

    /** An answer that is no JSON. */
    void nonsense(int status, String body);

    /** The connection breaks. */
    void reset();
  }

  /**
   * What came off the wire. {@code local}: its sender is a program on this machine, no page in a
   * browser.
   */
  public record Received(
      String method,
      String uri,
      String contentType,
      String authorization,
      String body,
      boolean local) {}

  /** Serves one request; nothing may come, when a fault has it so. */
  public void serve(Received received, Answering answering) {
    if (received.uri().startsWith(FaultDesk.PREFIX)) {
      answering.reply(desk.handle(received));
      return;
    }
    long begun = loop.clock().nanos();
    long number = ++asked;
    running++;
    Optional<Fault> fault = faults.take(received.method(), path(received));
    Duration delay = fault.map(Fault::delay).orElse(Duration.ZERO);
    Runnable work =
        () -> {
          RestReply proper =
              fault.isEmpty() || carriedOut(fault.get())
                  ? answer(received).with("Twilio-Request-Id", id(number))
                  : null;
          RestReply shown =
              proper == null
                  ? null
                  : proper
                      .with("Twilio-Concurrent-Requests", String.valueOf(running))
                      .with("Twilio-Request-Duration", seconds(begun));
          running--;
          show(fault, shown, answering);
        };
    if (delay.isZero()) {
      work.run();
    } else {
      loop.clock().after(delay, work);
    }
  }

  private static String path(Received received) {
    return received.uri().replaceFirst("[?#].*", "");
  }

  private static boolean carriedOut(Fault fault) {
    return fault.when() == Fault.When.AFTER || fault.kind() == Fault.Kind.DELAY;
  }

  private RestReply answer(Received received) {
    try {
      return api.handle(
          WireReader.read(
              received.method(),
              received.uri(),
              received.contentType(),
              received.authorization(),
              received.body()));
    } catch (RestError refused) {
      return refused.reply();
    } catch (RuntimeException bug) {
      log.error("{} {} failed", received.method(), path(received), bug);
      return RestReply.error(500, 20500, "the simulator failed: " + bug + "; see its log");
    }
  }

  private static void show(
      Optional<Fault> fault, @org.jspecify.annotations.Nullable RestReply proper, Answering to) {
    Fault.Kind kind = fault.map(Fault::kind).orElse(Fault.Kind.DELAY);
    switch (kind) {
      case DELAY -> {
        if (proper != null) {
          to.reply(proper);
        }
      }
      case HANG -> {}
      case RESET -> to.reset();
      case NONSENSE -> to.nonsense(kind.status(), "<html><body>Bad Gateway</body></html>");
      default -> to.reply(failure(fault.orElseThrow()));
    }
  }

  private static RestReply failure(Fault fault) {
    int status = fault.kind().status();
    String words =
        switch (fault.kind()) {
          case REFUSED -> "Refused by a planned fault";
          case TOO_MANY -> "Too Many Requests";
          case SERVER_ERROR -> "Internal Server Error";
          case BAD_GATEWAY -> "Bad Gateway";
          case UNAVAILABLE -> "Service Unavailable";
          default -> "Gateway Timeout";
        };
    int code = fault.code() == 0 ? 20_000 + status : fault.code();
    RestReply reply = RestReply.error(status, code, words);
    return fault.retryAfterS() < 0
        ? reply
        : reply.with("Retry-After", String.valueOf(fault.retryAfterS()));
  }

  private String seconds(long begunNanos) {
    return String.format(Locale.ROOT, "%.3f", (loop.clock().nanos() - begunNanos) / 1e9);
  }

  private static String id(long number) {
    return String.format(Locale.ROOT, "RQ%032x", number);
  }
}
