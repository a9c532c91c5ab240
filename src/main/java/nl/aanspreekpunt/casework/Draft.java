package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Matter;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Moves;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.promise.Rung;

/**
 * A case under change: acts write here, and {@link #done()} derives what follows (whom it concerns,
 * when it next needs attention). Lives within one act; never shared.
 */
final class Draft {
  final Case before;
  final Moment moment;
  private final List<Participant> participants;
  private final List<Responsibility> responsibilities;
  private final List<Acting> acting;
  private final List<Promise> promises;
  private final List<CaseEvent> events;
  private final List<Outgoing> pending;
  private final Set<String> met;
  private Steady steady;
  private String contact;
  private Case.State state;
  private Outcome outcome;
  private Match route;
  private String suggested;
  private String movesTo;
  private Offer offer;
  private String team;
  private String left;
  private LegalClass legal;

  Draft(Case before, Moment moment) {
    this.before = before;
    this.moment = moment;
    participants = new ArrayList<>(before.participants());
    responsibilities = new ArrayList<>(before.responsibilities());
    acting = new ArrayList<>(before.acting());
    promises = new ArrayList<>(before.promises());
    events = new ArrayList<>(before.events());
    pending = new ArrayList<>(before.pending());
    met = new LinkedHashSet<>(before.met());
    steady = before.steady();
    contact = before.contact();
    state = before.state();
    outcome = before.outcome();
    route = before.route();
    suggested = before.suggested();
    movesTo = before.movesTo();
    offer = before.offer();
    team = before.team();
    legal = before.legal();
  }

  Instant now() {
    return moment.now();
  }

  Directory directory() {
    return moment.directory();
  }

  void event(CaseEvent event) {
    events.add(event);
    if (event instanceof CaseEvent.Tried tried && tried.conversation()) {
      met(tried.by());
    } else if (event instanceof CaseEvent.Talked talked) {
      met(talked.by());
    }
  }

  /** The citizen knows this official by name now: they were told, or spoke with them. */
  void met(String official) {
    if (directory().official(official).isPresent()) {
      met.add(official);
    }
  }

  boolean open() {
    return state == Case.State.OPEN;
  }

  String responsible() {
    return responsibilities.get(responsibilities.size() - 1).official();
  }

  /** Whether it was the ladder that made the responsible official so. */
  boolean tookOver() {
    return responsibilities.get(responsibilities.size() - 1).reason().equals(Escalating.REASON);
  }

  String team() {
    return team;
  }

  List<Promise> openPromises() {
    return promises.stream().filter(Promise::open).toList();
  }

  /** A promise of this case as it stands in this draft. */
  Promise current(String promiseId) {
    return promises.stream().filter(one -> one.id().equals(promiseId)).findFirst().orElseThrow();
  }

  /** The one by the norm: what somebody promised at a moment of their own stands beside it. */
  Optional<Promise> openPromise(PromiseKind kind) {
    return promises.stream().filter(p -> p.open() && p.kind() == kind && !p.dated()).findFirst();
  }

  /** Who is to do what was promised, as it stands in this draft. */
  String ownerOf(Promise promise) {
    return promise.actor() != null ? promise.actor() : acts().orElse(responsible());
  }

  /** Who acts for somebody while they are away: never whom the case concerns. */
  String actingFor(String official, Instant due) {
    return directory().actingFor(official, now(), due, before.barred()).id();
  }

  /** Somebody acts for the whole case, and is not away either. */
  boolean actsHere() {
    return acts().filter(one -> directory().here(one, now())).isPresent();
  }

  private Optional<String> acts() {
    return acting.stream()
        .filter(one -> one.lasts() && one.promise() == null)
        .map(Acting::official)
        .findFirst();
  }

  /** A promise by the norms. */
  Promise promise(PromiseKind kind, String seen, String by) {
    return promiseAsked(kind, now(), seen, by);
  }

