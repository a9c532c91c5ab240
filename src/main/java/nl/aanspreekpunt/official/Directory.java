package nl.aanspreekpunt.official;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.promise.Extension;
import nl.aanspreekpunt.promise.Ladder;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.OpeningHours;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.promise.WorkingTime;

/**
 * Who works here, for what, and who is here now: an immutable snapshot. Questions about people who
 * have departed still find them by id (history names them), but never route to them.
 */
public interface Directory {
  long version();

  /** The municipality's clock. */
  ZoneId zone();

  List<Official> officials();

  List<Team> teams();

  List<Topic> topics();

  /** Neighbourhood id to name. */
  Map<String, String> neighbourhoods();

  /** The team's own, else the one of all; that one for an unknown team and null. */
  Ladder ladder(String team);

  /** Also finds somebody who departed. */
  Optional<Official> official(String id);

  /** Of one that is no more: where it moved. */
  Optional<Team> team(String id);

  /** Of one that is no more: where it moved. */
  default Optional<Topic> topic(String id) {
    return topic(id, null);
  }

  /**
   * The same for a question from a neighbourhood, since a topic may have moved by these.
   *
   * @param neighbourhood null when unknown
   */
  Optional<Topic> topic(String id, String neighbourhood);

  /** Where the work of topics and teams that are no more goes. */
  Moves moves();

  /** By when something is to be done: see {@link NormRules} for which norm holds. */
  Norm norm(PromiseKind kind, Matter matter);

  /** How long to wait for a citizen who was asked something. */
  Norm silence(Matter matter);

  /** By how much the term of a decision may be extended; empty when it may not. */
  Optional<Extension> extension(Matter matter);

  /** Own address on the hub's domain (lower case); also of somebody who departed. */
  Optional<Official> byAddress(String address);

  /**
   * Also an address of a topic that is no more, when it moved.
   *
   * @param neighbourhood null when unknown
   */
  Optional<Topic> byTopicAddress(String address, String neighbourhood);

  /** The team's clock; the default clock for an unknown team. */
  WorkingTime clock(String team);

  /** When a team is open, holidays aside; the municipality's hours for an unknown team. */
  OpeningHours opening(String team);

  /** A holiday, or a day on which the municipality is closed, whatever the weekday. */
  boolean closed(LocalDate day);

  /** When this official works: the team's clock without hours of their own. */
  WorkingTime hours(String official);

  /** Of a full working week, how much this official works, in percent. */
  int share(String official);

  /** When a case that is offered by hand to this official now lapses, by their team's norm. */
  Instant offerLapses(String official, Instant now);

  /** Tries after which a citizen who was not reached is asked for a better moment. */
  int callAttempts();

  /** Whether a citizen is asked at the close if they were helped, and heard. */
  boolean asksHelped();

  /** When a talk with the citizen is proposed. */
  TalkSettings talks();

  /** The municipality's telephone numbers, and what each means. */
  default Numbers numbers() {
    return Numbers.NONE;
  }

  boolean employed(String official, Instant now);

  boolean absent(String official, Instant now);

  /** Employed and not absent, working at that hour or not. */
  boolean here(String official, Instant now);

  /** The absence that covers this moment; of several the one that lasts longest. */
  Optional<Absence> absence(String official, Instant moment);

  /**
   * Works at some moment from {@code now} on and before {@code before}, away or not until then.
   * Nobody does so before a moment that has passed.
   */
  boolean works(String official, Instant now, Instant before);

  /** When they work again, by what is known: empty while that is until further notice. */
  Optional<Instant> back(String official, Instant now);

  /** Through whom it goes when this official is away at that moment. */
  Deputies deputies(String official, Instant moment);

  /** Employed, not absent now, and working at some moment between now and {@code before}. */
  boolean present(String official, Instant now, Instant before);

  /**
   * Who acts for this official: themselves when present, else the deputy (chain followed, cycles
   * survived), else the team's coordinator, else the manager, else anybody employed. Never empty in
   * a directory that was checked.
   */
  default Official actingFor(String official, Instant now, Instant before) {
    return actingFor(official, now, before, List.of());
  }

  /**
   * The same among others than these: a complaint is never acted on by the one it concerns.
   *
   * @param except official ids
   */
  Official actingFor(String official, Instant now, Instant before, List<String> except);

  /** For a departed official: who took over (chain followed); themselves when employed. */
  default Official successorOf(String official, Instant now) {
    return successorOf(official, now, List.of());
  }

  /** The same among others than these. */
  Official successorOf(String official, Instant now, List<String> except);

  /**
   * Who share the intake duty at that moment by the rota: present, each once, never empty in a
   * directory that was checked.
   *
   * @param except whom it must not come to (official ids), as long as there is anybody else
   */
  List<Official> onIntakeDuty(Instant now, List<String> except);

  /** Who has the intake duty of this weekday by the rota, there or not (official ids). */
  List<String> intake(DayOfWeek day);

  /**
   * A complaints official who is none of these people; when there is none, a manager, a
   * coordinator, or anybody else who is not involved. Empty when everybody is.
   */
  Optional<Official> complaintsOfficial(List<String> involved, Instant now);

  /** Of more officials than this in one case, one is to be named who stays with the citizen. */
  int mostOfficials();

  List<Absence> absences();

  List<Departure> departures();

  /** How somebody wants to be seen; of who said nothing, that. Never null. */
  default Profile profile(String official) {
    return Profile.none(official);
  }

  /** Pinned rules, also of the last year that stand no more; latest made first. */
  List<Pin> pins();

  /** Teams that this official coordinates or manages. */
  List<Team> ledBy(String official);

  /** Topic whose keywords occur most in the text; ties by order in the file; with the words. */
  Optional<TopicMatch> topicIn(String text);

  /** Neighbourhood named in the text. */
  Optional<String> neighbourhoodIn(String text);

  /** A topic and the words that decided. */
  record TopicMatch(Topic topic, List<String> words) {}
}
