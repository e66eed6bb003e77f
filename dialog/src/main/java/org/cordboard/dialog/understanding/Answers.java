package org.cordboard.dialog.understanding;

import java.util.List;
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
  private static final Map<String, Pattern> QUESTION =
      Map.of(
          "en",
          Pattern.compile(
              "^ (how|what|when|where|who|which|why|is|are|do|does|did|can|could|would|will|has|have) "),
          "de",
          Pattern.compile(
              "^ (wie|was|wann|wo|wohin|woher|wer|wen|wem|welche[rsnm]?|warum|wieso|ist|sind|kann|können|könnte|könnten|haben|hat|habt|gibt|darf|muss|soll|wird|werden) "));
  private static final int LONGEST_FREE = 9; // words; beyond, only a clear beginning counts
  private static final int SHORTEST_QUESTION = 3; // words
  private static final Pattern LEADS_ON =
      Pattern.compile(
          "^ (?:(?:and|so|but|okay|no|well|then|oh|sorry|hi|hello|hey|yes|yeah|now"
              + "|und|aber|also|nein|doch|dann|ach|hallo|ja|guten (?:tag|morgen|abend)) )+");
  private static final Pattern FIRM =
      Pattern.compile("^ (yes|yeah|yep|yup|no|nope|nah|ja|jawohl|nein|nee|nö) ");
  private static final Map<String, Pattern> CLEAR =
      Map.of(
          "en",
          Pattern.compile("^ (yes|yeah|yep|yup|sure|no|nope|nah|absolutely|okay|correct) "),
          "de",
          Pattern.compile("^ (ja|jawohl|klar|genau|richtig|nein|nee|nö|natürlich|okay|sicher) "));
  private static final Pattern NEVER = Pattern.compile("(?!)");

  private final SignalLines yes;
  private final SignalLines no;
  private final Pattern question;
  private final Pattern clearly;

  Answers(Locale language) {
    question = QUESTION.getOrDefault(language.getLanguage(), NEVER);
    clearly = CLEAR.getOrDefault(language.getLanguage(), NEVER);
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
    boolean clear = clearly.matcher(normal).find();
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

  /** True when a sentence in the normal form asks something, as it begins. */
  boolean asks(String normal) {
    return normal.strip().split(" ", -1).length >= SHORTEST_QUESTION
        && question.matcher(LEADS_ON.matcher(normal).replaceFirst(" ")).find();
  }

  /** True when sentences in the normal form begin with a yes or no that cannot mean "go on". */
  boolean clearly(List<String> sentences) {
    return !sentences.isEmpty() && FIRM.matcher(sentences.get(0)).find();
  }

  private boolean tooMuch(String normal) {
    return normal.split(" ", -1).length - 2 > LONGEST_FREE || question.matcher(normal).find();
  }

  /** "Yes, but don't do it" refuses; "no, that's right", "nein, das stimmt" and the like agree. */
  private static Answer both(String normal) {
    boolean beginsNo =
        normal.matches("^ (oh |well |and |so |ach |na |also )?(no|nope|nah|nein|nee|nö) .*");
    if (beginsNo) {
      boolean agreesAfter =
          normal.matches(
              ".* (go ahead|that is (right|correct|fine|it|okay)|do it|you are right|it is (fine|right|correct)|yes|yeah|sure|please do"
                  + "|machen sie|mach das|das stimmt|das passt|das ist (richtig|gut|okay|in ordnung)|ja|genau|gern|gerne) .*");
      return agreesAfter && !normal.matches(".* (not|nicht|falsch) .*") ? Answer.YES : Answer.NO;
    }
    return Answer.NO;
  }
}
