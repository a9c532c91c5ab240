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
import nl.aanspreekpunt.casework.backing.SilentBacking;
import nl.aanspreekpunt.casework.planned.StillGoes;
import nl.aanspreekpunt.casework.principle.Summoning;
import nl.aanspreekpunt.casework.talk.Following;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Matter;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;

/**
 * A case under change: acts write here, and {@link #done()} derives what follows (whom it concerns,
 * when it next needs attention). Lives within one act; never shared.
 */
public final class Draft {
  public final Case before;
  public final Moment moment;
  private final List<Participant> participants;
  private final List<Participant> former;
  private final List<Responsibility> responsibilities;
  private final List<Acting> acting;
  public final Promises promises;
  public final Inwards inward;
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
  final OpenOffer offer;
  private String team;
  private String left;
  String citizen;
  private LegalClass legal;
  Filed filed;
  Parting parting;
  private List<Elsewhere> elsewhere;
  List<Said> said;
  Owed owed;
  private Care care;
  private String language;

  public Draft(Case before, Moment moment) {
    this.before = before;
    this.moment = moment;
    participants = new ArrayList<>(before.participants());
    former = new ArrayList<>(before.former());
    citizen = before.citizen();
    responsibilities = new ArrayList<>(before.responsibilities());
    acting = new ArrayList<>(before.acting());
    promises = new Promises(this);
    inward = new Inwards(this);
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
    offer = new OpenOffer(this);
    team = before.team();
    legal = before.legal();
    filed = Filed.as(before);
    parting = before.parting();
    elsewhere = before.elsewhere();
    said = before.said();
    owed = before.owed();
    care = before.care();
    language = before.language();
  }

  public Instant now() {
    return moment.now();
  }

  public Directory directory() {
    return moment.directory();
  }

  public void event(CaseEvent event) {
    events.add(event);
    elsewhere = Elsewhere.after(elsewhere, event);
    if (event instanceof CaseEvent.Tried tried && tried.conversation()) {
      met(tried.by());
    } else if (event instanceof CaseEvent.Talked talked) {
      met(talked.by());
    } else if (event instanceof CaseEvent.Held held) {
      met(held.by());
    }
    if (event.conversation()) {
      care = care.with(care.talks().talked(met.size()));
    }
  }

  /** The citizen knows this official by name now: they were told, or spoke with them. */
  public void met(String official) {
    if (directory().official(official).isPresent()) {
      met.add(official);
    }
  }

  public boolean open() {
    return state == Case.State.OPEN;
  }

  public String responsible() {
    return responsibilities.get(responsibilities.size() - 1).official();
  }

  /** Whether it was the ladder that made the responsible official so. */
  boolean tookOver() {
    return responsibilities.get(responsibilities.size() - 1).reason().equals(Escalating.REASON);
  }

  Instant responsibleSince() {
    return responsibilities.get(responsibilities.size() - 1).from();
  }

  public String team() {
    return team;
  }

  /** Who is to do what was promised, as it stands in this draft. */
  public String ownerOf(Promise promise) {
    if (promise.kind().inward()) {
      return inward.ownerOf(promise);
    }
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
    return actsForAll().map(Acting::official);
  }

  /** Who acts for the whole case, if somebody does. */
  public Optional<Acting> actsForAll() {
    return acting.stream().filter(one -> one.lasts() && one.promise() == null).findFirst();
  }

  /** What people do in it beyond answering, as it stands in this draft. */
  public Care care() {
    return care;
  }

  public void care(Care changed) {
    care = changed;
  }

  /** What the norms of this case depend on. */
  public Matter matter() {
    String channel =
        events.stream()
            .filter(CaseEvent.Received.class::isInstance)
            .map(one -> ((CaseEvent.Received) one).channel().name().toLowerCase(Locale.ROOT))
            .reduce((earlier, later) -> later)
            .orElse(null);
    return new Matter(filed.topic(), team, channel, legalClass());
  }

  /** The participant with this address, added when new; notices go there from now on. */
  public Participant heardFrom(Address address, String name) {
    return heardFrom(address, name, null);
  }

