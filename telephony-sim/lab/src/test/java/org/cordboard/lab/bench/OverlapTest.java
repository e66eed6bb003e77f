package org.cordboard.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cordboard.config.Settings;
import org.cordboard.speech.scripted.ScriptedReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What our voice did under the caller's, measured on levels that are known. */
class OverlapTest {
  private static final PlayedWords UNREAD = new PlayedWords(List.of());

  @Test
  void aDuckAndAStopAreTimedFromTheCallersFirstFrame() {
    FrameLevels caller = levels("..........................CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC");
    FrameLevels heard =
        levels("HHHHHHHHHHHHHHHHHHHHHHHHHHHHHHhhhhhhhhh........................................");
    Overlap found = Overlap.find("INTERRUPTION", 500, 60_000, caller, heard, UNREAD).orElseThrow();

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
    Overlap found = Overlap.find("BACKCHANNEL", 500, 60_000, caller, heard, UNREAD).orElseThrow();

    assertThat(found.ignored()).isTrue();
    assertThat(found.silentMs()).isEqualTo(400);
  }

  @Test
  void whatGivesWayToAnAnswerHasStopped() {
    FrameLevels caller = levels("..........................CCCCCCCCCCCCCCCCCCCC");
    FrameLevels heard = levels("H".repeat(60) + "....." + "H".repeat(200));
    PlayedWords words =
        new PlayedWords(List.of(word(1, 0, 10), word(1, 1, 40), word(2, 0, 65), word(2, 1, 80)));
    Overlap found = Overlap.find("INTERRUPTION", 500, 60_000, caller, heard, words).orElseThrow();

    assertThat(found.stopMs()).hasValue((60 - 26) * 20);
  }

  @Test
  void theSameAgainIsNoAnswer() {
    FrameLevels caller = levels("..........................CCCCCCCCCCCCCCCCCCCC");
    PlayedWords words =
        new PlayedWords(List.of(word(1, 0, 10), word(1, 1, 40), word(1, 1, 65), word(1, 2, 80)));
    Overlap found =
        Overlap.find("COUGH", 500, 60_000, caller, levels("H".repeat(260)), words).orElseThrow();

    assertThat(found.ignored()).isTrue();
  }

  @Test
  void wordsAreReadBackFromTheScriptedVoice() {
    PlayedWords none = PlayedWords.of(new byte[1_600]);
    assertThat(none.words()).isEmpty();
    assertThat(none.nextUtterance(3)).isEmpty();
    PlayedWords words = new PlayedWords(List.of(word(7, 0, 10), word(7, 1, 40), word(9, 0, 65)));
    assertThat(words.nextUtterance(5)).as("before any").isEmpty();
    assertThat(words.nextUtterance(20)).hasValue(65);
    assertThat(words.lastWords()).containsOnly(Map.entry(7, 2), Map.entry(9, 1));
  }

  private static ScriptedReader.HeardWord word(int utterance, int index, int frame) {
    return new ScriptedReader.HeardWord(utterance, index, "word", frame * 160L, (frame + 8) * 160L);
  }

  @Test
  void aSoundInOurSilenceIsNotCounted() {
    FrameLevels caller = levels("..........................CCCCCCCCCCCCCCCCCCCC");
    assertThat(Overlap.find("COUGH", 500, 60_000, caller, levels(".".repeat(200)), UNREAD))
        .isEmpty();
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
    OverlapFigures figures =
        VirtualBargeIn.run(
            VirtualBargeIn.Engine.EARLY_WORDS, 12, 1, scratch, OverlapTest::withPlaybook);

    assertThat(figures.fewest()).isGreaterThanOrEqualTo(12);
    assertThat(figures.table())
        .contains("softer after", "silent after", "claimed too much     0 of");
    assertThat(figures.toJson().getJsonObject("obeyed").getDouble("low")).isGreaterThan(0.6);
    assertThat(figures.toJson().getJsonObject("ignored").getDouble("low")).isGreaterThan(0.5);
    assertThat(figures.toJson().getJsonObject("uncounted"))
        .as("sounds that did not fall over our voice")
        .isEmpty();
  }

  /** The same with words only in pauses, when one word that was taken for a murmur still counts. */
  @Test
  void wordsThatComeInPausesStopTheVoiceToo(@TempDir Path scratch) {
    OverlapFigures figures =
        VirtualBargeIn.run(
            VirtualBargeIn.Engine.LATE_WORDS, 12, 1, scratch, OverlapTest::withPlaybook);

    figures.table();
    assertThat(figures.toJson().getJsonObject("obeyed").getDouble("low")).isGreaterThan(0.6);
    assertThat(figures.toJson().getJsonObject("ignored").getDouble("low")).isGreaterThan(0.5);
  }

  private static Settings withPlaybook(Map<String, String> set) {
    Path root = Path.of("").toAbsolutePath().getParent().getParent();
    Map<String, String> all = new HashMap<>(set);
    all.put("playbook.path", root.resolve("dialog/playbook").toString());
    return Settings.load(null, Map.of(), all);
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
