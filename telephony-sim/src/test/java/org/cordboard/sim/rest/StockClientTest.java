package org.cordboard.sim.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.TwilioException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.Twiml;
import java.nio.file.Path;
import org.cordboard.sim.faults.Fault;
import org.cordboard.sim.faults.FaultRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The SDK with its own client repeats what fails, and so would dial a person several times: the
 * reason why the gateway brings its own.
 */
class StockClientTest {

  @Test
  void createIsRepeatedAsOftenAsTheSdkIsKnownToRepeatIt(@TempDir Path folder) throws Exception {
    try (SdkWorld world = new SdkWorld(folder, "dialing.setup = 60s")) {
      assertThat(requests(world, Fault.of(Fault.Kind.TOO_MANY).retryAfter(0))).isEqualTo(2);
      assertThat(requests(world, Fault.of(Fault.Kind.SERVER_ERROR))).isEqualTo(3);
      assertThat(requests(world, Fault.of(Fault.Kind.BAD_GATEWAY))).isEqualTo(3);
      assertThat(requests(world, Fault.of(Fault.Kind.GATEWAY_TIMEOUT))).isEqualTo(3);
      assertThat(requests(world, Fault.of(Fault.Kind.UNAVAILABLE).retryAfter(0))).isEqualTo(6);
      assertThat(Call.reader().read(world.sdk)).isEmpty();
      assertThat(requests(world, Fault.of(Fault.Kind.SERVER_ERROR).after())).isEqualTo(3);
      assertThat(Call.reader().read(world.sdk)).hasSize(3);
    }
  }

  private static int requests(SdkWorld world, Fault fault) {
    world.plan(FaultRule.next(-1, "POST", "/Calls", fault));
    assertThatThrownBy(
            () ->
                Call.creator(SdkWorld.AGENT, SdkWorld.LINE, new Twiml("<Response/>"))
                    .create(SdkClients.stock(world.server.port())))
        .isInstanceOf(TwilioException.class);
    return world.onLoop(
        () -> {
          int failed = world.server.faults().standing().get(0).failed();
          world.server.faults().clear();
          return failed;
        });
  }
}
