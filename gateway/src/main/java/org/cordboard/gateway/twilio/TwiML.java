package org.cordboard.gateway.twilio;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Connect;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Number;
import com.twilio.twiml.voice.Parameter;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import com.twilio.twiml.voice.Start;
import com.twilio.twiml.voice.Stream;
import org.cordboard.dialog.CallId;
import org.cordboard.gateway.call.CallAnswer;

/**
 * The carrier's documents for the caller's leg. No document leaves the line empty: after a stream
 * the carrier asks again, after a menu somebody is rung, after that a message is taken. Immutable;
 * any thread.
 */
final class TwiML {
  private static final int LONGEST_MESSAGE_S = 120;
  private static final int MESSAGE_SILENCE_S = 5;
  private static final String LEAVE_MESSAGE =
      "Nobody can take your call right now. Please leave a message after the tone.";
  private static final String MESSAGE_THANKS = "Thank you. We have your message. Goodbye.";

  /** A stream that ends by itself means that this process is gone: it gets time to come back. */
  private static final int RESTART_PAUSE_S = 3;

  private final TwilioSettings settings;
  private final TwilioUrls urls;
  private final RoomTwiML rooms;

  TwiML(TwilioSettings settings) {
    this.settings = settings;
    this.urls = new TwilioUrls(settings);
    this.rooms = new RoomTwiML(settings);
  }

  /** The document for the caller's leg. */
  String render(CallId call, CallAnswer answer) {
    if (answer instanceof CallAnswer.Stream stream) {
      return stream(stream);
    }
    if (answer instanceof CallAnswer.KeypadMenu menu) {
      return menu(menu);
    }
    if (answer instanceof CallAnswer.DialPerson dial) {
      return dialPerson(dial.text(), dial.person());
    }
    if (answer instanceof CallAnswer.JoinRoom join) {
      return rooms.caller(call, join.room(), join.token());
    }
    return goodbye(((CallAnswer.Goodbye) answer).text());
  }

  private String stream(CallAnswer.Stream answer) {
    Stream stream =
        new Stream.Builder()
            .url(urls.media())
            .parameter(parameter("token", answer.token()))
            .parameter(parameter("resume", String.valueOf(answer.resume())))
            .build();
    return new VoiceResponse.Builder()
        .connect(new Connect.Builder().stream(stream).build())
        .say(say(settings.interrupted()))
        .pause(new Pause.Builder().length(RESTART_PAUSE_S).build())
        .redirect(new Redirect.Builder(urls.of(TwilioUrls.AFTER_STREAM)).build())
        .build()
        .toXml();
  }

  private String menu(CallAnswer.KeypadMenu menu) {
    Gather gather =
        new Gather.Builder()
            .numDigits(1)
            .finishOnKey("")
            .timeout((int) settings.keyWait().toSeconds())
            .action(urls.menu(menu.person()))
            .say(say(menu.text()))
            .build();
    return new VoiceResponse.Builder().gather(gather).dial(dial(menu.person())).build().toXml();
  }

  /** Rings a person; what comes after that is asked for. */
  String dialPerson(String text, String person) {
    if (person.isEmpty()) {
      return takeMessage();
    }
    VoiceResponse.Builder document = new VoiceResponse.Builder();
    speak(document, text);
    return document.dial(dial(person)).build().toXml();
  }

  private Dial dial(String person) {
    return new Dial.Builder()
        .answerOnBridge(true)
        .timeout((int) settings.ring().toSeconds())
        .action(urls.of(TwilioUrls.AFTER_DIAL))
        .number(new Number.Builder(person).build())
        .build();
  }

  /** Takes a message. */
  String takeMessage() {
    Record record =
        new Record.Builder()
            .action(urls.of(TwilioUrls.MESSAGE_RECORDED))
            .maxLength(LONGEST_MESSAGE_S)
            .timeout(MESSAGE_SILENCE_S)
            .finishOnKey("#")
            .playBeep(true)
            .build();
    return new VoiceResponse.Builder()
        .say(say(LEAVE_MESSAGE))
        .record(record)
        .hangup(new Hangup.Builder().build())
        .build()
        .toXml();
  }

  /** After a message. */
  String messageTaken() {
    return goodbye(MESSAGE_THANKS);
  }

  /** Says something, or nothing, and ends the leg. */
  String goodbye(String text) {
    VoiceResponse.Builder document = new VoiceResponse.Builder();
    speak(document, text);
    return document.hangup(new Hangup.Builder().build()).build().toXml();
  }

  /** For a leg that has ended already: nobody hears it. */
  static String nothing() {
    return new VoiceResponse.Builder().build().toXml();
  }

  private void speak(VoiceResponse.Builder document, String text) {
    if (!text.isBlank()) {
      document.say(say(text));
    }
  }

  private Say say(String text) {
    return Sentences.say(settings.language(), text);
  }

  static Parameter parameter(String name, String value) {
    return new Parameter.Builder().name(name).value(value).build();
  }

  /** The both-ways listening stream of a caller in a room. */
  static Start listening(String mediaUrl, String token) {
    Stream stream =
        new Stream.Builder()
            .url(mediaUrl)
            .track(Stream.Track.BOTH_TRACKS)
            .parameter(parameter("token", token))
            .build();
    return new Start.Builder().stream(stream).build();
  }
}
