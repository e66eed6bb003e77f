package org.cordboard.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cordboard.config.Clock;
import org.cordboard.config.InlineWorkers;
import org.cordboard.config.Loop;
import org.cordboard.config.ManualClock;
import org.cordboard.config.Settings;
import org.cordboard.dialog.CallContext;
import org.cordboard.dialog.Dialog;
import org.cordboard.dialog.DialogFactory;
import org.cordboard.dialog.DialogListener;
import org.cordboard.dialog.ledger.CallLedger;
import org.cordboard.dialog.memory.MemoryCallerLanguages;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.cached.CachingSynthesizer;
import org.cordboard.speech.text.Lexicon;
import org.cordboard.speech.text.TextReader;
import org.cordboard.speech.wiring.SpeechParts;
import org.junit.jupiter.api.Test;

class TonguesTest {
  private static final Settings SETTINGS =
      Settings.parse(
          "speech { recognizer.type = scripted, vad.type = energy, synthesizer.type = freetts }");

  @Test
  void whatIsSaidInEveryCallIsPreparedInEveryLanguage() {
    ManualClock clock = new ManualClock();
    try (SpeechParts english = SpeechParts.assemble(SETTINGS, clock, Locale.US);
        SpeechParts german = SpeechParts.assemble(SETTINGS, clock, Locale.US)) {
      Tongue usual = tongue(Locale.US, english, "One moment.");
      Tongue other = tongue(Locale.GERMANY, german, "Einen Moment, Nr. 7.");
      Tongues tongues =
          new Tongues(
              List.of(usual, other),
              Map.of(),
              new MemoryCallerLanguages(),
              new InlineWorkers("memory"));

      tongues.prepare(new Unused(clock));

      assertThat(prepared(usual, "One moment.")).isTrue();
      assertThat(prepared(other, "Einen Moment, Nr. 7.")).isTrue();
      assertThat(prepared(other, "One moment.")).isFalse();
    }
  }

  private static boolean prepared(Tongue tongue, String text) {
    CachingSynthesizer voice = (CachingSynthesizer) tongue.speech().synthesizer();
    return voice.isFixed(tongue.voice().request(text, voice));
  }

  private static Tongue tongue(Locale language, SpeechParts speech, String text) {
    TextReader reader = TextReader.of(language).orElseThrow();
    return new Tongue(
        language,
        speech,
        new RecognitionHints(language, List.of()),
        new VoiceStyle("", 1, 1, reader, Lexicon.NONE),
        new Fixed(text));
  }

  /** A loop on which nothing comes to pass: what is named is enough here. */
  private record Unused(Clock clock) implements Loop {
    @Override
    public void run(Runnable task) {
      // nobody speaks in this test
    }

    @Override
    public void assertOn() {
      // every thread may be here
    }
  }

  private record Fixed(String text) implements DialogFactory {
    @Override
    public Dialog open(CallContext context, CallLedger ledger, Loop loop, DialogListener listener) {
      throw new AssertionError("nobody calls");
    }

    @Override
    public List<String> fixedTexts() {
      return List.of(text);
    }

    @Override
    public String playbookVersion() {
      return "none";
    }

    @Override
    public void close() {
      // nothing is held
    }
  }
}
