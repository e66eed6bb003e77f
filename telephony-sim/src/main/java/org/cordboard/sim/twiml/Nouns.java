package org.cordboard.sim.twiml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cordboard.sim.twiml.Verb.Action;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads what stands inside a verb: streams, telephones, conferences. */
final class Nouns {
  private static final int BAD_TRACK = 31941;
  private static final int MAX_PARAMETER_CHARS = 500;
  private static final List<String> TRACKS =
      List.of("inbound_track", "outbound_track", "both_tracks");

  private Nouns() {}

  /** {@code <Verb><Noun>}, for saying what is not simulated. */
  static String named(Element verb) {
    List<Element> inside = Attributes.children(verb);
    return inside.isEmpty()
        ? verb.getTagName() + "> without a noun <" + verb.getTagName()
        : verb.getTagName() + "><" + inside.get(0).getTagName();
  }

  /** The one {@code <Stream>} in {@code verb}; null when there is something else or nothing. */
  static Verb.@Nullable StreamNoun stream(
      Element verb, List<TwimlWarning> warnings, boolean bothWays) {
    List<Element> inside = Attributes.children(verb);
    if (inside.size() != 1 || !inside.get(0).getTagName().equals("Stream")) {
      return null;
    }
    Element element = inside.get(0);
    Attributes given = new Attributes(element, warnings);
    given.ignore("connectorName");
    String track = given.text("track", "inbound_track");
    if (!TRACKS.contains(track) || (bothWays && !track.equals("inbound_track"))) {
      warnings.add(
          new TwimlWarning(
              BAD_TRACK,
              "<Stream>: track '" + track + "' is not allowed in <" + verb.getTagName() + ">"));
      track = "inbound_track";
    }
    Verb.StreamNoun stream =
        new Verb.StreamNoun(
            given.text("url", ""),
            given.text("name", ""),
            track,
            given.text("statusCallback", ""),
            given.method("statusCallbackMethod"),
            parameters(element, warnings));
    given.done();
    return stream;
  }

  private static Map<String, String> parameters(Element stream, List<TwimlWarning> warnings) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (Element child : Attributes.children(stream)) {
      Attributes given = new Attributes(child, warnings);
      if (!child.getTagName().equals("Parameter")) {
        given.warn("not allowed in <Stream>");
        continue;
      }
      String name = given.text("name", "");
      String value = given.text("value", "");
      given.done();
      if (name.isEmpty() || name.length() + value.length() >= MAX_PARAMETER_CHARS) {
        given.warn("needs a name, and name and value of less than 500 characters together");
      } else {
        parameters.put(name, value);
      }
    }
    return parameters;
  }

  static Verb stop(Element verb, List<TwimlWarning> warnings) {
    List<Element> inside = Attributes.children(verb);
    if (inside.size() != 1 || !inside.get(0).getTagName().equals("Stream")) {
      return new Verb.NotSimulated(named(verb));
    }
    Attributes given = new Attributes(inside.get(0), warnings);
    Verb.Stop stop = new Verb.Stop(given.text("name", ""));
    given.done();
    return stop;
  }

  /** Whom a {@code <Dial>} names; null when the noun is not simulated. */
  static Verb.@Nullable Target target(Element dial, List<TwimlWarning> warnings) {
    List<Element> inside = Attributes.children(dial);
    if (inside.isEmpty()) {
      String plain = Attributes.words(dial);
      return plain.isEmpty()
          ? null
          : new Verb.NumberTarget(plain, null, "", "POST", List.of("completed"));
    }
    Element noun = inside.get(0);
    Attributes given = new Attributes(noun, warnings);
    if (inside.size() > 1) {
      given.warn("not simulated: more than one noun in <Dial>; the first is dialled");
    }
    Verb.Target target =
        switch (noun.getTagName()) {
          case "Number" -> number(noun, given);
          case "Conference" -> conference(noun, given);
          default -> null;
        };
    if (target != null) {
      given.done();
    }
    return target;
  }

  private static Verb.Target number(Element noun, Attributes given) {
    given
        .ignore("byoc")
        .lacking("sendDigits", "machineDetection", "amdStatusCallback", "amdStatusCallbackMethod");
    String method = given.method("method");
    return new Verb.NumberTarget(
        Attributes.words(noun),
        given.has("url") ? new Action(given.text("url", ""), method) : null,
        given.text("statusCallback", ""),
        given.method("statusCallbackMethod"),
        given.words("statusCallbackEvent", "completed"));
  }

  private static Verb.Target conference(Element noun, Attributes given) {
    given
        .ignore("jitterBufferSize", "region", "maxParticipants", "trim")
        .lacking("coach", "record", "recordingStatusCallback", "eventCallbackUrl");
    String waitUrl = given.text("waitUrl", "");
    boolean silent = given.has("waitUrl") && waitUrl.isEmpty();
    String waitMethod = given.method("waitMethod");
    return new Verb.ConferenceTarget(
        Attributes.words(noun),
        given.text("participantLabel", ""),
        given.flag("muted", false),
        given.oneOf("beep", "true", "true", "false", "onEnter", "onExit"),
        given.flag("startConferenceOnEnter", true),
        given.flag("endConferenceOnExit", false),
        waitUrl.isEmpty() ? null : new Action(waitUrl, waitMethod),
        silent,
        given.text("statusCallback", ""),
        given.method("statusCallbackMethod"),
        given.words("statusCallbackEvent", "start end"));
  }
}
