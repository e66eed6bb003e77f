package org.cordboard.speech.wiring;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.config.Settings;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.cached.CachingSynthesizer;
import org.cordboard.speech.espeak.EspeakEngine;
import org.cordboard.speech.espeak.EspeakSettings;
import org.cordboard.speech.file.SpeechFiles;
import org.cordboard.speech.flite.FliteEngine;
import org.cordboard.speech.flite.FliteSettings;
import org.cordboard.speech.freetts.FreeTtsSettings;
import org.cordboard.speech.freetts.FreeTtsSynthesizer;
import org.cordboard.speech.google.GoogleRecognizer;
import org.cordboard.speech.google.GoogleSettings;
import org.cordboard.speech.google.GoogleSynthesizer;
import org.cordboard.speech.ladder.LadderSettings;
import org.cordboard.speech.ladder.RecognizerLadder;
import org.cordboard.speech.ladder.VoiceLadder;
import org.cordboard.speech.models.ModelCatalog;
import org.cordboard.speech.models.ModelSettings;
import org.cordboard.speech.node.NodeRecognizer;
import org.cordboard.speech.node.NodeSettings;
import org.cordboard.speech.node.NodeSynthesizer;
import org.cordboard.speech.piper.PiperEngine;
import org.cordboard.speech.piper.PiperSettings;
import org.cordboard.speech.scripted.ScriptedJudge;
import org.cordboard.speech.scripted.ScriptedRecognizer;
import org.cordboard.speech.scripted.ScriptedRecognizerSettings;
import org.cordboard.speech.scripted.ScriptedSynthesizer;
import org.cordboard.speech.scripted.ScriptedVoiceSettings;
import org.cordboard.speech.silero.SileroModel;
import org.cordboard.speech.turn.Backchannels;
import org.cordboard.speech.turn.BargeIn;
import org.cordboard.speech.turn.Din;
import org.cordboard.speech.turn.Endpointer;
import org.cordboard.speech.turn.EndpointingSettings;
import org.cordboard.speech.turn.SpeechProbability;
import org.cordboard.speech.turn.VadSettings;
import org.cordboard.speech.turn.VoiceActivity;
import org.cordboard.speech.vosk.VoskRecognizer;
import org.cordboard.speech.vosk.VoskSettings;
import org.cordboard.speech.whisper.WhisperRecognizer;
import org.cordboard.speech.whisper.WhisperSettings;

/**
 * The parts of speech that the settings ask for: one of each for the process, and factories for
 * what each call needs of its own. Owns what it made; close it last.
 */
public final class SpeechParts implements AutoCloseable {
  private static final Supplier<ModelException> NO_MODEL =
      () ->
          new ModelException(
              "no vosk model: fetch one with 'cordboard models', set speech.vosk.model, or set"
                  + " speech.recognizer.type = whisper");

  private final SpeechSettings choices;
  private final SpeechRecognizer recognizer;
  private final SpeechSynthesizer synthesizer;
  private final Optional<CachingSynthesizer> cache;
  private final Optional<SileroModel> silero;
  private final Optional<Supplier<SpeechProbability>> voices;
  private final TurnLanguages languages = new TurnLanguages();

  private SpeechParts(
      SpeechSettings choices,
      SpeechRecognizer recognizer,
      SpeechSynthesizer synthesizer,
      Optional<SileroModel> silero,
      Optional<Supplier<SpeechProbability>> voices) {
    this.choices = choices;
    this.recognizer = recognizer;
    this.synthesizer = synthesizer;
    this.cache =
        synthesizer instanceof CachingSynthesizer made ? Optional.of(made) : Optional.empty();
    this.silero = silero;
    this.voices = voices;
  }

  /**
   * Loads everything; takes about a second with the bundled models.
   *
   * @throws org.cordboard.config.SettingsException when a setting cannot be used
   * @throws org.cordboard.speech.ModelException when a model is missing or corrupt
   */
  public static SpeechParts assemble(Settings settings, Clock clock) {
    return assemble(settings, clock, Locale.US);
  }

