package org.cordboard.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the AI may never say: that it is human, in any language that it speaks, and what the
 * settings add. Every sentence passes here before it is spoken (R2, R5). Pure.
 */
final class Claims {
  private static final List<String> ALWAYS =
      List.of(
          "\\b(i'?m|i am|this is) (really |actually |just )?(a |an )?(real |live |actual )?"
              + "(human|person|man|woman)\\b",
          "\\b(i'?m|i am) not (a |an )?(ai|a\\.i\\.|robot|bot|machine|computer|artificial)\\b",
          "\\byou('re| are) (talking|speaking) (to|with) (a |an )?(real |live )?(human|person)\\b",
          "\\bich bin (wirklich |eigentlich |doch )?(ein |eine )?(echter? |richtiger? |lebender? )?"
              + "(mensch|person|frau|mann)\\b",
          "\\bich bin (keine?|nicht) (ki|künstliche|maschine|roboter|computer|automat|bot)\\b",
          "\\bsie sprechen (hier )?mit (einem|einer) (echten |richtigen )?(menschen|person)\\b");

  private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private final List<Pattern> forbidden = new ArrayList<>();

  /** The claims that are always forbidden and these regular expressions. */
  Claims(List<String> more) {
    for (String expression : ALWAYS) {
      forbidden.add(Pattern.compile(expression, CASE));
    }
    for (String expression : more) {
      forbidden.add(Pattern.compile(expression, CASE));
    }
  }

  /** True when {@code sentence} may be said. */
  boolean allow(String sentence) {
    String plain = sentence.replace('\u2019', '\'');
    return forbidden.stream().noneMatch(claim -> claim.matcher(plain).find());
  }
}
