package nl.aanspreekpunt.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Extension;
import nl.aanspreekpunt.promise.Moves;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.promise.WorkingTime;

/**
 * Another moment for a promise, with a reason, told to the citizen before the old one passes. Each
 * is counted; after the second the coordinator is told, and further ones are the coordinator's to
 * make (or the manager's, or who acts for them).
 *
 * <p>A decision that the law gives a term moves by the extension that the law allows, or to a
 * moment that the citizen agreed to (Algemene wet bestuursrecht, article 9:11 for complaints).
 *
 * @param promise promise id
 * @param by official id
 * @param to the new moment; null for the extension that the law allows
 * @param agreed the citizen agreed to this moment
 * @param reason told to the citizen, in the official's own words
 */
public record Renewing(String promise, String by, Instant to, boolean agreed, String reason)
    implements Act {
  /** Characters of a reason. */
  public static final int LONGEST = 2_000;

  /** How many an official makes alone. */
  static final int ALONE = 2;

  private static final Duration FURTHEST = Duration.ofDays(366);

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Promise> found = before.promise(promise).filter(Promise::toCitizen);
    if (found.isEmpty()) {
      return Decision.refused("no-such-promise");
    }
    Draft draft = new Draft(before, moment);
    Optional<Decision> refused =
        standing(before, found.get(), moment)
            .or(() -> telling(before, found.get(), draft))
            .or(() -> moment(found.get(), draft));
    return refused.orElseGet(() -> renew(draft, found.get()));
  }

  private Optional<Decision> standing(Case before, Promise old, Moment moment) {
    if (!old.open()) {
      return refused("promise-ended", null);
    }
    if (old.kind() == PromiseKind.TALK || before.care().talks().of(old.id()).isPresent()) {
      return refused("talk-moves", null);
    }
    if (old.waits()) {
      return refused("waits-for-citizen", null);
    }
    if (!moment.now().isBefore(old.due())) {
      return refused("too-late-to-renew", null);
    }
    if (reason == null || reason.isBlank()) {
      return refused("renewal-reason-needed", "reason");
    }
    return reason.length() > LONGEST ? refused("reason-too-long", "reason") : Optional.empty();
  }

  /** It is told beforehand: in writing now, or to who can only be called in a talk before. */
  private Optional<Decision> telling(Case before, Promise old, Draft draft) {
    Optional<Participant> to = draft.contact();
    if (to.isEmpty()) {
      return refused("nobody-to-answer", null);
    }
    Instant since = old.moves().lastRenewal().map(Moves.Renewal::at).orElse(old.madeAt());
    boolean spoken =
        before.events().stream().anyMatch(e -> e.conversation() && e.at().isAfter(since));
    if (Reachable.by(to.get()) == Channel.PHONE && !spoken) {
      return refused("call-before-renewing", null);
    }
    return isForWhoLeads(old) && !leads(draft)
        ? refused("coordinator-renews", null)
        : Optional.empty();
  }

  /** It was moved so often that the next time is up to the coordinator. */
  public static boolean isForWhoLeads(Promise promise) {
    return promise.moves().renewals().size() >= ALONE;
  }

  private boolean leads(Draft draft) {
    Directory directory = draft.directory();
    return directory.ledBy(by).stream().anyMatch(team -> team.id().equals(draft.team()))
        || coordinator(draft).filter(by::equals).isPresent();
  }

  /** Who leads the team, or acts for them now. */
  private static Optional<String> coordinator(Draft draft) {
    return draft
        .directory()
        .team(draft.team())
        .map(Team::coordinator)
        .map(one -> draft.actingFor(one, draft.now()));
  }

  private Optional<Decision> moment(Promise old, Draft draft) {
    Optional<Extension> allowed = extension(old, draft);
    if (to == null) {
      if (allowed.isEmpty()) {
        return refused("moment-needed", "to");
      }
      return old.moves().extensions() >= allowed.get().times()
          ? refused("extension-used", "to")
          : Optional.empty();
    }
    if (allowed.isPresent() && !agreed) {
      return refused("legal-term", "agreed");
    }
    if (!to.isAfter(old.due())) {
      return refused("moment-later", "to");
    }
    return to.isAfter(draft.now().plus(FURTHEST))
        ? refused("moment-too-far", "to")
        : Optional.empty();
  }

  /** What the law allows of this promise; empty for one that has no term by law. */
  static Optional<Extension> extension(Promise one, Draft draft) {
    return one.kind() == PromiseKind.DECISION && one.moves().calendar()
        ? draft.directory().extension(draft.matter())
        : Optional.empty();
  }

  /** Whether the law gives this promise a term, which moves only as the law says. */
  public static boolean hasLegalTerm(Case one, Promise promise, Moment moment) {
    return extension(promise, new Draft(one, moment)).isPresent();
  }

  /** Until when the law lets it be extended once more; empty when it does not. */
  public static Optional<Instant> extended(Case one, Promise promise, Moment moment) {
    Draft draft = new Draft(one, moment);
    return extension(promise, draft)
        .filter(allowed -> promise.moves().extensions() < allowed.times())
        .map(
            allowed ->
                Wake.time(promise, draft.team(), draft.directory())
                    .calendarEnd(
                        promise.madeAt(), promise.moves().days() + allowed.by().calendarDays()));
  }

  private static Optional<Decision> refused(String code, String field) {
    return Optional.of(Decision.refused(code, field));
  }

  private Decision renew(Draft draft, Promise old) {
    WorkingTime time = Wake.time(old, draft.team(), draft.directory());
    Integer days = days(old, time, draft);
    Instant due = to == null ? time.calendarEnd(old.madeAt(), days) : to;
    Moves.Renewal renewal =
        new Moves.Renewal(draft.now(), by, old.due(), due, reason.strip(), to == null);
    Promise renewed = from(old.moved(due, old.moves().renewed(renewal, days)), draft);
    draft.promises.put(renewed);
    int count = renewed.moves().renewals().size();
    draft.event(
        new CaseEvent.Renewed(
            draft.now(), by, old.id(), old.kind(), old.due(), due, reason.strip(), count));
    draft.tell().citizen(Notice.Kind.RENEWED, draft.ownerOf(renewed), facts(old, due));
    if (count == ALONE) {
      tellCoordinator(draft, old);
    }
    return draft.done();
  }

  /** What was promised for a day is now for the day of the new moment. */
  private static Promise from(Promise renewed, Draft draft) {
    ZoneId zone = draft.directory().zone();
    return renewed.from() == null
        ? renewed
        : renewed.notBefore(
            LocalDate.ofInstant(renewed.due().minusNanos(1), zone).atStartOfDay(zone).toInstant());
  }

  /** The whole length of a term on the calendar; null for others. */
  private Integer days(Promise old, WorkingTime time, Draft draft) {
    if (!old.moves().calendar()) {
      return null;
    }
    return to == null
        ? old.moves().days() + extension(old, draft).orElseThrow().by().calendarDays()
        : Integer.valueOf(time.calendarDays(old.madeAt(), to));
  }

  private Map<String, String> facts(Promise old, Instant due) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("promise", old.kind().name());
    facts.put("due", due.toString());
    facts.put("was", old.due().toString());
    facts.put("reason", reason.strip());
    return facts;
  }

  private static void tellCoordinator(Draft draft, Promise old) {
    coordinator(draft)
        .ifPresent(
            one ->
                draft
                    .tell()
                    .official(
                        one,
                        Notice.Kind.WARNING,
                        Map.of("what", "renewed-twice", "promise", old.id())));
  }
}
