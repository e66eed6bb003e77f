package org.cordboard.dialog;

import java.util.ArrayList;
import java.util.List;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.dialog.model.ModelListener;
import org.cordboard.dialog.model.ModelRun;
import org.cordboard.dialog.model.ModelTask;
import org.cordboard.dialog.understanding.TurnReading;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a turn that is likely, not surely, over. The conversation decides on a copy of its
 * state, and of what it decides only the questions are asked: what the turn means, and what a model
 * says to it. Words, tools, entries of the ledger, timers and all that waits for a barrier end
 * here. When the turn is over the conversation decides anew; where it asks the same, it is given
 * what has come, and the rest as it comes. On the call's loop.
 */
final class Speculation {
  private final Conversation conversation;
  private final DialogParts parts;
  private final Loop loop;
  private final CallerTurn turn;
  private final String words;
  private final List<DialogEvent> history;
  private ConversationState state;
  private @Nullable ReadingAhead reading;
  private @Nullable AnswerAhead answer;
  private boolean used;
  private boolean over;

  /** On {@code turn}, in a conversation that stands so. */
  Speculation(
      CallerTurn turn,
      Conversation conversation,
      ConversationState state,
      List<DialogEvent> history,
      DialogParts parts,
      Loop loop) {
    this.conversation = conversation;
    this.state = state;
    this.history = new ArrayList<>(history);
    this.parts = parts;
    this.loop = loop;
    this.turn = turn;
    this.words = AnswerAhead.plain(turn.text());
  }

  /** Starts. */
  void begin() {
    follow(new ConversationEvent.TurnTaken(turn));
  }

  /** True when it is on those words. */
  boolean isOn(String said) {
    return words.equals(AnswerAhead.plain(said));
  }

  private void follow(ConversationEvent event) {
    Conversation.Outcome outcome = conversation.on(state, event, loop.clock().now());
    state = outcome.state();
    for (ConversationAction action : outcome.actions()) {
      if (action instanceof ConversationAction.Append append
          && append.event() instanceof DialogEvent said) {
        history.add(said);
      } else if (action instanceof ConversationAction.Read read) {
        ask(read);
      } else if (action instanceof ConversationAction.AskModel ask) {
        ask(ask.task());
      } else if (action instanceof ConversationAction.CommitThen) {
        return; // what follows a barrier is for the turn itself
      }
    }
  }

  private void ask(ConversationAction.Read read) {
    ReadingAhead asked = new ReadingAhead(read);
    reading = asked;
    parts
        .workers()
        .submit(() -> parts.understanding().read(read.text(), read.expecting()), loop, asked);
  }

  private void ask(ModelTask task) {
    AnswerAhead asked = new AnswerAhead(task, history);
    answer = asked;
    asked.begun(parts.models().ask(task, history, loop, asked));
  }

  /** Hands a reading over, now or when it comes; false when this was not asked, or has failed. */
  boolean read(ConversationAction.Read wanted, Completion<TurnReading> taker) {
    boolean taken = !over && reading != null && reading.take(wanted, taker);
    used |= taken;
    return taken;
  }

  /**
   * Hands a model's answer over, as far as it has come and then the rest; null when there is none.
   */
  @Nullable ModelRun ask(ModelTask wanted, List<DialogEvent> now, ModelListener taker) {
    return over || answer == null ? null : answer.take(wanted, now, taker);
  }

  /** Nothing more will be taken: what has not been is thrown away. */
  Speculated end() {
    over = true;
    boolean wasted = answer != null && !answer.taken();
    return new Speculated(used, wasted, wasted && answer != null ? answer.drop() : 0);
  }

  /** A reading that is asked ahead. */
  private final class ReadingAhead implements Completion<TurnReading> {
    private final ConversationAction.Read asked;
    private @Nullable TurnReading found;
    private @Nullable Completion<TurnReading> taker;
    private boolean failed;

    ReadingAhead(ConversationAction.Read asked) {
      this.asked = asked;
    }

    boolean take(ConversationAction.Read wanted, Completion<TurnReading> next) {
      boolean same =
          AnswerAhead.plain(asked.text()).equals(AnswerAhead.plain(wanted.text()))
              && asked.expecting().equals(wanted.expecting());
      if (failed || taker != null || !same) {
        return false;
      }
      taker = next;
      if (found != null) {
        next.done(found);
      }
      return true;
    }

    @Override
    public void done(TurnReading read) {
      if (taker != null) {
        taker.done(read);
      } else if (!over) {
        found = read;
        follow(new ConversationEvent.TurnUnderstood(asked.generation(), read));
      }
    }

    @Override
    public void failed(Throwable failure) {
      if (taker != null) {
        taker.failed(failure);
      } else {
        failed = true;
      }
    }
  }
}
