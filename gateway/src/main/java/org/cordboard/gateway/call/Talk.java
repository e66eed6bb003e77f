package org.cordboard.gateway.call;

import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallerTurn;
import org.cordboard.dialog.Dialog;
import org.cordboard.dialog.DialogAction;
import org.cordboard.dialog.DialogListener;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.Prompt;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.turn.BargeIn;
import org.jspecify.annotations.Nullable;

/**
 * Caller and AI in conversation: hands what the ear hears to the dialog and what the dialog says to
 * the player, as {@link TurnTaking} decides. Confined to the call's loop.
 */
final class Talk implements Ear.Listener, PromptPlayer.Listener, DialogListener, AutoCloseable {

  static final String RECOGNIZER = "recognizer";
  static final String VOICE = "voice";
  private static final int MUTE = 2; // prompts without a sound, then the carrier speaks

  /** What a talk cannot settle by itself. */
  interface Owner {
    /** A person is wanted. */
    void escalate(DialogAction.Escalate wanted);

    /** The caller does not want a person any more. */
    void callOff();

    /** The dialog ends the call, everything said has been heard. */
    void hangUp(String rule);

    /** Something went wrong that the ledger should know; no failure means that playout ran dry. */
    void trouble(String part, @Nullable Throwable failure);

    /** Speech cannot go on: the caller is to have the carrier's keypad menu. */
    void keypadMenu(String why);
  }

  /** Who keeps what happens. */
  interface Watcher {
    /** Samples of ours that the caller has heard. */
    void played(byte[] mulaw);

    /** The caller objects to the recording. */
    void stopRecording();

    /** The floor has passed. */
    void floor(Floor floor);

    /** Words so far, unmasked. */
    void partial(String who, String text);

    /** A part was given up and another has taken over. */
    void replaced(String part, Replaced replaced);

    /** Caller's end of speech → our first audio, in parts. */
    void replied(long prompt, long afterMs, Ear.Timing timing);
  }

  private final Loop loop;
  private final CallSettings settings;
  private final BargeIn bargeIn;
  private final Owner owner;
  private final Watcher watcher;
  private final PromptPlayer player;
  private final Ear ear;
  private Dialog dialog;
  private TurnTaking.State turns = TurnTaking.State.OPENING;
  private KeyCollector keys = KeyCollector.EMPTY;
  private final VoiceStyle style;
  private boolean interruptible = true;
  private boolean interrupted; // the utterance now spoken has been taken for a barge-in
  private boolean overPrompt; // it began while we spoke
  private @Nullable Runnable quiet; // to be run when our sentence has been heard to its end
  private String ending = "";
  private Ear.@Nullable Timing lastTurn;
  private int mute; // prompts in a row of which nothing could be said
  private boolean closed;

  Talk(CallParts parts, VoiceStyle style, Loop loop, Owner owner, Watcher watcher) {
    this.loop = loop;
    this.settings = parts.settings();
    this.bargeIn = parts.speech().bargeIn();
    this.owner = owner;
    this.watcher = watcher;
    this.style = style;
    this.player = new PromptPlayer(loop, parts.speech().synthesizer(), style, this);
    this.ear =
        new Ear(parts.speech(), parts.hints(), parts.settings().recognizerBudget(), loop, this);
    this.dialog = NoDialog.INSTANCE;
  }

  /** Begins on a stream; {@code opening} makes the dialog speak: greeting, resume, or return. */
  void begin(Dialog with, MediaStream stream, Runnable opening) {
    dialog = with;
    player.attach(stream);
    opening.run();
  }

  /** The stream was lost; what was not heard is not heard. */
  void suspend() {
    player.detach();
  }

  void hear(byte[] mulaw, long timestampMs) {
    ear.hear(mulaw, timestampMs);
  }

  void onMark(String name) {
    player.onMark(name);
  }