  /** The same for calls in {@code language}. */
  public static SpeechParts assemble(Settings settings, Clock clock, Locale language) {
    SpeechSettings choices = SpeechSettings.of(settings);
    Optional<SileroModel> silero =
        choices.vad().type() == VadSettings.Type.ENERGY
            ? Optional.empty()
            : Optional.of(SileroModel.load());
    return new SpeechParts(
        choices,
        Ladders.recognizer(settings, choices, clock, language),
        cached(choices, Ladders.synthesizer(settings, choices, language)),
        silero,
        silero.map(model -> () -> judge(choices, model.open())));
  }

  /**
   * These with the settings' decisions, energy as voice activity: for virtual time. The first of
   * each kind is used while it works.
   */
  public static SpeechParts of(
      Settings settings, List<SpeechRecognizer> recognizers, List<SpeechSynthesizer> synthesizers) {
    return of(settings, recognizers, synthesizers, Optional.empty());
  }

  /** The same with a voice-activity model of one's own, one for each detector, behind the gate. */
  public static SpeechParts of(
      Settings settings,
      List<SpeechRecognizer> recognizers,
      List<SpeechSynthesizer> synthesizers,
      Optional<Supplier<SpeechProbability>> voices) {
    LadderSettings ladder = Ladders.settings(settings);
    return new SpeechParts(
        SpeechSettings.of(settings),
        new RecognizerLadder(recognizers, ladder),
        new VoiceLadder(synthesizers, ladder),
        Optional.empty(),
        voices);
  }

  /** Voice activity, endpointing and a voice, and nobody who recognises: for trying turns. */
  public static SpeechParts forTurns(Settings settings) {
    return forTurns(settings, synthesizer(settings));
  }

  /** The same with a voice of one's own, which is closed with the others. */
  public static SpeechParts forTurns(Settings settings, SpeechSynthesizer voice) {
    ScriptedRecognizerSettings none =
        settings.bind("speech.scripted.recognizer", ScriptedRecognizerSettings.class);
    SileroModel silero = SileroModel.load();
    return new SpeechParts(
        SpeechSettings.of(settings),
        new ScriptedRecognizer(none),
        voice,
        Optional.of(silero),
        Optional.of(silero::open));
  }

  /** The recogniser alone, with no other to take over from it. */
  public static SpeechRecognizer recognizer(Settings settings, Clock clock) {
    return recognizer(SpeechSettings.of(settings).recognizer().type(), settings, clock);
  }

  static SpeechRecognizer recognizer(SpeechSettings.Hearing type, Settings settings, Clock clock) {
    Path folder = SpeechSettings.of(settings).models().resolved();
    return switch (type) {
      case AUTO -> {
        VoskSettings vosk = settings.bind("speech.vosk", VoskSettings.class);
        Optional<Path> model = voskModel(vosk, folder);
        yield model.isPresent()
            ? VoskRecognizer.load(vosk, model.get(), clock)
            : whisper(settings, folder, clock);
      }
      case WHISPER -> whisper(settings, folder, clock);
      case VOSK -> {
        VoskSettings vosk = settings.bind("speech.vosk", VoskSettings.class);
        yield VoskRecognizer.load(vosk, voskModel(vosk, folder).orElseThrow(NO_MODEL), clock);
      }
      case GOOGLE -> GoogleRecognizer.load(google(settings));
      case SCRIPTED ->
          new ScriptedRecognizer(
              settings.bind("speech.scripted.recognizer", ScriptedRecognizerSettings.class));
      case NODE -> NodeRecognizer.connect(NodeSettings.of(settings), clock);
      case NONE -> throw new IllegalArgumentException("none is no recogniser");
    };
  }

  private static Optional<Path> voskModel(VoskSettings vosk, Path folder) {
    return vosk.model().map(Path::of).or(() -> new ModelCatalog(folder).present("vosk"));
  }

  private static SpeechRecognizer whisper(Settings settings, Path folder, Clock clock) {
    return WhisperRecognizer.load(
        settings.bind("speech.whisper", WhisperSettings.class), folder, clock);
  }

  private static GoogleSettings google(Settings settings) {
    return settings.bind("speech.google", GoogleSettings.class);
  }

  /** The voice engine alone: what only speaks need not wait for a recogniser. */
  public static SpeechSynthesizer synthesizer(Settings settings) {
    return synthesizer(settings, Locale.US);
  }

