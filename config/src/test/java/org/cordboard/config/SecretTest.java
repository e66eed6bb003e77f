package org.cordboard.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {

  @Test
  void secretIsNeverPrinted() {
    Secret secret = new Secret("hush");

    assertThat(secret).hasToString("[REDACTED]");
    assertThat(String.valueOf(new Object[] {secret}[0])).doesNotContain("hush");
    assertThat(secret.reveal()).isEqualTo("hush");
  }

  @Test
  void secretsAreEqualByValueWithoutTellingTheirHash() {
    assertThat(new Secret("a")).isEqualTo(new Secret("a")).isNotEqualTo(new Secret("b"));
    assertThat(new Secret("a")).isNotEqualTo("a");
    assertThat(new Secret("a").hashCode()).isEqualTo(new Secret("b").hashCode());
  }

  @Test
  void emptySecretWasNotGiven() {
    assertThat(new Secret("").isEmpty()).isTrue();
    assertThat(new Secret("x").isEmpty()).isFalse();
  }
}
