package org.cordboard.gateway;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.cordboard.config.BoundedWorkers;
import org.cordboard.config.Loop;
import org.cordboard.config.Settings;
import org.cordboard.dialog.CallId;
import org.cordboard.dialog.playbook.Desk;
import org.cordboard.dialog.playbook.Voice;
import org.cordboard.gateway.call.CallParts;
import org.cordboard.gateway.call.CallRegistry;
import org.cordboard.gateway.call.StreamTokens;
import org.cordboard.gateway.call.Tongue;
import org.cordboard.gateway.call.Tongues;
import org.cordboard.gateway.call.VoiceStyle;
import org.cordboard.gateway.console.ConsoleFeed;
import org.cordboard.gateway.console.ConsoleSettings;
import org.cordboard.gateway.http.Health;
import org.cordboard.gateway.http.Meters;
import org.cordboard.gateway.http.VertxLoops;
import org.cordboard.gateway.recording.Recorder;
import org.cordboard.gateway.twilio.CarrierLine;
import org.cordboard.gateway.twilio.StreamGrants;
import org.cordboard.gateway.twilio.TwilioCarrier;
import org.cordboard.gateway.twilio.TwilioDoor;
import org.cordboard.gateway.twilio.TwilioSettings;
import org.cordboard.handoff.Handoff;
import org.cordboard.handoff.HandoffSettings;
import org.cordboard.handoff.StaticDesk;
import org.cordboard.handoff.TransferTarget;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.SpeechRecognizer;
import org.cordboard.speech.text.Lexicon;
import org.cordboard.speech.text.TextReader;

/** What a gateway makes of its parts, before any listener opens. */
record Wiring(
    TwilioCarrier twilio,
    CallRegistry calls,
    ConsoleFeed feed,
    Recorder recorder,
    Health health,
    Meters meters,
    StreamTokens tokens,
    List<AutoCloseable> closing) {
  private static final int RECORDING_QUEUE = 4_096;

  /** What a process stands on. */
  static Outside machine(GatewaySettings own, Vertx vertx) {
    TwilioSettings twilio = own.twilio();
    VertxLoops loops = VertxLoops.of(vertx, own.loops());
    return new Outside(
        loops::next,
        new BoundedWorkers("carrier", twilio.workers(), twilio.workersQueue()),
        CarrierLine.network(twilio),
        new BoundedWorkers("recordings", 1, RECORDING_QUEUE),
        random());
  }

  static Wiring of(Settings settings, GatewaySettings own, Parts parts, Outside outside) {
    Loop first = outside.loops().get();
    ConsoleSettings console = own.console();
    ConsoleFeed feed = new ConsoleFeed(first.clock(), console.feedBacklog(), console.keepEnded());
    Recorder recorder = Recorder.in(own.dataDir(), own.recording(), outside.files());
    recorder.sweep(first);
    Meters meters = new Meters();
    StreamTokens tokens = new StreamTokens(outside.names());
    Desk desk = parts.playbook().desk();
    TwilioCarrier twilio =
        TwilioCarrier.open(
            own.twilio(),
            desk.fallbackNumber(),
            grants(tokens),
            outside.carrier(),
            outside.requests());
    VoiceStyle style = style(parts.playbook().voice(), own.call().language());
    RecognitionHints hints =
        new RecognitionHints(own.call().language(), parts.playbook().voice().vocabulary());
    Tongue usual = new Tongue(own.call().language(), parts.speech(), hints, style, parts.dialogs());
    Tongues tongues = parts.languages().after(usual);
    tongues.prepare(first);
    CallParts calls =
        new CallParts(
            own.call(),
            parts.node(),
            parts.speech(),
            hints,
            style,
            parts.ledgers(),
            parts.codec(),
            parts.dialogs(),
            twilio,
            parts.messages(),
            handoff(settings, parts, desk, first),
            recorder,
            feed,
            meters,
            tokens,
            desk.fallbackNumber(),
            own.texts(),
            tongues);
    CallRegistry registry = new CallRegistry(calls, outside.loops()::get);
    return new Wiring(
        twilio,
        registry,
        feed,
        recorder,
        health(parts, registry, meters, own.call().maxRecognizerLag()),
        meters,
        tokens,
        List.of(twilio, outside.files()));
  }

  void mountCarrier(Router router) {
    twilio.mount(router, calls);
  }

  TwilioDoor door() {
    return twilio.door(calls);
  }

  private static StreamGrants grants(StreamTokens tokens) {
    return new StreamGrants() {
      @Override
      public String listen(CallId call) {
        return tokens.issue(call, StreamTokens.Use.LISTEN);
      }

      @Override
      public String resume(CallId call) {
        return tokens.issue(call, StreamTokens.Use.RESUME);
      }
    };
  }

  private static Handoff handoff(Settings settings, Parts parts, Desk desk, Loop loop) {
    HandoffSettings timings = HandoffSettings.from(settings);
    List<TransferTarget> people =
        desk.agents().stream()
            .map(
                agent ->
                    new TransferTarget(
                        agent.id(), agent.name(), agent.number(), Set.copyOf(agent.skills())))
            .toList();
    return new Handoff(
        new StaticDesk(people, timings.claim(), loop.clock()), parts.codec(), timings);
  }

  static VoiceStyle style(Voice voice, Locale language) {
    String name = voice.name().equals("default") ? "" : voice.name();
    TextReader reader = TextReader.of(language).orElseGet(() -> TextReader.plain(language));
    return new VoiceStyle(name, voice.rate(), 1, reader, new Lexicon(voice.lexicon()));
  }

  /** Behind by more than {@code most}, callers get the keypad menu: degraded. */
  static Health.Part heard(SpeechRecognizer recognizer, Duration most) {
    Duration lag = recognizer.load().lag();
    return new Health.Part(
        lag.compareTo(most) > 0 ? Health.State.DEGRADED : Health.State.UP,
        recognizer.name() + ", lag " + lag.toMillis() + " ms");
  }

  private static Health health(Parts parts, CallRegistry calls, Meters meters, Duration most) {
    Health health = new Health();
    health.part(
        "store",
        () -> Health.Part.degradedIf(parts.ledgers().degraded(), "the store does not answer"));
    health.part("recognizer", () -> heard(parts.speech().recognizer(), most));
    health.part(
        "voice", () -> new Health.Part(Health.State.UP, parts.speech().synthesizer().name()));
    meters.gauge("cordboard_calls_live", "Calls going on now", calls::live);
    meters.gauge(
        "cordboard_decode_backlog",
        "Utterances waiting for the recogniser",
        () -> parts.speech().recognizer().load().waiting());
    return health;
  }

  /** Unguessable names: 128 bits in hexadecimal. */
  static Supplier<String> random() {
    SecureRandom random = new SecureRandom();
    return () -> {
      byte[] bytes = new byte[16];
      random.nextBytes(bytes);
      return HexFormat.of().formatHex(bytes);
    };
  }
}
