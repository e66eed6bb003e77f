package org.cordboard.speech.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.cordboard.config.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BargeInTest {
  private static final Backchannels ENGLISH = Backchannels.of(Locale.US);
  private static final BargeInSettings SETTINGS =
      Settings.parse("").bind("speech.barge-in", BargeInSettings.class);

  /**
   * A frame a character, words so far in braces, the utterance's words in brackets: {@code V} a
   * voice as usual, {@code v} a softer one, {@code _} a verdict of voice that outlasts it, {@code
   * n} a noise, {@code .} nothing, a number repeats the frame before it; {@code +} and {@code -}
   * begin and end noise that seems to be a voice; {@code !} the recogniser fails.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a click                       | n1 .20                          |",
        "a door                        | n4 .20                          | DUCK@40 RESUME@160",
        "noise goes on                 | n40                             | DUCK@40 RESUME@160",
        "a cough                       | V5 .5 V7 .20                    | DUCK@40 RESUME@200",
        "a murmur                      | V15 .9 {mm-hmm} .9 [Mm-hmm.] .9 | DUCK@40 HUSH@200 RESUME@480",
        "yeah                          | V15 .10 {Yeah.} .9 [Yeah.]      | DUCK@40 HUSH@200 RESUME@500",
        "okay while it goes on         | V25 {Okay} V5 .10 [Okay, yeah.] | DUCK@40 HUSH@200 RESUME@680",
        "a murmur of two words         | V18 .2 {Got} .6 {Got it.} .9     | DUCK@40 HUSH@200 RESUME@440",
        "words that began like one     | V18 .2 {I} V12 {I do not} V9    | DUCK@40 HUSH@200 STOP@640",
        "words                         | V25 {Where is} V9               | DUCK@40 HUSH@200 STOP@500",
        "words after a murmur          | V25 {Yeah} V9 {Yeah but} V9     | DUCK@40 HUSH@200 STOP@680",
        "one word that stops           | V15 .6 {Stop.} .9               | DUCK@40 HUSH@200 STOP@420",
        "a short no                    | V8 .11 {No} .9                  | DUCK@40 RESUME@260 STOP@380",
        "the same, with more to come   | V8 .3 V12 {No} V9               | DUCK@40 HUSH@300 STOP@460",
        "a voice without words         | V40                             | DUCK@40 HUSH@200",
        "… that had none               | V40 .40 [] .9                   | DUCK@40 HUSH@200 RESUME@1600",
        "… of which they come at last  | V40 .40 [Where is it?] .9       | DUCK@40 HUSH@200 STOP@1600",
        "… whose words are lost        | V40 .40 ! .9                    | DUCK@40 HUSH@200 STOP@1600",
        "a siren, and what it was taken for | V60 {Ooh} .40 [Woo woo.] .9 | DUCK@40 HUSH@200 RESUME@1280",
        "a bark that was written down  | V30 {woof} V9 .40 [Woof woof!] .9 | DUCK@40 HUSH@200 RESUME@860",
        "a bang, and nonsense          | V40 .40 [Pfft, tsk.] .9         | DUCK@40 HUSH@200 RESUME@1600",
        "murmurs that go on            | V25 {Yeah} V25 {Yeah okay} V9 .10 [Yeah, okay.] .9 | DUCK@40 HUSH@200 RESUME@1260",
        "a voice, its words lost       | V15 .30                         | DUCK@40 HUSH@200 RESUME@560",
        "a verdict that outlasts it    | V5 _2 .9                        | DUCK@40 RESUME@240",
        "… does not make a voice soft   | V4 _2 V40                       | DUCK@40 HUSH@200",
        "an aside                      | v50                             | DUCK@40 RESUME@440",
        "an aside with words           | v25 {Not now dear} v25 .15 [Not now dear.] | DUCK@40 RESUME@440",
        "a soft stop                   | v25 {Please stop} v9            | DUCK@40 RESUME@440 STOP@500",
        "our own words come back       | v5 {days to return}             | DUCK@40 RESUME@100",
        "… and are known in the end    | v5 {days to return} .20 [days to return] v20 | DUCK@40 RESUME@100",
        "a second cough                | V5 .20 V5 .20                   | DUCK@40 RESUME@200 DUCK@540 RESUME@700",
      })
  void aPromptIsSoftenedSilencedStoppedOrResumed(String name, String heard, String actions) {
    assertThat(new Call(true).playing(STATING).hears(heard))
        .isEqualTo(actions == null ? "" : actions.trim());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a murmur             | V15 .10                      | DUCK@40 HUSH@200 RESUME@380",
        "a long murmur        | V22 .10                      | DUCK@40 HUSH@200 RESUME@520",
        "a sentence           | V60                          | DUCK@40 HUSH@200",
        "… known at its end   | V60 .40 [I want my money]    | DUCK@40 HUSH@200 STOP@2000",
        "a long noise         | V60 .40 []                   | DUCK@40 HUSH@200 RESUME@2000",
        "… the recogniser fails | V60 .40 !                  | DUCK@40 HUSH@200 STOP@2000",
        "… at a short one     | V15 .40 !                    | DUCK@40 HUSH@200 RESUME@380",
        "a short sentence     | V26 .10                      | DUCK@40 HUSH@200",
        "… known in the pause | V26 .15 {Where is it?} .9    | DUCK@40 HUSH@200 STOP@820",
        "… known at its end   | V26 .40 [Where is it?]       | DUCK@40 HUSH@200 STOP@1320",
        "a slow murmur        | V28 .25 [Uh-huh.] .9         | DUCK@40 HUSH@200 RESUME@1060",
        "no word of it        | V26 .40 [] .9                | DUCK@40 HUSH@200 RESUME@1320",
        "its words never come | V26 .150                     | DUCK@40 HUSH@200",
        "a cough              | V5 .5 V7 .20                 | DUCK@40 RESUME@200",
        "a word, known late   | V15 .40 [Stop.]              | DUCK@40 HUSH@200 RESUME@380",
        "… known in the pause | V15 .26 {Stop.} .9           | DUCK@40 HUSH@200 RESUME@380 STOP@820",
        "a murmur, known there| V15 .26 {Mm-hmm.} .9         | DUCK@40 HUSH@200 RESUME@380",
        "both, one by one     | V15 .26 {Mm-hmm.} .9 [Mm-hmm.] .20 V26 .10 {Stop it} | DUCK@40 HUSH@200 RESUME@380 DUCK@1440 HUSH@1600 STOP@2120",
      })
  void withoutEarlyWordsLengthAndRhythmDecide(String name, String heard, String actions) {
    assertThat(new Call(false).playing(STATING).hears(heard)).isEqualTo(actions.trim());
  }

  @Test
  void wordsThatCameSoonOftenEnoughAreAwaitedThoughOneWasLate() {
    Call call = new Call(true).playing(STATING);
    call.hears("V30 {where is} V10 {where is my} .20 {where is my order} .40 [where is my order]");
    call.playing(STATING);
    assertThat(call.hears(".40 V15 .30")).isEqualTo("DUCK@840 HUSH@1000 RESUME@1360");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "yeah answers    | V15 .10 {Yeah.} .9  | DUCK@40 HUSH@200 STOP@500",
        "mm-hmm answers  | V15 .10 {Mm-hmm} .9 | DUCK@40 HUSH@200 STOP@500",
        "okay answers    | V15 .10 {Okay} .9   | DUCK@40 HUSH@200 STOP@500",
        "a cough does not| V5 .5 V7 .20        | DUCK@40 RESUME@200",
      })
  void aBackchannelAnswersWhenItWasAsked(String name, String heard, String actions) {
    assertThat(new Call(true).playing(ASKING).hears(heard)).isEqualTo(actions.trim());
  }

  @Test
  void whatMustBeHeardToItsEndIsNeitherSoftenedNorStopped() {
    Playing must = new Playing(true, false, false, 0, 2_000, "", "");
    assertThat(new Call(true).playing(must).hears("V25 {Stop it} V9 [Stop it.]")).isEmpty();
  }

  @Test
  void aPromptDoesNotBeginOverACallerWhoSpeaks() {
    Call call = new Call(true).playing(Playing.NOTHING);
    call.hears("V10");
    call.playing(new Playing(true, true, false, 0, 0, "", ""));
    assertThat(call.prompts()).isEqualTo("WITHDRAW");
    assertThat(call.hears("V10 {and also} V3")).isEqualTo("STOP@200");
  }

  @Test
  void aPromptThatWaitedForANoiseBeginsAfterAll() {
    Call call = new Call(true).playing(Playing.NOTHING);
    call.hears("V3");
    call.playing(new Playing(true, true, false, 0, 0, "", ""));
    assertThat(call.prompts()).isEqualTo("WITHDRAW");
    assertThat(call.hears(".20")).isEqualTo("RESUME@300");
  }

  @Test
  void aPromptThatHasJustBegunGivesWayToACallerWhoSpokeFirst() {
    Call call = new Call(true);
    call.playing(new Playing(true, true, false, call.nowMs() + 20, 60, "", ""));
    assertThat(call.hears("V3")).isEqualTo("WITHDRAW@40");
  }

  @Test
  void aSilentCallerHoldsNoPromptBack() {
    Call call = new Call(true).playing(Playing.NOTHING);
    call.hears("V30 .40 [Where is my order?]");
    call.playing(new Playing(true, true, false, 0, 0, "", ""));
    assertThat(call.prompts()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "softened, it plays on       | V5 + V50                          | DUCK@40 RESUME@100",
        "silenced, it plays on       | V15 + V50                         | DUCK@40 HUSH@200 RESUME@300",
        "it is not softened          | + V50 .20 V50                     |",
        "words stop it               | + V50 {Where is} V9               | STOP@1000",
        "… however soft the noise was| v30 + v50 {Where is my order} v9  | DUCK@40 RESUME@440 STOP@1600",
        "a murmur does not           | + V50 {mm-hmm} V20 [mm-hmm] V9    |",
        "no words do not             | + V50 [] V50                      |",
        "quiet again: as ever        | + V50 - .20 V15                   | DUCK@1440 HUSH@1600",
      })
  void inNoiseThatSeemsToBeAVoiceWordsAloneInterrupt(String name, String heard, String actions) {
    assertThat(new Call(true).playing(STATING).hears(heard))
        .isEqualTo(actions == null ? "" : actions.trim());
  }

  @Test
  void noiseThatSeemsToBeAVoiceHoldsNoPromptBack() {
    Call held = new Call(true).playing(Playing.NOTHING);
    held.hears("V10");
    held.playing(new Playing(true, true, false, 0, 0, "", ""));
    assertThat(held.prompts()).isEqualTo("WITHDRAW");
    assertThat(held.hears("V9 +")).isEqualTo("RESUME@180");

    Call known = new Call(true).playing(Playing.NOTHING);
    known.hears("+ V10");
    known.playing(new Playing(true, true, false, 0, 0, "", ""));
    assertThat(known.prompts()).isEmpty();
  }

  @Test
  void anEchoThatIsKnownSoftensNothing() {
    Call call = new Call(true).playing(STATING);
    assertThat(call.hears("v5 {days to return} .40 [days to return] .5"))
        .isEqualTo("DUCK@40 RESUME@100");
    assertThat(call.hears("v20")).isEmpty();
    assertThat(call.hears(".20 V5")).isEqualTo("DUCK@440");
  }

  @Test
  void aCallersOwnLevelIsNotTakenForAnEchosForEver() {
    Call call = new Call(true).playing(STATING);
    assertThat(call.hears("v5 {days to return} .40 [days to return] .5"))
        .isEqualTo("DUCK@40 RESUME@100");
    call.hears("v25 {please stop} v9 [please stop] .20");
    call.playing(STATING);
    assertThat(call.hears("v5")).isEqualTo("DUCK@40");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "an answer in a word of ours,               Help.,              TURN",
    "… in two,                                  An assistant?,      TURN",
    "… in three,                                An AI assistant?,   TURN",
    "a word that we have just said,             Robin,              ECHO",
    "words that we have just said,              this is Robin,      ECHO",
    "a name after words that we have just said, this is John,       TURN",
    "other words,                               Where is my order?, TURN",
  })
  void ofACallerOfWhomNothingIsKnownOnlyWhatWasJustPlayedIsAnEcho(
      String name, String text, BargeIn.Said said) {
    String words = "Thanks for calling. This is Robin, an AI assistant. How can I help?";
    Playing greeting =
        new Playing(true, true, false, -5_000, 5_000, words, " calling. This is Robin");
    assertThat(new BargeIn(SETTINGS, ENGLISH).said(BargeInState.START, text, greeting))
        .isEqualTo(said);
  }

  @Test
  void aCallerWhoBeginsWithOurOwnWordsIsSoftenedEveryTime() {
    Call call = new Call();
    call.playing(new Playing(true, true, false, -5_000, 5_000, "This is Robin.", "This is"));
    assertThat(call.hears("V15 {This} V3 {This is} V6 {This is John} .30 [This is John.] .20"))
        .isEqualTo("DUCK@40 HUSH@200 STOP@480");
    call.playing(new Playing(true, true, false, -5_000, 5_000, "How can I help?", ""));
    assertThat(call.hears("V5")).isEqualTo("DUCK@40");
  }

  @Test
  void whoHasOnlySpokenOverOurVoiceIsKnownByTheirTurns() {
    Call call = new Call().playing(STATING);
    assertThat(call.hears("V40 .30 [Where is my order?] .20")).endsWith("STOP@1400");
    call.playing(STATING);
    assertThat(call.hears("v50 .10 [Not now dear.]")).isEqualTo("DUCK@40 RESUME@440");
  }

  @Test
  void aPromptThatWaitedForATurnIsDroppedWhateverItsWordsAre() {
    Call call = new Call(true).playing(Playing.NOTHING);
    call.hears("V10");
    call.playing(new Playing(true, true, false, 0, 0, "", ""));
    assertThat(call.prompts()).isEqualTo("WITHDRAW");
    call.hears("V5 .10");
    call.feed(new BargeInEvent.Over("Okay.", true));
    assertThat(call.actions).containsExactly("STOP@300");
  }

  @Test
  void whatWasSaidIsToldFromItsWordsItsLevelAndWhatWeSay() {
    BargeIn decisions = new BargeIn(SETTINGS, ENGLISH);
    Call usual = new Call(true).playing(STATING);
    usual.hears("V20");
    Call soft = new Call(true).playing(STATING);
    soft.hears("v20");
    assertThat(decisions.said(usual.state, "Where is my order?", STATING))
        .isEqualTo(BargeIn.Said.TURN);
    assertThat(decisions.said(usual.state, "Uh-huh, okay.", STATING))
        .isEqualTo(BargeIn.Said.BACKCHANNEL);
    assertThat(decisions.said(usual.state, "Okay.", ASKING)).isEqualTo(BargeIn.Said.TURN);
    assertThat(decisions.said(usual.state, " ", STATING)).isEqualTo(BargeIn.Said.NOTHING);
    assertThat(decisions.said(usual.state, "days to return", STATING)).isEqualTo(BargeIn.Said.TURN);
    assertThat(decisions.said(soft.state, "days to return", STATING)).isEqualTo(BargeIn.Said.ECHO);
    assertThat(decisions.said(soft.state, "Put it there.", STATING)).isEqualTo(BargeIn.Said.ASIDE);
    assertThat(decisions.said(soft.state, "Stop.", STATING)).isEqualTo(BargeIn.Said.TURN);
  }

  private static final Playing STATING =
      new Playing(
          true,
          true,
          false,
          -5_000,
          5_000,
          "You have 60 days to return something.",
          "days to return");
  private static final Playing ASKING =
      new Playing(true, true, true, -5_000, 5_000, "Shall I go ahead?", "");

  /** A call whose caller has spoken before, at −20 dB. */
  private static final class Call {
    private static final Pattern PARTS = Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\S+");
    private final BargeIn decisions = new BargeIn(SETTINGS, ENGLISH);
    private BargeInState state = BargeInState.START;
    private Playing playing = Playing.NOTHING;
    private final List<String> actions = new ArrayList<>();
    private long nowMs = 1_000;
    private long fromMs;
    private int sounds; // of the utterance

    /** One whose caller has not spoken. */
    Call() {}

    Call(boolean partials) {
      feed(new BargeInEvent.Started());
      for (int i = 0; i < 50; i++) {
        frame('V');
      }
      if (partials) {
        feed(new BargeInEvent.Words("hello"));
      }
      frame('_');
      for (int i = 0; i < 50; i++) {
        frame('.');
      }
      feed(new BargeInEvent.Stopped());
      feed(new BargeInEvent.Over("hello", false));
      sounds = 0;
      actions.clear();
    }

    Call playing(Playing now) {
      playing = now;
      return this;
    }

    long nowMs() {
      return nowMs;
    }

    String prompts() {
      actions.clear();
      fromMs = nowMs;
      feed(new BargeInEvent.Prompt());
      return String.join(" ", actions).replaceAll("@0", "");
    }

    String hears(String script) {
      actions.clear();
      fromMs = nowMs;
      char last = '.';
      for (String part : PARTS.matcher(script).results().map(MatchResult::group).toList()) {
        if (part.startsWith("{")) {
          feed(new BargeInEvent.Words(part.substring(1, part.length() - 1)));
        } else if (part.startsWith("[")) {
          feed(new BargeInEvent.Stopped());
          feed(new BargeInEvent.Over(part.substring(1, part.length() - 1), false));
          sounds = 0;
        } else if (part.equals("!")) {
          feed(new BargeInEvent.Stopped());
          feed(new BargeInEvent.Lost());
          sounds = 0;
        } else if (part.equals("+") || part.equals("-")) {
          feed(new BargeInEvent.Din(part.equals("+")));
        } else {
          last = part.charAt(0);
          int times = part.length() > 1 ? Integer.parseInt(part.substring(1)) : 1;
          for (int i = 0; i < times; i++) {
            frame(last);
          }
        }
      }
      return String.join(" ", actions);
    }

    private void frame(char kind) {
      nowMs += 20;
      boolean voiced = kind == 'V' || kind == 'v' || kind == '_';
      boolean loud = kind != '.' && kind != '_';
      double levelDb = loud ? kind == 'v' ? -32 : -20 : -100;
      feed(new BargeInEvent.Frame(loud, voiced, levelDb));
      sounds += voiced ? 1 : 0;
      if (sounds == 4 && voiced) {
        feed(new BargeInEvent.Started());
      }
    }

    private void feed(BargeInEvent event) {
      BargeIn.Step step = decisions.on(state, event, playing, nowMs);
      state = step.state();
      for (BargeIn.Action action : step.actions()) {
        actions.add(action + "@" + (nowMs - fromMs));
        if (action == BargeIn.Action.STOP) {
          playing = Playing.NOTHING;
        }
      }
    }
  }
}
