package org.cordboard.dialog.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.cordboard.dialog.privacy.SpokenDigits.Run;

/**
 * Takes out of a text what must not reach the ledger, the feed, the model or a log: any run of four
 * or more digits, however spoken, unless a slot that is expected just now declares its form; and
 * e-mail addresses. Everyday amounts ("24.90", "$1,250") and times of day ("10:30") stay, except
 * after words such as "PIN"; a year said alone does not. Pure.
 */
public final class Redactor {
  static final String NUMBER = "[number]";

  private Redactor() {}

  /** {@code text} with everything masked that is not {@code allowed} now. */
  public static Redacted redact(String text, Set<SlotForm> allowed) {
    List<Span> emails = EmailFinder.find(text);
    List<Run> runs = outside(emails, SpokenDigits.find(text));
    return replace(text, emails, new NumberRule(text, allowed).masked(runs));
  }

  /** {@code text} of an unfinished utterance, with all digits masked: more may follow. */
  public static Redacted partial(String text) {
    List<Span> emails = EmailFinder.find(text);
    List<Run> runs =
        outside(emails, SpokenDigits.find(text)).stream()
            .filter(
                run ->
                    run.digits().length() > 1
                        || Character.isDigit(text.charAt(run.start()))
                        || text.substring(run.end()).chars().noneMatch(Character::isLetterOrDigit))
            .toList();
    return replace(text, emails, runs);
  }

  private static List<Run> outside(List<Span> spans, List<Run> runs) {
    return runs.stream()
        .filter(run -> spans.stream().noneMatch(span -> span.overlaps(run.start(), run.end())))
        .toList();
  }

  private static Redacted replace(String text, List<Span> emails, List<Run> numbers) {
    List<Span> spans = new ArrayList<>(emails);
    numbers.forEach(run -> spans.add(new Span(run.start(), run.end(), NUMBER)));
    spans.sort(Comparator.comparingInt(Span::start));
    StringBuilder masked = new StringBuilder();
    int at = 0;
    for (Span span : spans) {
      masked.append(text, at, span.start()).append(span.marker());
      at = span.end();
    }
    return new Redacted(masked.append(text, at, text.length()).toString(), spans.size());
  }
}
