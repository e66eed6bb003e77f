package org.cordboard.speech.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shares, measures and fractions. */
final class EnglishUnits {
  private static final String NUMBER = "(-|−)?(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?";
  private static final Map<String, String> NAMES = new LinkedHashMap<>();
  private static final Map<String, String> IRREGULAR =
      Map.of(
          "foot", "feet", "inch", "inches", "megahertz", "megahertz", "square foot", "square feet");

  static {
    String table =
        "km/h kilometers_per_hour,mph miles_per_hour,mpg miles_per_gallon,Mbps megabits_per_second"
            + ",kWh kilowatt-hour,sq_ft square_foot,fl_oz fluid_ounce,°F degrees_Fahrenheit"
            + ",°C degrees_Celsius,° degree,kg kilogram,mg milligram,lbs pound,lb pound,oz ounce"
            + ",km kilometer,cm centimeter,mm millimeter,mi mile,ft foot,yd yard,ml milliliter"
            + ",mL milliliter,gal gallon,qt quart,pt pint,GHz gigahertz,MHz megahertz,GB gigabyte"
            + ",MB megabyte,TB terabyte,kW kilowatt,mAh milliamp_hour,Wh watt_hour,hrs hour,hr hour"
            + ",mins minute,min minute,secs second,sec second,wks week,wk week,yrs year,yr year"
            + ",mo month,pcs piece,pc piece,ct count,g gram,m meter,L liter,W watt,V volt,A amp"
            + ",h hour,s second";
    for (String line : table.split(",")) {
      String[] columns = line.split(" ");
      NAMES.put(columns[0].replace('_', ' '), columns[1].replace('_', ' '));
    }
  }

  private EnglishUnits() {}

  static List<Rule> rules() {
    String units =
        NAMES.keySet().stream()
            .map(unit -> java.util.regex.Pattern.quote(unit))
            .collect(Collectors.joining("|"));
    String end = "(?![\\w/])(\\.(?= [a-z]))?";
    return List.of(
        Rule.words(
            "(?<=\\b[Aa]n? )" + NUMBER + "[ -]?(" + units + "|\"|″)" + end + "(?= [a-z])",
            match ->
                number(match.group(1), match.group(2), match.group(3))
                    + " "
                    + NAMES.getOrDefault(match.group(4), "inch")),
        Rule.words(
            "(?<![\\w.,])" + NUMBER + " ?[–-] ?(\\d+(?:\\.\\d+)?) ?%",
            match ->
                number(match.group(1), match.group(2), match.group(3))
                    + " to "
                    + EnglishNumbers.number(match.group(4))
                    + " percent"),
        Rule.words(
            "(?<![\\w.,])" + NUMBER + " ?%",
            match -> number(match.group(1), match.group(2), match.group(3)) + " percent"),
        Rule.words(
            "(?<![\\w.,])(\\d+)['′] ?(\\d+)(?:\"|″|'')?(?!\\w)",
            match ->
                EnglishNumbers.number(match.group(1))
                    + " foot "
                    + EnglishNumbers.number(match.group(2))),
        Rule.words(
            "(?<![\\w.,])" + NUMBER + "(?: ?[\"″]| ?in\\.(?= [a-z]|,)|in\\b)",
            match -> counted(match.group(1), match.group(2), match.group(3), "inch")),
        Rule.words(
            "(?<![\\w.,])" + NUMBER + " ?[–-] ?(\\d+(?:\\.\\d+)?) ?(" + units + ")" + end,
            match ->
                number(match.group(1), match.group(2), match.group(3))
                    + " to "
                    + counted(null, match.group(4), null, unit(match.group(5)))),
        Rule.words(
            "(?<![\\w.,])" + NUMBER + "[ -]?(" + units + ")" + end,
            match -> counted(match.group(1), match.group(2), match.group(3), unit(match.group(4)))),
        Rule.words(
            "(?<![\\w.])(\\d+(?:\\.\\d+)?) ?[x×] ?(?=\\d)",
            match -> EnglishNumbers.number(match.group(1)) + " by"),
        Rule.words("\\b24/7\\b", match -> "twenty-four seven"),
        Rule.words(
            "(?<![\\w/.])(\\d+)(?: |-)?([½¼¾⅓⅔])",
            match -> EnglishNumbers.number(match.group(1)) + " and " + part(match.group(2), "a ")),
        Rule.words("[½¼¾⅓⅔]", match -> part(match.group(), "one ")),
        Rule.words(
            "(?<![\\w/.])(\\d+) ([1-9])/([2-9])(?![\\w/])",
            match ->
                EnglishNumbers.number(match.group(1))
                    + " and "
                    + fraction(match.group(2), match.group(3), "a ")),
        Rule.words(
            "(?<![\\w/.])([1-9])/([2-9]|10|16)(?![\\w/])",
            match -> fraction(match.group(1), match.group(2), "one ")));
  }

  private static String number(
      @org.jspecify.annotations.Nullable String sign,
      String whole,
      @org.jspecify.annotations.Nullable String decimals) {
    return (sign == null ? "" : "minus ")
        + EnglishNumbers.number(decimals == null ? whole : whole + decimals);
  }

  private static String counted(
      @org.jspecify.annotations.Nullable String sign,
      String whole,
      @org.jspecify.annotations.Nullable String decimals,
      String unit) {
    boolean one = decimals == null && EnglishNumbers.isOne(whole);
    return number(sign, whole, decimals) + " " + (one ? unit : plural(unit));
  }

  private static String unit(String written) {
    return NAMES.getOrDefault(written, written);
  }

  private static String plural(String unit) {
    String odd = IRREGULAR.get(unit);
    boolean done = unit.contains(" per ") || unit.startsWith("degrees") || unit.endsWith("hertz");
    return odd != null ? odd : done ? unit : unit + "s";
  }

  private static String part(String sign, String one) {
    return switch (sign) {
      case "½" -> fraction("1", "2", one);
      case "¼" -> fraction("1", "4", one);
      case "¾" -> fraction("3", "4", one);
      case "⅓" -> fraction("1", "3", one);
      default -> fraction("2", "3", one);
    };
  }

  private static String fraction(String above, String below, String one) {
    String name =
        switch (below) {
          case "2" -> "half";
          case "4" -> "quarter";
          default -> EnglishNumbers.ordinal(Long.parseLong(below));
        };
    if (above.equals("1")) {
      return one + name;
    }
    String many = name.equals("half") ? "halves" : name + "s";
    return EnglishNumbers.number(above) + " " + many;
  }
}
