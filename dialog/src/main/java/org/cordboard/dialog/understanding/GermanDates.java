package org.cordboard.dialog.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordboard.dialog.privacy.NumberWords;
import org.jspecify.annotations.Nullable;

/** Dates as Germans say them, in the form of {@link SpokenDates}. */
final class GermanDates {
  private static final List<String> MONTHS =
      List.of(
          "januar",
          "februar",
          "märz",
          "april",
          "mai",
          "juni",
          "juli",
          "august",
          "september",
          "oktober",
          "november",
          "dezember");
  private static final List<String> ORDINALS = ordinals();
  private static final String DAY =
      "(?:([0-9]{1,2})\\.?|(" + String.join("|", longestFirst()) + ")[enr]{1,2})";
  private static final String YEAR = "(?:,? (20[0-9]{2}|zweitausend\\p{L}+))?";
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<![\\p{L}\\d])" + DAY + " ?(" + String.join("|", MONTHS) + "|jänner|feber)\\b" + YEAR);
  private static final Pattern NUMERIC =
      Pattern.compile(
          "(?<![\\d.,])(3[01]|[12][0-9]|0?[1-9])\\. ?(1[0-2]|0?[1-9])\\.(?: ?(20[0-9]{2}))?");
  private static final Pattern COUNTED = // "am dritten zwölften"
      Pattern.compile(
          "\\b(?:am|vom|zum|der|dem|den) ("
              + String.join("|", longestFirst())
              + ")[enr]{1,2} ("
              + String.join("|", ordinals().subList(0, 12))
              + ")[enr]{1,2}\\b"
              + YEAR);
  private static final Pattern RELATIVE =
      Pattern.compile(
          "\\b(?:(?:(?:am|nächsten|letzten|kommenden|diesen|vorigen) )?(?:montag|dienstag|mittwoch|donnerstag"
              + "|freitag|samstag|sonnabend|sonntag)|übermorgen|vorgestern|heute|gestern"
              + "|(?<!guten )(?<!heute )(?<!gestern )morgen"
              + "|(?:nächste|letzte|vorige|kommende|diese) woche)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);

  private GermanDates() {}

  private static List<String> ordinals() {
    List<String> ordinals = new ArrayList<>(List.of("erst", "zweit", "dritt", "viert", "fünft"));
    ordinals.addAll(List.of("sechst", "siebt", "acht", "neunt", "zehnt", "elft", "zwölft"));
    for (String teen : "drei vier fünf sech sieb acht neun".split(" ")) {
      ordinals.add(teen + "zehnt");
    }
    List<String> units =
        List.of("", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun");
    for (int day = 20; day <= 31; day++) {
      String tens = day < 30 ? "zwanzigst" : "dreißigst";
      ordinals.add(day % 10 == 0 ? tens : units.get(day % 10) + "und" + tens);
    }
    return List.copyOf(ordinals);
  }

  private static List<String> longestFirst() {
    return ordinals().stream().sorted((a, b) -> b.length() - a.length()).toList();
  }

  static Optional<String> find(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replace("ss", "ß");
    Matcher named = NAMED.matcher(lower);
    if (named.find()) {
      int day = named.group(1) != null ? Integer.parseInt(named.group(1)) : ordinal(named.group(2));
      return date(day, month(named.group(3)), named.group(4));
    }
    Matcher numeric = NUMERIC.matcher(lower);
    if (numeric.find()) {
      return date(
          Integer.parseInt(numeric.group(1)), Integer.parseInt(numeric.group(2)), numeric.group(3));
    }
    Matcher counted = COUNTED.matcher(lower);
    if (counted.find()) {
      return date(ordinal(counted.group(1)), ordinal(counted.group(2)), counted.group(3));
    }
    Matcher relative = RELATIVE.matcher(lower);
    return relative.find()
        ? Optional.of(relative.group().replaceFirst("^am ", ""))
        : Optional.empty();
  }

  private static int ordinal(String said) {
    return ORDINALS.indexOf(said) + 1;
  }

  private static int month(String name) {
    return name.equals("jänner") ? 1 : name.equals("feber") ? 2 : MONTHS.indexOf(name) + 1;
  }

  private static Optional<String> date(int day, int month, @Nullable String year) {
    if (day < 1 || day > 31) {
      return Optional.empty();
    }
    Integer spoken =
        year == null || Character.isDigit(year.charAt(0)) ? null : NumberWords.value(year);
    String written = spoken == null ? year : spoken.toString();
    boolean known = written != null && Character.isDigit(written.charAt(0));
    return Optional.of(
        String.format(Locale.ROOT, "%s-%02d-%02d", known ? written : "-", month, day));
  }
}
