package org.cordboard.speech.cached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cordboard.config.Settings;
import org.junit.jupiter.api.Test;

class CacheSettingsTest {

  @Test
  void defaultsAreRecorded() {
    assertThat(Settings.parse("").bind("speech.cache", CacheSettings.class))
        .isEqualTo(new CacheSettings(16_000_000));
  }

  @Test
  void everyKeyIsRead() {
    assertThat(
            Settings.parse("speech.cache.most-bytes = 8000")
                .bind("speech.cache", CacheSettings.class))
        .isEqualTo(new CacheSettings(8_000));
    assertThatThrownBy(() -> new CacheSettings(-1)).hasMessageContaining("most-bytes");
  }
}
