package nl.aanspreekpunt.casework.talk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.Appointment;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.promise.CallTimes.Stretch;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.PreferredTimes;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.TalkTimes;

/** Moments for a talk that fit whoever is to hold it and the citizen. */
public final class ProposedTalks {
  private static final int MANY = 3;
  private final Case one;
  private final Moment moment;
  private final List<Stretch> busy;

  /**
   * @param work open cases of the official, in which their other talks stand
   */
  public ProposedTalks(Case one, List<Case> work, Moment moment) {
    this.one = one;
    this.moment = moment;
    this.busy =
        work.stream()
            .flatMap(other -> other.care().talks().planned().stream())
            .filter(talk -> talk.official().equals(official()))
            .map(talk -> new Stretch(talk.from(), talk.until()))
            .toList();
  }

  /** Who would hold it now (official id). */
  public String official() {
    return one.actingNow().map(Acting::official).orElse(one.official());
  }

  /** At most three, in the order of time; empty when there is no moment within two weeks. */
  public List<TalkTimes.Proposal> times(CaseEvent.Talk how) {
    Directory directory = moment.directory();
    TalkTimes times = new TalkTimes(directory.hours(official()), directory.zone());
    return times.first(MANY, preferred(), busy, start(how), Inviting.length(how)).stream()
        .filter(it -> directory.absence(official(), it.from()).isEmpty())
        .toList();
  }

  /** Nobody stands on a doorstep within the hour: that is tomorrow at the earliest. */
  private Instant start(CaseEvent.Talk how) {
    Instant back = moment.directory().back(official(), moment.now()).orElse(moment.now());
    Instant now = back.isAfter(moment.now()) ? back : moment.now();
    return switch (how) {
      case PHONE -> now.plus(Duration.ofMinutes(15));
      case DESK -> now.plus(Duration.ofHours(4));
      case VISIT ->
          LocalDate.ofInstant(now, moment.directory().zone())
              .plusDays(1)
              .atStartOfDay(moment.directory().zone())
              .toInstant();
    };
  }

  /** What the citizen last said of when it suits to be called; any time when they did not. */
  private PreferredTimes preferred() {
    Optional<Promise> said =
        one.promises().stream()
            .filter(it -> it.callback() != null && !it.callback().preferred().isBlank())
            .reduce((earlier, later) -> later);
    Optional<String> unsuited =
        one.care().talks().planned().stream()
            .map(Appointment::unsuited)
            .filter(words -> words != null)
            .findFirst();
    if (unsuited.isPresent()) {
      return PreferredTimes.in(unsuited.get(), day(moment.now()));
    }
    return said.map(
            it -> {
              CallbackRequest asked = it.callback();
              Instant at = asked.preferredAt() == null ? it.madeAt() : asked.preferredAt();
              return PreferredTimes.in(asked.preferred(), day(at));
            })
        .orElseGet(() -> PreferredTimes.in("", day(moment.now())));
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, moment.directory().zone());
  }
}
