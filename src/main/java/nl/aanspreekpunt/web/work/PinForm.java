package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Pin;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Moments;
import nl.aanspreekpunt.web.Visit;

/**
 * A rule as somebody filled it in: what it says, or what is wrong with it.
 *
 * @param pin null when something is wrong
 */
record PinForm(Pin pin, List<FieldError> errors) {
  /** How a rule names an official. */
  enum Way {
    TO,
    FIRST,
    NOT
  }

  /**
   * @param may to whom this reader may pin something
   */
  static PinForm read(Form form, Visit visit, Moments moments, List<Official> may) {
    List<FieldError> errors = new ArrayList<>();
    String official = form.get("official");
    if (may.stream().noneMatch(one -> one.id().equals(official))) {
      errors.add(error("official", "pins.error.official", visit));
    }
    if (form.get("reason").isEmpty()) {
      errors.add(error("reason", "pins.error.reason", visit));
    }
    if (Stream.of("topic", "neighbourhood", "organisation", "word")
        .allMatch(field -> form.get(field).isEmpty())) {
      errors.add(error("topic", "pins.error.nothing", visit));
    }
    String organisation = form.get("organisation").toLowerCase(Locale.ROOT).replaceAll("^.*@", "");
    if (!organisation.isEmpty() && !organisation.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
      errors.add(error("organisation", "pins.error.organisation", visit));
    }
    Instant from = day("from", form, visit, moments, errors);
    Instant since = from == null || from.isBefore(visit.now()) ? visit.now() : from;
    Instant until = day("until", form, visit, moments, errors);
    if (until != null && !until.isAfter(since)) {
      errors.add(error("until", "team.error.until", visit));
    }
    return errors.isEmpty()
        ? new PinForm(pin(form, visit, organisation, since, until), List.of())
        : new PinForm(null, errors);
  }

  private static Pin pin(Form form, Visit visit, String organisation, Instant from, Instant until) {
    Way way = form.one("way", Way.values());
    return new Pin(
        "",
        form.orNull("topic"),
        form.orNull("neighbourhood"),
        organisation.isEmpty() ? null : organisation,
        form.orNull("word"),
        form.get("official"),
        way == Way.NOT,
        way == Way.FIRST,
        from,
        until,
        form.get("reason"),
        visit.viewer().official().id(),
        visit.now(),
        null);
  }

  private static Instant day(
      String field, Form form, Visit visit, Moments moments, List<FieldError> errors) {
    if (form.get(field).isEmpty()) {
      return null;
    }
    Optional<Instant> day = form.day(field, moments.zone());
    if (day.isEmpty()) {
      errors.add(error(field, "away.error.from", visit));
    }
    return day.orElse(null);
  }

  private static FieldError error(String field, String text, Visit visit) {
    return new FieldError(field, visit.words().say(text));
  }
}
