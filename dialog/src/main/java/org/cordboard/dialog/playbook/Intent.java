package org.cordboard.dialog.playbook;

import java.util.List;
import java.util.Set;

/**
 * Something that callers want, from {@code intents/}.
 *
 * @param name lower case with underscores, such as {@code order_status}
 * @param says the wish in a few words, to follow "do you want to": {@code check on an order}
 * @param examples how callers say it; the classifier learns from these
 * @param slots what must be known to do it, of {@link #SLOTS}
 * @param action what is done
 * @param skill of the person who can help when the AI cannot, or empty for any
 * @param highStakes true when a person must do it (R15)
 */
public record Intent(
    String name,
    String says,
    List<String> examples,
    List<String> slots,
    IntentAction action,
    String skill,
    boolean highStakes) {
  /** The slots that can be read from a caller's words. */
  public static final Set<String> SLOTS =
      Set.of("order_number", "amount", "date", "email", "phone", "name");
}
