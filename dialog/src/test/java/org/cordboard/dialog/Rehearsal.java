package org.cordboard.dialog;

import dev.langchain4j.model.chat.StreamingChatModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.Completion;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.ManualClock;
import org.cordboard.config.Settings;
import org.cordboard.config.Workers;
import org.cordboard.dialog.knowledge.AnswerableQuestions;
import org.cordboard.dialog.knowledge.DocumentKnowledge;
import org.cordboard.dialog.knowledge.KnowledgeSettings;
import org.cordboard.dialog.knowledge.SpokenAnswer;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.ledger.LedgerEvent;
import org.cordboard.dialog.ledger.MemoryLedgerStore;
import org.cordboard.dialog.playbook.Playbook;
import org.cordboard.dialog.store.MemoryPromises;
import org.cordboard.dialog.understanding.Embeddings;
import org.cordboard.dialog.understanding.LocalUnderstanding;
import org.cordboard.dialog.understanding.UnderstandingSettings;

/**
 * A call in virtual time with the sample company, the real understanding and, unless another is
 * given, the built-in model. What is said is heard at once, to its end, unless the test says
 * otherwise.
 */
final class Rehearsal {
  static final CallId CALL = new CallId("CA1");
  private static final Path FOLDER = Path.of("playbook");
  private static final Settings SETTINGS = Settings.parse("");
  private static final DialogParts.Mind MIND = mind();

  final ManualClock clock = new ManualClock();
  final LedgerCodec codec = new LedgerCodec().register(DialogEvent.class);
  final MemoryLedgerStore store = new MemoryLedgerStore(codec);
  final CountedEffects effects = new CountedEffects();
  final MemoryPromises promises = new MemoryPromises();
  final List<DialogAction> actions = new ArrayList<>();
  final List<Speculated> speculated = new ArrayList<>();
  final DialogParts parts;
  boolean hearing = true;
  Dialog dialog;

  /** A call answered by the built-in model. */
  Rehearsal() {
    this(MIND.builtIn());
  }

  /** A call answered by {@code model}. */
  Rehearsal(StreamingChatModel model) {
    this(model, SETTINGS, new InlineWorkers("dialog"));
  }

  /** A call with these settings and workers. */
  Rehearsal(StreamingChatModel model, Settings settings, Workers workers) {
    this.parts =
        DialogParts.assemble(
            settings.bind("dialog", DialogSettings.class),
            MIND,
            new DialogParts.Ground(codec, effects, promises, workers, clock),
            model);
    this.dialog = open(store.open(CALL, clock));
  }

  private static DialogParts.Mind mind() {
    Playbook playbook = Playbook.load(FOLDER);
    Embeddings embeddings = new Embeddings();
    KnowledgeSettings near = SETTINGS.bind("knowledge", KnowledgeSettings.class);
    DocumentKnowledge knowledge = new DocumentKnowledge(playbook.documents(), embeddings, near);
    LocalUnderstanding understanding =
        new LocalUnderstanding(
            playbook, embeddings, SETTINGS.bind("understanding", UnderstandingSettings.class));
    return new DialogParts.Mind(
        playbook,
        FOLDER,
        new AnswerableQuestions(understanding, knowledge, playbook, near),
        knowledge,
        new SpokenAnswer(embeddings));
  }

  private Dialog open(CallLedger ledger) {
    CallContext context = new CallContext(CALL, "+15550100", "+15550199", Locale.US, true);
    return parts.open(
        context,
        ledger,
        clock,
        new DialogListener() {
          @Override
          public void act(DialogAction action) {
            take(action);
          }

          @Override
          public void speculated(Speculated what) {
            speculated.add(what);
          }
        });
  }

  private void take(DialogAction action) {
    actions.add(action);
    if (hearing && action instanceof DialogAction.Say say) {
      clock.run(() -> dialog.heard(say.id(), say.prompt().text(), true));
    }
  }

  /** As after a crash: another dialog goes on from what the ledger holds. */
  void resume() {
    dialog.close();
    store.resume(CALL, clock, Completion.of(next -> dialog = open(next), Rehearsal::fail));
    actions.clear();
    dialog.resume();
    settle();
  }

  private static void fail(Throwable failure) {
    throw new AssertionError(failure);
  }

  /** The call is answered. */
  Rehearsal start() {
    dialog.start();
    settle();
    return this;
  }

  /** The caller says it; returns what is said to that. */
  String say(String words) {
    return say(words, 0.9);
  }

  /** The caller says it, recognised with that confidence. */
  String say(String words, double confidence) {
    actions.clear();
    dialog.callerSaid(new CallerTurn(words, confidence, false, 0, 0));
    settle();
    return answer();
  }

  /** The caller seems to have said it, and may go on. */
  Rehearsal prepare(String words) {
    dialog.prepare(new CallerTurn(words, 0.8, false, 0, 0));
    settle();
    return this;
  }

  /** The caller presses keys. */
  String press(String keys) {
    actions.clear();
    dialog.callerSaid(new CallerTurn(keys, 1, true, 0, 0));
    settle();
    return answer();
  }

  /** Something else happens to the dialog; returns what is said to that. */
  String when(Runnable event) {
    actions.clear();
    event.run();
    settle();
    return answer();
  }

  /** Lets work and timers run that are due within a moment. */
  void settle() {
    clock.advance(Duration.ofMillis(50));
  }

  /** All that was said since the caller last spoke. */
  String answer() {
    StringBuilder said = new StringBuilder();
    for (DialogAction.Say say : actions(DialogAction.Say.class)) {
      said.append(said.isEmpty() ? "" : " ").append(say.prompt().text());
    }
    return said.toString();
  }

  /** The last prompt. */
  Prompt prompt() {
    List<DialogAction.Say> said = actions(DialogAction.Say.class);
    return said.get(said.size() - 1).prompt();
  }

  /** The actions of a kind since the caller last spoke. */
  <A extends DialogAction> List<A> actions(Class<A> type) {
    return actions.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The events of a kind on the ledger. */
  <E extends LedgerEvent> List<E> events(Class<E> type) {
    List<E> found = new ArrayList<>();
    store.read(
        CALL,
        clock,
        Completion.of(
            entries ->
                entries.forEach(
                    entry ->
                        codec
                            .decode(entry)
                            .filter(type::isInstance)
                            .map(type::cast)
                            .ifPresent(found::add)),
            Rehearsal::fail));
    return found;
  }

  /** Puts a ledger there as an earlier process has left it, and goes on from it. */
  void inherit(List<DialogEvent> events) {
    CallLedger left = store.open(CALL, clock);
    events.forEach(left::append);
    resume();
  }

  /** True when money was paid back for the order. */
  boolean refunded(String number) {
    return effects.result("refund:" + number).isPresent();
  }
}