  /** The same of who wrote just now: they are written to by the channel they used. */
  Participant heardFrom(Arrival arrival, String subject) {
    String link = heardFrom(arrival.sender(), arrival.name(), subject).link();
    Channel way = arrival.answers() == null ? arrival.channel() : arrival.answers();
    participants.replaceAll(one -> one.link().equals(link) ? one.wrote(way) : one);
    return contact().orElseThrow();
  }

  /**
   * The same.
   *
   * @param subject under which who is new asked it elsewhere; null: as it is here
   */
  Participant heardFrom(Address address, String name, String subject) {
    Participant participant =
        participants.stream()
            .filter(one -> one.address().equals(address))
            .findFirst()
            .orElseGet(() -> add(address, name, subject));
    contact = participant.link();
    return participant;
  }

  /** Notices go there, when they take part. */
  public void writesTo(String link) {
    contact = participants.stream().anyMatch(one -> one.link().equals(link)) ? link : contact;
  }

  private Participant add(Address address, String name, String subject) {
    Participant added =
        new Participant(
            String.valueOf(participants.size() + former.size() + 1),
            address,
            name,
            null,
            subject,
            null);
    participants.add(added);
    return added;
  }

  public Optional<Participant> contact() {
    return participants.stream().filter(one -> one.link().equals(contact)).findFirst();
  }

  /** What came from their address was somebody else's: nothing goes there any more. */
  public void leaves(Participant who) {
    revoke(who.link());
    participants.stream().filter(one -> one.link().equals(who.link())).forEach(former::add);
    participants.removeIf(one -> one.link().equals(who.link()));
    contact = who.link().equals(contact) ? null : contact;
  }

  void revoke(String link) {
    revoked(link, now());
  }

  /** When a link was last switched off; null: it never was. */
  void revoked(String link, Instant at) {
    participants.replaceAll(one -> one.link().equals(link) ? one.revoked(at) : one);
  }

  /** Responsibility passes on, to their team; whoever acted meanwhile no longer does. */
  void responsible(String official, String reason, String by) {
    offer.end("hub", "moved", "");
    team = directory().official(official).map(Official::team).orElse(team);
    responsibilities.add(new Responsibility(official, now(), reason, by));
    acting.replaceAll(one -> one.lasts() ? one.ended(now()) : one);
    promises.change(one -> one.open() && one.toCitizen() ? one.actedOnBy(null) : one);
  }

  /** Somebody acts on a promise, or on the whole case when {@code promise} is null. */
  public void act(String promise, String official, String insteadOf, String reason) {
    endActing(promise);
    acting.add(new Acting(promise, official, insteadOf, now(), null, reason));
    promises.change(one -> one.id().equals(promise) ? one.actedOnBy(official) : one);
    event(new CaseEvent.ActingBegan(now(), official, insteadOf, promise, reason));
  }

  public void endActing(String promise) {
    acting.replaceAll(
        one -> one.lasts() && Objects.equals(one.promise(), promise) ? one.ended(now()) : one);
    promises.change(
        one ->
            one.open() && one.toCitizen() && one.id().equals(promise) ? one.actedOnBy(null) : one);
  }

  /** Open again: at who took over, when the responsible official has left meanwhile. */
  public void reopen(String by, String reason) {
    state = Case.State.OPEN;
    outcome = null;
    care = care.asking(null);
    Summoning.past(this);
    stand(Place.of(before).moved(before.neighbourhood(), responsible(), directory()));
    event(new CaseEvent.Reopened(now(), by, reason));
    String gone = responsible();
    String successor = directory().successorOf(gone, now(), before.barred()).id();
    if (!successor.equals(gone)) {
      event(new CaseEvent.HandedOver(now(), "hub", gone, successor, "departure", ""));
      responsible(successor, "departure", "hub");
      left = gone;
    }
  }

  /** In which the citizen hears from us. */
  public void language(String other) {
    language = other;
  }

  /** As it was, unless that team is no more. */
  void team(String id) {
    team = directory().team(id).isPresent() ? id : team;
  }

  void stand(Place there) {
    filed = filed.in(there);
    team = there.team();
  }

  /** Who left and whose place was taken in this change (official id); null if nobody. */
  String left() {
    return left;
  }

  public void close(Outcome how) {
    offer.end("hub", "closed", "");
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
    offer.end("hub", "closed", "");
    state = Case.State.CLOSED;
    outcome = Outcome.JOINED;
    suggested = other;
    movesTo = other;
  }

