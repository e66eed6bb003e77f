package org.cordboard.gateway.call;

import java.time.Duration;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.Prompt;
import org.cordboard.speech.turn.BargeIn;
import org.cordboard.speech.turn.BargeIn.Said;
import org.cordboard.speech.turn.BargeInEvent;
import org.cordboard.speech.turn.BargeInState;
import org.cordboard.speech.turn.Playing;
import org.jspecify.annotations.Nullable;

/**
 * The caller speaks over our voice: asks {@link BargeIn} at every frame and word, and does to the
 * player what it decides. Confined to the call's loop.
 */
final class Interruption implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(100); // should frames stay away
  private static final long NANOS_PER_MS = 1_000_000;

  /** What follows for the talk. */
  interface Owner {
    /** Our voice has fallen silent for the caller's. */
    void hushed();

    /** It goes on. */
    void resumed();

    /** It is to stop for good. */
    void interrupted();
  }

  private final BargeIn decisions;
  private final PromptPlayer player;
  private final Loop loop;
  private final Owner owner;
  private BargeInState state = BargeInState.START;
  private long utterance = -1; // that began last
  private boolean overPrompt; // it began while we spoke
  private boolean stopped; // it has stopped us
  private @Nullable Prompt latest; // that is played, or was
  private String sayings = ""; // what we say now, behind what we said last
  private Clock.@Nullable Timer timer;

  Interruption(BargeIn decisions, PromptPlayer player, Loop loop, Owner owner) {
    this.decisions = decisions;
    this.player = player;
    this.loop = loop;
    this.owner = owner;
  }

  /** The next 20 ms of the caller. */
  void frame(boolean loud, boolean voiced, double levelDb) {
    on(new BargeInEvent.Frame(loud, voiced, levelDb), playing());
  }

  void started(long of) {
    utterance = of;
    stopped = false;
    overPrompt = player.soundingMs() > 0 || (lowered() && !state.withdrawn());
    on(new BargeInEvent.Started(), playing());
  }

  void partial(long of, String text) {
    if (of == utterance) {
      on(new BargeInEvent.Words(text), playing());
    }
  }

  void stopped(long of) {
    if (of == utterance) {
      on(new BargeInEvent.Stopped(), playing());
    }
  }

  /** Noise that seems to be a voice has begun, or is over. */
  void din(boolean now) {
    on(new BargeInEvent.Din(now), playing());
  }

  /** The words of an utterance, or none: what they are. */
  Said over(long of, String text) {
    if (of != utterance) {
      return text.isBlank() ? Said.NOTHING : Said.TURN;
    }
    Playing playing = playing();
    Said said = decisions.said(state, text, playing);
    boolean turn = stopped || !overPrompt || (said == Said.ASIDE && !playing.on());
    on(new BargeInEvent.Over(turn ? "" : text), playing);
    boolean nonsense = said == Said.NOTHING && hasStopped(of);
    return text.isBlank() || nonsense ? Said.NOTHING : turn ? Said.TURN : said;
  }

  /** The words of an utterance will never be known. */
  void lost(long of) {
    if (of == utterance) {
      on(new BargeInEvent.Lost(), playing());
    }
  }

  /** Whatever its words will be, the utterance is a turn, and nothing must be heard before it. */
  boolean isTurn(long of) {
    return of == utterance && (stopped || !overPrompt) && !mustEnd();
  }

  /** The latest utterance began over our voice and has stopped it for good. */
  boolean hasStopped(long of) {
    return of == utterance && stopped && overPrompt;
  }

  /** The latest utterance began over our voice. */
  boolean overPrompt() {
    return overPrompt;
  }

  /** True when what plays must be heard to its end. */
  boolean mustEnd() {
    Playing playing = playing();
    return playing.on() && !playing.interruptible();
  }

  /** A prompt is about to be given to the player. */
  void prompt(Prompt next) {
    Playing now = playing();
    boolean open = now.on() ? now.interruptible() : next.interruptible();
    on(
        new BargeInEvent.Prompt(),
        new Playing(true, open, false, now.beganMs(), now.heardMs(), now.words()));
  }

  private boolean lowered() {
    return state.phase() == BargeInState.Phase.DUCKED || state.phase() == BargeInState.Phase.HUSHED;
  }

  private Playing playing() {
    SpokenPrompt now = player.current();
    if (now == null) {
      return latest == null
          ? Playing.NOTHING
          : new Playing(false, true, asksYesOrNo(latest), nowMs(), 0, latest.text());
    }
    if (latest != now.prompt()) {
      sayings = latest == null ? now.text() : latest.text() + " " + now.text();
      latest = now.prompt();
    }
    long soundingMs = player.soundingMs();
    return new Playing(
        true,
        now.prompt().interruptible(),
        asksYesOrNo(now.prompt()) && now.heardText().length() >= question(now.text()),
        nowMs() - soundingMs,
        soundingMs,
        sayings);
  }

  private static boolean asksYesOrNo(Prompt prompt) {
    return prompt.expecting().form() == Expecting.Form.YES_NO;
  }

  /** Where the last sentence begins: the question, after what it is about. */
  private static int question(String text) {
    for (int i = text.length() - 2; i > 0; i--) {
      if (".!?".indexOf(text.charAt(i - 1)) >= 0 && Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return 0;
  }

  private long nowMs() {
    return loop.clock().nanos() / NANOS_PER_MS;
  }

  private void on(BargeInEvent event, Playing playing) {
    BargeIn.Step step = decisions.on(state, event, playing, nowMs());
    state = step.state();
    for (BargeIn.Action action : step.actions()) {
      perform(action);
    }
    if (lowered() && timer == null) {
      timer = loop.clock().after(TICK, this::tick);
    }
  }

  private void tick() {
    timer = null;
    on(new BargeInEvent.Tick(), playing());
  }

  private void perform(BargeIn.Action action) {
    switch (action) {
      case DUCK -> player.duck(decisions.duckGain());
      case HUSH, WITHDRAW -> {
        player.hush(action == BargeIn.Action.WITHDRAW);
        owner.hushed();
      }
      case RESUME -> {
        player.resume();
        owner.resumed();
      }
      case STOP -> {
        stopped = true;
        owner.interrupted();
      }
    }
  }

  @Override
  public void close() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    state = BargeInState.START;
  }
}
