package org.cordboard.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.gateway.call.GatewayEvent;
import org.cordboard.handoff.HandoffEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page reads events by name: a renamed one must not silently vanish from it. */
class PageReadingTest {

  /** Nothing to be told of them, or shown by the list already. */
  private static final Set<String> UNSEEN =
      Set.of(
          "NoticeHeard", "LegDialed", "OwnerTaken", "CallOffered", "StreamOpened", "PhaseChanged");

  static Stream<String> eventsThatSupervisorsMustSee() {
    return Stream.of(DialogEvent.class, HandoffEvent.class, GatewayEvent.class)
        .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
        .map(Class::getSimpleName)
        .filter(name -> !UNSEEN.contains(name));
  }

  @ParameterizedTest
  @MethodSource("eventsThatSupervisorsMustSee")
  void pageReadsEveryEventThatSupervisorsMustSee(String event) throws IOException {
    assertThat(file("reading.js")).contains("case \"" + event + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "main.js",
        "feed.js",
        "dom.js",
        "words.js",
        "reading.js",
        "list.js",
        "call.js",
        "chat.js",
        "side.js"
      })
  void pageNeverTurnsTextIntoMarkup(String script) throws IOException {
    assertThat(file(script))
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
  }

  private static String file(String name) throws IOException {
    try (InputStream stream = PageReadingTest.class.getResourceAsStream("/console/" + name)) {
      assertThat(stream).isNotNull();
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
