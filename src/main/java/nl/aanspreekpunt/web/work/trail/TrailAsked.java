package nl.aanspreekpunt.web.work.trail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.aanspreekpunt.trail.Query;
import nl.aanspreekpunt.trail.Subject;
import nl.aanspreekpunt.web.work.Form;

/**
 * Which part of the trail somebody asks for.
 *
 * @param by official id; empty: of anybody
 * @param subject null: all of theirs
 * @param first the first day; {@code last} in it. Both null: what was chosen is no period
 * @param before key of the last line of the page before; null: from the newest on
 */
record TrailAsked(
    Set<Subject> theirs,
    String by,
    Subject subject,
    LocalDate first,
    LocalDate last,
    String before,
    boolean check) {
  static final int MOST_DAYS = 366;
  private static final int USUAL_DAYS = 30;
  private static final String KEY = "\\d{15}-[\\w-]{1,80}";

  static TrailAsked of(Form form, Set<Subject> theirs, LocalDate today) {
    Subject chosen = subject(form.get("soort"));
    String by = form.get("wie").matches("[\\w.-]{1,80}") ? form.get("wie") : "";
    String before = isKey(form.get("na")) ? form.get("na") : null;
    boolean check = form.get("nagaan").equals("ja");
    LocalDate last = form.get("tot").isEmpty() ? today : day(form.get("tot"));
    LocalDate first =
        !form.get("van").isEmpty()
            ? day(form.get("van"))
            : last == null ? null : last.minusDays(USUAL_DAYS - 1);
    boolean period =
        first != null
            && last != null
            && !first.isAfter(last)
            && ChronoUnit.DAYS.between(first, last) < MOST_DAYS;
    return new TrailAsked(
        theirs, by, chosen, period ? first : null, period ? last : null, before, check);
  }

  static boolean isKey(String written) {
    return written.matches(KEY);
  }

  static String code(Subject subject) {
    return switch (subject) {
      case LOGIN -> "inloggen";
      case REFUSED -> "geweigerd";
      case KEYS -> "sleutels";
      case READING -> "lezen";
      case SETTING -> "instellen";
    };
  }

  private static Subject subject(String written) {
    for (Subject one : Subject.values()) {
      if (code(one).equals(written.toLowerCase(Locale.ROOT))) {
        return one;
      }
    }
    return null;
  }

  private static LocalDate day(String written) {
    return Form.EMPTY
        .with("day", written)
        .day("day", ZoneId.of("UTC"))
        .map(at -> LocalDate.ofInstant(at, ZoneId.of("UTC")))
        .filter(day -> day.getYear() >= 2000 && day.getYear() < 3000)
        .orElse(null);
  }

  /** False: it asks for what is not for them. */
  boolean allowed() {
    return subject == null || theirs.contains(subject);
  }

  boolean period() {
    return first != null;
  }

  Instant from(ZoneId zone) {
    return first.atStartOfDay(zone).toInstant();
  }

  Instant until(ZoneId zone) {
    return last.plusDays(1).atStartOfDay(zone).toInstant();
  }

  Query query(ZoneId zone) {
    Set<Subject> asked = subject == null ? theirs : EnumSet.of(subject);
    return new Query(by.isEmpty() ? null : by, asked, from(zone), until(zone), before);
  }

  /** What was chosen of the period; null: all of it. */
  String part() {
    List<String> part = new ArrayList<>();
    if (!by.isEmpty()) {
      part.add("wie=" + by);
    }
    if (subject != null) {
      part.add("soort=" + code(subject));
    }
    return part.isEmpty() ? null : String.join(" ", part);
  }

  /** For an address: the same, of another page or of none. */
  String address(String path, String after) {
    StringBuilder address = new StringBuilder(path).append("?van=").append(first);
    address.append("&tot=").append(last);
    if (!by.isEmpty()) {
      address.append("&wie=").append(URLEncoder.encode(by, StandardCharsets.UTF_8));
    }
    if (subject != null) {
      address.append("&soort=").append(code(subject));
    }
    if (after != null) {
      address.append("&na=").append(after);
    }
    return address.toString();
  }
}