  /**
   * The same for what was asked before.
   *
   * @param asked from when its term counts
   */
  Promise promiseAsked(PromiseKind kind, Instant asked, String seen, String by) {
    Dues.Term term = Dues.term(kind, new Moment(asked, directory()), matter());
    Integer days = term.days();
    if (days != null) {
      days -= directory().clock(team).calendarDays(asked, now());
    }
    return promise(kind, new Dues.Term(term.due(), term.onClock(), days), seen, by);
  }

  /** A promise for a moment that somebody chose. */
  Promise promise(PromiseKind kind, Instant due, String seen, String by) {
    boolean onClock = Dues.urgent(moment, before.topic());
    return promise(kind, new Dues.Term(due, onClock, null), seen, by);
  }

  private Promise promise(PromiseKind kind, Dues.Term term, String seen, String by) {
    String id = nextId();
    Promise made = Promise.made(id, kind, now(), term.due(), term.onClock(), seen);
    if (term.days() != null) {
      made = made.moved(term.due(), Moves.onCalendar(term.days()));
    }
    promises.add(made);
    event(new CaseEvent.Promised(now(), by, id, kind, term.due()));
    return made;
  }

  /** What the norms of this case depend on. */
  Matter matter() {
    String channel =
        events.stream()
            .filter(CaseEvent.Received.class::isInstance)
            .map(one -> ((CaseEvent.Received) one).channel().name().toLowerCase(Locale.ROOT))
            .reduce((earlier, later) -> later)
            .orElse(null);
    return new Matter(before.topic(), team, channel, legalClass());
  }

  /**
   * An open promise of another case goes on here under a number of its own: due time, ladder steps
   * and attempts as they are. It joins an open one of its kind that is due no later; of two
   * requests to be called the one that is due first goes on, with what was said in both.
   */
  void adopt(Promise promise) {
    Optional<Promise> open = promise.dated() ? Optional.empty() : openPromise(promise.kind());
    Optional<Promise> same = open.filter(one -> !one.due().isAfter(promise.due()));
    if (same.isPresent()) {
      put(Calling.together(same.get(), promise).waitingFor(promise.seen()));
      return;
    }
    if (open.isPresent() && open.get().callback() != null) {
      withdraw(open.get(), "hub", "joined");
      goOn(Calling.together(promise, open.get()));
      return;
    }
    goOn(promise);
  }

  /** A promise goes on under a number of its own: nothing that was told of it changes. */
  void goOn(Promise promise) {
    Promise next = promise.numbered(nextId());
    promises.add(next);
    event(new CaseEvent.Promised(now(), "hub", next.id(), next.kind(), next.due()));
    if (promise.actor() != null) {
      act(next.id(), promise.actor(), responsible(), "ladder");
    }
  }

  private String nextId() {
    return before.id() + "-p" + (promises.size() + 1);
  }

  void put(Promise changed) {
    promises.replaceAll(one -> one.id().equals(changed.id()) ? changed : one);
  }

  void keep(Promise promise, String by, String how) {
    put(promise.ended(Promise.State.KEPT, by, now()));
    event(new CaseEvent.Kept(now(), by, promise.id(), promise.kind(), how));
    endActing(promise.id());
  }

  void withdraw(Promise promise, String by, String how) {
    put(promise.ended(Promise.State.WITHDRAWN, by, now()));
    event(new CaseEvent.Withdrawn(now(), by, promise.id(), promise.kind(), how));
    endActing(promise.id());
  }

  /**
   * Open again at its due time, at whoever acted on it; at the responsible official when
   * responsibility passed on since, which the citizen was told then.
   */
  void restore(Promise ended, String by) {
    put(ended.reopened().actedOnBy(null));
    event(new CaseEvent.Restored(now(), by, ended.id(), ended.due()));
    Instant since = responsibilities.get(responsibilities.size() - 1).from();
    if (ended.actor() != null
        && !since.isAfter(ended.endedAt())
        && directory().employed(ended.actor(), now())) {
      act(ended.id(), ended.actor(), responsible(), "ladder");
    }
  }

  /** The participant with this address, added when new; notices go there from now on. */
  Participant heardFrom(Address address, String name) {
    Participant participant =
        participants.stream()
            .filter(one -> one.address().equals(address))
            .findFirst()
            .orElseGet(() -> add(address, name));
    contact = participant.link();
    return participant;
  }

