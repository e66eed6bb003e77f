package org.cordboard.handoff;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.dialog.ledger.Commit;
import org.cordboard.handoff.TransferEvent.Answer;

/**
 * Does what the coordinator decides, in order, on the call's loop. Entries reach the ledger at
 * once; effects behind a barrier wait for the store's word. The store being gone does not stop a
 * transfer; another process owning the call stops everything.
 */
final class TransferEffects {
  private final CallLedger ledger;
  private final CallControl control;
  private final PersonFinder finder;
  private final AgentDesk desk;
  private final TransferListener listener;
  private final Loop loop;
  private final Consumer<TransferEvent> back;
  private final Predicate<String> roomWanted;
  private final ArrayDeque<Step> waiting = new ArrayDeque<>();
  private boolean draining;
  private boolean fenced;
  private boolean over;

  /** Where effects go. */
  record Ports(CallLedger ledger, CallControl control, AgentDesk desk) {}

  TransferEffects(
      Ports ports,
      Loop loop,
      TransferListener listener,
      Consumer<TransferEvent> back,
      Predicate<String> roomWanted) {
    this.ledger = ports.ledger();
    this.control = ports.control();
    this.desk = ports.desk();
    this.finder = new PersonFinder(ports.desk(), loop, back);
    this.listener = listener;
    this.loop = loop;
    this.back = back;
    this.roomWanted = roomWanted;
  }

  boolean fenced() {
    return fenced;
  }

  /** The call is over and its ledger closed: what is still to be undone is undone unwritten. */
  void callOver() {
    over = true;
  }

  void perform(List<TransferAction> actions) {
    for (TransferAction action : actions) {
      if (action instanceof TransferAction.Note note) {
        if (!over) {
          ledger.append(note.event());
        }
      } else if (action instanceof TransferAction.Barrier barrier) {
        if (over) {
          continue;
        }
        Gate gate = new Gate();
        waiting.add(gate);
        ledger.commit(barrier.event(), commit -> committed(gate, commit));
      } else {
        waiting.add(new Effect(action));
      }
    }
    drain();
  }

  private void committed(Gate gate, Commit commit) {
    if (commit == Commit.FENCED) {
      boolean first = !fenced;
      fenced = true;
      waiting.clear();
      if (first) {
        listener.letGo();
      }
      return;
    }
    gate.open = true;
    drain();
  }

  private void drain() {
    if (draining) {
      return;
    }
    draining = true;
    try {
      while (!waiting.isEmpty() && !(waiting.peek() instanceof Gate gate && !gate.open)) {
        if (waiting.poll() instanceof Effect effect) {
          effect(effect.action());
        }
      }
    } finally {
      draining = false;
    }
  }

  private void effect(TransferAction action) {
    if (action instanceof TransferAction.Find find) {
      finder.find(find);
    } else if (action instanceof TransferAction.Dial dial) {
      dial(dial);
    } else if (action instanceof TransferAction.Answer answer) {
      control.answer(answer.offer(), answer.script());
    } else if (action instanceof TransferAction.EndLeg end) {
      control.endLeg(end.legSid(), Completion.of(ended -> {}, failure -> {}));
    } else if (action instanceof TransferAction.Release release) {
      desk.release(release.agent(), release.offer());
    } else if (action instanceof TransferAction.MoveCaller move) {
      listener.joining(move.name(), () -> loop.run(() -> moveCaller(move.room())));
    } else if (action instanceof TransferAction.ReturnCaller) {
      control.returnCaller(ledger.call(), answerTo(answer -> new TransferEvent.CallerBack(answer)));
    } else {
      tell(action);
    }
  }

  private void tell(TransferAction action) {
    if (action instanceof TransferAction.TellTransferring told) {
      listener.transferring(told.name());
    } else if (action instanceof TransferAction.TellBridged told) {
      listener.bridged(told.name());
    } else if (action instanceof TransferAction.TellReturned told) {
      listener.returned(told.reason());
    } else if (action instanceof TransferAction.TellEnded) {
      listener.ended();
    }
  }

  private void dial(TransferAction.Dial dial) {
    control.dial(
        ledger.call(),
        dial.offer(),
        dial.target(),
        Completion.of(
            sid -> back.accept(new TransferEvent.Dialed(dial.offer(), sid)),
            failure ->
                back.accept(
                    failure instanceof CarrierRefusal refusal
                        ? new TransferEvent.DialRefused(dial.offer(), refusal.why())
                        : new TransferEvent.DialUnknown(dial.offer()))));
  }

  private void moveCaller(String room) {
    if (!fenced && roomWanted.test(room)) {
      control.moveCaller(
          ledger.call(), room, answerTo(answer -> new TransferEvent.CallerMoved(answer)));
    }
  }

  private Completion<Boolean> answerTo(Function<Answer, TransferEvent> event) {
    return Completion.of(
        done -> back.accept(event.apply(done ? Answer.YES : Answer.NO)),
        failure ->
            back.accept(
                event.apply(failure instanceof CarrierRefusal ? Answer.NO : Answer.UNKNOWN)));
  }

  private sealed interface Step {}

  private static final class Gate implements Step {
    private boolean open;
  }

  private record Effect(TransferAction action) implements Step {}
}
