package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Matter;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Ladder;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * What colleagues promise one another in a case under change. Whoever was asked is the promise's
 * actor, whoever is responsible for the case; it never lies with nobody, with who is barred, or
 * with who asked.
 */
public final class Inwards {
  private final Draft draft;
  private final List<Acting> standIns;

  Inwards(Draft draft) {
    this.draft = draft;
    this.standIns = new ArrayList<>(draft.before.care().inward().standIns());
  }

  public List<Promise> open() {
    return draft.promises.all().stream().filter(one -> one.open() && !one.toCitizen()).toList();
  }

  /** Who is to answer: who was asked, or who stands in for them (official id). */
  String ownerOf(Promise promise) {
    return standIn(promise).map(Acting::official).orElse(promise.actor());
  }

  private Optional<Acting> standIn(Promise promise) {
    return Inward.standIn(standIns, promise.id());
  }

  /** Why this official cannot be asked, as a refusal's code; empty when they can. */
  public Optional<String> cannot(String official) {
    if (draft.before.barred().contains(official)) {
      return Optional.of("barred");
    }
    if (!draft.directory().employed(official, draft.now())) {
      return Optional.of("not-employed");
    }
    return official.equals(draft.responsible()) ? Optional.of("asks-themselves") : Optional.empty();
  }

  /** A colleague is asked, and hears so; due by the norm, in the opening hours of their team. */
  public Promise ask(PromiseKind kind, String asked, String by) {
    Matter of = draft.matter();
    Matter theirs = new Matter(of.topic(), team(asked), of.channel(), of.legal());
    return ask(kind, asked, Dues.term(kind, draft.moment, theirs), by);
  }

  /** The same, due at a moment that was agreed. */
  public Promise ask(PromiseKind kind, String asked, Instant due, String by) {
    return ask(kind, asked, new Dues.Term(due, false, null), by);
  }

  private Promise ask(PromiseKind kind, String asked, Dues.Term term, String by) {
    Promise made = draft.promises.make(kind, term, null, by).actedOnBy(asked);
    draft.promises.put(made);
    tell(asked, made, "asked");
    return made;
  }

  /**
   * One of another case goes on here under a number of its own, with whoever saw to it: due time
   * and ladder steps as they are. Who is to answer hears where.
   */
  Promise adopt(Promise promise, Optional<Acting> standIn) {
    Promise here = draft.promises.number(promise);
    draft.promises.put(here.actedOnBy(promise.actor()));
    standIn.ifPresent(
        one ->
            standIns.add(
                new Acting(
                    here.id(), one.official(), one.insteadOf(), one.from(), null, one.reason())));
    Promise moved = draft.promises.current(here.id());
    if (!promise.actor().equals(draft.responsible())) {
      tell(ownerOf(moved), moved, "moved");
    }
    return moved;
  }

  /** A named person answered. */
  public void keep(Promise promise, String by, String how) {
    end(promise);
    draft.promises.keep(promise, by, how);
  }

  /**
   * It need not be answered any more: who was to hears so.
   *
   * @param how a code: {@code closed}, {@code withdrawn} …
   */
  public void withdraw(Promise promise, String by, String how) {
    Set<String> theirs = new LinkedHashSet<>(List.of(promise.actor(), ownerOf(promise)));
    end(promise);
    draft.promises.withdraw(promise, by, how);
    theirs.remove(by);
    theirs.forEach(who -> tell(who, promise, "ended"));
  }

  /** Another is to answer it, and hears so. */
  public void pass(Promise promise, String to, String reason, String by) {
    passOn(promise, to, reason, by);
    tell(to, promise, "passed");
  }

  void passOn(Promise promise, String to, String reason, String by) {
    end(promise);
    if (!to.equals(promise.actor())) {
      draft.promises.put(promise.actedOnBy(to));
      draft.event(
          new CaseEvent.AnsweringPassed(
              draft.now(), by, promise.id(), promise.kind(), promise.actor(), to, reason));
    }
  }

