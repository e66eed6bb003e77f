package org.cordboard.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cordboard.dialog.CallId;
import org.cordboard.gateway.call.CallAnswer;
import org.cordboard.handoff.LegScript;
import org.junit.jupiter.api.Test;

class TwilioWebhooksTest {
  private final FakeEvents events =
      new FakeEvents((stream, accepted) -> accepted.refuse("no streams here"));
  private final OfferReplies replies = new OfferReplies();
  private final TwilioSettings settings = TestSettings.with("");
  private final TwilioWebhooks webhooks =
      new TwilioWebhooks(events, new TwiML(settings), replies, "+15550100009");
  private final List<String> answers = new ArrayList<>();

  private static Webhook webhook(String path, Map<String, String> query, String... form) {
    Map<String, String> said = new HashMap<>();
    said.put("CallSid", "CA02");
    for (int i = 0; i < form.length; i += 2) {
      said.put(form[i], form[i + 1]);
    }
    return new Webhook(path, query, said);
  }

  private static final Map<String, String> OFFER = Map.of("call", "CA02", "offer", "CA02-o1");

  @Test
  void answeredLegWaitsUntilItIsToldWhatToDo() {
    webhooks.document(webhook(TwilioUrls.OFFER_BRIEF, OFFER, "CallSid", "CA0a"), answers::add);
    assertThat(events.heard).containsExactly("answered CA02 CA02-o1 CA0a");
    assertThat(answers).isEmpty();
    String document =
        new RoomTwiML(settings)
            .agent(new CallId("CA02"), "CA02-o1", new LegScript.AskForKey("Press 1."));
    replies.answer("CA02-o1", document);
    replies.answer("CA02-o1", document);
    assertThat(answers).containsExactly(document);
  }

  @Test
  void keyAndItsAbsenceAreDelivered() {
    webhooks.document(webhook(TwilioUrls.OFFER_ACCEPT, OFFER, "Digits", "1"), answers::add);
    webhooks.document(webhook(TwilioUrls.OFFER_ACCEPT, OFFER), answers::add);
    assertThat(events.heard).containsExactly("keyed CA02-o1 '1'", "keyed CA02-o1 ''");
  }

  @Test
  void legsProgressAndRoomEventsAreDelivered() {
    webhooks.news(
        webhook(
            TwilioUrls.OFFER_STATUS,
            OFFER,
            "CallSid",
            "CA0a",
            "CallStatus",
            "busy",
            "AnsweredBy",
            "fax"));
    webhooks.news(
        webhook(
            TwilioUrls.CONFERENCE,
            Map.of("call", "CA02"),
            "CallSid",
            "CA0a",
            "StatusCallbackEvent",
            "participant-join",
            "ParticipantLabel",
            "agent"));
    assertThat(events.heard)
        .containsExactly(
            "progress CA02-o1 CA0a busy fax", "conference CA02 participant-join agent");
  }

  @Test
  void onlyATerminalStatusEndsTheCall() {
    webhooks.news(webhook(TwilioUrls.STATUS, Map.of(), "CallStatus", "in-progress"));
    assertThat(events.heard).isEmpty();
    webhooks.news(webhook(TwilioUrls.STATUS, Map.of(), "CallStatus", "completed"));
    assertThat(events.heard).containsExactly("ended CA02 completed");
  }

  @Test
  void afterStreamAsksWhatComesNextUnlessTheCallerHungUp() {
    webhooks.document(
        webhook(TwilioUrls.AFTER_STREAM, Map.of(), "CallStatus", "in-progress"), answers::add);
    events.replies.remove().accept(new CallAnswer.Stream("t", true));
    assertThat(answers.get(0)).contains("<Connect>").contains("value=\"true\"");
    webhooks.document(
        webhook(TwilioUrls.AFTER_STREAM, Map.of(), "CallStatus", "completed"), answers::add);
    assertThat(events.heard).containsExactly("afterStream", "ended CA02 completed");
    assertThat(answers.get(1)).endsWith("<Response/>");
  }

  @Test
  void afterTheRoomTheCallIsAskedForTheNextDocument() {
    webhooks.document(
        webhook(
            TwilioUrls.AFTER_ROOM,
            Map.of("call", "CA02"),
            "CallStatus",
            "in-progress",
            "DialCallStatus",
            "answered"),
        answers::add);
    assertThat(events.heard).containsExactly("afterRoom answered");
  }

  @Test
  void menuRingsThePersonOrTakesAMessage() {
    Map<String, String> person = Map.of("person", "+15550100009");
    webhooks.document(webhook(TwilioUrls.MENU, person, "Digits", "1"), answers::add);
    webhooks.document(webhook(TwilioUrls.MENU, person, "Digits", "2"), answers::add);
    assertThat(answers.get(0)).contains("<Number>+15550100009</Number>");
    assertThat(answers.get(1)).contains("<Record ");
  }

  @Test
  void personWhoDoesNotAnswerIsFollowedByAMessageAndOneWhoTalkedByTheEnd() {
    webhooks.document(
        webhook(TwilioUrls.AFTER_DIAL, Map.of(), "DialCallStatus", "no-answer"), answers::add);
    webhooks.document(
        webhook(TwilioUrls.AFTER_DIAL, Map.of(), "DialCallStatus", "completed"), answers::add);
    assertThat(answers.get(0)).contains("<Record ");
    assertThat(answers.get(1)).endsWith("<Response><Hangup/></Response>");
  }

  @Test
  void recordedMessageIsToldAndThankedFor() {
    webhooks.document(recorded("RE7", "12", "in-progress"), answers::add);
    assertThat(events.heard).containsExactly("message CA02 RE7 12");
    assertThat(answers.get(0)).contains("We have your message");
  }

  @Test
  void messageOfACallerWhoHungUpCountsToo() {
    webhooks.document(recorded("RE7", "3", "completed"), answers::add);
    assertThat(events.heard).containsExactly("message CA02 RE7 3");
    assertThat(answers.get(0)).endsWith("<Response/>");
  }

  @Test
  void messageThatTheCarrierDoesNotNameIsAskedForAgain() {
    webhooks.document(recorded("", "", "in-progress"), answers::add);
    assertThat(events.heard).isEmpty();
    assertThat(answers.get(0)).contains("<Record ");
  }

  private static Webhook recorded(String sid, String seconds, String status) {
    return webhook(
        TwilioUrls.MESSAGE_RECORDED,
        Map.of(),
        "RecordingSid",
        sid,
        "RecordingDuration",
        seconds,
        "CallStatus",
        status);
  }

  @Test
  void safeDocumentRingsAPersonForCallersAndEndsAgentsLegs() {
    assertThat(webhooks.safe(webhook(TwilioUrls.VOICE, Map.of()))).contains("+15550100009");
    assertThat(webhooks.safe(webhook(TwilioUrls.OFFER_ACCEPT, OFFER))).contains("<Hangup/>");
  }
}
