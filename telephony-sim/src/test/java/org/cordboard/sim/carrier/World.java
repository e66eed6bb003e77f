package org.cordboard.sim.carrier;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.ManualClock;
import org.cordboard.config.Secret;
import org.cordboard.sim.media.MediaKnobs;

/** A carrier, a scripted gateway and people, all in virtual time. */
final class World {
  static final String LINE = "+15550100002";
  static final String CALLER = "+15550100001";
  static final String AGENT = "+15550100009";
  static final String ACCOUNT = "AC00000000000000000000000000000001";
  static final Secret TOKEN = new Secret("sim-auth-token-0001");

  final ManualClock clock = new ManualClock();
  final FakeGateway gateway = new FakeGateway(clock);
  final ToneVoice voice = new ToneVoice();
  final SimCarrier carrier;

  World() {
    this(MediaKnobs.defaults(), Optional.empty());
  }

  World(MediaKnobs media, Optional<Path> recordings) {
    NumberPlan number =
        new NumberPlan(
            FakeGateway.BASE + "/voice#rc=5&rp=ct,5xx",
            "POST",
            FakeGateway.BASE + "/fallback",
            FakeGateway.BASE + "/status");
    this.carrier =
        SimCarrier.start(
            new CarrierPlan(
                ACCOUNT,
                TOKEN,
                1,
                Map.of(LINE, number),
                media,
                WebhookKnobs.plain(),
                DialKnobs.plain()),
            new SimCarrier.Ports(
                clock,
                gateway,
                gateway,
                voice,
                new InlineWorkers("files"),
                recordings,
                true,
                "http://sim.test"));
    gateway.twiml("/status", "");
  }

  CallHandle call(FakeParty caller) {
    return carrier.call(CALLER, LINE, caller);
  }

  void pass(long millis) {
    clock.advance(Duration.ofMillis(millis));
  }

  List<Integer> codes() {
    return carrier.notices().stream().map(CarrierNotice::code).toList();
  }
}
