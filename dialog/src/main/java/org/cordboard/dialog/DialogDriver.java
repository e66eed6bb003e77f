package org.cordboard.dialog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.dialog.knowledge.Knowledge;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.dialog.ledger.LedgerEntry;
import org.cordboard.dialog.ledger.LedgerEvent;
import org.cordboard.dialog.model.ModelListener;
import org.cordboard.dialog.model.ModelRun;
import org.cordboard.dialog.model.ModelTask;
import org.cordboard.dialog.understanding.TurnReading;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what a {@link Conversation} decides: appends, commits, reads, asks the model, uses tools,
 * and hands out actions. Everything here is on the call's loop. Events that arise while one is
 * being handled wait their turn.
 */
final class DialogDriver implements Dialog {
  private static final Logger log = LoggerFactory.getLogger(DialogDriver.class);

  private final CallContext call;
  private final DialogParts parts;
  private final CallLedger ledger;
  private final Loop loop;
  private final DialogListener listener;
  private final Conversation conversation;
  private final ToolRuns tools;
  private final List<DialogEvent> history = new ArrayList<>();
  private final ArrayDeque<ConversationEvent> waiting = new ArrayDeque<>();
  private ConversationState state;
  private boolean deciding;
  private @Nullable ModelRun run;
  private @Nullable Speculation speculation;

  DialogDriver(
      CallContext call, DialogParts parts, CallLedger ledger, Loop loop, DialogListener listener) {
    this.call = call;
    this.parts = parts;
    this.ledger = ledger;
    this.loop = loop;
    this.listener = listener;
    this.conversation = new Conversation(parts.script(), call);
    this.tools = new ToolRuns(parts, loop, this::on);
    for (LedgerEntry entry : ledger.entries()) {
      parts
          .codec()
          .decode(entry)
          .filter(DialogEvent.class::isInstance)
          .map(DialogEvent.class::cast)
          .ifPresent(history::add);
    }
    this.state = conversation.recall(history);
    this.state.storeDegraded = ledger.degraded();
    ledger.watch(degraded -> on(new ConversationEvent.StoreChanged(degraded)));
  }

  private void on(ConversationEvent event) {
    loop.assertOn();
    waiting.add(event);
    if (deciding) {
      return;
    }
    deciding = true;
    try {
      for (ConversationEvent next = waiting.poll(); next != null; next = waiting.poll()) {
        Conversation.Outcome outcome = conversation.on(state, next, loop.clock().now());
        state = outcome.state();
        outcome.actions().forEach(this::perform);
      }
    } finally {
      deciding = false;
    }
  }

  private void perform(ConversationAction action) {
    if (action instanceof ConversationAction.Append append) {
      remember(append.event());
      ledger.append(append.event());
    } else if (action instanceof ConversationAction.CommitThen commit) {
      remember(commit.event());
      ledger.commit(commit.event(), how -> on(new ConversationEvent.Committed(commit.next(), how)));
    } else if (action instanceof ConversationAction.Out out) {
      listener.act(out.action());
    } else if (action instanceof ConversationAction.Read read) {
      read(read);
    } else if (action instanceof ConversationAction.AskModel ask) {
      ask(ask.task());
    } else if (action instanceof ConversationAction.StopModel) {
      stopModel();
    } else if (action instanceof ConversationAction.LookAgain again) {
      loop.clock().after(again.after(), () -> on(new ConversationEvent.LookedAgain(again.turn())));
    } else if (action instanceof ConversationAction.LookUp lookUp) {
      tools.lookUp(lookUp);
    } else if (action instanceof ConversationAction.Perform perform) {
      tools.perform(perform);
    }
  }

  private void remember(LedgerEvent event) {
    if (event instanceof DialogEvent dialogEvent) {
      history.add(dialogEvent);
    }
  }

  private void read(ConversationAction.Read read) {
    Completion<TurnReading> done =
        Completion.of(
            reading -> on(new ConversationEvent.TurnUnderstood(read.generation(), reading)),
            failure -> {
              log.warn("understanding failed", failure);
              on(new ConversationEvent.NotUnderstood(true));
            });
    if (speculation == null || !speculation.read(read, done)) {
      parts
          .workers()
          .submit(() -> parts.understanding().read(read.text(), read.expecting()), loop, done);
    }
  }

