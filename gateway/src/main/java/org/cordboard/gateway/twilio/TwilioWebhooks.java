package org.cordboard.gateway.twilio;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.cordboard.dialog.CallId;
import org.cordboard.gateway.call.CallAnswer;
import org.cordboard.gateway.call.CarrierEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the carrier's requests mean: string maps in, a document out, at once or later. Knows nothing
 * of HTTP, so that a simulated carrier can speak to it directly. Any thread.
 */
final class TwilioWebhooks {
  private static final Logger log = LoggerFactory.getLogger(TwilioWebhooks.class);

  /** Requests that want a document; the others are told that they were heard. */
  static final Set<String> WITH_DOCUMENT =
      Set.of(
          TwilioUrls.VOICE,
          TwilioUrls.AFTER_STREAM,
          TwilioUrls.MENU,
          TwilioUrls.AFTER_DIAL,
          TwilioUrls.MESSAGE_RECORDED,
          TwilioUrls.OFFER_BRIEF,
          TwilioUrls.OFFER_ACCEPT,
          TwilioUrls.AFTER_ROOM);

  /** Requests that only tell. */
  static final Set<String> NEWS =
      Set.of(TwilioUrls.STATUS, TwilioUrls.OFFER_STATUS, TwilioUrls.CONFERENCE);

  private static final String SORRY = "I am sorry for the wait. I am connecting you now.";

  private final CarrierEvents events;
  private final TwiML documents;
  private final OfferReplies replies;
  private final String fallbackPerson;

  TwilioWebhooks(
      CarrierEvents events, TwiML documents, OfferReplies replies, String fallbackPerson) {
    this.events = events;
    this.documents = documents;
    this.replies = replies;
    this.fallbackPerson = fallbackPerson;
  }

  /** Delivers a request that only tells. */
  void news(Webhook webhook) {
    switch (webhook.path()) {
      case TwilioUrls.STATUS -> {
        if (webhook.ended()) {
          events.callEnded(webhook.call(), webhook.said("CallStatus"));
        }
      }
      case TwilioUrls.OFFER_STATUS ->
          events.offerProgress(
              webhook.call(),
              webhook.offer(),
              webhook.leg(),
              webhook.said("CallStatus"),
              webhook.said("AnsweredBy"));
      case TwilioUrls.CONFERENCE ->
          events.conference(
              webhook.call(),
              webhook.said("StatusCallbackEvent"),
              webhook.said("ParticipantLabel"),
              Map.copyOf(new HashMap<>(webhook.form())));
      default -> throw new IllegalArgumentException("no news at " + webhook.path());
    }
  }

  /** Delivers a request that wants a document; {@code reply} is called once or never. */
  void document(Webhook webhook, Consumer<String> reply) {
    CallId call = webhook.call();
    Consumer<CallAnswer> answer = decided -> reply.accept(documents.render(call, decided));
    switch (webhook.path()) {
      case TwilioUrls.VOICE -> events.incoming(webhook.incoming(), answer);
      case TwilioUrls.AFTER_STREAM -> {
        if (!over(webhook, reply)) {
          events.afterStream(webhook.incoming(), answer);
        }
      }
      case TwilioUrls.AFTER_ROOM -> {
        if (!over(webhook, reply)) {
          events.afterRoom(call, webhook.said("DialCallStatus"), answer);
        }
      }
      case TwilioUrls.MENU -> reply.accept(chosen(webhook));
      case TwilioUrls.AFTER_DIAL -> reply.accept(afterDial(webhook));
      case TwilioUrls.MESSAGE_RECORDED -> reply.accept(recorded(webhook));
      case TwilioUrls.OFFER_BRIEF -> {
        replies.await(webhook.offer(), reply);
        events.offerAnswered(call, webhook.offer(), webhook.leg());
      }
      case TwilioUrls.OFFER_ACCEPT -> {
        replies.await(webhook.offer(), reply);
        events.offerKeyed(call, webhook.offer(), webhook.said("Digits"));
      }
      default -> throw new IllegalArgumentException("no document at " + webhook.path());
    }
  }

  /** The document when nobody has answered in time: never an empty line for a caller. */
  String safe(Webhook webhook) {
    return switch (webhook.path()) {
      case TwilioUrls.OFFER_BRIEF, TwilioUrls.OFFER_ACCEPT -> documents.goodbye("");
      default -> documents.dialPerson(SORRY, fallbackPerson);
    };
  }

  private boolean over(Webhook webhook, Consumer<String> reply) {
    if (webhook.ended()) {
      events.callEnded(webhook.call(), webhook.said("CallStatus"));
      reply.accept(TwiML.nothing());
      return true;
    }
    return false;
  }

  private String chosen(Webhook webhook) {
    return webhook.said("Digits").equals("2")
        ? documents.takeMessage()
        : documents.dialPerson("", webhook.query().getOrDefault("person", ""));
  }

  private String afterDial(Webhook webhook) {
    boolean talked =
        webhook.said("DialCallStatus").equals("completed")
            || webhook.said("DialCallStatus").equals("answered");
    return talked || webhook.ended() ? documents.goodbye("") : documents.takeMessage();
  }

  private String recorded(Webhook webhook) {
    String sid = webhook.said("RecordingSid");
    String seconds = webhook.said("RecordingDuration");
    boolean taken = sid.matches("[A-Za-z0-9]{1,64}") && seconds.matches("[0-9]{1,6}");
    if (taken) {
      events.messageRecorded(webhook.call(), sid, Integer.parseInt(seconds));
    } else {
      log.warn("call {}: a message was recorded, but the carrier does not name it", webhook.call());
    }
    if (webhook.ended()) {
      return TwiML.nothing();
    }
    return taken ? documents.messageTaken() : documents.takeMessage();
  }
}
