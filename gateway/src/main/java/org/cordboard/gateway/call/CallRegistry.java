package org.cordboard.gateway.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.ledger.CallLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live calls of this process. Takes what the carrier says, on any loop, and hands it to the
 * call concerned on that call's loop; admits new calls; picks up those that a process before it has
 * left.
 */
public final class CallRegistry implements CarrierEvents {
  private static final Logger log = LoggerFactory.getLogger(CallRegistry.class);

  private final CallParts parts;
  private final Supplier<Loop> loops;
  private final Map<CallId, Loop> owners = new ConcurrentHashMap<>();
  private final Map<CallId, CallSession> sessions = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  /** A registry whose new calls live on loops taken from {@code loops}, in turn. */
  public CallRegistry(CallParts parts, Supplier<Loop> loops) {
    this.parts = parts;
    this.loops = loops;
  }

  /** Conversations going on now. */
  public int live() {
    return (int) sessions.values().stream().filter(call -> call.phase() != CallPhase.ENDED).count();
  }

  /** Calls that are kept, for late callbacks too. */
  public int held() {
    return Math.max(owners.size(), sessions.size());
  }

  // ---- arrival

  @Override
  public void incoming(IncomingCall call, Consumer<CallAnswer> reply) {
    Optional<String> full = full();
    if (stopping) {
      reply.accept(parts.away());
    } else if (full.isPresent()) {
      giveMenu(call, full.get(), reply);
    } else if (owners.containsKey(call.call())) {
      afterStream(call, reply); // the carrier asked twice
    } else {
      Loop loop = loops.get();
      owners.put(call.call(), loop);
      loop.run(
          () -> {
            log.info("call {} arrives", call.call());
            CallSession session = session(call, parts.ledgers().open(call.call(), loop), loop);
            session.own(false, () -> session.answer(reply));
          });
    }
  }

  private Optional<String> full() {
    if (live() >= parts.settings().maxCalls()) {
      return Optional.of("calls");
    }
    boolean slow =
        parts.speech().recognizer().load().lag().compareTo(parts.settings().maxRecognizerLag()) > 0;
    return slow ? Optional.of("recognizer") : Optional.empty();
  }

  /** No AI for this call, but an answer at once, and a ledger that says so. */
  private void giveMenu(IncomingCall call, String why, Consumer<CallAnswer> reply) {
    log.info("call {} gets the keypad menu: no room ({})", call.call(), why);
    parts
        .meters()
        .counter("cordboard_calls_menu_total", "Calls answered with the keypad menu")
        .increment();
    Loop loop = loops.get();
    loop.run(
        () -> {
          CallLedger ledger = parts.ledgers().open(call.call(), loop);
          ledger.append(new GatewayEvent.CallOffered(call.from(), call.to()));
          ledger.append(new GatewayEvent.MenuGiven(why));
          ledger.commit(
              new GatewayEvent.CallEnded(
                  CallOutcome.Result.MENU, CallOutcome.By.US, "no room: " + why),
              commit -> {
                parts.ledgers().ended(call.call());
                ledger.close(() -> {});
              });
          reply.accept(new CallAnswer.KeypadMenu(parts.texts().menu(), parts.fallbackPerson()));
        });
  }

  private CallSession session(IncomingCall call, CallLedger ledger, Loop loop) {
    CallSession session = new CallSession(parts, call, ledger, loop, this::free);
    sessions.put(call.call(), session);
    return session;
  }

  private void free(CallSession session) {
    sessions.remove(session.id(), session);
    owners.remove(session.id());
    parts.tokens().forget(session.id()); // of what came late
  }

  // ---- after the stream, a restart, a move

  @Override
  public void afterStream(IncomingCall call, Consumer<CallAnswer> reply) {
    Loop owner = owners.get(call.call());
    if (owner == null) {
      takeUp(call, reply, session -> session.answer(reply));
    } else {
      owner.run(
          () -> {
            CallSession session = sessions.get(call.call());
            if (session == null) {
              reply.accept(parts.away());
            } else {
              session.afterStream(reply);
            }
          });
    }
  }

  /**
   * A call of a process that is no more: its ledger says where it was. {@code then} goes on with it
   * and answers, when it is ours.
   */
  private void takeUp(IncomingCall call, Consumer<CallAnswer> reply, Consumer<CallSession> then) {
    Loop loop = loops.get();
    owners.put(call.call(), loop);
    loop.run(
        () ->
            parts
                .ledgers()
                .resume(
                    call.call(),
                    loop,
                    Completion.of(
                        ledger -> {
                          if (CallHistory.phase(parts.codec(), ledger.entries())
                              == CallPhase.ENDED) {
                            owners.remove(call.call());
                            ledger.close(() -> {});
                            reply.accept(new CallAnswer.Goodbye(""));
                          } else {
                            takeUp(call, ledger, loop, then);
                          }
                        },
                        failure -> {
                          owners.remove(call.call());
                          log.warn(
                              "call {} cannot be taken up: {}", call.call(), failure.getMessage());
                          reply.accept(parts.away());
                        })));
  }

