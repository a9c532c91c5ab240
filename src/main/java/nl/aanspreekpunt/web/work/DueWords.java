package nl.aanspreekpunt.web.work;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import nl.aanspreekpunt.web.Moments;

/** By when, for who has to do it: "vandaag vóór 15:00 uur", and in words when it is late. */
public final class DueWords {
  private static final Duration SOON = Duration.ofHours(4);
  private final Moments moments;

  public DueWords(Moments moments) {
    this.moments = moments;
  }

  public String say(Instant due) {
    return late(due) ? text("due.late", before(due)) : before(due);
  }

  public boolean late(Instant due) {
    return moments.past(due);
  }

  public boolean soon(Instant due) {
    return !late(due) && due.isBefore(moments.now().plus(SOON));
  }

  private String before(Instant due) {
    ZonedDateTime local = due.atZone(moments.zone());
    LocalDate today = moments.now().atZone(moments.zone()).toLocalDate();
    String time = in(local, "time");
    long days = ChronoUnit.DAYS.between(today, local.toLocalDate());
    if (days >= -1 && days <= 1) {
      return text("due." + (days == 0 ? "today" : days == 1 ? "tomorrow" : "yesterday"), time);
    }
    boolean sameYear = local.getYear() == today.getYear();
    return text("due.other", in(local, sameYear ? "day" : "day.year"), time);
  }

  private String text(String key, Object... facts) {
    return moments.words().say("work." + key, facts);
  }

  private String in(ZonedDateTime local, String form) {
    String pattern = moments.words().say("moment.form." + form);
    return DateTimeFormatter.ofPattern(pattern, moments.words().locale()).format(local);
  }
}
