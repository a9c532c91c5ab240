package nl.aanspreekpunt.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.contact.EndingContact;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Ladder;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.Rung;

/**
 * Ends waiting that has met with silence for too long, and takes every ladder step that is due in a
 * case, in order and each once. After downtime several may be: each is put on record, only the last
 * tells staff, and the citizen gets one notice.
 */
public final class Escalating implements Act {
  /** A step meant for the citizen: whom it reached. */
  public static final String CITIZEN = "citizen";

  /** Why somebody acts or is responsible, when it was the ladder. */
  static final String REASON = "ladder";

  private final Successors colleagues;

  /**
   * @param colleagues who has most room, for a step that passes work on to them
   */
  public Escalating(Successors colleagues) {
    this.colleagues = colleagues;
  }

  @Override
  public Decision on(Case before, Moment moment) {
    Draft draft = new Draft(before, moment);
    if (!before.open()) {
      return EndingContact.lapses(draft) ? draft.done() : new Decision.Unchanged(before);
    }
    boolean ended = Silence.ends(draft);
    boolean silent = Waiting.silence(draft) || ended;
    boolean lapsed = draft.offer.lapses();
    boolean cared = CareClock.ticks(draft);
    boolean asked = new ClimbingInward(draft).climb();
    List<Taken> all = new ArrayList<>();
    for (Promise promise : draft.promises.open()) {
      List<Taken> taken = climb(draft, promise.id());
      taken.stream()
          .filter(step -> !step.to().equals(CITIZEN))
          .reduce((earlier, later) -> later)
          .ifPresent(last -> tellStaff(draft, last));
      all.addAll(taken);
    }
    tellCitizen(draft, all);
    boolean changes = !all.isEmpty() || silent || lapsed || cared || asked || Minding.begins(draft);
    return !changes ? new Decision.Unchanged(before) : draft.done();
  }

  private List<Taken> climb(Draft draft, String promise) {
    List<Taken> taken = new ArrayList<>();
    for (Optional<Ladder.Next> next = due(draft, promise);
        next.isPresent();
        next = due(draft, promise)) {
      taken.add(take(draft, promise, next.get()));
    }
    return taken;
  }

  private static Optional<Ladder.Next> due(Draft draft, String promise) {
    return draft.promises.open().stream()
        .filter(one -> one.id().equals(promise))
        .findFirst()
        .flatMap(one -> Wake.next(one, draft.team(), draft.directory()))
        .filter(next -> !next.at().isAfter(draft.now()));
  }

  /** A step that took effect: what it did, to whom, and who was responsible before. */
  private record Taken(String promise, Rung.Does does, String to, String insteadOf) {
    boolean changesWho() {
      return (does == Rung.Does.ACT || does == Rung.Does.TAKE_OVER) && !to.equals(insteadOf);
    }
  }

  private Taken take(Draft draft, String promiseId, Ladder.Next next) {
    Promise promise = draft.promises.current(promiseId);
    Rung rung = next.what();
    String responsible = draft.responsible();
    String to = rung.to() == Rung.To.CITIZEN ? CITIZEN : staff(draft, promise, rung);
    Rung.Does doing = does(rung, draft.before, promise);
    String does = doing.name();
    draft.promises.put(promise.climbed(next.taken(does, to, draft.now())));
    draft.event(
        new CaseEvent.Climbed(
            draft.now(), promiseId, next.rung(), next.repetition(), does, to, rung.to().name()));
    if (doing == Rung.Does.RAISE_URGENCY) {
      draft.promises.put(draft.promises.current(promiseId).urgent());
    }
    if (doing == Rung.Does.ACT && !to.equals(responsible)) {
      draft.act(promiseId, to, responsible, REASON);
    }
    if (doing == Rung.Does.TAKE_OVER && !to.equals(responsible)) {
      draft.responsible(to, REASON, "hub");
      draft.event(new CaseEvent.HandedOver(draft.now(), "hub", responsible, to, REASON, ""));
    }
    return new Taken(promiseId, doing, to, responsible);
  }

  /**
   * What a manager is to explain themselves passes to nobody, and takes the question from nobody:
   * those above them hear that it is late.
   */
  private static Rung.Does does(Rung rung, Case before, Promise promise) {
    return rung.does().passesOn() && Backing.explains(before, promise)
        ? Rung.Does.TELL
        : rung.does();
  }

  private String staff(Draft draft, Promise promise, Rung rung) {
    return Upward.from(
        rung,
        promise,
        Upward.Seat.responsible(draft),
        draft,
        () -> colleagues.propose(draft.before, draft.moment, Map.of()).official());
  }

  private static void tellStaff(Draft draft, Taken step) {
    Promise promise = draft.promises.current(step.promise());
    Map<String, String> facts = Minding.facts(promise, step.does().name());
    draft.tell().official(step.to(), Notice.Kind.LADDER, facts);
    if (step.does() == Rung.Does.TAKE_OVER) {
      Upward.manager(draft)
          .filter(manager -> !manager.equals(step.to()))
          .ifPresent(manager -> draft.tell().official(manager, Notice.Kind.LADDER, facts));
    }
  }

  /** Where it ended: who is responsible now, who acts on what since, and what will be late. */
  private static void tellCitizen(Draft draft, List<Taken> all) {
    Taken over = null;
    Map<String, Taken> acting = new LinkedHashMap<>();
    for (Taken change : all.stream().filter(Taken::changesWho).toList()) {
      if (change.does() == Rung.Does.TAKE_OVER) {
        over = change;
        acting.clear();
      } else {
        acting.put(change.promise(), change);
      }
    }
    if (over != null) {
      Map<String, String> facts = facts(draft, over);
      facts.put("from", draft.before.official());
      facts.put("reason", REASON);
      draft.tell().citizen(Notice.Kind.NEW_OFFICIAL, over.to(), facts);
    }
    for (Taken change : acting.values()) {
      Map<String, String> facts = facts(draft, change);
      facts.put("insteadOf", change.insteadOf());
      draft.tell().citizen(Notice.Kind.ACTING, change.to(), facts);
    }
    if (over == null) {
      warnCitizen(draft, all, acting.keySet());
    }
  }

  /** Who hears of somebody else hears with it that it is late. */
  private static void warnCitizen(Draft draft, List<Taken> all, Set<String> told) {
    all.stream()
        .filter(step -> step.to().equals(CITIZEN) && !told.contains(step.promise()))
        .collect(Collectors.toMap(Taken::promise, step -> step, (a, b) -> b, LinkedHashMap::new))
        .values()
        .forEach(step -> warnCitizen(draft, step));
  }

  /** Somebody who is there says it, and for whom. */
  private static void warnCitizen(Draft draft, Taken step) {
    Promise promise = draft.promises.current(step.promise());
    String owner = draft.ownerOf(promise);
    Map<String, String> facts = facts(draft, step);
    String speaks =
        draft.directory().here(owner, draft.now()) ? owner : draft.actingFor(owner, promise.due());
    if (!speaks.equals(owner)) {
      facts.put("insteadOf", owner);
      Deputising.back(owner, draft.moment).ifPresent(back -> facts.put("back", back));
    }
    draft.tell().citizen(Notice.Kind.LATE, speaks, facts);
  }

  private static Map<String, String> facts(Draft draft, Taken step) {
    Promise promise = draft.promises.current(step.promise());
    Map<String, String> facts = new TreeMap<>();
    facts.put("due", promise.due().toString());
    facts.put("promise", promise.kind().name());
    return facts;
  }
}