  void onKey(char key) {
    KeyCollector.Step step = keys.pressed(key);
    keys = step.next();
    if (step.complete().isPresent()) {
      keyed(step.complete().get());
      return;
    }
    long set = keys.generation();
    loop.clock()
        .after(
            keys.wait(keys.keys().length()),
            () -> {
              KeyCollector.Step waited = keys.waited(set);
              keys = waited.next();
              waited.complete().ifPresent(this::keyed);
            });
  }

  private void keyed(String pressed) {
    long now = ear.position() / 8;
    turn(TurnTaking.Event.KEYED, new CallerTurn(pressed, 1, true, now, now));
  }

  long position() {
    return ear.position();
  }

  /**
   * Runs {@code then} when nothing of ours is being played: at once, or at the end of the prompt.
   */
  void whenQuiet(Runnable then) {
    if (player.isPlaying()) {
      quiet = then;
    } else {
      then.run();
    }
  }

  Dialog dialog() {
    return dialog;
  }

  // ---- the ear

  @Override
  public void started(long utterance) {
    interrupted = false;
    overPrompt = turns.floor() == Floor.SPEAKING;
    step(TurnTaking.Event.CALLER_STARTED, null);
  }

  @Override
  public void frame(boolean voiced) {
    boolean ours = turns.floor() == Floor.SPEAKING;
    if (!ours) {
      bargeIn.reset();
    } else if (bargeIn.next(interruptible, voiced)) {
      bargeIn.reset();
      interrupted = true;
      step(TurnTaking.Event.BARGE_IN, null);
    }
  }

  @Override
  public void stopped(long utterance) {
    step(TurnTaking.Event.CALLER_STOPPED, null);
  }

  @Override
  public void partial(long utterance, String text) {
    watcher.partial("caller", text);
  }

  @Override
  public void words(long utterance, Transcript transcript, Ear.Timing timing) {
    boolean aside = overPrompt && !interrupted && turns.floor() == Floor.SPEAKING;
    if (aside) {
      return; // too short to be an interruption: a cough, a backchannel
    }
    if (transcript.text().isBlank()) {
      noWords(false);
      return;
    }
    lastTurn = timing;
    long startMs = transcript.startSample() / 8;
    turn(
        TurnTaking.Event.TURN,
        new CallerTurn(
            transcript.text(), transcript.confidence(), false, startMs, timing.speechEndMs()));
  }

  @Override
  public void failed(long utterance, Throwable failure) {
    owner.trouble(RECOGNIZER, failure);
    noWords(true);
  }

  @Override
  public void replaced(Replaced replaced) {
    watcher.replaced(RECOGNIZER, replaced);
    if (replaced.late() && turns.floor() == Floor.LISTENING && !turns.callerSpeaking()) {
      dialog.delayed();
    }
  }

  private void noWords(boolean engineFailed) {
    boolean covered = turns.floor() == Floor.SPEAKING && !turns.answering() && !overPrompt;
    if (covered) {
      step(
          TurnTaking.Event.BARGE_IN, null); // what bridged the wait for these words has no more use
    }
    TurnTaking.Step step = TurnTaking.on(turns, TurnTaking.Event.NO_WORDS);
    take(step.state());
    if (step.actions().contains(TurnTaking.Action.REPORT_NO_WORDS)) {
      dialog.notUnderstood(engineFailed);
    }
  }

  // ---- the dialog

  @Override
  public void act(DialogAction action) {
    if (closed) {
      return;
    }
    if (action instanceof DialogAction.Say say) {
      say(say.id(), say.prompt());
    } else if (action instanceof DialogAction.TurnDone) {
      step(TurnTaking.Event.ANSWERED, null);
      endWhenQuiet();
    } else if (action instanceof DialogAction.Escalate wanted) {
      owner.escalate(wanted);
    } else if (action instanceof DialogAction.CallOff) {
      owner.callOff();
    } else if (action instanceof DialogAction.StopRecording) {
      watcher.stopRecording();
    } else if (action instanceof DialogAction.KeypadMenu menu) {
      owner.keypadMenu(menu.why());
    } else if (action instanceof DialogAction.HangUp hangUp) {
      ending = hangUp.rule();
      endWhenQuiet();
    } else if (action instanceof DialogAction.Delivery delivery) {
      player.style(style.scaled(delivery.rate(), delivery.gain()));
    }
  }