  private Participant add(Address address, String name) {
    Participant added =
        new Participant(String.valueOf(participants.size() + 1), address, name, null);
    participants.add(added);
    return added;
  }

  Optional<Participant> contact() {
    return participants.stream().filter(one -> one.link().equals(contact)).findFirst();
  }

  void revoke(String link) {
    participants.replaceAll(
        one ->
            one.link().equals(link)
                ? new Participant(one.link(), one.address(), one.name(), now())
                : one);
  }

  void offer(Offer made) {
    offer = made;
    event(new CaseEvent.Offered(now(), made.by(), made.to(), made.note(), made.lapsesAt()));
  }

  /** Responsibility is about to pass to whom it was offered. */
  void accepted() {
    offer = null;
  }

  /** An offer comes to nothing; who made it hears so, unless they did that themselves. */
  void endOffer(String by, String how, String reason) {
    if (offer == null) {
      return;
    }
    Offer ended = offer;
    offer = null;
    event(new CaseEvent.OfferEnded(now(), by, ended.to(), how, reason));
    if (!by.equals(ended.by())) {
      tell().official(ended.by(), Notice.Kind.OFFER, Map.of("what", how, "from", ended.to()));
    }
  }

  /** It was not accepted within its norm. */
  boolean offerLapses() {
    boolean lapses = offer != null && !offer.lapsesAt().isAfter(now());
    if (lapses) {
      endOffer("hub", "lapsed", "");
    }
    return lapses;
  }

  /** Responsibility passes on, to their team; whoever acted meanwhile no longer does. */
  void responsible(String official, String reason, String by) {
    endOffer("hub", "moved", "");
    team = directory().official(official).map(Official::team).orElse(team);
    responsibilities.add(new Responsibility(official, now(), reason, by));
    acting.replaceAll(one -> one.lasts() ? one.ended(now()) : one);
    promises.replaceAll(one -> one.open() ? one.actedOnBy(null) : one);
  }

  /** Somebody acts on a promise, or on the whole case when {@code promise} is null. */
  void act(String promise, String official, String insteadOf, String reason) {
    endActing(promise);
    acting.add(new Acting(promise, official, insteadOf, now(), null, reason));
    promises.replaceAll(one -> one.id().equals(promise) ? one.actedOnBy(official) : one);
    event(new CaseEvent.ActingBegan(now(), official, insteadOf, promise, reason));
  }

  void endActing(String promise) {
    acting.replaceAll(
        one -> one.lasts() && Objects.equals(one.promise(), promise) ? one.ended(now()) : one);
    promises.replaceAll(one -> one.open() && one.id().equals(promise) ? one.actedOnBy(null) : one);
  }

  /** Open again: at who took over, when the responsible official has left meanwhile. */
  void reopen(String by, String reason) {
    state = Case.State.OPEN;
    outcome = null;
    event(new CaseEvent.Reopened(now(), by, reason));
    String gone = responsible();
    String successor = directory().successorOf(gone, now(), before.barred()).id();
    if (!successor.equals(gone)) {
      event(new CaseEvent.HandedOver(now(), "hub", gone, successor, "departure", ""));
      responsible(successor, "departure", "hub");
      left = gone;
    }
  }

  /** Who left and whose place was taken in this change (official id); null if nobody. */
  String left() {
    return left;
  }

  void close(Outcome how) {
    endOffer("hub", "closed", "");
    state = Case.State.CLOSED;
    outcome = how;
    acting.replaceAll(one -> one.lasts() ? one.ended(now()) : one);
  }

  void route(Match match) {
    route = match;
  }

  void suggest(String other) {
    suggested = other;
  }

  /**
   * Closed, and its number leads to the other from now on. Promises and acting stay as they are
   * until the other has taken them in: {@link #moved()}.
   */
  void movesTo(String other) {
    endOffer("hub", "closed", "");
    state = Case.State.CLOSED;
    outcome = Outcome.JOINED;
    suggested = other;
    movesTo = other;
  }

