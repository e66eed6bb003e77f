package org.cordboard.sim.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SelfCheckTest {
  private static final SelfCheck CHECK = SelfCheck.run(4);

  @Test
  void whatIsPlantedUnderClaimedConditionsIsFoundWithinTenMilliseconds() {
    SelfCheck.Row all = CHECK.claimed();
    assertThat(all.planted()).isGreaterThan(250);
    assertThat(all.errorsMs()).as(CHECK.table()).hasSize(all.planted());
    assertThat(all.within(10)).as(CHECK.table()).isEqualTo(all.planted());
    assertThat(all.invented()).as(CHECK.table()).isZero();
  }

  @Test
  void ducksAndRisesOfTheScriptedVoiceAreFoundExactly() {
    assertThat(rows("scripted", "duck"))
        .hasSize(3)
        .as(CHECK.table())
        .allSatisfy(row -> assertThat(row.within(10)).isEqualTo(row.planted()));
    assertThat(rows("scripted", "rise"))
        .hasSize(3)
        .as(CHECK.table())
        .allSatisfy(row -> assertThat(row.within(10)).isEqualTo(row.planted()));
  }

  @Test
  void aNaturalVoicesDucksAreMostlyFoundAndHardlyEverElsewhere() {
    List<SelfCheck.Row> natural = rows("kevin16", "duck");
    int planted = natural.stream().mapToInt(SelfCheck.Row::planted).sum();
    int found = natural.stream().mapToInt(row -> row.errorsMs().size()).sum();
    long near = natural.stream().mapToLong(row -> row.within(20)).sum();
    assertThat(found).as(CHECK.table()).isGreaterThanOrEqualTo(planted * 6 / 10);
    assertThat(near).as(CHECK.table()).isGreaterThanOrEqualTo(found * 17L / 20);
    assertThat(rows("kevin16", "duck"))
        .as(CHECK.table())
        .allSatisfy(row -> assertThat(row.invented()).isZero());
  }

  @Test
  void noDuckIsFoundInAVoiceThatWasOnlySwitchedOff() {
    assertThat(rows("none planted", "duck"))
        .as(CHECK.table())
        .allSatisfy(row -> assertThat(row.invented()).isLessThanOrEqualTo(1));
    assertThat(rows("by 12 dB", "duck"))
        .as(CHECK.table())
        .allSatisfy(
            row -> assertThat(row.within(10)).isGreaterThanOrEqualTo(row.planted() * 9 / 10));
  }

  private static List<SelfCheck.Row> rows(String condition, String measure) {
    return CHECK.rows().stream()
        .filter(row -> row.measure().equals(measure) && row.condition().startsWith(condition))
        .toList();
  }

  @Test
  void tableAndJsonTellTheSame() {
    assertThat(CHECK.table()).contains("engine, SNR 20 dB", "all claimed", "(no claim)");
    assertThat(CHECK.toJson().getJsonObject("claimed").getInteger("planted"))
        .isEqualTo(CHECK.claimed().planted());
  }
}
