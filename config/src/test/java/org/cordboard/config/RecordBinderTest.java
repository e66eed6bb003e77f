package org.cordboard.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordBinderTest {

  enum Mode {
    SLOW,
    END_OF_TURN
  }

  record All(
      String text,
      int count,
      long big,
      double share,
      boolean on,
      Duration delay,
      Path folder,
      URI address,
      Locale language,
      ZoneId zone,
      Secret token,
      Mode mode,
      Inner inner,
      List<Inner> list,
      Map<String, Inner> named,
      Optional<Duration> maybe,
      Optional<String> absent) {}

  record Inner(int n) {
    Inner {
      if (n < 0) {
        throw new IllegalArgumentException("n must not be negative");
      }
    }
  }

  record One(int decodeThreads) {}

  record Odd(Thread thread) {}

  private static <T extends Record> T bind(Class<T> type, String hocon) {
    return Settings.parse("x { " + hocon + " }").bind("x", type);
  }

  @Test
  void everyTypeIsRead() {
    All all =
        bind(
            All.class,
            """
            text = hello, count = 3, big = 9000000000, share = 0.5, on = yes, delay = 250ms
            folder = "a/b", address = "http://x:1/", language = en-GB, zone = Europe/Rome
            token = hush, mode = end-of-turn, inner { n = 1 }, list = [{ n = 2 }, { n = 3 }]
            named { a { n = 4 } }, maybe = 2s
            """);

    assertThat(all)
        .isEqualTo(
            new All(
                "hello",
                3,
                9_000_000_000L,
                0.5,
                true,
                Duration.ofMillis(250),
                Path.of("a/b"),
                URI.create("http://x:1/"),
                Locale.UK,
                ZoneId.of("Europe/Rome"),
                new Secret("hush"),
                Mode.END_OF_TURN,
                new Inner(1),
                List.of(new Inner(2), new Inner(3)),
                Map.of("a", new Inner(4)),
                Optional.of(Duration.ofSeconds(2)),
                Optional.empty()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "decode-threads = 1.5|'x.decode-threads' must be a whole number",
        "decode-threads = [1]|'x.decode-threads' must be a whole number, not this list",
        "decode-threads = 99999999999|'x.decode-threads' must be a whole number",
        "decode-treads = 1, decode-threads = 1|'x.decode-treads' is not a known key; known here: decode-threads",
        "decode-threads = null|'x.decode-threads' is missing; set it",
        "other = 1|'x.decode-threads' is missing; set it",
      })
  void wrongNumberIsExplained(String hocon, String message) {
    assertThatThrownBy(() -> bind(One.class, hocon))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(message);
  }

  record Timed(Duration delay) {}

  @ParameterizedTest
  @CsvSource({"250", "-250", "1.5", "'\"250\"'", "soon", "[1]", "5 bananas"})
  void durationWithoutItsUnitIsRefused(String written) {
    assertThatThrownBy(() -> bind(Timed.class, "delay = " + written))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("'x.delay' must be a duration with its unit, such as 250ms or 20s");
  }

  record Flag(boolean on) {}

  record Choice(Mode mode) {}

  record Where(ZoneId zone) {}

  record Address(URI address) {}

  record Names(List<String> names) {}

  @Test
  void otherWrongValuesAreExplained() {
    refused(Flag.class, "on = perhaps", "'x.on' must be true or false, not this string");
    refused(Choice.class, "mode = fast", "'x.mode' must be one of slow, end-of-turn");
    refused(Where.class, "zone = Nowhere/Land", "'x.zone' must be a valid ZoneId");
    refused(Address.class, "address = \"a b\"", "'x.address' must be a valid URI");
    refused(Names.class, "names = one", "'x.names' must be a list [ … ]");
    refused(Names.class, "names = [{}]", "'x.names[0]' must be a valid String");
  }

  private static void refused(Class<? extends Record> type, String hocon, String message) {
    assertThatThrownBy(() -> bind(type, hocon))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(message);
  }

  record Holder(Inner inner, List<Inner> list, Map<String, Inner> named) {}

  @Test
  void refusalOfARecordIsPlaced() {
    refused(
        Holder.class,
        "inner { n = -1 }, list = [], named {}",
        "'x.inner' is not valid: n must not be negative");
    refused(
        Holder.class,
        "inner { n = 1 }, list = [{ n = 1 }, { n = -1 }], named {}",
        "'x.list[1]' is not valid: n must not be negative");
    refused(
        Holder.class,
        "inner = 5, list = [], named {}",
        "'x.inner' must be a section { … }, not this number");
    refused(
        Holder.class, "inner { n = 1 }, list = [], named = 3", "'x.named' must be a section { … }");
  }

  @Test
  void secretsDoNotAppearInErrors() {
    assertThatThrownBy(() -> bind(One.class, "decode-threads = hush-hush"))
        .hasMessageNotContaining("hush");
  }

  @Test
  void absentSectionIsNamed() {
    assertThatThrownBy(() -> Settings.parse("a = 1").bind("lamp", One.class))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("'lamp' is missing; add the section");
  }

  @Test
  void typeThatNoSettingHasIsAProgrammingError() {
    assertThatThrownBy(() -> bind(Odd.class, "thread = 1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Thread");
  }

  @Test
  void wholeOfAFileBindsUnderTheEmptyPath() {
    assertThat(Settings.parse("decode-threads = 2").bind("", One.class)).isEqualTo(new One(2));
  }
}