  private void say(long id, Prompt prompt) {
    interruptible = prompt.interruptible();
    expect(prompt.expecting());
    step(TurnTaking.Event.PROMPT, null);
    player.say(id, prompt);
  }

  private void expect(Expecting expecting) {
    ear.expect(expecting);
    keys = keys.expecting(expecting.form() == Expecting.Form.DIGITS);
  }

  private void endWhenQuiet() {
    if (!ending.isEmpty() && !player.isPlaying() && !turns.answering()) {
      String rule = ending;
      ending = "";
      owner.hangUp(rule);
    }
  }

  // ---- the player

  @Override
  public void began(long prompt) {
    mute = 0;
    Ear.Timing turn = lastTurn;
    if (turn != null) {
      lastTurn = null;
      long sinceKnown = (loop.clock().nanos() - turn.knownAtNanos()) / 1_000_000;
      watcher.replied(prompt, turn.endpointMs() + turn.decodeMs() + sinceKnown, turn);
    }
  }

  @Override
  public void heard(long prompt, String text, boolean whole) {
    dialog.heard(prompt, text, whole);
  }

  @Override
  public void played(byte[] mulaw) {
    watcher.played(mulaw);
  }

  @Override
  public void idle() {
    interruptible = true;
    step(TurnTaking.Event.PLAYED, null);
    Runnable waiting = quiet;
    quiet = null;
    if (waiting != null) {
      waiting.run();
    }
    endWhenQuiet();
  }

  @Override
  public void underrun(long prompt) {
    owner.trouble("playout", null);
  }

  @Override
  public void voiceReplaced(Replaced replaced) {
    watcher.replaced(VOICE, replaced);
  }

  @Override
  public void voiceFailed(long prompt, Throwable failure) {
    owner.trouble(VOICE, failure);
    if (++mute >= MUTE) {
      owner.keypadMenu("the voice fails");
    }
  }

  // ---- turn taking

  private void turn(TurnTaking.Event event, CallerTurn said) {
    ending = ""; // whoever speaks again has not ended the call
    step(event, said);
  }

  private void step(TurnTaking.Event event, @Nullable CallerTurn said) {
    if (closed) {
      return;
    }
    TurnTaking.Step step = TurnTaking.on(turns, event);
    take(step.state());
    for (TurnTaking.Action action : step.actions()) {
      perform(action, said);
    }
  }

  private void take(TurnTaking.State next) {
    boolean passed = next.floor() != turns.floor();
    turns = next;
    if (passed) {
      watcher.floor(next.floor());
    }
  }

  private void perform(TurnTaking.Action action, @Nullable CallerTurn said) {
    switch (action) {
      case STOP_PROMPTS -> player.stop();
      case GIVE_UP_ANSWER -> dialog.interrupted();
      case ASK_DIALOG -> {
        if (said != null) {
          dialog.callerSaid(said);
        }
      }
      case REPORT_NO_WORDS -> dialog.notUnderstood(false);
      case REPORT_SILENCE -> dialog.callerSilent(turns.silences());
      case START_CLOCK -> startClock();
    }
  }

  private void startClock() {
    long generation = turns.clock();
    Clock clock = loop.clock();
    clock.after(
        settings.repromptAfter(),
        () -> {
          if (generation == turns.clock()) {
            step(TurnTaking.Event.SILENCE, null);
          }
        });
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    player.detach();
    closed = true;
    ear.close();
    dialog.close();
  }
}
