package org.cordboard.lab.virtual;

import java.time.Duration;
import java.util.List;
import org.cordboard.sim.faults.Dice;
import org.cordboard.sim.party.Script;

/** What callers of each {@link Kind} say, with variations by chance. */
final class Callers {
  private static final List<Order> STATUS_ORDERS =
      List.of(
          new Order("730154", "boots"),
          new Order("481927", "stove"),
          new Order("265803", "lamp"),
          new Order("219547", "pump"),
          new Order("408915", "compass"));
  private static final List<Order> REFUND_ORDERS =
      List.of(
          new Order("481927", "stove"),
          new Order("335790", "backpack"),
          new Order("914376", "filter"));
  private static final List<Question> QUESTIONS =
      List.of(
          new Question("How long do I have to return something?", "60|days|sixty"),
          new Question("How much is shipping?", "free|dollars|shipping"),
          new Question("Do you ship to Canada?", "canada|states"),
          new Question("Are there discounts?", "discount|percent|student"),
          new Question("Where are your stores?", "denver|boulder|store"),
          new Question("Do gift cards expire?", "gift|expire"),
          new Question("How long is the warranty?", "warranty|years"),
          new Question("Do bikes come assembled?", "assembled|percent"));

  private record Order(String number, String item) {
    String spoken() {
      return String.join(", ", number.split("")) + ".";
    }
  }

  private record Question(String text, String until) {}

  private Callers() {}

  static Script script(Kind kind, Dice dice) {
    ScriptWriter caller =
        new ScriptWriter()
            .answer("are you still there|can you hear|cant hear", "Yes, I am here.")
            .answer("shall i try again", "Yes, please.")
            .answer("shall i get|would you like me to get you a person", "No, thank you.");
    switch (kind) {
      case STATUS -> {
        status(caller.hear(), dice);
        questions(caller, dice, 3);
        bye(caller);
      }
      case REFUND -> refund(caller.hear(), dice);
      case QUESTION -> {
        caller.hear();
        questions(caller, dice, 5);
        bye(caller);
      }
      case PERSON, REFUSED, VOICEMAIL -> {
        questions(caller.hear(), dice, 2);
        person(caller, dice);
      }
      case SILENT -> caller.waitFor("ended");
      case INTERRUPTING -> interrupting(caller, dice);
      case HANGS_UP -> {
        status(caller.hear(), dice);
        refundOf(caller, dice);
        person(caller, dice);
      }
      case ABSENT -> absent(caller.hear(), dice);
      case KEYS -> keys(caller.hear(), dice);
      case ZERO -> {
        questions(caller.hear(), dice, 2);
        talk(caller.press("0"));
      }
    }
    return caller.script();
  }

  private static void status(ScriptWriter caller, Dice dice) {
    Order order = dice.pick(STATUS_ORDERS);
    knows(caller, order)
        .say(
            "number|digits",
            dice.pick(List.of("Where is my order?", "Hello. Where is my order?")),
            "I want to know where my order is.",
            "Please check my order.")
        .say(order.item(), order.spoken(), "My order number is " + order.spoken());
  }

  private static ScriptWriter knows(ScriptWriter caller, Order order) {
    return caller
        .answer("is that (right|correct)|did i get that right", "Yes.")
        .answer("order number|six digits|6 digits|which order", order.spoken());
  }

  private static void refund(ScriptWriter caller, Dice dice) {
    refundOf(caller, dice);
    questions(caller, dice, 2);
    bye(caller);
  }

  private static void refundOf(ScriptWriter caller, Dice dice) {
    Order order = dice.pick(REFUND_ORDERS);
    knows(caller, order)
        .say(
            "number|digits|go ahead",
            "I want my money back for an order.",
            "Can I have my money back, please?")
        .say("go ahead|shall i", order.spoken(), "My order number is " + order.spoken())
        .say("done|refunded|business days", "Yes, please.", "Yes, go ahead.");
  }

  /** So many questions, all different: who asks the same again wants a person. */
  private static void questions(ScriptWriter caller, Dice dice, int count) {
    int first = dice.between(0, QUESTIONS.size() - 1);
    for (int i = 0; i < count; i++) {
      Question question = QUESTIONS.get((first + i) % QUESTIONS.size());
      caller.say(question.until(), question.text(), question.text());
    }
  }

  private static void bye(ScriptWriter caller) {
    caller.say("", "No, thank you. Goodbye.").waitFor("ended");
  }

  private static void wish(ScriptWriter caller, Dice dice) {
    caller.say(
        "someone|somebody|line|moment|person",
        dice.pick(List.of("I want to speak to a person.", "Can I talk to a human?")),
        "Please connect me to a person.");
  }

  private static void person(ScriptWriter caller, Dice dice) {
    wish(caller, dice);
    talk(caller);
  }

  private static void talk(ScriptWriter caller) {
    caller
        .hear("how can i help|this is dana")
        .say("yes|sure|of course|certainly", "I would like to buy a gift card.")
        .say("", "That is great. Thank you very much.")
        .waitFor("person-ended")
        .pause(Duration.ofSeconds(3))
        .hangUp();
  }

  private static void absent(ScriptWriter caller, Dice dice) {
    wish(caller, dice);
    caller
        .hear("message|call you back")
        .say("your message|tell me|pass it on", "Yes, please take a message.", "Yes, please.")
        .say(
            "passed|call you back|thank",
            "My chair is broken. Please call me back.",
            "Please call me back about my broken chair.");
    bye(caller);
  }

  private static void keys(ScriptWriter caller, Dice dice) {
    Order order = dice.pick(STATUS_ORDERS);
    caller
        .answer("is that (right|correct)", "Yes.")
        .say("number|digits", "Where is my order?", "Please check my order.")
        .press(order.number())
        .hear(order.item());
    questions(caller, dice, 2);
    bye(caller);
  }

  private static void interrupting(ScriptWriter caller, Dice dice) {
    caller.pause(Duration.ofMillis(dice.between(1_500, 4_000)));
    for (int i = 0; i < 3; i++) {
      Question question = dice.pick(QUESTIONS);
      caller.sayOver("", question.text()).pause(Duration.ofMillis(dice.between(2_500, 8_000)));
    }
    caller.hear();
    bye(caller);
  }
}