  /** Somebody answers instead of whom was asked, who still may. */
  void standsIn(Promise promise, String official, String reason) {
    if (official.equals(ownerOf(promise))) {
      return;
    }
    end(promise);
    if (!official.equals(promise.actor())) {
      standIns.add(new Acting(promise.id(), official, promise.actor(), draft.now(), null, reason));
      draft.event(
          new CaseEvent.ActingBegan(draft.now(), official, promise.actor(), promise.id(), reason));
    }
  }

  private void end(Promise promise) {
    standIns.replaceAll(
        one -> one.lasts() && one.promise().equals(promise.id()) ? one.ended(draft.now()) : one);
  }

  /** Who cannot be asked, and whom no ladder gives an answer: the barred, and who waits for it. */
  List<String> except() {
    return Stream.concat(draft.before.barred().stream(), Stream.of(draft.responsible())).toList();
  }

  /** Team id. */
  String team(String official) {
    return draft.directory().official(official).map(Official::team).orElse(draft.team());
  }

  /** Whether a ladder gave it to whoever is to answer. */
  boolean tookOver(Promise promise) {
    return promise.steps().stream()
        .anyMatch(one -> one.does().equals("TAKE_OVER") && one.to().equals(promise.actor()));
  }

  Optional<Ladder.Next> next(Promise promise) {
    return promise.open()
        ? Wake.next(promise, team(promise.actor()), draft.directory())
        : Optional.empty();
  }

  /** When somebody has to look at one of them next. */
  Optional<Instant> nextStep() {
    return open().stream()
        .flatMap(
            one ->
                Stream.concat(
                    next(one).map(Ladder.Next::at).stream(),
                    Minding.next(List.of(one), this::ownerOf, team(ownerOf(one)), draft.moment)
                        .stream()))
        .min(Instant::compareTo);
  }

  /**
   * Each lies with somebody who is to answer it, or ends: with the case, or because it came to
   * whoever asked. Again: nothing changes.
   */
  boolean settle() {
    if (draft.moves()) {
      return false; // they go along to the other case
    }
    boolean changed = false;
    for (Promise one : open()) {
      changed |= settle(one);
    }
    return changed;
  }

  private boolean settle(Promise promise) {
    if (!draft.open()) {
      withdraw(promise, "hub", "closed");
      return true;
    }
    if (promise.actor().equals(draft.responsible())) {
      withdraw(promise, "hub", "theirs");
      return true;
    }
    if (draft.directory().employed(promise.actor(), draft.now())) {
      return standsIn(promise);
    }
    String next = draft.directory().successorOf(promise.actor(), draft.now(), except()).id();
    if (cannot(next).isPresent()) {
      withdraw(promise, "hub", "nobody");
    } else {
      pass(promise, next, Covering.DEPARTURE, "hub");
      standsIn(draft.promises.current(promise.id()));
    }
    return true;
  }

  /** Somebody stands in for who is away until it is due, and no longer than that. */
  private boolean standsIn(Promise promise) {
    Optional<Acting> was = standIn(promise);
    if (was.filter(one -> isOver(one, promise)).isPresent()) {
      end(promise);
    }
    String owner = ownerOf(promise);
    Instant before = before(promise, owner);
    if (isAway(owner, before)) {
      Directory directory = draft.directory();
      String next = directory.actingFor(promise.actor(), draft.now(), before, except()).id();
      if (!next.equals(owner) && cannot(next).isEmpty()) {
        standsIn(promise, next, Covering.ABSENCE);
        tell(next, promise, "stands-in");
      }
    }
    return !was.equals(standIn(promise));
  }

  private boolean isOver(Acting standIn, Promise promise) {
    return cannot(standIn.official()).isPresent()
        || (Covering.forAbsence(standIn)
            && draft.directory().absence(promise.actor(), draft.now()).isEmpty());
  }

  private boolean isAway(String official, Instant before) {
    return draft.directory().absence(official, draft.now()).isPresent()
        && !draft.directory().works(official, draft.now(), before);
  }

