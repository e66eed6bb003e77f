package org.cordboard.lab;

/** Colours for a terminal; plain text elsewhere, or when {@code NO_COLOR} is set. */
record Ink(boolean colours) {

  /** As this process's output can show. */
  static Ink forTerminal() {
    boolean wanted = System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
    return new Ink(wanted && (System.console() != null || System.getenv("FORCE_COLOR") != null));
  }

  String bold(String text) {
    return paint("1", text);
  }

  String dim(String text) {
    return paint("2", text);
  }

  String caller(String text) {
    return paint("36", text);
  }

  String ai(String text) {
    return paint("32", text);
  }

  String person(String text) {
    return paint("35", text);
  }

  String good(String text) {
    return paint("1;32", text);
  }

  String bad(String text) {
    return paint("1;31", text);
  }

  String warn(String text) {
    return paint("33", text);
  }

  private String paint(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