  private void takeUp(IncomingCall call, CallLedger ledger, Loop loop, Consumer<CallSession> then) {
    log.info("call {} is taken up again", call.call());
    CallSession session =
        session(CallHistory.incoming(parts.codec(), call, ledger.entries()), ledger, loop);
    session.own(true, () -> then.accept(session));
  }

  /**
   * Brings calls back that have no outcome and no owner here: their carrier legs are given a new
   * stream. To be called once, when everything is up.
   */
  public void takeUpOrphans() {
    new OrphanSearch(parts.ledgers(), loops.get(), () -> stopping).run(this::recall);
  }

  private void recall(CallId call) {
    Loop loop = loops.get();
    if (owners.putIfAbsent(call, loop) != null) {
      return;
    }
    loop.run(
        () ->
            parts
                .ledgers()
                .resume(
                    call,
                    loop,
                    Completion.of(
                        ledger ->
                            takeUp(
                                new IncomingCall(call, "", ""), ledger, loop, CallSession::recall),
                        failure -> owners.remove(call))));
  }

  @Override
  public void streamStarted(
      CallId call, String token, MediaStream stream, StreamAccepted accepted) {
    Optional<StreamTokens.Use> use = parts.tokens().redeem(call, token);
    Loop owner = owners.get(call);
    if (use.isEmpty() || owner == null) {
      accepted.refuse(use.isEmpty() ? "its token is unknown or used" : "its call is not here");
      return;
    }
    owner.run(
        () -> {
          CallSession session = sessions.get(call);
          if (session == null || session.phase() == CallPhase.ENDED) {
            accepted.refuse("its call is over");
          } else {
            accepted.accept(owner, session.streamOpened(stream, use.get()));
          }
        });
  }

  @Override
  public void streamUnusable(CallId call, String token, String why, StreamAccepted accepted) {
    if (parts.tokens().redeem(call, token).isEmpty()) {
      accepted.refuse("its token is unknown or used");
      return;
    }
    log.warn("call {}: {}", call, why);
    on(call, session -> session.keypadMenu(why));
  }

  // ---- everything else goes to the call

  private void on(CallId call, Consumer<CallSession> task) {
    Loop owner = owners.get(call);
    if (owner == null) {
      return; // late: the call has been freed
    }
    owner.run(
        () -> {
          CallSession session = sessions.get(call);
          if (session != null) {
            task.accept(session);
          }
        });
  }

  @Override
  public void callEnded(CallId call, String status) {
    on(call, session -> session.callerGone(status));
  }

  @Override
  public void offerAnswered(CallId call, String offer, String legSid) {
    on(call, session -> session.transfer().onOfferAnswered(offer, legSid));
  }

  @Override
  public void offerKeyed(CallId call, String offer, String keys) {
    on(call, session -> session.transfer().onOfferKeyed(offer, keys));
  }

  @Override
  public void offerProgress(
      CallId call, String offer, String legSid, String status, String answeredBy) {
    on(call, session -> session.transfer().onOfferProgress(offer, legSid, status, answeredBy));
  }

  @Override
  public void conference(CallId call, String event, String label, Map<String, String> parameters) {
    on(call, session -> session.transfer().onConference(event, label, parameters));
  }

  @Override
  public void afterRoom(CallId call, String dialStatus, Consumer<CallAnswer> reply) {
    if (owners.containsKey(call)) {
      on(call, session -> session.afterRoom(reply));
    } else {
      takeUp(new IncomingCall(call, "", ""), reply, session -> session.afterRoom(reply));
    }
  }

  @Override
  public void messageRecorded(CallId call, String recordingSid, int durationS) {
    Loop owner = owners.get(call);
    Loop loop = owner == null ? loops.get() : owner;
    loop.run(
        () -> {
          CallSession session = sessions.get(call);
          boolean over = session == null || session.phase() == CallPhase.ENDED;
          parts.messages().taken(call, recordingSid, durationS, over, loop);
        });
  }

  /**
   * Ends every call with an outcome, then runs {@code then}, on some loop. New calls are sent away.
   */
  public void stop(Runnable then) {
    stopping = true;
    List<CallSession> all = List.copyOf(sessions.values());
    AtomicInteger left = new AtomicInteger(all.size());
    if (all.isEmpty()) {
      then.run();
      return;
    }
    for (CallSession session : all) {
      session
          .loop()
          .run(
              () ->
                  session.stop(
                      () -> {
                        if (left.decrementAndGet() == 0) {
                          then.run();
                        }
                      }));
    }
  }
}
