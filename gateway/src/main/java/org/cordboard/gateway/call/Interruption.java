package org.cordboard.gateway.call;

import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;
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
  private final NavigableMap<Long, Spoken> spoken = new TreeMap<>(); // whose words are unknown
  private long utterance = -1; // that began last
  private final Sayings sayings = new Sayings();
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
    Playing playing = playing();
    Spoken before = spoken.get(utterance);
    if (before != null) {
      before.left = new Left(state, playing);
    }
    utterance = of;
    sayings.callerStarted(nowMs());
    boolean over = player.soundingMs() > 0 || (lowered() && !state.withdrawn());
    spoken.put(of, new Spoken(over));
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

  /** The words of an utterance, or none: what they are. Nothing more is known of it then. */
  Said over(long of, String text) {
    Playing playing = playing();
    Spoken its = spoken.remove(of);
    Left left = its == null ? null : its.left;
    Said said =
        left == null
            ? decisions.said(state, text, playing)
            : decisions.said(left.state(), text, left.playing());
    boolean nonsense = said == Said.NOTHING && its != null && its.hasStopped();
    boolean turn =
        !text.isBlank()
            && !nonsense
            && (said == Said.TURN
                || its == null
                || its.isTurn()
                || (said == Said.ASIDE && !playing.on()));
    if (of == utterance) {
      on(new BargeInEvent.Over(text, turn), playing);
    } else if (turn && playing.on() && playing.interruptible()) {
      owner.interrupted();
    }
    return text.isBlank() || nonsense ? Said.NOTHING : turn ? Said.TURN : said;
  }

  /** The words of an utterance will never be known. */
  void lost(long of) {
    spoken.remove(of);
    if (of == utterance) {
      on(new BargeInEvent.Lost(), playing());
    }
  }

  /** Whatever its words will be, the utterance is a turn, and nothing must be heard before it. */
  boolean isTurn(long of) {
    Spoken its = of == utterance ? spoken.get(of) : null;
    return its != null && its.isTurn() && !mustEnd();
  }

  /** The utterance, of which the words are not known yet, began over our voice and stopped it. */
  boolean hasStopped(long of) {
    Spoken its = spoken.get(of);
    return its != null && its.hasStopped();
  }

  /** The utterance, of which the words are not known yet, began over our voice. */
  boolean overPrompt(long of) {
    Spoken its = spoken.get(of);
    return its != null && its.overPrompt;
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
        new Playing(true, open, false, now.beganMs(), now.heardMs(), now.words(), now.fresh()));
  }

  private boolean lowered() {
    return state.phase() == BargeInState.Phase.DUCKED || state.phase() == BargeInState.Phase.HUSHED;
  }

  private Playing playing() {
    SpokenPrompt now = player.current();
    sayings.see(now, nowMs());
    Prompt latest = sayings.latest();
    if (now == null) {
      return latest == null
          ? Playing.NOTHING
          : new Playing(
              false, true, asksYesOrNo(latest), nowMs(), 0, latest.text(), sayings.fresh());
    }
    long soundingMs = player.soundingMs();
    return new Playing(
        true,
        now.prompt().interruptible(),
        asksYesOrNo(now.prompt()) && now.heardText().length() >= question(now.text()),
        nowMs() - soundingMs,
        soundingMs,
        sayings.all(),
        sayings.fresh());
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
        Spoken its = spoken.get(utterance);
        if (its != null) {
          its.stopped = true;
        }
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
    spoken.clear();
  }

  /** An utterance of which the words are not known yet. */
  private static final class Spoken {
    final boolean overPrompt; // it began while we spoke
    boolean stopped; // it has stopped us
    @Nullable Left left; // when the next began

    Spoken(boolean overPrompt) {
      this.overPrompt = overPrompt;
    }

    boolean isTurn() {
      return stopped || !overPrompt;
    }

    boolean hasStopped() {
      return stopped && overPrompt;
    }
  }

  /** What its words are to be judged by when they come after the next has begun. */
  private record Left(BargeInState state, Playing playing) {}
}
