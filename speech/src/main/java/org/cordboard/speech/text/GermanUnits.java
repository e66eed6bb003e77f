package org.cordboard.speech.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shares, measures and fractions. */
final class GermanUnits {
  private static final String NUMBER = "(-|−)?(\\d{1,3}(?:\\.\\d{3})+|\\d+)(,\\d+)?";
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    String table = // what is written, one of it, more of it where that differs; + is feminine
        "km/h Kilometer_pro_Stunde,Mbit/s Megabit_pro_Sekunde,kWh +Kilowattstunde +Kilowattstunden"
            + ",°C Grad_Celsius,°F Grad_Fahrenheit,° Grad,kg Kilogramm,mg Milligramm,km Kilometer"
            + ",cm Zentimeter,mm Millimeter,m² Quadratmeter,qm Quadratmeter,ml Milliliter"
            + ",GHz Gigahertz,MHz Megahertz,GB Gigabyte,MB Megabyte,TB Terabyte,kW Kilowatt"
            + ",mAh Milliamperestunden,Wh +Wattstunde +Wattstunden,Std. +Stunde +Stunden"
            + ",Stdn. +Stunde +Stunden,Min. +Minute +Minuten,Sek. +Sekunde +Sekunden"
            + ",min +Minute +Minuten,Stk. Stück,St. Stück,Pkg. +Packung +Packungen,g Gramm,m Meter"
            + ",l Liter,L Liter,W Watt,V Volt,A Ampere,h +Stunde +Stunden,s +Sekunde +Sekunden";
    for (String line : table.split(",")) {
      int space = line.indexOf(' ');
      NAMES.put(line.substring(0, space), line.substring(space + 1));
    }
  }

  private GermanUnits() {}

  static List<Rule> rules() {
    String units = NAMES.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    String end = "(?![\\w/])";
    return List.of(
        Rule.words(
            "(?<![\\w.,])" + NUMBER + " ?(?:[–-]|bis) ?(\\d+(?:,\\d+)?) ?(%|" + units + ")" + end,
            match ->
                number(match.group(1), match.group(2), match.group(3))
                    + " bis "
                    + counted(null, match.group(4), null, match.group(5))),
        Rule.words(
            "(?<![\\w.,])" + NUMBER + " ?(%|" + units + ")" + end,
            match -> counted(match.group(1), match.group(2), match.group(3), match.group(4))),
        Rule.words(
            "(?<![\\w.])(\\d+(?:,\\d+)?) ?[x×] ?(?=\\d)",
            match -> GermanNumbers.number(match.group(1)) + " mal"),
        Rule.words("\\b24/7\\b", match -> "rund um die Uhr"),
        Rule.words(
            "(?<![\\w/.])(\\d+) ?([½¼¾⅓⅔])",
            match ->
                match.group(1).equals("1") && match.group(2).equals("½")
                    ? "eineinhalb"
                    : match.group(2).equals("½")
                        ? GermanNumbers.number(match.group(1)) + "einhalb"
                        : GermanNumbers.number(match.group(1)) + " " + part(match.group(2))),
        Rule.words("[½¼¾⅓⅔]", match -> part(match.group())),
        Rule.words(
            "(?<![\\w/.])([1-9])/([2-9]|10|16)(?![\\w/])",
            match -> fraction(match.group(1), match.group(2))));
  }

  private static String number(@Nullable String sign, String whole, @Nullable String decimals) {
    return (sign == null ? "" : "minus ")
        + GermanNumbers.number(decimals == null ? whole : whole + decimals);
  }

  private static String counted(
      @Nullable String sign, String whole, @Nullable String decimals, String written) {
    String[] names = written.equals("%") ? new String[] {"Prozent"} : name(written).split(" ");
    boolean one = decimals == null && GermanNumbers.isOne(whole);
    String name = names[one ? 0 : names.length - 1];
    boolean feminine = name.startsWith("+");
    String figure =
        decimals == null
            ? (sign == null ? "" : "minus ") + GermanNumbers.counting(whole, feminine)
            : number(sign, whole, decimals);
    return figure + " " + name.replace("+", "").replace('_', ' ');
  }

  private static String name(String written) {
    return NAMES.getOrDefault(written, written);
  }

  private static String part(String sign) {
    return switch (sign) {
      case "½" -> "ein halb";
      case "¼" -> "ein Viertel";
      case "¾" -> "drei Viertel";
      case "⅓" -> "ein Drittel";
      default -> "zwei Drittel";
    };
  }

  private static String fraction(String above, String below) {
    long parts = Long.parseLong(below);
    String name = parts == 2 ? "Halbe" : capital(GermanNumbers.ordinal(parts)) + "el";
    return GermanNumbers.counting(Long.parseLong(above), false) + " " + name;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
  }
}
