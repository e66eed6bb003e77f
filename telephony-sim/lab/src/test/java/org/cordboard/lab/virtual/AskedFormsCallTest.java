package org.cordboard.lab.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cordboard.dialog.DialogEvent;
import org.cordboard.gateway.call.CallOutcome;
import org.cordboard.gateway.call.GatewayEvent;
import org.cordboard.speech.wiring.SpeechParts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole calls of a company that asks for an e-mail address, a name, and a code to be spelt: callers
 * who hesitate inside their answers are heard to their end.
 */
class AskedFormsCallTest {
  private static Company company;

  @BeforeAll
  static void learn(@TempDir Path scratch) throws IOException {
    Path playbook = scratch.resolve("playbook");
    copy(Path.of("").toAbsolutePath().getParent().getParent().resolve("dialog/playbook"), playbook);
    tool(
        playbook,
        "send_receipt",
        "slot = email, pattern = \"[^@ ]+@[^@ ]+\", ask = \"Which e-mail address shall it go to?\"",
        "The receipt goes to {value}. Is that right?");
    tool(
        playbook,
        "arrange_visit",
        "slot = name, pattern = \".{2,60}\", ask = \"What is your full name?\"",
        "A visit for {value}. Is that right?");
    tool(
        playbook,
        "redeem_voucher",
        "slot = voucher, form = spelling, pattern = \"[A-Z0-9]{6}\", ask = \"Please spell the code.\"",
        "The voucher {value}. Is that right?");
    Files.writeString(
        playbook.resolve("intents/forms.conf"),
        """
        receipt {
          says = "have a receipt"
          examples = ["I need a receipt", "send me a receipt", "I would like a receipt by mail",
            "can I have a receipt", "a receipt, please", "mail me the receipt"]
          does = "tool send_receipt"
          high-stakes = false
        }
        visit {
          says = "arrange a visit"
          examples = ["I need a technician visit", "send a technician to my home", "arrange a home visit",
            "a technician should come", "can a technician come by", "book a technician"]
          does = "tool arrange_visit"
          high-stakes = false
        }
        voucher {
          says = "redeem a voucher"
          examples = ["redeem my voucher", "I want to use a voucher code", "use my voucher",
            "I have a voucher", "apply a voucher code", "can I use a voucher"]
          does = "tool redeem_voucher"
          high-stakes = false
        }
        """);
    company = Company.load(scratch, Map.of("playbook.path", playbook.toString()));
  }

  @Test
  void whoHesitatesInAnAddressIsNotCutOff() {
    World world = world();
    Result result =
        world.play(
            Company.NUMBER,
            caller()
                .say("address", "I would like a receipt by mail.")
                .say("", "It's john dot")
                .pause(Duration.ofMillis(1_000))
                .sayOver("", "smith")
                .pause(Duration.ofMillis(1_000))
                .sayOver("john dot smith at example dot com|is that right", "at example dot com.")
                .say("passed", "Yes, that's right.")
                .say("", "No, thank you. Goodbye.")
                .waitFor("ended")
                .script());

    served(world, result, "send_receipt", "john.smith@example.com");
    assertThat(result.history()).anyMatch(line -> line.contains("john dot smith at example"));
  }

  @Test
  void whoHesitatesInANameIsNotCutOff() {
    World world = world();
    Result result =
        world.play(
            Company.NUMBER,
            caller()
                .say("name", "I need a technician visit.")
                .say("", "John")
                .pause(Duration.ofMillis(1_000))
                .sayOver("john smith", "Smith.")
                .say("passed", "Yes, that's right.")
                .say("", "No, thank you. Goodbye.")
                .waitFor("ended")
                .script());

    served(world, result, "arrange_visit", "John Smith");
    assertThat(turns(world)).contains("John Smith.");
  }

  @Test
  void whoHesitatesInASpellingIsNotCutOff() {
    World world = world();
    Result result =
        world.play(
            Company.NUMBER,
            caller()
                .say("spell", "I want to use a voucher code.")
                .say("", "It's A B")
                .pause(Duration.ofMillis(1_000))
                .sayOver("", "one two")
                .pause(Duration.ofMillis(1_000))
                .sayOver("is that right", "C D.")
                .say("passed", "Yes, that's right.")
                .say("", "No, thank you. Goodbye.")
                .waitFor("ended")
                .script());

    served(world, result, "redeem_voucher", "AB12CD");
  }

  private static ScriptWriter caller() {
    return new ScriptWriter().hear();
  }

  /** The whole answer was one turn; its value was read back, agreed to, and given to the tool. */
  private static void served(World world, Result result, String tool, String value) {
    assertThat(result.broken()).as(result.history().toString()).isEmpty();
    assertThat(result.missed()).as(result.history().toString()).isEmpty();
    assertThat(turns(world)).as(result.history().toString()).hasSize(4);
    assertThat(world.ledger(DialogEvent.ConfirmationAsked.class))
        .extracting(DialogEvent.ConfirmationAsked::readBack)
        .singleElement()
        .asString()
        .contains(value);
    assertThat(world.ledger(DialogEvent.ToolIntended.class))
        .extracting(each -> each.tool() + " " + each.arguments().get("value"))
        .containsExactly(tool + " " + value);
    assertThat(world.ledger(GatewayEvent.CallEnded.class))
        .extracting(GatewayEvent.CallEnded::outcome)
        .containsExactly(CallOutcome.Result.CONVERSED);
  }

  private static List<String> turns(World world) {
    return world.ledger(DialogEvent.CallerSaid.class).stream()
        .map(DialogEvent.CallerSaid::text)
        .toList();
  }

  private static World world() {
    return new World(
        new Case(7, 1, false, Kind.STATUS, Fault.NONE),
        company,
        (from, own) ->
            SpeechParts.of(
                from.settings(),
                List.of(Engines.recognizer(from.settings())),
                List.of(Engines.voice(from.settings())),
                java.util.Optional.empty()));
  }

  private static void tool(Path playbook, String name, String parameter, String confirm)
      throws IOException {
    Files.writeString(
        playbook.resolve("tools").resolve(name + ".conf"),
        """
        name = %s
        description = "x"
        label = "that"
        backend = messages
        level = unknown
        irreversible = true
        parameters { value { description = "x", %s } }
        rules = []
        confirm = "%s"
        result-by = outcome
        results { done = "I've passed that on.", other = "That was not done." }
        """
            .formatted(name, parameter, confirm));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(file -> !from.relativize(file).startsWith("languages"))
          .forEach(
              file -> {
                try {
                  Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException broken) {
                  throw new UncheckedIOException(broken);
                }
              });
    }
  }
}
