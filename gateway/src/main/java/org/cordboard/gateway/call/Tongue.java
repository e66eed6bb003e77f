package org.cordboard.gateway.call;

import java.util.Locale;
import org.cordboard.config.Loop;
import org.cordboard.dialog.DialogFactory;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.wiring.SpeechParts;

/**
 * A language that calls can be in, with all that hears, thinks and speaks in it.
 *
 * @param language such as {@code de-DE}
 * @param speech recogniser and voice
 * @param hints language and business words for the recogniser
 * @param voice how the AI speaks it
 * @param dialogs opens conversations in it
 */
public record Tongue(
    Locale language,
    SpeechParts speech,
    RecognitionHints hints,
    VoiceStyle voice,
    DialogFactory dialogs) {

  /** Has the voice make what is said in every call, before it is asked for. */
  void prepare(Loop loop) {
    speech.prepare(
        () ->
            dialogs.fixedTexts().stream()
                .map(text -> voice.request(text, speech.synthesizer()))
                .toList(),
        loop);
  }
}
