package org.cordboard.sim.carrier;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cordboard.sim.twiml.Verb;

/** What the API can do to legs. On the simulator's loop. */
public final class CallApi {
  private final Switchboard board;

  CallApi(Switchboard board) {
    this.board = board;
  }

  /** How a change went. */
  public enum Result {
    /** Done. */
    DONE,
    /** No such leg. */
    UNKNOWN,
    /** The leg is not in a state for this. */
    NOT_IN_PROGRESS
  }

  /** True when {@code number} is one of the customer's, and so may be shown as the caller. */
  public boolean owns(String number) {
    return board.plan().numbers().containsKey(number) || number.equals(Barring.MAGIC_SENDER);
  }

  /** Why the carrier does not serve {@code number}, if it does not. */
  public Optional<Barring> barring(String number) {
    return board.plan().dialing().barring(number);
  }

  /** Dials; the document is run when somebody answers. */
  public CallView create(NewCall call) {
    Leg leg = board.dialler().dial(Dialler.Dialled.of(call));
    LegControl control =
        board.control(
            leg, new Verb.Action(call.fallbackUrl(), call.fallbackMethod()), leg::release);
    board.dialler().onAnswer(leg, () -> run(control, call.instructions()));
    return CallView.of(leg);
  }

  private static void run(LegControl control, Instructions instructions) {
    if (instructions instanceof Instructions.Twiml twiml) {
      control.run(twiml.xml());
    } else if (instructions instanceof Instructions.Url url) {
      control.load(new Verb.Action(url.url(), url.method()));
    }
  }

  /** One leg. */
  public Optional<CallView> get(String sid) {
    return Optional.ofNullable(board.legs().get(sid)).map(CallView::of);
  }

  /** The legs that {@code wanted} accepts, newest first. */
  public List<CallView> list(Predicate<CallView> wanted) {
    List<CallView> views =
        new java.util.ArrayList<>(
            board.legs().values().stream().map(CallView::of).filter(wanted).toList());
    java.util.Collections.reverse(views);
    return views;
  }

  /** Puts a new document in place of what the leg is doing. */
  public Result redirect(String sid, Instructions instructions) {
    Leg leg = board.legs().get(sid);
    if (leg == null) {
      return Result.UNKNOWN;
    }
    if (!leg.connected()) {
      return Result.NOT_IN_PROGRESS;
    }
    LegControl control = board.control(sid);
    if (control == null) { // dialled by a <Dial>: from now on it is on its own
      control = board.control(leg, new Verb.Action("", "POST"), leg::release);
    }
    if (instructions instanceof Instructions.Twiml twiml) {
      control.redirect(twiml.xml());
    } else if (instructions instanceof Instructions.Url url) {
      control.redirect(new Verb.Action(url.url(), url.method()));
    }
    return Result.DONE;
  }

  /** Changes who is asked and told about a leg, and how long it may last. */
  public Result change(String sid, CallChange change) {
    Leg leg = board.legs().get(sid);
    if (leg == null) {
      return Result.UNKNOWN;
    }
    LegControl control = board.control(sid);
    if (control != null) {
      change.fallback().ifPresent(control::fallback);
    }
    change.progress().ifPresent(told -> board.progress().replace(sid, told));
    change.timeLimit().ifPresent(limit -> board.limits().set(leg, limit));
    return Result.DONE;
  }

  /** Hangs up whatever the state. */
  public Result complete(String sid) {
    Leg leg = board.legs().get(sid);
    if (leg == null) {
      return Result.UNKNOWN;
    }
    if (leg.status().terminal()) {
      return Result.NOT_IN_PROGRESS;
    }
    leg.release();
    return Result.DONE;
  }

  /** Gives up a leg that is queued or ringing; one that was answered stays as it is. */
  public Result cancel(String sid) {
    Leg leg = board.legs().get(sid);
    if (leg == null) {
      return Result.UNKNOWN;
    }
    if (leg.status().terminal()) {
      return Result.NOT_IN_PROGRESS;
    }
    if (!leg.connected()) {
      leg.release();
    }
    return Result.DONE;
  }

  /** Forgets a leg that has ended. */
  public Result delete(String sid) {
    Leg leg = board.legs().get(sid);
    if (leg == null) {
      return Result.UNKNOWN;
    }
    if (!leg.status().terminal()) {
      return Result.NOT_IN_PROGRESS;
    }
    board.forget(sid);
    return Result.DONE;
  }
}
