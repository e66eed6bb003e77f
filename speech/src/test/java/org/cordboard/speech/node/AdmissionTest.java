package org.cordboard.speech.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.grpc.common.GrpcStatus;
import java.time.Duration;
import java.util.List;
import org.cordboard.speech.node.wire.Load;
import org.cordboard.speech.node.wire.State;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private final Admission admission =
      new Admission(
          new NodeServerSettings(
              new NodeServerSettings.Listen("127.0.0.1", 0, 0),
              new NodeServerSettings.Limits(2, 1, Duration.ofMillis(500), 20),
              List.of("en-US", "de"),
              Duration.ofMillis(200),
              Duration.ofSeconds(60),
              Duration.ofSeconds(30)));

  @Test
  void aNodeIsFullByItsStreamsOrByItsLag() {
    assertThat(admission.state(load(1, 500), false, false)).isEqualTo(State.SERVING);
    assertThat(admission.state(load(2, 0), false, false)).isEqualTo(State.FULL);
    assertThat(admission.state(load(0, 501), false, false)).isEqualTo(State.FULL);
    assertThat(admission.state(load(0, 0), false, true)).isEqualTo(State.SICK);
    assertThat(admission.state(load(2, 0), true, true)).isEqualTo(State.DRAINING);
  }

  @Test
  void streamsAreRefusedWithTheStatusThatSaysWhatToDo() {
    assertThat(admission.stream(State.SERVING, load(0, 0), "en-US")).isNull();
    assertThat(admission.stream(State.SERVING, load(0, 0), "en")).isNull();
    assertThat(admission.stream(State.SERVING, load(0, 0), "de-AT")).isNull();
    assertThat(status(State.SERVING, "en-GB")).isEqualTo(GrpcStatus.FAILED_PRECONDITION);
    assertThat(status(State.FULL, "en-US")).isEqualTo(GrpcStatus.RESOURCE_EXHAUSTED);
    assertThat(status(State.SICK, "en-US")).isEqualTo(GrpcStatus.UNAVAILABLE);
    assertThat(status(State.DRAINING, "fr")).isEqualTo(GrpcStatus.UNAVAILABLE);
  }

  @Test
  void textsAreRefusedByLengthAndNumber() {
    Load idle = Load.getDefaultInstance();
    assertThat(admission.text(false, idle, "good morning")).isNull();
    assertThat(admission.text(false, idle, "x".repeat(21)).status())
        .isEqualTo(GrpcStatus.INVALID_ARGUMENT);
    Load busy = Load.newBuilder().setSyntheses(1).build();
    assertThat(admission.text(false, busy, "hi").status()).isEqualTo(GrpcStatus.RESOURCE_EXHAUSTED);
    assertThat(admission.text(true, idle, "hi").status()).isEqualTo(GrpcStatus.UNAVAILABLE);
  }

  @Test
  void anEngineIsSickAfterThreeFailuresInARowForAWhile() {
    EngineHealth health = new EngineHealth();
    health.failed(0);
    health.failed(0);
    health.succeeded();
    health.failed(0);
    health.failed(0);
    assertThat(health.sick(0)).isFalse();
    health.failed(1_000);
    assertThat(health.sick(1_000)).isTrue();
    assertThat(health.sick(11_000_000_000L)).isFalse();
    health.failed(11_000_000_000L);
    assertThat(health.sick(11_000_000_001L)).isTrue();
    health.succeeded();
    assertThat(health.sick(11_000_000_002L)).isFalse();
  }

  private GrpcStatus status(State state, String language) {
    Admission.Refusal refusal = admission.stream(state, load(0, 0), language);
    assertThat(refusal).isNotNull();
    return refusal.status();
  }

  private static Load load(int streams, long lagMs) {
    return Load.newBuilder().setStreams(streams).setLagMillis(lagMs).build();
  }
}
