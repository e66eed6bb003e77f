package org.cordboard.gateway.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cordboard.config.Settings;
import org.cordboard.dialog.CallerTurn;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.Prompt;
import org.cordboard.speech.Replaced;
import org.cordboard.speech.Transcript;
import org.cordboard.speech.turn.Backchannels;
import org.cordboard.speech.turn.BargeIn;
import org.cordboard.speech.turn.BargeIn.Said;
import org.cordboard.speech.turn.BargeInSettings;
import org.jspecify.annotations.Nullable;

/** A caller's words over prompts that play, with what is told of them. */
abstract class CallerWordsFixture extends PlayerFixture {
  static final Ear.Timing TIMING = new Ear.Timing(2_000, 300, 20, 0);
  final Told told = new Told();
  final Interruption interruption =
      new Interruption(
          new BargeIn(
              Settings.parse("").bind("speech.barge-in", BargeInSettings.class),
              Backchannels.of(Locale.US)),
          player,
          clock,
          told);
  boolean takenElsewhere;
  final CallerWords words =
      new CallerWords(interruption, told, (language, turn, timing) -> takenElsewhere);

  void silence(int frames) {
    for (int i = 0; i < frames; i++) {
      clock.advance(Duration.ofMillis(20));
      words.frame(false, false, -90);
    }
  }

  void voice(int frames) {
    for (int i = 0; i < frames; i++) {
      clock.advance(Duration.ofMillis(20));
      words.frame(true, true, -20);
    }
  }

  void plays(Prompt prompt) {
    connect();
    player.say(1, prompt);
    clock.advance(Duration.ofMillis(500));
  }

  static Prompt must(String text) {
    return new Prompt(text, false, Expecting.ANYTHING);
  }

  static Transcript said(String text) {
    return new Transcript(text, 0.9, List.of(), 0, 16_000, Duration.ZERO);
  }

  /** Writes down what it is told. */
  static final class Told implements CallerWords.Owner, Interruption.Owner {
    final List<String> log = new ArrayList<>();

    @Override
    public void callerStarted() {
      log.add("started");
    }

    @Override
    public void settled() {}

    @Override
    public void late() {}

    @Override
    public void callerStopped() {
      log.add("stopped");
    }

    @Override
    public void partial(String text) {
      log.add("partial " + text);
    }

    @Override
    public void ready(CallerTurn turn) {
      log.add("ready " + turn.text() + " " + turn.startMs() + "-" + turn.endMs());
    }

    @Override
    public void turn(CallerTurn turn, Ear.Timing timing) {
      log.add("turn " + turn.text());
    }

    @Override
    public void ignored(Said kind, Transcript words, long endMs) {
      log.add("ignored " + kind);
    }

    @Override
    public void noWords(@Nullable Throwable failure, boolean overPrompt) {
      log.add("no words" + (failure == null ? "" : " " + failure.getMessage()));
    }

    @Override
    public void disturbed() {
      log.add("disturbed");
    }

    @Override
    public void noisy(long voiceMs) {
      log.add("noisy " + voiceMs);
    }

    @Override
    public void replaced(Replaced replaced) {
      log.add("replaced");
    }

    @Override
    public void hushed() {
      log.add("hushed");
    }

    @Override
    public void resumed() {
      log.add("resumed");
    }

    @Override
    public void interrupted() {
      log.add("interrupted");
    }
  }
}
