package nl.aanspreekpunt.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Moments in words, on the municipality's clock, as seen from {@code now}. */
public record Moments(ZoneId zone, Wording words, Instant now) {

  /** "vandaag 16:30 uur", "morgen, woensdag 25 november, 16:30 uur". */
  public String say(Instant moment) {
    ZonedDateTime local = moment.atZone(zone);
    LocalDate today = now.atZone(zone).toLocalDate();
    String time = in(local, "time");
    long days = ChronoUnit.DAYS.between(today, local.toLocalDate());
    if (days == 0) {
      return words.say("moment.today", time);
    }
    String day = in(local, local.getYear() == today.getYear() ? "day" : "day.year");
    if (days == 1) {
      return words.say("moment.tomorrow", day, time);
    }
    return days == -1
        ? words.say("moment.yesterday", day, time)
        : words.say("moment.other", day, time);
  }

  /** "16:30 uur", for a time of a day that is said before. */
  public String time(Instant moment) {
    return in(moment.atZone(zone), "time");
  }

  /** "24 november 2026", for a date alone. */
  public String date(Instant moment) {
    return in(moment.atZone(zone), "date");
  }

  /** For {@code <time datetime>}. */
  public String machine(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  public boolean past(Instant moment) {
    return !moment.isAfter(now);
  }

  private String in(ZonedDateTime local, String form) {
    return DateTimeFormatter.ofPattern(words.say("moment.form." + form), words.locale())
        .format(local);
  }
}
