package org.cordboard.dialog.privacy;

import java.util.regex.Pattern;

/**
 * The form of digits that a slot takes, as declared by the playbook: what matches may be kept while
 * the slot is expected.
 *
 * @param name the slot's name
 * @param regex what all of its digits match, such as {@code \d{6}}
 */
public record SlotForm(String name, String regex) {
  /** Checks the regular expression. */
  public SlotForm {
    Pattern.compile(regex);
  }

  /** A number of {@code least} to {@code most} digits. */
  public static SlotForm digits(String name, int least, int most) {
    if (least < 1 || most < least) {
      throw new IllegalArgumentException(
          "a slot has at least one digit, and no more than its most");
    }
    return new SlotForm(name, "\\d{" + least + "," + most + "}");
  }

  boolean takes(String digits) {
    return digits.matches(regex);
  }
}
