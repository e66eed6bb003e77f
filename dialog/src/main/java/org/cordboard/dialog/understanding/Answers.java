package org.cordboard.dialog.understanding;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.cordboard.dialog.Expecting;
import org.cordboard.dialog.understanding.TurnReading.Answer;

/** Yes or no, in any wording. */
final class Answers {
  private static final Pattern HUM_YES =
      Pattern.compile("\\b(u+h+|a+h+|m+)[- ]?(hu+h+|h+m+)\\b|\\bmh+m+\\b");
  private static final Pattern HUM_NO =
      Pattern.compile("\\b(u+h+|n+u+h+)[- ]u+h+\\b|\\bmm[- ]mm\\b");
  private static final Pattern QUESTION =
      Pattern.compile(
          "^ (how|what|when|where|who|which|why|is|are|do|does|did|can|could|would|will|has|have) ");
  private static final int LONGEST_FREE = 9; // words; beyond, only a clear beginning counts
  private static final Pattern CLEAR =
      Pattern.compile("^ (yes|yeah|yep|yup|sure|no|nope|nah|absolutely|okay|correct) ");

  private final SignalLines yes;
  private final SignalLines no;

  Answers(Locale language) {
    String folder = language.getLanguage() + "/";
    yes = SignalLines.parse(SignalCatalog.resource(folder + "yes.txt"), "yes.txt", Map.of());
    no = SignalLines.parse(SignalCatalog.resource(folder + "no.txt"), "no.txt", Map.of());
  }

  Answer read(String text, Expecting expecting) {
    String heard = text.toLowerCase(Locale.ROOT);
    heard = HUM_NO.matcher(heard).replaceAll(" no ");
    heard = HUM_YES.matcher(heard).replaceAll(" yes ");
    String normal = Words.normal(heard);
    boolean asked = expecting.form() == Expecting.Form.YES_NO;
    boolean clear = CLEAR.matcher(normal).find();
    if (normal.isEmpty() || (!asked && !clear && tooMuch(normal))) {
      return Answer.NEITHER;
    }
    boolean refuses = no.matches(normal);
    boolean agrees = yes.matches(normal);
    if (refuses && agrees) {
      return both(normal);
    } else if (refuses) {
      return Answer.NO;
    }
    return agrees ? Answer.YES : Answer.NEITHER;
  }

  private static boolean tooMuch(String normal) {
    return normal.split(" ", -1).length - 2 > LONGEST_FREE || QUESTION.matcher(normal).find();
  }

  /** "Yes, but don't do it" refuses, "no, that's right" and "no, go ahead" agree. */
  private static Answer both(String normal) {
    boolean beginsNo = normal.matches("^ (oh |well |and |so )?(no|nope|nah) .*");
    if (beginsNo) {
      boolean agreesAfter =
          normal.matches(
              ".* (go ahead|that is (right|correct|fine|it|okay)|do it|you are right|it is (fine|right|correct)|yes|yeah|sure|please do) .*");
      return agreesAfter && !normal.contains(" not ") ? Answer.YES : Answer.NO;
    }
    return Answer.NO;
  }
}
