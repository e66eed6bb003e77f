package org.cordboard.sim.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that the carrier does not serve. */
class BarringTest {
  private static final String SET =
      """
      sim.dialing.barred {
        "+44" = not-permitted
        "+4420" = unverified
        "+442071" = no-texts
        "+1900" = blocked
        "+883" = unroutable
        "+15550100066" = invalid
      }
      """;

  private final World world = new World(SET);
  private final ApiDriver api = new ApiDriver(world);

  private int call(String from, String to) {
    return api.refused(
        "POST", "Calls.json", "From", from, "To", to, "Twiml", "<Response><Pause/></Response>");
  }

  private int text(String from, String to) {
    return api.refused("POST", "Messages.json", "From", from, "To", to, "Body", "Hello");
  }

  /** The longest beginning that is set counts; magic numbers are as the carrier documents them. */
  @ParameterizedTest
  @CsvSource({
    "+447700900123, 21215, 21408",
    "+442079460123, 21219, 21608",
    "+19005550123, 21216, 21610",
    "+883510001234, 21214, 21612",
    "+15550100066, 21217, 21211",
    "+15005550001, 21217, 21211",
    "+15005550002, 21214, 21612",
    "+15005550003, 21215, 21408",
    "+15005550004, 21216, 21610"
  })
  void barredNumberIsNeitherCalledNorTexted(String to, int calling, int texting) {
    assertThat(call(World.LINE, to)).isEqualTo(calling);
    assertThat(text(World.LINE, to)).isEqualTo(texting);
    assertThat(world.carrier.calls().list(call -> true)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"+15005550009", "+442071234567"})
  void telephoneWithoutTextsIsCalledAllTheSame(String to) {
    assertThat(text(World.LINE, to)).isEqualTo(21614);
    assertThat(
            api.ask("POST", "Calls.json", "From", World.LINE, "To", to, "Twiml", "<Response/>")
                .getString("to"))
        .isEqualTo(to);
  }

  @Test
  void magicSendersAreRefusedOrTaken() {
    assertThat(call("+15005550001", World.AGENT)).isEqualTo(21212);
    assertThat(text("+15005550001", World.AGENT)).isEqualTo(21212);
    assertThat(text("+15005550007", World.AGENT)).isEqualTo(21606);
    assertThat(text("+15005550008", World.AGENT)).isEqualTo(21611);
    api.ask("POST", "Messages.json", "From", "+15005550006", "To", World.AGENT, "Body", "Hello");
  }

  @Test
  void participantIsRefusedAsACallIs() {
    String[] form = {"From", World.LINE, "To", "+15005550003"};
    assertThat(api.refused("POST", "Conferences/room/Participants.json", form)).isEqualTo(21215);
  }

  @ParameterizedTest
  @CsvSource({"+15005550003, 13227", "+15005550002, 13224", "+19005550123, 13225"})
  void documentThatDialsItIsToldThatItFailed(String to, int code) {
    world.carrier.subscribe(to, (from, number) -> FakeParty.humming(0x22));
    world
        .gateway
        .twiml("/voice", "<Dial action=\"/after\">" + to + "</Dial>")
        .twiml("/after", "<Pause length=\"9\"/>");
    world.call(FakeParty.humming(0x11));
    world.pass(100);
    assertThat(world.codes()).containsExactly(code);
    assertThat(world.gateway.to("/after").get(0).form())
        .containsEntry("DialCallStatus", "failed")
        .containsEntry("DialBridged", "false");
  }
}
