package org.cordboard.lab;

/** Colours for a terminal; plain text elsewhere. */
record Ink(boolean colours) {

  /** As the launcher found this process's output to be ({@code cordboard.colour}). */
  static Ink forTerminal() {
    return new Ink(Boolean.getBoolean("cordboard.colour"));
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