  /** The same for texts in {@code language}. */
  public static SpeechSynthesizer synthesizer(Settings settings, Locale language) {
    return synthesizer(SpeechSettings.of(settings).synthesizer().type(), settings, language);
  }

  /** {@code language} is that of the calls, for engines that must know it beforehand. */
  static SpeechSynthesizer synthesizer(
      SpeechSettings.Speaking type, Settings settings, Locale language) {
    return switch (type) {
      case FREETTS ->
          new FreeTtsSynthesizer(settings.bind("speech.freetts", FreeTtsSettings.class));
      case GOOGLE -> GoogleSynthesizer.load(google(settings));
      case PIPER ->
          PiperEngine.load(
              settings.bind("speech.piper", PiperSettings.class),
              settings.bind("speech.models", ModelSettings.class).resolved());
      case FLITE -> FliteEngine.load(settings.bind("speech.flite", FliteSettings.class));
      case ESPEAK_NG ->
          EspeakEngine.load(settings.bind("speech.espeak-ng", EspeakSettings.class), language);
      case SCRIPTED ->
          new ScriptedSynthesizer(
              settings.bind("speech.scripted.voice", ScriptedVoiceSettings.class));
      case NODE -> NodeSynthesizer.connect(NodeSettings.of(settings));
      case AUTO, NONE -> throw new IllegalArgumentException(type + " is no voice");
    };
  }

  /** The engine that hears; shared by all calls. */
  public SpeechRecognizer recognizer() {
    return recognizer;
  }

  /** The engine that speaks; shared by all calls. */
  public SpeechSynthesizer synthesizer() {
    return synthesizer;
  }

  /** A new voice-activity detector, for one side of one call. */
  public VoiceActivity voiceActivity() {
    return new VoiceActivity(choices.vad(), voices.map(Supplier::get));
  }

  private static SpeechProbability judge(SpeechSettings choices, SpeechProbability model) {
    return choices.vad().type() == VadSettings.Type.SCRIPTED ? new ScriptedJudge(model) : model;
  }

  /** The same for a call on {@code loop}: its frames are judged together with those of others. */
  public VoiceActivity voiceActivity(Loop loop) {
    return silero.isPresent()
        ? new VoiceActivity(choices.vad(), Optional.of(judge(choices, silero.get().open(loop))))
        : voiceActivity();
  }

  /** Scripted speech is numbered and cannot be said twice; what other voices say is kept. */
  private static SpeechSynthesizer cached(SpeechSettings choices, SpeechSynthesizer voice) {
    boolean numbered = choices.synthesizer().type() == SpeechSettings.Speaking.SCRIPTED;
    boolean kept = choices.cache().mostBytes() > 0 && !numbered;
    return kept ? new CachingSynthesizer(voice, choices.cache()) : voice;
  }

  /**
   * Makes what is said in every call before it is asked for, one after another; {@code fixed} is
   * asked what that is where the voice keeps it.
   */
  public void prepare(Supplier<List<SpeechRequest>> fixed, Loop loop) {
    cache.ifPresent(made -> made.prepare(fixed.get(), loop));
  }

  /** When turns end, by what is expected. */
  public EndpointingSettings endpointing() {
    return choices.endpointing();
  }

  /** A new finder of turns, for one side of a call in that language. */
  public Endpointer endpointer(Locale locale) {
    return endpointer(choices.endpointing(), locale);
  }

  /** The same with other settings than the process's own. */
  public Endpointer endpointer(EndpointingSettings settings, Locale locale) {
    return new Endpointer(settings, languages.of(locale), choices.din());
  }

  /** A new finder of noise that seems to be a voice, for one side of a call. */
  public Din din() {
    return new Din(choices.din());
  }

  /** Decisions on interruptions in a language; one for all calls would do. */
  public BargeIn bargeIn(Locale language) {
    return new BargeIn(choices.bargeIn(), Backchannels.of(language));
  }

  /** Transcribing files with the same parts as calls. */
  public SpeechFiles files() {
    return new SpeechFiles(
        recognizer,
        choices.endpointing(),
        choices.vad(),
        vad -> new VoiceActivity(vad, silero.map(model -> judge(choices, model.open()))));
  }

  @Override
  public void close() {
    recognizer.close();
    synthesizer.close();
    silero.ifPresent(SileroModel::close);
  }
}
