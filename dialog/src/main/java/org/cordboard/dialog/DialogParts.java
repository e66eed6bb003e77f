package org.cordboard.dialog;

import dev.langchain4j.model.chat.StreamingChatModel;
import java.nio.file.Path;
import java.util.List;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.config.Settings;
import org.cordboard.config.Workers;
import org.cordboard.dialog.escalation.Escalations;
import org.cordboard.dialog.knowledge.Knowledge;
import org.cordboard.dialog.knowledge.SpokenAnswer;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.model.BuiltInChatModel;
import org.cordboard.dialog.model.ModelClient;
import org.cordboard.dialog.model.Models;
import org.cordboard.dialog.playbook.Playbook;
import org.cordboard.dialog.store.Effects;
import org.cordboard.dialog.store.Promises;
import org.cordboard.dialog.tools.Backends;
import org.cordboard.dialog.tools.ToolCatalog;
import org.cordboard.dialog.understanding.Understanding;

/**
 * What dialogs are made of: shared by all calls of a process. Made by {@link #assemble}; opens the
 * dialogs.
 */
public final class DialogParts implements DialogFactory {
  private final Script script;
  private final Understanding understanding;
  private final ModelClient models;
  private final Backends backends;
  private final LedgerCodec codec;
  private final Workers workers;

  private DialogParts(
      Script script,
      Understanding understanding,
      ModelClient models,
      Backends backends,
      LedgerCodec codec,
      Workers workers) {
    this.script = script;
    this.understanding = understanding;
    this.models = models;
    this.backends = backends;
    this.codec = codec;
    this.workers = workers;
  }

  /**
   * A company's mind.
   *
   * @param playbook as loaded from {@code folder}
   * @param folder the company's folder; its {@code data/} is read here
   * @param words where its {@code tools/} are: the same, or the folder of one language
   * @param understanding reads turns
   * @param knowledge finds passages
   * @param answers makes spoken answers of them
   */
  public record Mind(
      Playbook playbook,
      Path folder,
      Path words,
      Understanding understanding,
      Knowledge knowledge,
      SpokenAnswer answers) {
    /** The mind of a company with one language. */
    public Mind(
        Playbook playbook,
        Path folder,
        Understanding understanding,
        Knowledge knowledge,
        SpokenAnswer answers) {
      this(playbook, folder, folder, understanding, knowledge, answers);
    }

    /** The built-in model of this company. */
    public BuiltInChatModel builtIn() {
      return new BuiltInChatModel(playbook, answers);
    }
  }

  /**
   * What the process lends.
   *
   * @param codec knows {@link DialogEvent}s
   * @param effects does things once
   * @param promises the work list
   * @param workers for readings, retrieval, models and tools; stays open
   * @param clock tells the company's date, and times a scripted model
   */
  public record Ground(
      LedgerCodec codec, Effects effects, Promises promises, Workers workers, Clock clock) {}

  /**
   * Puts the parts together.
   *
   * @throws org.cordboard.config.SettingsException naming file, line and fix
   */
  public static DialogParts assemble(Settings settings, Mind mind, Ground ground) {
    DialogSettings dialog = settings.bind("dialog", DialogSettings.class);
    return assemble(
        dialog, mind, ground, Models.of(dialog.model(), mind.builtIn(), ground.clock()));
  }

  /** As {@link #assemble(Settings, Mind, Ground)}, with that model. */
  public static DialogParts assemble(
      DialogSettings dialog, Mind mind, Ground ground, StreamingChatModel model) {
    Playbook playbook = mind.playbook();
    ToolCatalog tools = ToolCatalog.load(mind.words().resolve("tools"));
    Backends backends =
        Backends.sample(
                mind.folder(),
                ground.effects(),
                ground.promises(),
                ground.clock(),
                playbook.company().hours().timeZone())
            .requireAll(tools);
    Script script =
        new Script(
            playbook,
            tools,
            new Escalations(playbook.rules()),
            new Claims(dialog.forbiddenClaims()),
            tools.forms(),
            dialog.turns(),
            dialog.fillers(),
            dialog.speculation());
    ModelClient models =
        new ModelClient(
            model,
            mind.builtIn(),
            mind.knowledge(),
            new ModelClient.Company(playbook, tools),
            ground.workers(),
            dialog.model());
    return new DialogParts(
        script, mind.understanding(), models, backends, ground.codec(), ground.workers());
  }

  @Override
  public Dialog open(CallContext context, CallLedger ledger, Loop loop, DialogListener listener) {
    return new DialogDriver(context, this, ledger, loop, listener);
  }

  @Override
  public List<String> fixedTexts() {
    return FixedTexts.of(script.playbook(), script.tools());
  }

  @Override
  public String playbookVersion() {
    return script.playbook().version();
  }

  @Override
  public void close() {
    // what is shared belongs to the process
  }

  Script script() {
    return script;
  }

  Understanding understanding() {
    return understanding;
  }

  ModelClient models() {
    return models;
  }

  Backends backends() {
    return backends;
  }

  LedgerCodec codec() {
    return codec;
  }

  Workers workers() {
    return workers;
  }
}
