package org.cordboard.lab.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class FrameLineTest {
  private final FrameLine line = new FrameLine();

  private void media(int ms) {
    String payload = Base64.getEncoder().encodeToString(new byte[8 * ms]);
    line.send("{\"event\":\"media\",\"media\":{\"payload\":\"" + payload + "\"}}");
  }

  private void mark(String name) {
    line.send("{\"event\":\"mark\",\"mark\":{\"name\":\"" + name + "\"}}");
  }

  @Test
  void aMarkComesBackWhenWhatWasSentBeforeItHasBeenPlayed() {
    media(100);
    mark("one");
    media(40);
    mark("two");
    assertThat(line.due(1_000)).isEmpty();
    assertThat(line.due(1_099)).isEmpty();
    assertThat(line.due(1_100)).containsExactly("{\"event\":\"mark\",\"mark\":{\"name\":\"one\"}}");
    assertThat(line.due(1_140)).hasSize(1);
    assertThat(line.playedBytes()).isEqualTo(8 * 140);
  }

  @Test
  void aClearBringsAllMarksBackAndWhatComesThenIsPlayedAtOnce() {
    media(200);
    mark("one");
    assertThat(line.due(0)).isEmpty();
    line.send("{\"event\":\"clear\",\"streamSid\":\"MZ1\"}");
    media(20);
    mark("two");
    assertThat(line.due(60)).hasSize(1);
    assertThat(line.due(80)).hasSize(1);
  }
}
