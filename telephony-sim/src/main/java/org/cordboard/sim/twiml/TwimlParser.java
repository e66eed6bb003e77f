package org.cordboard.sim.twiml;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.cordboard.sim.twiml.Verb.Action;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads the carrier's documents. Pure. Element names are case-sensitive; what cannot be read as XML
 * is error 12100, what is wrong inside is warned of under 12200 or the code of its own.
 */
public final class TwimlParser {
  private static final int UNREADABLE = 12100;

  private final String current;
  private final List<TwimlWarning> warnings = new ArrayList<>();

  private TwimlParser(String current) {
    this.current = current;
  }

  /**
   * Parses {@code xml}.
   *
   * @param current the document's own URL: where {@code <Gather>} and {@code <Record>} go when they
   *     name no action
   */
  public static TwimlDocument parse(String xml, String current) throws TwimlException {
    TwimlParser parser = new TwimlParser(current);
    Element root = parser.read(xml);
    if (!root.getTagName().equals("Response")) {
      throw new TwimlException(
          UNREADABLE, "the root must be <Response>, not <" + root.getTagName() + ">");
    }
    List<Verb> verbs = new ArrayList<>();
    for (Element child : Attributes.children(root)) {
      Verb verb = parser.verb(child);
      if (verb instanceof Verb.Reject && !verbs.isEmpty()) {
        parser.attributes(child).warn("must be the first verb");
      }
      verbs.add(verb);
    }
    return new TwimlDocument(verbs, parser.warnings);
  }

  private Element read(String xml) throws TwimlException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Silent());
      return builder.parse(new InputSource(new StringReader(xml.strip()))).getDocumentElement();
    } catch (SAXParseException broken) {
      throw new TwimlException(
          UNREADABLE,
          "line " + broken.getLineNumber() + " of the document: " + broken.getMessage());
    } catch (SAXException | IOException broken) {
      throw new TwimlException(UNREADABLE, String.valueOf(broken.getMessage()));
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException("no XML parser", impossible);
    }
  }

  private Attributes attributes(Element element) {
    return new Attributes(element, warnings);
  }

  private Verb verb(Element element) {
    Attributes given = attributes(element);
    Verb verb = verb(element, given);
    if (!(verb instanceof Verb.NotSimulated)) {
      given.done();
    }
    return verb;
  }

  private Verb verb(Element element, Attributes given) {
    switch (element.getTagName()) {
      case "Say", "Play", "Pause":
        return prompt(element, given);
      case "Connect":
        Verb.StreamNoun both = Nouns.stream(element, warnings, true);
        return both == null
            ? new Verb.NotSimulated(Nouns.named(element))
            : new Verb.Connect(both, optionalAction(given));
      case "Start":
        Verb.StreamNoun listening = Nouns.stream(element, warnings, false);
        return listening == null
            ? new Verb.NotSimulated(Nouns.named(element))
            : new Verb.Start(listening);
      case "Stop":
        return Nouns.stop(element, warnings);
      case "Gather":
        return gather(element, given);
      case "Dial":
        return dial(element, given);
      case "Record":
        return record(given);
      case "Redirect":
        return new Verb.Redirect(new Action(Attributes.words(element), given.method("method")));
      case "Reject":
        return new Verb.Reject(given.oneOf("reason", "rejected", "rejected", "busy"));
      case "Hangup":
        return new Verb.Hangup();
      default:
        return new Verb.NotSimulated(element.getTagName());
    }
  }

  private Verb.Prompt prompt(Element element, Attributes given) {
    switch (element.getTagName()) {
      case "Say":
        given.ignore("language");
        return new Verb.Say(
            Attributes.words(element), given.text("voice", ""), given.number("loop", 1, 0, 1000));
      case "Play":
        return new Verb.Play(
            Attributes.words(element), given.text("digits", ""), given.number("loop", 1, 0, 1000));
      default:
        return new Verb.Pause(given.number("length", 1, 0, 3600));
    }
  }

  private Verb gather(Element element, Attributes given) {
    given
        .ignore("language", "hints", "profanityFilter", "enhanced", "speechModel")
        .ignore("speechTimeout", "maxSpeechTime")
        .lacking("partialResultCallback");
    if (given.oneOf("input", "dtmf", "dtmf", "speech", "dtmf speech").contains("speech")) {
      given.warn("not simulated: input 'speech'; keys only");
    }
    List<Verb.Prompt> prompts = new ArrayList<>();
    for (Element child : Attributes.children(element)) {
      if (List.of("Say", "Play", "Pause").contains(child.getTagName())) {
        Attributes inner = attributes(child);
        prompts.add(prompt(child, inner));
        inner.done();
      } else {
        given.warn("<" + child.getTagName() + "> is not allowed here");
      }
    }
    return new Verb.Gather(
        given.action(given.text("action", current), "method"),
        given.number("timeout", 5, 0, 600),
        given.number("numDigits", 0, 1, 100),
        given.text("finishOnKey", "#"),
        given.flag("actionOnEmptyResult", false),
        given.flag("bargeIn", true),
        List.copyOf(prompts));
  }

  private Verb dial(Element element, Attributes given) {
    given
        .lacking("record", "recordingTrack", "recordingStatusCallback", "referUrl", "sequential")
        .ignore("ringTone", "trim");
    Verb.Target target = Nouns.target(element, warnings);
    if (target == null) {
      return new Verb.NotSimulated(Nouns.named(element));
    }
    return new Verb.Dial(
        optionalAction(given),
        given.number("timeout", 30, 1, 600),
        given.number("timeLimit", 14_400, 1, 86_400),
        given.text("callerId", ""),
        given.flag("answerOnBridge", false),
        given.flag("hangupOnStar", false),
        target);
  }

  private Verb record(Attributes given) {
    given
        .ignore("trim", "recordingStatusCallbackMethod", "recordingStatusCallbackEvent")
        .lacking("recordingStatusCallback", "transcribe", "transcribeCallback");
    return new Verb.Record(
        given.action(given.text("action", current), "method"),
        given.number("timeout", 5, 0, 600),
        given.number("maxLength", 3600, 1, 14_400),
        given.text("finishOnKey", "1234567890*#"),
        given.flag("playBeep", true));
  }

  private @Nullable Action optionalAction(Attributes given) {
    String method = given.method("method");
    return given.has("action") ? new Action(given.text("action", ""), method) : null;
  }

  /** Keeps the parser from writing to standard error; what it throws says it all. */
  private static final class Silent implements ErrorHandler {
    @Override
    public void warning(SAXParseException warning) {
      // nothing that matters to a caller
    }

    @Override
    public void error(SAXParseException error) throws SAXException {
      throw error;
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXException {
      throw error;
    }
  }
}
