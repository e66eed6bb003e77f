package org.cordboard.gateway.twilio;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Redirect;
import java.util.List;
import org.cordboard.dialog.CallId;
import org.cordboard.handoff.LegScript;

/**
 * The documents by which caller and person meet in a conference. The person enters first, so both
 * carry the same callbacks; whoever of the two leaves ends the room for the other, who then asks
 * for the next document (the caller) or is hung up (the person). Immutable; any thread.
 */
final class RoomTwiML {
  private final TwilioSettings settings;
  private final TwilioUrls urls;

  RoomTwiML(TwilioSettings settings) {
    this.settings = settings;
    this.urls = new TwilioUrls(settings);
  }

  /** The caller goes into the room, and both voices come to us. */
  String caller(CallId call, String room, String token) {
    Dial dial =
        new Dial.Builder()
            .action(urls.ofCall(TwilioUrls.AFTER_ROOM, call))
            .conference(conference(call, room, "caller"))
            .build();
    return new VoiceResponse.Builder()
        .start(TwiML.listening(urls.media(), token))
        .dial(dial)
        .build()
        .toXml();
  }

  /** The document for an agent's leg. */
  String agent(CallId call, String offer, LegScript script) {
    if (script instanceof LegScript.AskForKey ask) {
      return askForKey(call, offer, ask.text());
    }
    if (script instanceof LegScript.BriefThenJoin brief) {
      return briefThenJoin(call, brief);
    }
    return goodbye(((LegScript.Goodbye) script).text());
  }

  /** Asked twice; no key is reported as an empty one. */
  private String askForKey(CallId call, String offer, String text) {
    String accept = urls.ofOffer(TwilioUrls.OFFER_ACCEPT, call, offer);
    Gather gather =
        new Gather.Builder()
            .numDigits(1)
            .finishOnKey("")
            .timeout((int) settings.keyWait().toSeconds())
            .action(accept)
            .say(Sentences.say(settings.language(), text))
            .build();
    return new VoiceResponse.Builder()
        .gather(gather)
        .gather(gather)
        .redirect(new Redirect.Builder(accept).build())
        .build()
        .toXml();
  }

  private String briefThenJoin(CallId call, LegScript.BriefThenJoin brief) {
    VoiceResponse.Builder document = new VoiceResponse.Builder();
    if (!brief.whisper().isBlank()) {
      document.say(Sentences.say(settings.language(), brief.whisper()));
    }
    Dial dial = new Dial.Builder().conference(conference(call, brief.room(), "agent")).build();
    return document.dial(dial).hangup(new Hangup.Builder().build()).build().toXml();
  }

  private String goodbye(String text) {
    VoiceResponse.Builder document = new VoiceResponse.Builder();
    if (!text.isBlank()) {
      document.say(Sentences.say(settings.language(), text));
    }
    return document.hangup(new Hangup.Builder().build()).build().toXml();
  }

  private Conference conference(CallId call, String room, String label) {
    return new Conference.Builder(room)
        .participantLabel(label)
        .beep(Conference.Beep.FALSE)
        .startConferenceOnEnter(true)
        .endConferenceOnExit(true)
        .waitUrl("")
        .jitterBufferSize(Conference.JitterBufferSize.SMALL)
        .statusCallback(urls.ofCall(TwilioUrls.CONFERENCE, call))
        .statusCallbackEvents(
            List.of(
                Conference.Event.START,
                Conference.Event.END,
                Conference.Event.JOIN,
                Conference.Event.LEAVE))
        .build();
  }
}