  private Instant before(Promise promise, String official) {
    return Minding.before(promise.due(), team(official), draft.moment);
  }

  /** Whom it concerns that it did not concern until now, or the other way round. */
  boolean begins() {
    return settle() || !concerns().equals(draft.before.care().inward().concerns());
  }

  /** Who sees to what its owner cannot any more, for they do not work, hears so once. */
  void begin() {
    List<String> known = draft.before.care().inward().concerns();
    for (Promise promise : open()) {
      minds(promise)
          .filter(one -> !known.contains(one))
          .ifPresent(
              one -> {
                String owner = ownerOf(promise);
                draft.event(new CaseEvent.Minds(draft.now(), one, owner, promise.id()));
                tell(one, promise, "minds");
              });
    }
  }

  private Optional<String> minds(Promise promise) {
    String owner = ownerOf(promise);
    if (!Minding.needed(promise, owner, team(owner), draft.moment)) {
      return Optional.empty();
    }
    Instant before = before(promise, owner);
    return Optional.of(draft.directory().actingFor(owner, draft.now(), before, except()).id())
        .filter(one -> !one.equals(owner) && cannot(one).isEmpty());
  }

  /** As it is stored, with what follows. */
  Inward now() {
    Instant dueAt = open().stream().map(Promise::due).min(Instant::compareTo).orElse(null);
    return new Inward(standIns, concerns(), draft.open() ? dueAt : null);
  }

  private List<String> concerns() {
    if (!draft.open()) {
      return List.of();
    }
    Set<String> all = new LinkedHashSet<>();
    for (Promise promise : open()) {
      all.add(promise.actor());
      all.add(ownerOf(promise));
      promise.steps().stream().map(Promise.Step::to).forEach(all::add);
      minds(promise).ifPresent(all::add);
    }
    return all.stream().filter(one -> cannot(one).isEmpty()).toList();
  }

  /** What this official may answer: asked, standing in, reached by the ladder, or minding it. */
  public List<Promise> of(String official) {
    return open().stream()
        .filter(
            one ->
                official.equals(one.actor())
                    || official.equals(ownerOf(one))
                    || one.steps().stream().anyMatch(step -> step.to().equals(official))
                    || minds(one).filter(official::equals).isPresent())
        .filter(one -> cannot(official).isEmpty())
        .toList();
  }

  /** Whoever is responsible hears that it was answered, and who acts for them. */
  public void answered(String promise, PromiseKind kind, String by) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("what", by.equals(draft.responsible()) ? "partner" : "answered");
    facts.put("promise", promise);
    facts.put("promiseKind", kind.name());
    facts.put("from", by);
    Set<String> whom = new LinkedHashSet<>(List.of(draft.responsible()));
    draft.actors().forEach(whom::add);
    whom.forEach(one -> draft.tell().official(one, Notice.Kind.ASKED, facts));
  }

  /** A colleague is asked to sit at the case's table, and hears so. */
  public void invite(String official, String by) {
    tellOfTable(official, "table", by);
  }

  /** A colleague leaves the case's table: they hear so, or who is responsible when they did it. */
  public void uninvite(String official, String by) {
    if (official.equals(by)) {
      tellOfTable(draft.responsible(), "table-gone", by);
    } else {
      tellOfTable(official, "table-left", by);
    }
  }

  private void tellOfTable(String official, String what, String by) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("what", what);
    facts.put("promise", "table");
    facts.put("promiseKind", PromiseKind.AGREEMENT.name());
    facts.put("from", by);
    draft.tell().official(official, Notice.Kind.ASKED, facts);
  }

  /** Facts only: never what was asked. */
  void tell(String official, Promise promise, String what) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("what", what);
    facts.put("promise", promise.id());
    facts.put("promiseKind", promise.kind().name());
    facts.put("due", promise.due().toString());
    facts.put("from", draft.responsible());
    draft.tell().official(official, Notice.Kind.ASKED, facts);
  }
}