  /** It is claimed for another case. */
  boolean moves() {
    return movesTo != null;
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
  public String post(String entry, Notice notice) {
    return post(entry, notice, now());
  }

  /** The same, not to be told before a moment. */
  public String post(String entry, Notice notice, Instant from) {
    String id =
        entry != null ? entry : before.id() + "." + (before.version() + 1) + "." + notice.key();
    boolean there = pending.stream().anyMatch(one -> one.id().equals(id));
    if (!there) {
      Outgoing made = Outgoing.waiting(id, notice, now(), from);
      pending.add(before.demo() ? made.held() : made);
    }
    return id;
  }

  public LegalClass legalClass() {
    return legal == null ? before.legalClass() : legal;
  }

  void legalClass(LegalClass is) {
    legal = is;
  }

  /** Somebody said what it is to the law: nothing need be proposed any more. */
  void settled() {
    route = route.signed(null);
  }

  /** What citizens' records are yet to follow. */
  public void owes(Owed due) {
    owed = due;
  }

  /** Responsibility passes on; the citizen hears it with something else. */
  public void passes(String official, String reason, String by) {
    new Reassigning(official, by, reason, "").take(this);
  }

  public Telling tell() {
    return new Telling(this);
  }

  public Decision done() {
    StillGoes.settle(this);
    askWhoStays();
    Following.planned(this);
    inward.settle();
    SilentBacking.settle(this);
    inward.begin();
    care = care.inward(inward.now()).tallied(tallied());
    List<Minding.Minded> minded = open() ? Minding.in(this) : List.of();
    Minding.begin(this, minded);
    return new Decision.Changed(build(before.version() + 1, Concerned.by(this, minded)));
  }

  private Tally tallied() {
    Tally was = before.care().tally() == null ? Tally.of(before) : before.care().tally();
    List<CaseEvent> since = events.subList(before.events().size(), events.size());
    return was.after(since).met(met.size(), now()).in(directory().zone(), promises.all(), now());
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

  /** The case as this draft has it now, before what follows from it. */
  public Case soFar() {
    return build(before.version() + 1, before.concerns());
  }

  private Case build(long version, List<String> concerned) {
    return new Case(
        before.id(),
        version,
        before.subject(),
        filed.topic(),
        team,
        before.neighbourhood(),
        language,
        filed.confidential(),
        citizen,
        participants,
        contact,
        state,
        outcome,
        route,
        responsible(),
        responsibilities,
        acting,
        before.barred(),
        open() ? care.readers() : List.of(),
        suggested,
        movesTo,
        offer.now(),
        promises.all(),
        events,
        before.paged(),
        pending,
        before.openedBy(),
        before.openedAt(),
        restsNow() ? nextStep() : atOnce(),
        open() ? earliestDue() : null,
        open() ? Calling.soonest(promises.all()) : null,
        concerned,
        List.copyOf(met),
        steady == null ? null : steady.in(open()),
        before.demo(),
        Calling.takers(before, promises.all(), directory()),
        open() ? Calling.numbers(promises.all()) : List.of(),
        before.done(),
        legal,
        filed.correctedAt(),
        parting,
        former,
        elsewhere,
        said,
        owed,
        care);
  }

  private boolean restsNow() {
    return pending.isEmpty() && movesTo == null && parting == null && owed == null;
  }

  /**
   * What is already awake stays where it stands in the order, until all is done: also when the
   * clock is put back meanwhile.
   */
  Instant atOnce() {
    Instant woke = before.wakeAt();
    return woke != null && woke.isBefore(now()) ? woke : now();
  }

  /** When the clock next has something to do; null when it has not. */
  Instant nextStep() {
    return Stream.of(
            Optional.ofNullable(Wake.at(promises.open(), this::ownerOf, offer.now(), team, moment)),
            inward.nextStep(),
            CareClock.next(this))
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .orElse(null);
  }

  Instant earliestDue() {
    return promises.open().stream().map(Promise::attentionAt).min(Instant::compareTo).orElse(null);
  }

  /** Who acts now, for the whole case or on a promise (official ids). */
  Stream<String> actors() {
    return acting.stream().filter(Acting::lasts).map(Acting::official);
  }
}
