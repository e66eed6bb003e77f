package org.cordboard.dialog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cordboard.dialog.knowledge.Knowledge;
import org.cordboard.dialog.model.ModelListener;
import org.cordboard.dialog.model.ModelRun;
import org.cordboard.dialog.model.ModelTask;
import org.jspecify.annotations.Nullable;

/**
 * A model's answer that was asked for ahead: kept until somebody takes it, then handed on as it
 * comes. On the call's loop.
 */
final class AnswerAhead implements ModelListener {
  private final ModelTask task;
  private final List<DialogEvent> history;
  private final StringBuilder text = new StringBuilder();
  private @Nullable List<Knowledge.Passage> passages;
  private @Nullable Map<String, Map<String, String>> tools; // of the complete answer
  private boolean slow;
  private boolean failed;
  private @Nullable ModelListener taker;
  private @Nullable ModelRun run;

  /** An answer to {@code task} in a call so far as {@code history} tells. */
  AnswerAhead(ModelTask task, List<DialogEvent> history) {
    this.task = task;
    this.history = List.copyOf(history);
  }

  void begun(ModelRun asked) {
    run = asked;
  }

  /**
   * Hands over what has come, and then the rest, when {@code wanted} asks for the same at the same
   * point of the call; else nothing.
   */
  @Nullable ModelRun take(ModelTask wanted, List<DialogEvent> now, ModelListener next) {
    if (failed || taker != null || !same(task, wanted) || !same(history, now)) {
      return null;
    }
    taker = next;
    if (passages != null) {
      next.passages(passages);
    }
    if (!text.isEmpty()) {
      next.text(text.toString()); // at once: who writes all at once is not spoken in clauses
    }
    if (slow) {
      next.slow();
    }
    if (tools != null) {
      next.answered(tools);
    }
    return run;
  }

  boolean taken() {
    return taker != null;
  }

  /** Gives it up; answers how many characters were written in vain. */
  int drop() {
    if (run != null) {
      run.cancel();
    }
    return text.length();
  }

  private static boolean same(ModelTask ahead, ModelTask wanted) {
    return like(ahead).equals(like(wanted));
  }

  private static ModelTask like(ModelTask task) {
    return new ModelTask(
        0,
        plain(task.question()),
        task.reading(),
        task.topic(),
        task.known(),
        task.fresh(),
        task.hint(),
        task.again(),
        task.reserve());
  }

  private static boolean same(List<DialogEvent> ahead, List<DialogEvent> now) {
    if (ahead.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!ahead.get(i).equals(now.get(i)) && !same(ahead.get(i), now.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The turn's end and confidence were not known ahead, and its marks may be others. */
  private static boolean same(DialogEvent ahead, DialogEvent now) {
    return ahead instanceof DialogEvent.CallerSaid one
        && now instanceof DialogEvent.CallerSaid other
        && one.turn() == other.turn()
        && plain(one.text()).equals(plain(other.text()));
  }

  /** Words as they are compared: case, spaces, and marks that belong to no number do not count. */
  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("[.!?…,;:]+(?=\\s|$)", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  @Override
  public void passages(List<Knowledge.Passage> found) {
    passages = found;
    if (taker != null) {
      taker.passages(found);
    }
  }

  @Override
  public void text(String delta) {
    if (taker != null) {
      taker.text(delta);
    } else {
      text.append(delta);
    }
  }

  @Override
  public void slow() {
    if (taker != null) {
      taker.slow();
    } else {
      slow = true;
    }
  }

  @Override
  public void answered(Map<String, Map<String, String>> wanted) {
    if (taker != null) {
      taker.answered(wanted);
    } else {
      tools = wanted;
    }
  }

  @Override
  public void failed(String how) {
    if (taker != null) {
      taker.failed(how);
    } else {
      failed = true;
    }
  }
}
