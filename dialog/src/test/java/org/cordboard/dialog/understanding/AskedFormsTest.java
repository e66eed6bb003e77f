package org.cordboard.dialog.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.cordboard.dialog.Expecting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers answer when a name, an address, a code or a number was asked for. */
class AskedFormsTest {
  private static final Expecting NAME = asked(Expecting.Form.NAME, "customer", 0);
  private static final Expecting CODE = asked(Expecting.Form.SPELLING, "voucher", 0);
  private static final Expecting EMAIL = asked(Expecting.Form.EMAIL, "receipt_to", 0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "John Smith. | John Smith",
        "john smith | John Smith",
        "Um, it's John. Um, Smith. | John Smith",
        "My name is, uh, Anne-Marie O'Neill, please. | Anne-Marie O'Neill",
        "My name is John Smith, S M I T H. | John Smith",
        "Smyth, S-M-Y-T-H. | Smyth",
        "John Smith, that's S M Y T H. | John Smyth",
        "First name John, last name Smith. | John Smith",
        "J. Smith. | J Smith",
        "S as in Sam, M as in Mary, I, T, H | Smith",
        "Mia van der Berg | Mia van der Berg",
        "Will May | Will May",
        "Äh, mein Name ist Jana Vogt. | Jana Vogt",
        "Vogt, V wie Viktor, O, G, T. | Vogt",
        "Frau Müller | Müller",
      })
  void aNameIsRead(String words, String name) {
    assertThat(SlotRules.read(words, NAME)).containsEntry("customer", name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I don't know.",
        "What for?",
        "No, thanks.",
        "A person, please.",
        "Speak to an operator.",
        "Wait a moment.",
        "Why do you need that",
        "481927",
        "Das weiß ich nicht.",
        "Einen Menschen, bitte.",
        "",
      })
  void whatIsNoNameIsNone(String words) {
    assertThat(SlotRules.read(words, NAME)).doesNotContainKey("customer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A B one two C. | AB12C",
        "It's, um, A... B, one two, uh, C. | AB12C",
        "A-B-1-2-C. | AB12C",
        "The code is AB12C. | AB12C",
        "B as in boy, 7, double X | B7XX",
        "Bravo seven x-ray xray | B7XX",
        "A for apple, B for bus, nine oh | AB90",
        "Das ist Berlin Anton vier, zwei. | BA42",
        "B wie Berta, 4, fünf | B45",
        "I have it here, it's K 9 K 9. | K9K9",
      })
  void aCodeIsReadAsItIsSpelt(String words, String code) {
    assertThat(SlotRules.read(words, CODE)).containsEntry("voucher", code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"I don't have it here.", "What code?", "Das habe ich nicht."})
  void whatSpellsNothingIsNoCode(String words) {
    assertThat(SlotRules.read(words, CODE)).doesNotContainKey("voucher");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It's jo dot smith at example dot com | jo.smith@example.com",
        "It's jo dot, um, smith... at, uh, example dot com. | jo.smith@example.com",
        "That's jo.smith@example.com. | jo.smith@example.com",
        "Jo dot. Smith at. Example dot com. | jo.smith@example.com",
        "jo punkt, ähm, schmidt at beispiel punkt de | jo.schmidt@beispiel.de",
      })
  void anAddressIsReadWhereverTheCallerHesitates(String words, String address) {
    assertThat(SlotRules.read(words, EMAIL)).containsEntry("receipt_to", address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"four eight, um, one nine | 4819", "It's 48 19. | 4819"})
  void aNumberOfItsOwnLengthIsRead(String words, String number) {
    assertThat(SlotRules.read(words, asked(Expecting.Form.DIGITS, "customer_number", 4)))
        .containsEntry("customer_number", number);
    assertThat(SlotRules.read(words, asked(Expecting.Form.DIGITS, "customer_number", 5)))
        .doesNotContainKey("customer_number");
  }

  private static Expecting asked(Expecting.Form form, String slot, int length) {
    return new Expecting(form, Set.of(slot), length, length);
  }
}
