package org.cordboard.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static final Map<String, String> NOTHING = Map.of();

  @TempDir Path folder;

  record Lamp(String name, int watts, Duration fade) {}

  record Switch(String twoWords) {}

  record Dimmer(int least, int most, String name) {
    Dimmer {
      if (least > most) {
        throw new IllegalArgumentException("least must not be greater than most");
      } else if (name.isEmpty()) {
        throw new IllegalArgumentException("it needs to be called something");
      }
    }
  }

  /** Runs with a class path on which each of {@code texts} is a reference.conf. */
  private <T> T withDefaults(java.util.concurrent.Callable<T> task, String... texts)
      throws Exception {
    URL[] places = new URL[texts.length];
    for (int i = 0; i < texts.length; i++) {
      Path place = Files.createDirectories(folder.resolve("jar" + i));
      Files.writeString(place.resolve("reference.conf"), texts[i]);
      places[i] = place.toUri().toURL();
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(places, null)) {
      thread.setContextClassLoader(loader);
      return task.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static final String LAMP = "lamp { name = hall, watts = 40, fade = 250ms }";

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("my.conf"), text);
  }

  @Test
  void defaultsOfEveryModuleAreMerged() throws Exception {
    Settings settings =
        withDefaults(
            () -> Settings.load(null, NOTHING, NOTHING), LAMP, "switch { two-words = yes }");

    assertThat(settings.bind("lamp", Lamp.class))
        .isEqualTo(new Lamp("hall", 40, Duration.ofMillis(250)));
    assertThat(settings.bind("switch", Switch.class)).isEqualTo(new Switch("yes"));
  }

  @Test
  void sourcesCoverOneAnotherKeyByKey() throws Exception {
    Path file = file("lamp { name = file, watts = 1 }");

    Settings all =
        withDefaults(
            () ->
                Settings.load(
                    file,
                    Map.of("CORDBOARD_LAMP_WATTS", "60", "CORDBOARD_LAMP_FADE", "2s"),
                    Map.of("lamp.fade", "3s", "java.home", "/x")),
            LAMP);

    assertThat(all.bind("lamp", Lamp.class)).isEqualTo(new Lamp("file", 60, Duration.ofSeconds(3)));
    assertThat(all.has("java.home")).isFalse();
  }

  @Test
  void doubleUnderscoreInTheEnvironmentIsAHyphen() throws Exception {
    Settings settings =
        withDefaults(
            () -> Settings.load(null, Map.of("CORDBOARD_SWITCH_TWO__WORDS", "given"), NOTHING),
            "switch { two-words = default }");

    assertThat(settings.bind("switch", Switch.class)).isEqualTo(new Switch("given"));
  }

  @Test
  void environmentOfOthersIsLeftAlone() throws Exception {
    Settings settings =
        withDefaults(
            () ->
                Settings.load(
                    null,
                    Map.of("PATH", "/bin", "CORDBOARD_", "x", "CORDBOARD_HOME", "y"),
                    NOTHING),
            LAMP);

    assertThat(settings.raw().root().keySet()).containsExactly("lamp");
  }

  @Test
  void errorsNameTheSourceThatSetTheValue() throws Exception {
    Path file = file("lamp {\n  watts = many\n}");

    withDefaults(
        () -> {
          fails(Settings.load(file, NOTHING, NOTHING), file + ":2: 'lamp.watts'");
          fails(
              Settings.load(null, Map.of("CORDBOARD_LAMP_WATTS", "many"), NOTHING),
              "environment: 'lamp.watts'");
          fails(
              Settings.load(null, NOTHING, Map.of("lamp.watts", "many")),
              "system property (-D): 'lamp.watts'");
          return true;
        },
        LAMP);
  }

  @Test
  void refusedSectionIsPlacedAtTheKeyThatWasSetAndNotAtItsDefaults() throws Exception {
    Path file = file("dimmer {\n  name = x\n  least = 9\n}");
    Path other = Files.writeString(folder.resolve("other.conf"), "dimmer {\n\n  name = \"\"\n}");

    withDefaults(
        () -> {
          placed(Settings.load(file, NOTHING, NOTHING), file + ":3: 'dimmer' is not valid: least");
          placed(
              Settings.load(null, NOTHING, Map.of("dimmer.most", "0")),
              "system property (-D): 'dimmer' is not valid: least");
          placed(Settings.load(other, NOTHING, NOTHING), other + ":3: 'dimmer' is not valid: it");
          return true;
        },
        "dimmer { least = 1, most = 3, name = x }");
  }

  private static void placed(Settings settings, String message) {
    assertThatThrownBy(() -> settings.bind("dimmer", Dimmer.class))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(message);
  }

  private static void fails(Settings settings, String message) {
    assertThatThrownBy(() -> settings.bind("lamp", Lamp.class))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(message)
        .hasMessageContaining("must be a whole number")
        .hasMessageNotContaining("\n");
  }

  @Test
  void slipOfAKnownKeyIsNamedWithWhatWasMeant() throws Exception {
    Path section = Files.writeString(folder.resolve("section.conf"), "\nlmap { watts = 3 }");
    Path key = Files.writeString(folder.resolve("key.conf"), "hall { lamp { wats = 3 } }");

    withDefaults(
        () -> {
          refused(section, NOTHING, section + ":2: there is no key 'lmap'; did you mean 'lamp'?");
          refused(
              key,
              NOTHING,
              key + ":1: there is no key 'hall.lamp.wats'; did you mean 'hall.lamp.watts'?");
          refused(
              null,
              Map.of("CORDBOARD_HALL_LAMPS_WATTS", "3"),
              "environment: there is no key 'hall.lamps'; did you mean 'hall.lamp'?");
          return true;
        },
        LAMP,
        "hall { " + LAMP + " }");
  }

  private static void refused(Path file, Map<String, String> environment, String message) {
    assertThatThrownBy(() -> Settings.load(file, environment, NOTHING))
        .isInstanceOf(SettingsException.class)
        .hasMessage(message);
  }

  @Test
  void keysThatResembleNothingAndNamesOfEntriesAreLeftAlone() throws Exception {
    Path file =
        file("base = 3, lamp.watts = ${base}, lamps { \"+12\" { a = 1 }, \"+13\" { a = 2 } }");

    Settings settings =
        withDefaults(
            () -> Settings.load(file, NOTHING, NOTHING), LAMP, "lamps { \"+12\" { a = 1 } }");

    assertThat(settings.bind("lamp", Lamp.class).watts()).isEqualTo(3);
    assertThat(settings.names("lamps")).containsExactly("+12", "+13");
  }

  @Test
  void missingFileIsNamed() {
    Path absent = folder.resolve("absent.conf");

    assertThatThrownBy(() -> Settings.load(absent, NOTHING, NOTHING))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("absent.conf: cannot be read");
    assertThatThrownBy(() -> Settings.file(absent)).isInstanceOf(SettingsException.class);
    assertThatThrownBy(() -> Settings.load(folder, NOTHING, NOTHING))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(folder + ": cannot be read");
  }

  @Test
  void brokenSyntaxIsNamedWithItsLine() throws IOException {
    Path file = file("lamp {\n  watts = = 3\n}");

    assertThatThrownBy(() -> Settings.file(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("my.conf: 2")
        .hasMessageContaining("mend the HOCON syntax")
        .hasMessageNotContaining("\n");
  }

  @Test
  void unresolvedSubstitutionIsNamed() throws IOException {
    Path file = file("lamp.name = ${nobody.knows}");

    assertThatThrownBy(() -> Settings.file(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("nobody.knows");
  }

  @Test
  void sectionsCanBeLookedAtAndNamed() {
    Settings settings = Settings.parse("lamps { b { watts = 1 }, a { watts = 2 } }");

    assertThat(settings.names("lamps")).containsExactly("a", "b");
    assertThat(settings.names("chairs")).isEmpty();
    assertThat(settings.has("lamps.a")).isTrue();
    assertThat(settings.at("lamps.a").raw().getInt("watts")).isEqualTo(2);
    assertThatThrownBy(() -> settings.at("chairs"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("chairs");
  }

  @Test
  void originOfAValueOrItsNearestParentIsKnown() throws IOException {
    Path file = file("lamp {\n\n  watts = 3\n}");

    Settings settings = Settings.file(file);

    assertThat(settings.origin("lamp.watts")).isEqualTo(file + ":3");
    assertThat(settings.origin("lamp.watts.none")).isEqualTo(file + ":3");
    assertThat(settings.origin("lamp.colour")).isEqualTo(file + ":1");
  }
}
