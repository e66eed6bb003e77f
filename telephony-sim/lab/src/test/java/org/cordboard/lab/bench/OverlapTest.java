package org.cordboard.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What our voice did under the caller's, measured on levels that are known. */
class OverlapTest {

  @Test
  void aDuckAndAStopAreTimedFromTheCallersFirstFrame() {
    FrameLevels caller = levels("..........................CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC");
    FrameLevels heard =
        levels("HHHHHHHHHHHHHHHHHHHHHHHHHHHHHHhhhhhhhhh........................................");
    Overlap found = Overlap.find("INTERRUPTION", 500, 60_000, caller, heard).orElseThrow();

    assertThat(found.duckMs()).hasValue(80);
    assertThat(found.stopMs()).hasValue(260);
    assertThat(found.obeyed()).isTrue();
    assertThat(found.ignored()).isFalse();
  }

  @Test
  void aMomentOfSilenceIsNoStop() {
    FrameLevels caller = levels("..........................CCCCCCCCCCCCCCCCCCCC");
    FrameLevels heard =
        levels("HHHHHHHHHHHHHHHHHHHHHHHHHHHHHHhhhhhhhhh...................." + "H".repeat(200));
    Overlap found = Overlap.find("BACKCHANNEL", 500, 60_000, caller, heard).orElseThrow();

    assertThat(found.ignored()).isTrue();
    assertThat(found.silentMs()).isEqualTo(400);
  }

  @Test
  void aSoundInOurSilenceIsNotCounted() {
    FrameLevels caller = levels("..........................CCCCCCCCCCCCCCCCCCCC");
    assertThat(Overlap.find("COUGH", 500, 60_000, caller, levels(".".repeat(200)))).isEmpty();
  }

  @Test
  void ourBeginningsUponACallerWhoSpeaksAreCounted() {
    String silence = ".".repeat(30);
    FrameLevels heard = levels(silence + "HHHHHHHHHH" + silence + "HHHHHHHHHH" + silence + "HH");
    FrameLevels caller = levels(silence + "CC........" + "." + "C".repeat(33));

    assertThat(Overlap.Starts.of(caller, heard)).isEqualTo(new Overlap.Starts(3, 1));
  }

  /** A few calls of the stage: the whole of gateway and carrier, in virtual time. */
  @Test
  void interruptionsAreObeyedAndMurmursIgnoredInVirtualTime(@TempDir Path scratch) {
    Path root = Path.of("").toAbsolutePath().getParent().getParent();
    Map<String, String> settings =
        Map.of("playbook.path", root.resolve("dialog/playbook").toString());
    OverlapFigures figures =
        VirtualBargeIn.run(VirtualBargeIn.Engine.EARLY_WORDS, 12, 1, scratch, settings);

    assertThat(figures.fewest()).isGreaterThanOrEqualTo(12);
    assertThat(figures.table())
        .contains("softer after", "silent after", "claimed too much     0 of");
    assertThat(figures.toJson().getJsonObject("obeyed").getDouble("low")).isGreaterThan(0.6);
    assertThat(figures.toJson().getJsonObject("ignored").getDouble("low")).isGreaterThan(0.5);
  }

  private static FrameLevels levels(String frames) {
    short[] samples = new short[frames.length() * 160];
    for (int i = 0; i < samples.length; i++) {
      char frame = frames.charAt(i / 160);
      samples[i] = (short) (frame == '.' ? 0 : frame == 'h' ? 1_000 : 4_000);
    }
    return FrameLevels.of(samples);
  }
}
