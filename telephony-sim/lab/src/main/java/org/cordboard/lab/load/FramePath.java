package org.cordboard.lab.load;

import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.ManualClock;
import org.cordboard.config.Secret;
import org.cordboard.config.Settings;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.ledger.MemoryLedgerStore;
import org.cordboard.dialog.playbook.Playbook;
import org.cordboard.dialog.store.MemoryPromises;
import org.cordboard.gateway.GatewayCore;
import org.cordboard.gateway.Outside;
import org.cordboard.gateway.Parts;
import org.cordboard.gateway.call.RecordedMessages;
import org.cordboard.gateway.twilio.TwilioDoor;
import org.cordboard.sim.carrier.Signature;
import org.cordboard.sim.twiml.TwimlException;
import org.cordboard.sim.twiml.TwimlParser;
import org.cordboard.sim.twiml.Verb;
import org.cordboard.speech.wiring.SpeechParts;

/**
 * One call through the product's audio path, from the text of a media frame to the text of the
 * answer, on a clock that is moved by hand: everything of a call but sockets, store and recogniser,
 * its recording included. One thread.
 */
public final class FramePath implements AutoCloseable {
  private static final String NUMBER = "+15550100002"; // the playbook's
  private static final String CALL = "CA" + "0".repeat(31) + "1";
  private static final String ORIGIN = "http://127.0.0.1:9";
  private static final Duration FRAME = Duration.ofMillis(20);

  private final ManualClock clock = new ManualClock();
  private final FrameLine line = new FrameLine();
  private final SpeechParts speech;
  private final TwilioDoor.SocketEars ears;
  private long nowMs;
  private List<byte[]> due = List.of();

  private FramePath(Path folder, String says, Map<String, String> given) {
    Settings settings = Settings.load(null, Map.of(), settings(folder, given));
    this.speech = SpeechParts.assemble(settings, clock);
    LedgerCodec codec = Parts.events();
    MemoryLedgerStore ledgers = new MemoryLedgerStore(codec);
    InlineWorkers workers = new InlineWorkers("frame");
    Parts parts =
        new Parts(
            "frame",
            codec,
            Playbook.load(settings),
            speech,
            ledgers,
            new FrameDialogs(says),
            new RecordedMessages(new MemoryPromises(), workers, ledgers, codec),
            List.of());
    AtomicInteger names = new AtomicInteger();
    GatewayCore core =
        GatewayCore.assemble(
            settings,
            parts,
            new Outside(
                () -> clock,
                workers,
                ask -> {
                  throw new ConnectException("there is no carrier");
                },
                workers,
                () -> "name" + names.incrementAndGet()));
    this.ears = core.door().open(line, clock);
    ears.onText(start(parameters(core.door(), settings)));
  }

  /**
   * A call that has been answered.
   *
   * @param folder takes its recording; empty before
   * @param says what the gateway says, again and again; empty for nothing
   * @param given settings over its own
   */
  public static FramePath open(Path folder, String says, Map<String, String> given) {
    return new FramePath(folder, says, given);
  }

  private static Map<String, String> settings(Path folder, Map<String, String> given) {
    Map<String, String> set = new LinkedHashMap<>();
    set.put("speech.recognizer.type", "scripted");
    set.put("speech.synthesizer.type", "scripted");
    set.put("speech.vad.type", "scripted");
    set.put("gateway.data-dir", folder.toString());
    set.put("gateway.twilio.public-url", ORIGIN);
    set.putAll(given);
    return set;
  }

  /** Asks for the call's document, as the carrier does, and reads in it what its stream is told. */
  private Map<String, String> parameters(TwilioDoor door, Settings settings) {
    String path = "/twilio/voice";
    Map<String, String> form = new TreeMap<>();
    form.put("CallSid", CALL);
    form.put("AccountSid", settings.raw().getString("gateway.twilio.account-sid"));
    form.put("CallStatus", "ringing");
    form.put("Direction", "inbound");
    form.put("From", "+15550109999");
    form.put("To", NUMBER);
    Secret token = new Secret(settings.raw().getString("gateway.twilio.auth-token"));
    List<String> document = new ArrayList<>();
    door.ask(
        new TwilioDoor.Request(
            path,
            path,
            Map.of(),
            form.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue()))),
            Signature.of(token, ORIGIN + path, form)),
        clock,
        reply -> document.add(reply.document()));
    clock.advance(FRAME);
    return document.stream()
        .flatMap(text -> stream(text).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no stream in: " + document))
        .parameters();
  }

  private static Optional<Verb.StreamNoun> stream(String document) {
    try {
      return TwimlParser.parse(document, "").verbs().stream()
          .filter(Verb.Connect.class::isInstance)
          .map(verb -> ((Verb.Connect) verb).stream())
          .findFirst();
    } catch (TwimlException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String start(Map<String, String> parameters) {
    String custom =
        parameters.entrySet().stream()
            .map(each -> "\"" + each.getKey() + "\":\"" + each.getValue() + "\"")
            .collect(Collectors.joining(","));
    return "{\"event\":\"start\",\"start\":{\"streamSid\":\"MZ1\",\"callSid\":\""
        + CALL
        + "\",\"tracks\":[\"inbound\"],\"customParameters\":{"
        + custom
        + "}}}";
  }

  /** The text of a media frame for {@code mulaw}, to be heard next. */
  public byte[] frame(byte[] mulaw) {
    return ("{\"event\":\"media\",\"sequenceNumber\":\""
            + nowMs
            + "\",\"streamSid\":\"MZ1\",\"media\":{\"track\":\"inbound\",\"chunk\":\""
            + nowMs
            + "\",\"timestamp\":\""
            + nowMs
            + "\",\"payload\":\""
            + Base64.getEncoder().encodeToString(mulaw)
            + "\"}}")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** What is measured: a frame comes, and the marks that are due; then 20 ms pass. */
  public void hear(byte[] frame) {
    ears.onText(frame);
    for (byte[] mark : due) {
      ears.onText(mark);
    }
    clock.advance(FRAME);
  }

  /** What is not: the carrier takes what was said and sees which marks are due. */
  public void settle() {
    nowMs += FRAME.toMillis();
    due = line.due(nowMs).stream().map(mark -> mark.getBytes(StandardCharsets.US_ASCII)).toList();
    if (line.closed()) {
      throw new IllegalStateException("the gateway has closed the line");
    }
  }

  /** Milliseconds of audio that the gateway has sent. */
  public long saidMs() {
    return line.playedBytes() / 8;
  }

  @Override
  public void close() {
    ears.onText("{\"event\":\"stop\",\"stop\":{}}");
    ears.onClosed();
    clock.advance(Duration.ofSeconds(1));
    speech.close();
  }
}
