package org.cordboard.speech.ladder;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cordboard.config.Loop;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.Synthesis;
import org.cordboard.speech.SynthesisListener;

/**
 * Voices as one: each prompt begins with the first that is trusted, and when that fails, stalls or
 * says nothing, the next speaks what is left of it. A voice that does not stop is cut off. Any
 * thread; owns its voices.
 */
public final class VoiceLadder implements SpeechSynthesizer {
  private final List<Rung<SpeechSynthesizer>> rungs;
  private final LadderSettings settings;
  private final Map<Rung<SpeechSynthesizer>, VoicePace> paces = new HashMap<>(); // filled once

  /** A ladder of at least one voice, the best first. */
  public VoiceLadder(List<SpeechSynthesizer> voices, LadderSettings settings) {
    if (voices.isEmpty()) {
      throw new IllegalArgumentException("a ladder needs a voice");
    }
    this.rungs = voices.stream().map(each -> new Rung<>(each, each.name(), settings)).toList();
    this.settings = settings;
    rungs.forEach(rung -> paces.put(rung, new VoicePace()));
  }

  @Override
  public String name() {
    return rungs.get(0).name();
  }

  @Override
  public List<String> voices() {
    return rungs.get(0).engine().voices();
  }

  /** Its first voice must: the others stand in for it. */
  @Override
  public boolean speaks(Locale language) {
    return rungs.get(0).engine().speaks(language);
  }

  /** When one of them does; the others are given the plain words. */
  @Override
  public boolean readsMarkup() {
    return rungs.stream().anyMatch(rung -> rung.engine().readsMarkup());
  }

  /** Only a voice of its own: which of several speaks is not known before. */
  @Override
  public boolean repeatable() {
    return rungs.size() == 1 && rungs.get(0).engine().repeatable();
  }

  @Override
  public Synthesis speak(SpeechRequest request, Loop loop, SynthesisListener listener) {
    LadderSpeech speech = new LadderSpeech(rungs, paces, settings, request, loop, listener);
    speech.start();
    return speech;
  }

  @Override
  public void close() {
    rungs.forEach(rung -> rung.engine().close());
  }
}