  /** All it had is with the other now. */
  void moved() {
    movesTo = null;
    close(Outcome.JOINED);
  }

  /** Nothing went to the other: it is a case of its own again. */
  void stays(String by, String reason) {
    movesTo = null;
    reopen(by, reason);
  }

  /**
   * Puts a notice under an id, once; returns it.
   *
   * @param entry null: an id made of case, version and recipient
   */
  String post(String entry, Notice notice) {
    return post(entry, notice, now());
  }

  /** The same, not to be told before a moment. */
  String post(String entry, Notice notice, Instant from) {
    String id =
        entry != null ? entry : before.id() + "." + (before.version() + 1) + "." + notice.key();
    boolean there = pending.stream().anyMatch(one -> one.id().equals(id));
    if (!there) {
      Outgoing made = Outgoing.waiting(id, notice, now(), from);
      pending.add(before.demo() ? made.held() : made);
    }
    return id;
  }

  LegalClass legalClass() {
    return legal == null ? before.legalClass() : legal;
  }

  void legalClass(LegalClass is) {
    legal = is;
  }

  Telling tell() {
    return new Telling(this);
  }

  Decision done() {
    askWhoStays();
    return new Decision.Changed(build(before.version() + 1));
  }

  /** The citizen met too many: the coordinator is asked, once, to name one who stays. */
  private void askWhoStays() {
    if (steady != null || !open() || met.size() <= directory().mostOfficials()) {
      return;
    }
    steady = Steady.asked(now());
    directory()
        .team(team)
        .map(one -> before.barred().contains(one.coordinator()) ? one.manager() : one.coordinator())
        .filter(who -> !before.barred().contains(who))
        .ifPresent(
            who ->
                tell()
                    .official(who, Notice.Kind.STEADY, Map.of("met", String.valueOf(met.size()))));
  }

  /** Somebody named who stays. */
  void steady(String official, String by) {
    Steady asked = steady == null ? Steady.asked(now()) : steady;
    steady = asked.settled(now(), official, by);
  }

  private Case build(long version) {
    return new Case(
        before.id(),
        version,
        before.subject(),
        before.topic(),
        team,
        before.neighbourhood(),
        before.language(),
        before.confidential(),
        before.citizen(),
        participants,
        contact,
        state,
        outcome,
        route,
        responsible(),
        responsibilities,
        acting,
        before.barred(),
        before.consulted(),
        suggested,
        movesTo,
        offer,
        promises,
        events,
        before.paged(),
        pending,
        before.openedBy(),
        before.openedAt(),
        pending.isEmpty() && movesTo == null ? nextStep() : now(),
        open() ? earliestDue() : null,
        concerned(),
        List.copyOf(met),
        steady == null ? null : steady.in(open()),
        before.demo(),
        Calling.takers(before, promises, directory()),
        open() ? Calling.numbers(promises) : List.of(),
        before.done(),
        legal);
  }

  /** When the ladder of any open promise takes its next step; null when none does. */
  Instant nextStep() {
    return Wake.at(openPromises(), offer, team, directory());
  }

  private Instant earliestDue() {
    return openPromises().stream().map(Promise::attentionAt).min(Instant::compareTo).orElse(null);
  }

  private List<String> concerned() {
    if (!open()) {
      return List.of();
    }
    Set<String> officials = new LinkedHashSet<>();
    officials.add(responsible());
    acting.stream().filter(Acting::lasts).forEach(one -> officials.add(one.official()));
    openPromises().stream().flatMap(this::mustSeeToIt).forEach(officials::add);
    return List.copyOf(officials);
  }

  /** Whom the ladder asked to see to it since responsibility last changed. */
  private Stream<String> mustSeeToIt(Promise promise) {
    Instant since = responsibilities.get(responsibilities.size() - 1).from();
    return promise.steps().stream()
        .filter(step -> step.does().equals(Rung.Does.REQUIRE_REASSIGNMENT.name()))
        .filter(step -> !step.at().isBefore(since))
        .map(Promise.Step::to);
  }
}
