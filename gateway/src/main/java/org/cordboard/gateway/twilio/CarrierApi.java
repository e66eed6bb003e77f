package org.cordboard.gateway.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.call.Stream;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.cordboard.dialog.CallId;
import org.cordboard.gateway.call.CallerPlace;
import org.cordboard.gateway.twilio.CarrierHttp.CarrierSilence;
import org.cordboard.handoff.CarrierRefusal;
import org.cordboard.handoff.TransferTarget;

/**
 * The carrier's REST API as far as it is needed, through its SDK. Every method blocks, sends one
 * request, and throws {@link CarrierRefusal} when nothing has happened, anything else when that is
 * unknown. Messages carry the carrier's codes, never its texts, which quote numbers.
 */
final class CarrierApi {
  private static final int NOT_IN_PROGRESS = 21220;
  private static final int NOT_FOUND = 20404;

  private final TwilioSettings settings;
  private final TwilioUrls urls;
  private final TwilioRestClient client;

  CarrierApi(TwilioSettings settings, CarrierLine line) {
    this.settings = settings;
    this.urls = new TwilioUrls(settings);
    this.client =
        new TwilioRestClient.Builder(settings.accountSid(), settings.authToken().reveal())
            .accountSid(settings.accountSid())
            .httpClient(new CarrierHttp(settings.apiUrl(), line))
            .build();
  }

  /** Dials an agent; the leg's SID. */
  String dial(CallId call, String offer, TransferTarget target) {
    CallCreator creator =
        Call.creator(
                new PhoneNumber(target.address()),
                new PhoneNumber(settings.fromNumber()),
                URI.create(urls.ofOffer(TwilioUrls.OFFER_BRIEF, call, offer)))
            .setTimeout((int) settings.ring().toSeconds())
            .setStatusCallback(URI.create(urls.ofOffer(TwilioUrls.OFFER_STATUS, call, offer)))
            .setStatusCallbackEvent(List.of("initiated", "ringing", "answered", "completed"));
    if (settings.machineDetection()) {
      creator.setMachineDetection("Enable");
    }
    try {
      return creator.create(client).getSid();
    } catch (ApiException failure) {
      throw explained("ring " + target.agent() + " of the desk", failure);
    }
  }

  /** Ends a leg in whatever state; false when it had ended. */
  boolean end(String callSid) {
    return update("end a leg", callSid, null);
  }

  /** Gives a call in progress a new document; false when it has ended. */
  boolean redirect(String callSid, String twiml) {
    return update("redirect a leg", callSid, twiml);
  }

  /**
   * Where a caller is who may be with a person in the room of that name, if it has one, or with
   * somebody whom a document of the carrier's own has dialled.
   */
  CallerPlace whereabouts(String callSid, String room) {
    try {
      Call.Status status = Call.fetcher(callSid).fetch(client).getStatus();
      boolean up = status == Call.Status.IN_PROGRESS;
      if (!up && status != Call.Status.RINGING) {
        return CallerPlace.GONE;
      }
      if (!room.isEmpty() && inRoom(callSid, room)) {
        return CallerPlace.WITH_PERSON;
      }
      CallerPlace other = other(callSid);
      // an unanswered leg that nobody is rung for cannot be brought back
      return other == CallerPlace.ALONE && !up ? CallerPlace.GONE : other;
    } catch (ApiException failure) {
      if (Integer.valueOf(NOT_FOUND).equals(failure.getCode())) {
        return CallerPlace.GONE;
      }
      throw explained("find a leg", failure);
    }
  }

  private boolean inRoom(String callSid, String room) {
    for (Conference open :
        Conference.reader()
            .setFriendlyName(room)
            .setStatus(Conference.Status.IN_PROGRESS)
            .read(client)) {
      List<String> legs = new ArrayList<>();
      for (Participant one : Participant.reader(open.getSid()).read(client)) {
        if (one.getStatus() == Participant.Status.CONNECTED) {
          legs.add(one.getCallSid());
        }
      }
      if (legs.contains(callSid) && legs.size() > 1) {
        return true;
      }
    }
    return false;
  }

  /** Whom a {@code <Dial>} on the caller's leg has brought: the legs that are its children. */
  private CallerPlace other(String callSid) {
    CallerPlace place = CallerPlace.ALONE;
    for (Call child : Call.reader().setParentCallSid(callSid).read(client)) {
      if (child.getStatus() == Call.Status.IN_PROGRESS) {
        return CallerPlace.WITH_OTHER;
      }
      if (child.getStatus() == Call.Status.RINGING || child.getStatus() == Call.Status.QUEUED) {
        place = CallerPlace.RINGING_OTHER;
      }
    }
    return place;
  }

  /** Has both voices of a caller in a room sent to us; false when the call has ended. */
  boolean listen(String callSid, String token) {
    try {
      Stream.creator(callSid, URI.create(urls.media()))
          .setTrack(Stream.Track.BOTH_TRACKS)
          .setParameter1Name("token")
          .setParameter1Value(token)
          .create(client);
      return true;
    } catch (ApiException failure) {
      return over("send us a leg's sound", failure);
    }
  }

  private boolean update(
      String what, String callSid, @org.jspecify.annotations.Nullable String twiml) {
    try {
      if (twiml == null) {
        Call.updater(callSid).setStatus(Call.UpdateStatus.COMPLETED).update(client);
      } else {
        Call.updater(callSid).setTwiml(new Twiml(twiml)).update(client);
      }
      return true;
    } catch (ApiException failure) {
      return over(what, failure);
    }
  }

  /** False when it failed because the call has ended; throws otherwise. */
  private static boolean over(String what, ApiException failure) {
    Integer code = failure.getCode();
    if (code != null && (code == NOT_IN_PROGRESS || code == NOT_FOUND)) {
      return false;
    }
    throw explained(what, failure);
  }

  private static RuntimeException explained(String what, ApiException failure) {
    Integer status = failure.getStatusCode();
    if (status == null || status >= 500) {
      return new CarrierSilence(
          "the carrier failed to " + what + " (HTTP " + status + ")", failure);
    }
    Integer given = failure.getCode();
    int code = given == null ? status : given;
    CarrierCodes.Meaning meaning = CarrierCodes.of(status, code);
    return new CarrierRefusal(
        "the carrier refused to "
            + what
            + " ("
            + code
            + "): "
            + meaning.why()
            + "; "
            + meaning.fix(),
        meaning.why());
  }
}