  private void ask(ModelTask task) {
    stopModel();
    Answer answer = new Answer(task.generation());
    ModelRun ahead = speculation == null ? null : speculation.ask(task, history, answer);
    run = ahead != null ? ahead : parts.models().ask(task, history, loop, answer);
  }

  private void stopModel() {
    ModelRun running = run;
    run = null;
    if (running != null) {
      running.cancel();
    }
  }

  /** The model's answer as events of its generation. */
  private final class Answer implements ModelListener {
    private final long generation;

    Answer(long generation) {
      this.generation = generation;
    }

    @Override
    public void passages(List<Knowledge.Passage> passages) {
      on(new ConversationEvent.PassagesFound(generation, passages));
    }

    @Override
    public void text(String delta) {
      on(new ConversationEvent.ModelText(generation, delta));
    }

    @Override
    public void slow() {
      on(new ConversationEvent.ModelSlow(generation));
    }

    @Override
    public void answered(Map<String, Map<String, String>> tools) {
      List<ConversationEvent.ToolRequest> requests =
          tools.entrySet().stream()
              .map(tool -> new ConversationEvent.ToolRequest(tool.getKey(), tool.getValue()))
              .toList();
      on(new ConversationEvent.ModelAnswered(generation, requests));
    }

    @Override
    public void failed(String how) {
      log.warn("the model failed: {}", how);
      on(new ConversationEvent.ModelFailed(generation, how));
    }
  }

  @Override
  public void start() {
    on(new ConversationEvent.Started());
  }

  @Override
  public void resume() {
    on(new ConversationEvent.Resumed());
  }

  @Override
  public void prepare(CallerTurn turn) {
    loop.assertOn();
    boolean known = speculation != null && speculation.isOn(turn.text());
    if (known || state.closed || !parts.script().speculates()) {
      return;
    }
    endSpeculation();
    Speculation begun = new Speculation(turn, conversation, state, history, parts, loop);
    speculation = begun;
    begun.begin();
  }

  @Override
  public void saying(String words) {
    if (speculation != null && !speculation.isOn(words)) {
      endSpeculation();
    }
  }

  private void endSpeculation() {
    Speculation ended = speculation;
    speculation = null;
    if (ended != null) {
      listener.speculated(ended.end());
    }
  }

  @Override
  public void callerSaid(CallerTurn turn) {
    saying(turn.keyed() ? "" : turn.text());
    on(new ConversationEvent.TurnTaken(turn));
    endSpeculation();
  }

  @Override
  public void interrupted() {
    on(new ConversationEvent.Interrupted());
  }

  @Override
  public void heard(long prompt, String text, boolean whole) {
    on(new ConversationEvent.Heard(prompt, text, whole));
  }

  @Override
  public void callerSilent(int times) {
    on(new ConversationEvent.Silent(times));
  }

  @Override
  public void notUnderstood(boolean engineFailed) {
    on(new ConversationEvent.NotUnderstood(engineFailed));
  }

  @Override
  public void disturbed() {
    on(new ConversationEvent.Disturbed());
  }

  @Override
  public void noisy() {
    on(new ConversationEvent.Noisy());
  }

  @Override
  public void line(LineState now) {
    on(new ConversationEvent.LineChanged(now));
  }

  @Override
  public void degraded(String part) {
    on(new ConversationEvent.Degraded(part));
  }

  @Override
  public void delayed() {
    on(new ConversationEvent.Delayed());
  }

  @Override
  public void transferStarted() {
    on(new ConversationEvent.TransferStarted());
  }

  @Override
  public void transferReturned(String reason) {
    on(new ConversationEvent.TransferReturned(reason));
  }

  @Override
  public void hint(String text) {
    on(new ConversationEvent.Hinted(text));
  }

  @Override
  public void close() {
    endSpeculation();
    on(new ConversationEvent.Closed());
  }
}
