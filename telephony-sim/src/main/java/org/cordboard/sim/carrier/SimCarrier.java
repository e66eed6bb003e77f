package org.cordboard.sim.carrier;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.config.Workers;
import org.cordboard.sim.media.StreamSockets;
import org.cordboard.sim.party.Party;
import org.cordboard.speech.SpeechSynthesizer;

/**
 * The carrier, without any socket of its own: calls, legs, conferences, documents and webhooks
 * between three ports (requests out, stream sockets, and the API's requests in). Under a manual
 * clock it runs in virtual time.
 */
public final class SimCarrier implements AutoCloseable {
  private final Loop loop;
  private final Sids sids;
  private final Notices notices;
  private final Switchboard board;
  private final CallApi calls;
  private final ConferenceApi conferences;
  private final MessageApi messages;

  private SimCarrier(Loop loop, Sids sids, Notices notices, Switchboard board) {
    this.loop = loop;
    this.sids = sids;
    this.notices = notices;
    this.board = board;
    this.calls = new CallApi(board);
    this.conferences = new ConferenceApi(board);
    this.messages = new MessageApi(board);
  }

  /**
   * The carrier's outside.
   *
   * @param loop where everything happens
   * @param http requests to the customer's server
   * @param sockets streams to the customer's server
   * @param voices speaks {@code <Say>}
   * @param files a serial lane for recordings
   * @param recordings the folder for {@code CA….wav} and {@code CA….events.json}; empty for none
   * @param recordDialledLegs record agents' legs as well
   * @param apiUrl where the API is served, such as {@code http://127.0.0.1:8090}
   */
  public record Ports(
      Loop loop,
      HttpOut http,
      StreamSockets sockets,
      SpeechSynthesizer voices,
      Workers files,
      Optional<Path> recordings,
      boolean recordDialledLegs,
      String apiUrl) {}

  /** A carrier that serves calls from now on. */
  public static SimCarrier start(CarrierPlan plan, Ports ports) {
    Loop loop = ports.loop();
    Sids sids = new Sids(plan.seed());
    Notices notices = new Notices(loop.clock());
    Webhooks webhooks = new Webhooks(ports.http(), loop, plan.authToken(), sids, plan.webhooks());
    if (!plan.webhooks().eventsUrl().isEmpty()) {
      EventSink sink =
          new EventSink(webhooks, sids, plan.accountSid(), plan.webhooks().eventsUrl());
      notices.listen(notice -> loop.run(() -> sink.tell(notice)));
    }
    StatusCallbacks callbacks = new StatusCallbacks(webhooks, loop, sids, plan.webhooks(), notices);
    StreamOpener.Desk desk =
        new StreamOpener.Desk(sids, callbacks, notices, plan.accountSid(), plan.authToken());
    StreamOpener streams = new StreamOpener(ports.sockets(), plan.media(), desk, loop.clock());
    Sounds sounds = new Sounds(ports.voices(), loop, notices, new Clips(ports.http(), notices));
    Recordings recordings =
        ports
            .recordings()
            .<Recordings>map(
                folder -> new WavRecordings(folder, ports.recordDialledLegs(), loop, ports.files()))
            .orElse(Recordings.NONE);
    Switchboard board =
        new Switchboard(
            plan,
            new Switchboard.Parts(
                loop,
                sids,
                notices,
                webhooks,
                callbacks,
                streams,
                sounds,
                recordings,
                new Switchboard.Files(ports.recordings(), ports.files(), ports.apiUrl())));
    return new SimCarrier(loop, sids, notices, board);
  }

  /** Gives a telephone number to people. Any thread. */
  public void subscribe(String number, Subscriber subscriber) {
    loop.run(() -> board.dialler().subscribe(number, subscriber));
  }

  /** Takes a telephone number out of service. Any thread. */
  public void unsubscribe(String number) {
    loop.run(() -> board.dialler().unsubscribe(number));
  }

  /** Places a call from {@code from} to one of the customer's numbers. Any thread. */
  public CallHandle call(String from, String to, Party caller) {
    return call(from, to, caller, sid -> {});
  }

  /** As {@link #call(String, String, Party)}; {@code placed} hears the SID before any webhook. */
  public CallHandle call(String from, String to, Party caller, Consumer<String> placed) {
    CallHandle handle = new CallHandle(sids.next("CA"));
    loop.run(
        () -> {
          placed.accept(handle.sid());
          place(handle, from, to, caller);
        });
    return handle;
  }

  /** True when {@code number} is one of the customer's. */
  public boolean serves(String number) {
    return board.plan().numbers().containsKey(number);
  }

  private void place(CallHandle handle, String from, String to, Party caller) {
    Leg leg = board.incoming(handle.sid(), from, to, caller);
    handle.onHangUp(leg::hangUp);
    if (leg.status().terminal()) {
      completed(handle, leg);
    } else {
      leg.whenFiled(() -> completed(handle, leg));
    }
  }

  private static void completed(CallHandle handle, Leg leg) {
    handle
        .ended()
        .complete(
            new CallEnd(
                leg.sid(), leg.status(), Duration.ofSeconds(leg.durationS()), leg.recording()));
  }

  /** The recording of a leg that has ended; on the loop. */
  public Optional<Path> recording(String callSid) {
    Leg leg = board.legs().get(callSid);
    return leg == null ? Optional.empty() : leg.recording();
  }

  /** Tells {@code listener} of every notice from now on, on the loop. Any thread. */
  public void onNotice(Consumer<CarrierNotice> listener) {
    notices.listen(listener);
  }

  /** All notices so far, oldest first. Any thread. */
  public List<CarrierNotice> notices() {
    return notices.all();
  }

  /** Legs, as the API sees them. */
  public CallApi calls() {
    return calls;
  }

  /** Conferences, as the API sees them. */
  public ConferenceApi conferences() {
    return conferences;
  }

  /** Recordings, as the API sees them. */
  public RecordingApi recordings() {
    return new RecordingApi(board);
  }

  /** Listening streams, as the API sees them. */
  public StreamApi streams() {
    return new StreamApi(board);
  }

  /** Text messages: what the API sends, and what is on people's telephones. */
  public MessageApi messages() {
    return messages;
  }

  /** The carrier's time. */
  public Clock clock() {
    return loop.clock();
  }

  /** The one account's SID. */
  public String accountSid() {
    return board.accountSid();
  }

  /** Hangs every leg up. */
  @Override
  public void close() {
    loop.run(board::close);
  }
}
