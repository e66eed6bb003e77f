package org.cordboard.gateway.call;

import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.dialog.CallerTurn;
import org.cordboard.dialog.Dialog;
import org.cordboard.dialog.DialogAction;
import org.cordboard.dialog.DialogListener;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.Prompt;
import org.cordboard.dialog.Speculated;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.turn.BargeIn.Said;
import org.jspecify.annotations.Nullable;

/**
 * Caller and AI in conversation: hands what the ear hears to the dialog and what the dialog says to
 * the player, as {@link TurnTaking} decides. Confined to the call's loop.
 */
final class Talk
    implements CallerWords.Owner,
        PromptPlayer.Listener,
        Interruption.Owner,
        DialogListener,
        AutoCloseable {

  static final String RECOGNIZER = "recognizer";
  static final String VOICE = "voice";
  private static final int MUTE = 2; // prompts without a sound, then the carrier speaks

  private final Loop loop;
  private final CallSettings settings;
  private final TalkOwner owner;
  private final TalkWatcher watcher;
  private final PromptPlayer player;
  private final Ear ear;
  private final Interruption interruption;
  private final CallerWords words;
  private final Keypad keypad;
  private Dialog dialog;
  private TurnTaking.State turns = TurnTaking.State.OPENING;
  private final VoiceStyle style;
  private @Nullable Runnable quiet; // to be run when our sentence has been heard to its end
  private String ending = "";
  private Ear.@Nullable Timing lastTurn;
  private int mute = MUTE - 1; // prompts in a row of which nothing could be said; none was yet
  private final WordsOwed awaited;
  private boolean closed;

  Talk(CallParts parts, Loop loop, TalkOwner owner, TalkWatcher watcher, TurnTaker taker) {
    this.loop = loop;
    this.settings = parts.settings();
    this.owner = owner;
    this.watcher = watcher;
    this.awaited = new WordsOwed(loop.clock(), watcher);
    this.style = parts.voice();
    this.player = new PromptPlayer(loop, parts.speech().synthesizer(), style, this);
    this.interruption =
        new Interruption(parts.speech().bargeIn(parts.settings().language()), player, loop, this);
    this.words = new CallerWords(interruption, this, taker);
    this.keypad = new Keypad(loop.clock(), this::keyed);
    this.ear =
        new Ear(parts.speech(), parts.hints(), parts.settings().recognizerBudget(), loop, words);
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
    keypad.press(key);
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

  // ---- the caller

  @Override
  public void callerStarted() {
    awaited.owed(false, turns);
    step(TurnTaking.Event.CALLER_STARTED, null);
  }

  @Override
  public void callerStopped() {
    step(TurnTaking.Event.CALLER_STOPPED, null);
    awaited.owed(true, turns);
  }

  @Override
  public void settled() {
    awaited.owed(false, turns);
  }

  @Override
  public void late() {
    if (awaited.cover(turns)) {
      dialog.delayed();
    }
  }

  @Override
  public void partial(String text) {
    watcher.partial("caller", text);
    dialog.saying(text);
  }

  @Override
  public void ready(CallerTurn turn) {
    dialog.prepare(turn);
  }

  @Override
  public void turn(CallerTurn turn, Ear.Timing timing) {
    lastTurn = timing;
    turn(TurnTaking.Event.TURN, turn);
  }

  @Override
  public void ignored(Said kind, Transcript words, long endMs) {
    watcher.spokenOver(kind, words, endMs);
    dialog.saying("");
    step(TurnTaking.Event.IGNORED, null);
  }

  @Override
  public void noisy(long voiceMs) {
    watcher.noisy(voiceMs);
    step(TurnTaking.Event.NOISE, null);
  }

  @Override
  public void replaced(Replaced replaced) {
    watcher.replaced(RECOGNIZER, replaced);
    if (replaced.late()) {
      late();
    }
  }

  /** What plays covers the wait for words. */
  private boolean covering() {
    SpokenPrompt now = player.current();
    return now != null && awaited.covers(now.id());
  }

  @Override
  public void noWords(@Nullable Throwable failure, boolean overPrompt) {
    if (failure != null) {
      owner.trouble(RECOGNIZER, failure);
    }
    if (turns.floor() == Floor.SPEAKING && !turns.answering() && !overPrompt && covering()) {
      interrupted(); // what bridged the wait for these words has no more use
    }
    dialog.saying("");
    TurnTaking.Step step = TurnTaking.on(turns, TurnTaking.Event.NO_WORDS);
    take(step.state());
    if (step.actions().contains(TurnTaking.Action.REPORT_NO_WORDS)) {
      dialog.notUnderstood(failure != null);
    }
  }

  @Override
  public void disturbed() {
    dialog.saying("");
    step(TurnTaking.Event.DISTURBED, null);
  }

  // ---- interruptions

  @Override
  public void hushed() {
    step(TurnTaking.Event.YIELDED, null);
  }

  @Override
  public void resumed() {
    step(TurnTaking.Event.RESUMED, null);
  }

  @Override
  public void interrupted() {
    step(TurnTaking.Event.BARGE_IN, null);
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

  @Override
  public void speculated(Speculated what) {
    watcher.speculated(what);
  }

  private void say(long id, Prompt prompt) {
    expect(prompt.expecting());
    step(TurnTaking.Event.PROMPT, null);
    interruption.prompt(prompt);
    awaited.prompt(id);
    player.say(id, prompt);
  }

  private void expect(Expecting expecting) {
    ear.expect(expecting);
    keypad.expect(expecting.form() == Expecting.Form.DIGITS);
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
    step(TurnTaking.Event.PLAYED, null);
    words.release();
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
      awaited.passed(next.floor());
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
      case REPORT_DISTURBED -> dialog.disturbed();
      case REPORT_NOISE -> dialog.noisy();
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
    interruption.close();
    ear.close();
    dialog.close();
  }
}
