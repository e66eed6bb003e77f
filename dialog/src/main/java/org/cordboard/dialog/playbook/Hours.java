package org.cordboard.dialog.playbook;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * When people are at the desk.
 *
 * @param timeZone of the times, such as {@code America/Denver}
 * @param week day of the week in lower case → {@code 09:00-18:00}; a day that is absent is closed
 * @param holidays closed days, {@code 2026-12-25}
 */
public record Hours(ZoneId timeZone, Map<String, String> week, List<String> holidays) {

  /** Checks every day and time. */
  public Hours {
    for (Map.Entry<String, String> day : week.entrySet()) {
      dayOf(day.getKey());
      range(day.getKey(), day.getValue());
    }
    for (String holiday : holidays) {
      try {
        LocalDate.parse(holiday);
      } catch (DateTimeException mistaken) {
        throw new IllegalArgumentException(
            "holiday '" + holiday + "' is not a date; write it as 2026-12-25", mistaken);
      }
    }
  }

  /** True when somebody should be at the desk then. */
  public boolean openAt(Instant when) {
    ZonedDateTime there = when.atZone(timeZone);
    String day = there.getDayOfWeek().name().toLowerCase(Locale.ROOT);
    String hours = week.get(day);
    if (hours == null || holidays.contains(there.toLocalDate().toString())) {
      return false;
    }
    LocalTime[] range = range(day, hours);
    LocalTime now = there.toLocalTime();
    return !now.isBefore(range[0]) && now.isBefore(range[1]);
  }

  private static DayOfWeek dayOf(String name) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(Locale.ROOT).equals(name)) {
        return day;
      }
    }
    throw new IllegalArgumentException("'" + name + "' is not a day; write monday … sunday");
  }

  private static LocalTime[] range(String day, String written) {
    String[] ends = written.split("-", -1);
    try {
      LocalTime from = LocalTime.parse(ends[0].trim());
      LocalTime to = LocalTime.parse(ends[ends.length - 1].trim());
      if (ends.length == 2 && from.isBefore(to)) {
        return new LocalTime[] {from, to};
      }
    } catch (DateTimeException mistaken) {
      throw new IllegalArgumentException(hoursFix(day, written), mistaken);
    }
    throw new IllegalArgumentException(hoursFix(day, written));
  }

  private static String hoursFix(String day, String written) {
    return "hours of " + day + ", '" + written + "', are not a range; write 09:00-18:00";
  }
}
