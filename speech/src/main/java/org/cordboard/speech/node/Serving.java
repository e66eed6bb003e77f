package org.cordboard.speech.node;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.cordboard.speech.RecognizerLoad;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.node.wire.Load;
import org.cordboard.speech.node.wire.NodeReport;
import org.cordboard.speech.node.wire.State;

/** What a node has under way and tells of itself. On the node's loop. */
final class Serving {
  private static final String NONE = "zxx"; // no language, in ISO 639

  private final SpeechRecognizer recognizer;
  private final SpeechSynthesizer synthesizer;
  private final NodeServerSettings settings;
  private final NodeLoop loop;
  private final Admission admission;
  private final List<String> heard;
  private final List<String> spoken;
  private final EngineHealth health = new EngineHealth();
  private final NodeMeters meters = new NodeMeters();
  private final Set<RecognizeCall> streams = new LinkedHashSet<>();
  private final Set<SynthesizeCall> texts = new LinkedHashSet<>();
  private final Set<Runnable> watchers = new LinkedHashSet<>();
  private State told = State.SERVING;
  private boolean draining;
  private Runnable whenEmpty = () -> {};

  Serving(
      SpeechRecognizer recognizer,
      SpeechSynthesizer synthesizer,
      NodeServerSettings settings,
      NodeLoop loop) {
    this.recognizer = recognizer;
    this.synthesizer = synthesizer;
    this.settings = settings;
    this.loop = loop;
    this.admission = new Admission(settings);
    this.heard =
        settings.languages().isEmpty() ? languages(recognizer::hears) : settings.languages();
    this.spoken = languages(synthesizer::speaks);
  }

  /** Those that an engine knows; none when it knows all of them, as the wire has it. */
  private static List<String> languages(Predicate<Locale> known) {
    List<String> all = List.of(Locale.getISOLanguages());
    List<String> some =
        all.stream().filter(code -> known.test(Locale.forLanguageTag(code))).toList();
    return some.size() == all.size() ? List.of() : some.isEmpty() ? List.of(NONE) : some;
  }

  SpeechRecognizer recognizer() {
    return recognizer;
  }

  SpeechSynthesizer synthesizer() {
    return synthesizer;
  }

  NodeServerSettings settings() {
    return settings;
  }

  NodeLoop loop() {
    return loop;
  }

  Admission admission() {
    return admission;
  }

  NodeMeters meters() {
    return meters;
  }

  boolean draining() {
    return draining;
  }

  Load load() {
    RecognizerLoad engine = recognizer.load();
    return Load.newBuilder()
        .setStreams(streams.size())
        .setMaxStreams(settings.limits().streams())
        .setSyntheses(texts.size())
        .setMaxSyntheses(settings.limits().syntheses())
        .setWaiting(engine.waiting())
        .setLagMillis(engine.lag().toMillis())
        .build();
  }

  State state() {
    return admission.state(load(), draining, health.sick(loop.nanos()));
  }

  NodeReport report() {
    return NodeReport.newBuilder()
        .setState(state())
        .setLoad(load())
        .setRecognizer(recognizer.name())
        .setSynthesizer(synthesizer.name())
        .addAllVoices(synthesizer.voices())
        .addAllLanguages(heard)
        .addAllSpokenLanguages(spoken)
        .setRepeatable(synthesizer.repeatable())
        .setReadsMarkup(synthesizer.readsMarkup())
        .build();
  }

  /** Calls {@code watcher} at every change of state and several times a second. */
  void watch(Runnable watcher) {
    watchers.add(watcher);
  }

  void unwatch(Runnable watcher) {
    watchers.remove(watcher);
  }

  /** Tells the watchers, ends streams that bring nothing, and comes back. */
  void tick() {
    long now = loop.nanos();
    List.copyOf(streams).forEach(stream -> stream.endIfIdle(now));
    tell();
    loop.after(settings.reportEvery(), this::tick);
  }

  private void tell() {
    told = state();
    List.copyOf(watchers).forEach(Runnable::run);
  }

  private void changed() {
    if (state() != told) {
      tell();
    }
  }

  void began(RecognizeCall stream) {
    streams.add(stream);
    meters.streamBegan();
    changed();
  }

  void over(RecognizeCall stream) {
    if (streams.remove(stream)) {
      changed();
      emptied();
    }
  }

  void began(SynthesizeCall text) {
    texts.add(text);
    meters.textBegan();
  }

  void over(SynthesizeCall text) {
    if (texts.remove(text)) {
      emptied();
    }
  }

  void recognized(boolean well) {
    if (well) {
      health.succeeded();
    } else {
      health.failed(loop.nanos());
    }
    changed();
  }

  /** Takes nothing more and calls {@code whenEmpty} when what is under way is over. */
  void drain(Runnable whenEmpty) {
    draining = true;
    this.whenEmpty = whenEmpty;
    tell();
    List.copyOf(streams).forEach(RecognizeCall::leave);
    emptied();
  }

  /** Ends what is still under way. */
  void cutOff() {
    List.copyOf(streams).forEach(RecognizeCall::cutOff);
    List.copyOf(texts).forEach(SynthesizeCall::cutOff);
  }

  private void emptied() {
    if (draining && streams.isEmpty() && texts.isEmpty()) {
      whenEmpty.run();
    }
  }
}
