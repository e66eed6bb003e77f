package org.cordboard.dialog.playbook;

/** What is done about an intent; written {@code does = "tool order_status"} in {@code intents/}. */
public sealed interface IntentAction {

  /** {@code tool NAME}: the tool is used, once its slots are filled. */
  record Tool(String name) implements IntentAction {}

  /** {@code documents}: answered from the company's documents. */
  record Documents() implements IntentAction {}

  /** {@code person}: a person is brought in. */
  record Person() implements IntentAction {}

  /** {@code say WORDS}: said as it stands. */
  record Say(String words) implements IntentAction {}

  /** {@code goodbye}: the call may end. */
  record Goodbye() implements IntentAction {}

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException naming the known forms
   */
  static IntentAction parse(String written) {
    String[] parts = written.trim().split("\\s+", 2);
    String rest = parts.length > 1 ? parts[1] : "";
    if (parts[0].equals("tool") && rest.matches("[a-z][a-z0-9_]*")) {
      return new Tool(rest);
    } else if (parts[0].equals("say") && !rest.isBlank()) {
      return new Say(rest);
    } else if (written.equals("documents")) {
      return new Documents();
    } else if (written.equals("person")) {
      return new Person();
    } else if (written.equals("goodbye")) {
      return new Goodbye();
    }
    throw new IllegalArgumentException(
        "'does = "
            + written
            + "' is not known; write tool NAME, documents, person, say WORDS or goodbye");
  }
}
