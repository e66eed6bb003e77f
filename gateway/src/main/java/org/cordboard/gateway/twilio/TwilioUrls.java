package org.cordboard.gateway.twilio;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.cordboard.dialog.CallId;

/**
 * Every address that the carrier is given. All but the socket's carry the overrides for retries.
 */
final class TwilioUrls {
  static final String MEDIA = "/media";
  static final String VOICE = "/twilio/voice";
  static final String AFTER_STREAM = "/twilio/after-stream";
  static final String STATUS = "/twilio/status";
  static final String MENU = "/twilio/menu";
  static final String AFTER_DIAL = "/twilio/after-dial";
  static final String MESSAGE_RECORDED = "/twilio/message-recorded";
  static final String OFFER_BRIEF = "/twilio/offer/brief";
  static final String OFFER_ACCEPT = "/twilio/offer/accept";
  static final String OFFER_STATUS = "/twilio/offer/status";
  static final String CONFERENCE = "/twilio/conference";
  static final String AFTER_ROOM = "/twilio/after-room";

  private final String origin;
  private final String fragment;

  TwilioUrls(TwilioSettings settings) {
    String url = settings.publicUrl().toString();
    this.origin = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    String overrides = settings.connectionOverrides();
    this.fragment = overrides.isEmpty() ? "" : "#" + overrides;
  }

  /** The media socket; takes neither query nor overrides. */
  String media() {
    return "ws" + origin.substring("http".length()) + MEDIA; // http → ws, https → wss
  }

  String of(String path) {
    return origin + path + fragment;
  }

  String menu(String person) {
    return origin + MENU + "?person=" + encoded(person) + fragment;
  }

  String ofCall(String path, CallId call) {
    return origin + path + "?call=" + call + fragment;
  }

  String ofOffer(String path, CallId call, String offer) {
    return origin + path + "?call=" + call + "&offer=" + encoded(offer) + fragment;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
