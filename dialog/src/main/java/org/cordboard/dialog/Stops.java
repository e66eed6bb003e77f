package org.cordboard.dialog;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells full stops that end a sentence from those of short forms, initials, ordinals and dates, in
 * a text that is still being written. The short forms are those that the voice's readers know.
 * Pure.
 */
abstract class Stops {
  /** What a stop is, as far as what follows it tells. */
  enum Verdict {
    ENDS,
    GOES_ON,
    /** The next word decides, and it has not come. */
    OPEN
  }

  private static final Stops GERMAN = new German();
  private static final Stops ENGLISH = new English();
  private static final Pattern NUMBERED = Pattern.compile("\\d{1,2}\\."); // "1. Open the box."
  private static final Pattern LAST_PART = // of "(Mon.–Fri.", which is "Fri."
      Pattern.compile("^(.*[-–/])?[^\\p{L}\\p{N}]*");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'’]+");

  /** Those of a language; the English ones where it has none. */
  static Stops of(Locale language) {
    return language.getLanguage().equals(Locale.GERMAN.getLanguage()) ? GERMAN : ENGLISH;
  }

  /**
   * Judges a full stop.
   *
   * @param sentence up to the stop and with it, from where it begins
   * @param after what follows, beginning with white space
   * @param whole true when nothing more will come
   */
  Verdict judge(String sentence, String after, boolean whole) {
    if (!sentence.endsWith(".")) {
      return Verdict.ENDS;
    }
    String[] words = sentence.strip().split("\\s+");
    String last = LAST_PART.matcher(words[words.length - 1]).replaceFirst("");
    String before = words.length > 1 ? words[words.length - 2] : "";
    if (before.isEmpty() && NUMBERED.matcher(last).matches()) {
      return whole && after.isBlank() ? Verdict.ENDS : Verdict.GOES_ON;
    }
    String next = after.stripLeading();
    Predicate<String> belongs = belongs(last, before);
    if (belongs == null) {
      return Verdict.ENDS;
    } else if (next.isEmpty()) {
      return whole ? Verdict.ENDS : Verdict.OPEN;
    } else if (!Character.isUpperCase(next.codePointAt(0))) {
      return goesOnInSmall(last, next) ? Verdict.GOES_ON : Verdict.ENDS;
    }
    Matcher word = WORD.matcher(next);
    if (!whole && word.lookingAt() && word.hitEnd()) {
      return Verdict.OPEN;
    }
    return belongs.test(word.lookingAt() ? word.group() : "") ? Verdict.GOES_ON : Verdict.ENDS;
  }

  /**
   * Which capitalised words may follow {@code last}, a word with its stop, in the same sentence;
   * null when it is no short form.
   */
  abstract @Nullable Predicate<String> belongs(String last, String before);

  /** True when a short form goes on before what begins with no capital. */
  boolean goesOnInSmall(String last, String next) {
    return true;
  }

  private static Set<String> words(String... written) {
    return Arrays.stream(written)
        .flatMap(line -> List.of(line.split(" ")).stream())
        .collect(Collectors.toSet());
  }

  private static final class English extends Stops {
    private static final Set<String> TITLES =
        words("dr. mr. mrs. ms. prof. rev. gov. mt. e.g. i.e. vs. apt. ste.");
    private static final Set<String> SHORT =
        words(
            "approx. dept. ext. incl. excl. max. est. qty. misc. st. ave. blvd. rd. ln. hwy. pkwy."
                + " ct. etc. inc. ltd. corp. co. jr. sr. jan. feb. mar. apr. jun. jul. aug. sep."
                + " sept. oct. nov. dec. mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun. min."
                + " mins. hr. hrs. sec. oz. lb. lbs. ft. yd. sq.");
    private static final Pattern DOTTED = Pattern.compile("(\\p{L}\\.){2,}");
    private static final Pattern INITIAL = Pattern.compile("(?!I\\.)\\p{Lu}\\.");
    private static final Pattern DAY = Pattern.compile("(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\p{Ll}*");
    private static final Predicate<String> ANY = word -> true;

    @Override
    @Nullable Predicate<String> belongs(String last, String before) {
      String lower = last.toLowerCase(Locale.ROOT);
      boolean named = !before.isEmpty() && Character.isUpperCase(before.codePointAt(0));
      if (TITLES.contains(lower) || INITIAL.matcher(last).matches()) {
        return ANY;
      } else if (lower.equals("st.") && !named) {
        return ANY; // Saint
      } else if (lower.equals("no.")) {
        return word -> false;
      } else if (lower.equals("in.") && before.matches(".*\\d")) {
        return word -> false;
      }
      boolean known = SHORT.contains(lower) || DOTTED.matcher(last).matches();
      return known ? DAY.asMatchPredicate() : null;
    }

    @Override
    boolean goesOnInSmall(String last, String next) {
      boolean no = last.equalsIgnoreCase("no."); // "No. 5", and "no. it is not"
      return !no || Character.isDigit(next.codePointAt(0));
    }
  }

  private static final class German extends Stops {
    private static final Set<String> WITHIN =
        words(
            "bzw. ca. inkl. exkl. zzgl. abzgl. evtl. ggf. vgl. max. mind. dr. prof. hr. hrn. fr. st."
                + " tel. nr. abt. art.-nr. bestell-nr. kd.-nr. einschl. gem. lt. z.b. d.h. u.a."
                + " i.d.r. u.u. o.ä.");
    private static final Set<String> SHORT =
        words(
            "mio. mrd. tsd. usw. etc. std. mwst. min. sek. jan. feb. mrz. apr. jun. jul. aug. sep."
                + " sept. okt. nov. dez. mo. di. mi. do. fr. sa. so.");
    private static final Pattern LETTER = Pattern.compile("\\p{L}\\."); // "z. B.", "J. Schmidt"
    private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2}\\.)+");
    private static final Predicate<String> ANY = word -> true;

    /** Words that begin a sentence: whatever else is capitalised may be a noun. */
    private static final Set<String> OPENERS =
        words(
            "Das Die Der Den Dem Des Ein Eine Einen Einem Einer Es Er Sie Wir Ich Ihr Ihre Ihren"
                + " Ihrem Du Man Bitte Und Oder Aber Denn Wenn Dann Danach Dort Hier Da Im In Ins Am"
                + " An Auf Aus Bei Beim Mit Nach Von Vom Vor Zu Zum Zur Für Über Unter Um Ab Bis Seit"
                + " Möchten Kann Können Könnte Könnten Soll Sollen Darf Dürfen Muss Müssen Haben Hat"
                + " Ist Sind War Waren Wird Werden Gibt Wie Was Wann Wo Wer Warum Wieso Welche Welcher"
                + " Welches Noch Auch Alle Jede Jeder Jedes Kein Keine Leider Vielen Danke Gern Gerne"
                + " Ja Nein Damit Dafür Dazu Dabei Daher Deshalb Sonst Falls Ob Als Sobald Diese Dieser"
                + " Dieses Diesen Nur So Jetzt Heute Morgen Gestern Außerdem Anschließend Zuletzt Zuerst"
                + " Rufen Sagen Nennen Schicken Geben Gehen Warten Drücken Brauchen Darauf Davon");

    @Override
    @Nullable Predicate<String> belongs(String last, String before) {
      String lower = last.toLowerCase(Locale.ROOT);
      if (WITHIN.contains(lower) || LETTER.matcher(last).matches()) {
        return ANY;
      }
      boolean known =
          SHORT.contains(lower) || lower.endsWith("str.") || ORDINAL.matcher(last).matches();
      return known ? word -> !OPENERS.contains(word) : null;
    }
  }
}
