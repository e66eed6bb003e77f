package org.cordboard.gateway.call;

import org.cordboard.dialog.DialogFactory;
import org.cordboard.dialog.ledger.LedgerCodec;
import org.cordboard.dialog.ledger.LedgerStore;
import org.cordboard.gateway.console.ConsoleFeed;
import org.cordboard.gateway.http.Meters;
import org.cordboard.gateway.recording.Recorder;
import org.cordboard.gateway.twilio.TwilioCarrier;
import org.cordboard.handoff.Handoff;
import org.cordboard.speech.RecognitionHints;
import org.cordboard.speech.wiring.SpeechParts;

/**
 * What all calls of a process share; made once, at wiring.
 *
 * @param settings how calls are treated
 * @param node this process, as named on ledgers
 * @param speech recogniser, voice, voice activity
 * @param hints language and business words for the recogniser
 * @param voice how the AI speaks
 * @param ledgers where ledgers are kept
 * @param codec the ledger's events
 * @param dialogs opens conversations
 * @param carrier controls the carrier's legs
 * @param messages keeps what the carrier has recorded
 * @param handoff opens transfers
 * @param recorder writes recordings
 * @param feed what supervisors see
 * @param meters counts for operators
 * @param tokens lets streams in
 * @param fallbackPerson dialled when there is no AI: overload, stop; empty for none
 * @param texts what is said where there is no dialog
 * @param tongues the languages that calls can be in; speech, hints, voice and dialogs above are of
 *     the usual one, or of that which a call is in
 */
public record CallParts(
    CallSettings settings,
    String node,
    SpeechParts speech,
    RecognitionHints hints,
    VoiceStyle voice,
    LedgerStore ledgers,
    LedgerCodec codec,
    DialogFactory dialogs,
    TwilioCarrier carrier,
    RecordedMessages messages,
    Handoff handoff,
    Recorder recorder,
    ConsoleFeed feed,
    Meters meters,
    StreamTokens tokens,
    String fallbackPerson,
    CallTexts texts,
    Tongues tongues) {

  /** The parts of a call in {@code tongue}. */
  CallParts in(Tongue tongue, RecognitionHints listening) {
    return new CallParts(
        settings.in(tongue.language()),
        node,
        tongue.speech(),
        listening,
        tongue.voice(),
        ledgers,
        codec,
        tongue.dialogs(),
        carrier,
        messages,
        handoff,
        recorder,
        feed,
        meters,
        tokens,
        fallbackPerson,
        texts,
        tongues);
  }

  /** What a caller gets when there is no AI and no menu: the fallback person, or an apology. */
  CallAnswer away() {
    return fallbackPerson.isEmpty()
        ? new CallAnswer.Goodbye(texts.sorry())
        : new CallAnswer.DialPerson(texts.connecting(), fallbackPerson);
  }
}
