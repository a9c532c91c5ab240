package nl.aanspreekpunt.web.work.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.web.DayWords;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Person;

/**
 * Whether an official can be put on the line now, for who has a citizen before them.
 *
 * @param id official id
 * @param here they are there at this moment
 * @param words until when they are, or when they are again
 */
public record Here(String id, Person person, boolean here, String words) {
  /** Who comes in so soon is waited for. */
  private static final Duration SOON = Duration.ofMinutes(15);

  static Here of(Official official, Frame frame, Moment moment) {
    Person person =
        Person.of(official)
            .working(new DayWords(frame).of(official, moment.directory(), moment.now()));
    boolean here = here(official.id(), moment);
    return new Here(
        official.id(), person, here, words(official.id(), here, frame, moment).orElse(""));
  }

  /** Who can be asked instead, if somebody can; empty while they are there themselves. */
  static Optional<Here> instead(Case one, Frame frame, Moment moment) {
    if (here(one.official(), moment)) {
      return Optional.empty();
    }
    Official acts =
        moment
            .directory()
            .actingFor(one.official(), moment.now(), moment.now().plus(SOON), one.barred());
    return acts.id().equals(one.official())
        ? Optional.empty()
        : Optional.of(of(acts, frame, moment));
  }

  private static boolean here(String official, Moment moment) {
    return moment.directory().present(official, moment.now(), moment.now().plus(SOON));
  }

  /** Empty when nothing is known of it. */
  private static Optional<String> words(String official, boolean here, Frame frame, Moment moment) {
    Directory directory = moment.directory();
    if (here) {
      Instant until = directory.hours(official).dayEnd(moment.now());
      return sameDay(until, moment)
          ? Optional.of(frame.say("desk.here.until", frame.moments().time(until)))
          : Optional.empty();
    }
    Optional<Absence> absence = directory.absence(official, moment.now());
    if (absence.isPresent()) {
      Instant until = absence.get().until();
      return Optional.of(
          until == null
              ? frame.say("desk.away")
              : frame.say("desk.away.until", frame.moments().date(until)));
    }
    return directory
        .back(official, moment.now())
        .map(at -> frame.say("desk.back", frame.moments().say(at)));
  }

  private static boolean sameDay(Instant other, Moment moment) {
    return LocalDate.ofInstant(other, moment.directory().zone())
        .equals(LocalDate.ofInstant(moment.now(), moment.directory().zone()));
  }
}
