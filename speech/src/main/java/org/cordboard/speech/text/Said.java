package org.cordboard.speech.text;

/**
 * How a stretch of written text is said.
 *
 * @param words what is said; empty says nothing
 * @param form how the words lie on what is written
 */
record Said(String words, Form form) {

  /** How words lie on signs. */
  enum Form {
    /** The words stand for the stretch as a whole: it has been heard when the last is over. */
    WHOLE,
    /** Each word stands for one letter or digit, in order: it can be heard in part. */
    SIGNS
  }

  static Said whole(String words) {
    return new Said(words, Form.WHOLE);
  }

  static Said signs(String words) {
    return new Said(words, Form.SIGNS);
  }
}
