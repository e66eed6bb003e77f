package org.cordboard.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.cordboard.config.BoundedWorkers;
import org.cordboard.config.Clock;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.Settings;
import org.cordboard.config.Workers;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.dialog.DialogFactory;
import org.cordboard.dialog.DialogParts;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.ledger.LedgerStore;
import org.cordboard.dialog.memory.MemoryCallerLanguages;
import org.cordboard.dialog.playbook.Playbook;
import org.cordboard.dialog.store.StoreParts;
import org.cordboard.gateway.call.GatewayEvent;
import org.cordboard.gateway.call.RecordedMessages;
import org.cordboard.handoff.HandoffEvent;
import org.cordboard.speech.wiring.SpeechParts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts that come from outside the gateway and can be exchanged: speech, store, conversation.
 * {@link #load} makes what the settings ask for, the slow ones side by side.
 *
 * @param node names this process among the writers of ledgers
 * @param codec knows every event of the process
 * @param playbook the company
 * @param speech recogniser, voice, voice activity
 * @param ledgers where ledgers are kept
 * @param dialogs opens conversations
 * @param messages keeps what the carrier has recorded
 * @param languages that calls can be in beside the playbook's own
 * @param closing what to close at the end, in this order
 */
public record Parts(
    String node,
    LedgerCodec codec,
    Playbook playbook,
    SpeechParts speech,
    LedgerStore ledgers,
    DialogFactory dialogs,
    RecordedMessages messages,
    Languages languages,
    List<AutoCloseable> closing) {
  private static final Logger log = LoggerFactory.getLogger(Parts.class);
  private static final int MIND_THREADS = 2;
  private static final int MIND_QUEUE = 256;

  /** Parts for calls in one language. */
  public Parts(
      String node,
      LedgerCodec codec,
      Playbook playbook,
      SpeechParts speech,
      LedgerStore ledgers,
      DialogFactory dialogs,
      RecordedMessages messages,
      List<AutoCloseable> closing) {
    this(
        node,
        codec,
        playbook,
        speech,
        ledgers,
        dialogs,
        messages,
        new Languages(List.of(), new MemoryCallerLanguages(), new InlineWorkers("none")),
        closing);
  }

  /** Every ledger event that a gateway writes. */
  public static LedgerCodec events() {
    return new LedgerCodec()
        .register(DialogEvent.class)
        .register(HandoffEvent.class)
        .register(GatewayEvent.class);
  }

  /**
   * Loads everything; takes a few seconds.
   *
   * @throws org.cordboard.config.SettingsException in one line, when something cannot be used
   */
  public static Parts load(Settings settings, String node, Clock clock) {
    LedgerCodec codec = events();
    Locale language = GatewaySettings.of(settings).call().language();
    CompletableFuture<SpeechParts> speech =
        aside(() -> SpeechParts.assemble(settings, clock, language));
    CompletableFuture<StoreParts> store =
        aside(() -> StoreParts.assemble(settings, codec, clock, node));
    try {
      Mind company = Mind.load(settings);
      Workers workers = new BoundedWorkers("dialog", MIND_THREADS, MIND_QUEUE);
      StoreParts kept = store.join();
      DialogParts.Ground ground =
          new DialogParts.Ground(codec, kept.effects(), kept.promises(), workers, clock);
      DialogParts dialogs = DialogParts.assemble(settings, company.dialogs(), ground);
      SpeechParts heard = speech.join();
      List<AutoCloseable> closing = new ArrayList<>(List.of(dialogs, workers, heard));
      LanguageLoader loader = new LanguageLoader(settings, heard, ground, clock, closing);
      loader.requireUsual(language);
      Languages languages = loader.load(kept.languages());
      closing.add(kept);
      return new Parts(
          node,
          codec,
          company.playbook(),
          heard,
          kept.ledgers(),
          dialogs,
          new RecordedMessages(kept.promises(), workers, kept.ledgers(), codec),
          languages,
          closing);
    } catch (RuntimeException unusable) {
      closeWhenLoaded(speech);
      closeWhenLoaded(store);
      throw unusable instanceof CompletionException wrapped
              && wrapped.getCause() instanceof RuntimeException cause
          ? cause
          : unusable;
    }
  }

  /** Waits: a process that ended now would leave a store running. */
  private static void closeWhenLoaded(CompletableFuture<? extends AutoCloseable> part) {
    try {
      part.join().close();
    } catch (Exception failed) {
      log.debug("nothing to close", failed); // it did not load, which is told already
    }
  }

  private static <T> CompletableFuture<T> aside(Supplier<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(task.get());
              } catch (RuntimeException | LinkageError failure) {
                result.completeExceptionally(failure);
              }
            },
            "loading");
    thread.setDaemon(true);
    thread.start();
    return result;
  }
}
