package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;

/**
 * A question of a citizen and all that happened to it: the unit of consistency.
 *
 * @param id the case number: 8 Crockford characters and a check character
 * @param version raised by each change
 * @param topic null when unknown
 * @param citizen citizen id
 * @param contact link id of the participant last heard from: notices go there; null if none
 * @param route why it is where it is
 * @param official who is responsible now (official id)
 * @param responsibilities who was, since when, oldest first
 * @param barred officials who must not read it: the ones a complaint concerns
 * @param suggested another case this message may belong to; null if none
 * @param movesTo the case it was joined to and that has yet to take it in; null if none
 * @param offer to whom it is offered by hand; null: to nobody
 * @param promises in the order they were made
 * @param events the latest; older ones are in pages
 * @param paged how many events are in pages
 * @param pending notices decided but not yet in the outbox
 * @param openedBy the receipt that opened it
 * @param wakeAt when anything in it next needs attention; null when nothing does
 * @param dueAt the earliest due time of an open promise, or when the citizen is silent too long for
 *     one that waits; null when none is open
 * @param callAt when the call comes first that is still to be made: its due time, or when the
 *     citizen is silent too long if it waits; null when nobody is to be called
 * @param concerns officials on whose Today it stands: responsible and acting, while open
 * @param met official ids of whom the citizen was told by name or with whom they spoke, in that
 *     order; in a case from before this was kept: who was responsible
 * @param steady whether somebody who stays is to be named; null when there was no need
 * @param demo a fictional citizen: nothing is ever sent
 * @param takers officials who took a request to be called from the citizen, also one that ended
 * @param numbers where somebody is still to be called (E.164)
 * @param done keys of the latest requests that took effect, each with its digest: see {@link Once}
 * @param legal what it is to the law; see {@link #legalClass()}
 * @param correctedAt when a named person last said that it is about another topic; null: nobody did
 * @param parting what is on its way to where it belongs; null: nothing is
 * @param former took part once: what came from their address was somebody else's after all
 * @param elsewhere messages that were here and went to another case
 * @param said what named persons said of it and can be put back, oldest first
 * @param owed what its citizens' records are yet to follow; null: nothing
 * @param care what people do in it beyond answering
 */
@nl.aanspreekpunt.store.Marked(Unsought.MARK)
public record Case(
    String id,
    long version,
    String subject,
    String topic,
    String team,
    String neighbourhood,
    String language,
    boolean confidential,
    String citizen,
    List<Participant> participants,
    String contact,
    State state,
    Outcome outcome,
    Match route,
    String official,
    List<Responsibility> responsibilities,
    List<Acting> acting,
    List<String> barred,
    List<String> consulted,
    String suggested,
    String movesTo,
    Offer offer,
    List<Promise> promises,
    List<CaseEvent> events,
    int paged,
    List<Outgoing> pending,
    String openedBy,
    Instant openedAt,
    Instant wakeAt,
    Instant dueAt,
    Instant callAt,
    List<String> concerns,
    List<String> met,
    Steady steady,
    boolean demo,
    List<String> takers,
    List<String> numbers,
    List<String> done,
    LegalClass legal,
    Instant correctedAt,
    Parting parting,
    List<Participant> former,
    List<Elsewhere> elsewhere,
    List<Said> said,
    Owed owed,
    Care care) {

  public enum State {
    OPEN,
    CLOSED
  }

  public Case {
    participants = listOf(participants);
    former = listOf(former);
    responsibilities = listOf(responsibilities);
    acting = listOf(acting);
    barred = listOf(barred);
    consulted = listOf(consulted);
    promises = listOf(promises);
    events = listOf(events);
    pending = listOf(pending);
    // In a case from before this was kept.
    callAt = callAt == null && state == State.OPEN ? Calling.soonest(promises) : callAt;
    concerns = listOf(concerns);
    met = met == null ? responsible(responsibilities) : List.copyOf(met);
    takers = listOf(takers);
    numbers = listOf(numbers);
    done = listOf(done);
    elsewhere = elsewhere == null ? Elsewhere.in(events) : List.copyOf(elsewhere);
    care = care == null ? Care.NONE : care;
    said = said == null ? SaidBefore.in(events, responsibilities) : List.copyOf(said);
  }

  private static <T> List<T> listOf(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private static List<String> responsible(List<Responsibility> all) {
    return all.stream().map(Responsibility::official).distinct().toList();
  }

  public boolean open() {
    return state == State.OPEN;
  }

  /** What it is to the law: a question, unless it is known to be something else. */
  public LegalClass legalClass() {
    if (legal != null) {
      return legal;
    }
    return aboutSomebody() ? LegalClass.COMPLAINT : LegalClass.QUESTION;
  }

  /** A complaint about somebody who works here: that is said by its route, and stays so. */
  public boolean aboutSomebody() {
    return route.rule().equals(Match.COMPLAINT);
  }

  /** Not even its subject is for everybody who works here. */
  public boolean hidesSubject() {
    return confidential || !barred.isEmpty() || legalClass() == LegalClass.COMPLAINT;
  }

  /** Its messages and promises went to {@link #suggested()}. */
  public boolean joined() {
    return outcome == Outcome.JOINED;
  }

  /** Something of it is under way that the clock goes on with at once. */
  public boolean underWay() {
    return moving() || parting != null || owed != null;
  }

  /** Joined to another that has yet to take in its messages and promises: these stand still. */
  boolean moving() {
    return movesTo != null;
  }

  /** Official id of who was responsible at a moment; empty before it was opened. */
  public Optional<String> responsibleAt(Instant moment) {
    return responsibilities.stream()
        .filter(one -> !one.from().isAfter(moment))
        .reduce((earlier, later) -> later)
        .map(Responsibility::official);
  }

  /** Who acts for the whole case instead of the responsible official, if somebody does. */
  public Optional<Acting> actingNow() {
    return acting.stream().filter(one -> one.lasts() && one.promise() == null).findFirst();
  }

  /** Whether this official acts for somebody else in it. */
  boolean acts(String official) {
    return acting.stream().anyMatch(one -> one.lasts() && one.official().equals(official));
  }

  /**
   * Who is to do what was promised: its actor, who acts for the case, or who is responsible.
   * Between colleagues: who was asked, or who stands in for them.
   */
  public String ownerOf(Promise promise) {
    if (promise.kind().inward()) {
      return care.inward().standIn(promise.id()).map(Acting::official).orElse(promise.actor());
    }
    if (promise.actor() != null) {
      return promise.actor();
    }
    return actingNow().map(Acting::official).orElse(official);
  }

  /** What the citizen waits for. */
  public List<Promise> openPromises() {
    return promises.stream().filter(Promise::toCitizen).filter(Promise::open).toList();
  }

  /** What was promised between colleagues: nothing that the citizen is told. */
  public List<Promise> openInward() {
    return promises.stream().filter(one -> one.open() && !one.toCitizen()).toList();
  }

  public Optional<Promise> promise(String promiseId) {
    return promises.stream().filter(one -> one.id().equals(promiseId)).findFirst();
  }

  /** A request to be called, open or ended. */
  Optional<Promise> callback(String promiseId) {
    return promise(promiseId).filter(one -> one.callback() != null);
  }

  /** Also somebody who no longer takes part. */
  public Optional<Participant> anybody(String link) {
    return Stream.concat(participants.stream(), former.stream())
        .filter(one -> one.link().equals(link))
        .findFirst();
  }

  public Optional<Participant> participant(String link) {
    return participants.stream().filter(one -> one.link().equals(link)).findFirst();
  }

  /** How the question is called for one participant: another's words are not for them. */
  public String subjectFor(Participant one) {
    return one.subject() == null ? subject : one.subject();
  }

  /** Who takes part with this address. */
  public Optional<Participant> participant(Address address) {
    return participants.stream().filter(one -> one.address().equals(address)).findFirst();
  }

  /** The last message a citizen sent (receipt id); null when there is none. */
  public String lastReceived() {
    return received()
        .reduce((earlier, later) -> later)
        .map(CaseEvent.Received::receipt)
        .orElse(null);
  }

  /** Whether this message is in the case, or came here and went to another since. */
  public boolean holds(String receipt) {
    return receipt.equals(openedBy)
        || happened(CaseEvent.Received.class).anyMatch(one -> one.receipt().equals(receipt));
  }

  /** The case that this message went to from here, the last time it did; empty while it is here. */
  public Optional<String> wentTo(String receipt) {
    return elsewhere.stream()
        .filter(one -> one.message().equals(receipt))
        .findFirst()
        .map(Elsewhere::number);
  }

  /** The latest messages that are here, oldest first. */
  public List<CaseEvent.Received> messages() {
    return received().toList();
  }

  /**
   * Whether who read up to one message (receipt id; null: none) had read the other too. What is old
   * enough to be in a page was read by everybody.
   */
  public boolean read(String upTo, String message) {
    List<String> inOrder = received().map(CaseEvent.Received::receipt).toList();
    return message == null || inOrder.indexOf(message) <= inOrder.indexOf(upTo);
  }

  /** What happened after a message (receipt id); all there is when it is older or null. */
  public List<CaseEvent> since(String message) {
    for (int i = events.size() - 1; i >= 0; i--) {
      if (events.get(i) instanceof CaseEvent.Received one && one.receipt().equals(message)) {
        return events.subList(i + 1, events.size());
      }
    }
    return events;
  }

  /** Who joined it to another (official id); "hub" when that is too long ago. */
  String joinedBy() {
    return happened(CaseEvent.Joined.class)
        .filter(one -> !one.hither())
        .reduce((earlier, later) -> later)
        .map(CaseEvent.Joined::by)
        .orElse("hub");
  }

  /** The messages of that case came here, and did not go back since. */
  boolean tookIn(String number) {
    boolean here = false;
    for (CaseEvent event : events) {
      if (event instanceof CaseEvent.Joined one && one.hither() && one.other().equals(number)) {
        here = true;
      } else if (event instanceof CaseEvent.Parted one && one.other().equals(number)) {
        here = false;
      }
    }
    return here;
  }

  /** As it stands once its notices are in the outbox. */
  Case settled(Instant nextWake) {
    return with(topic, team, List.of(), nextWake, events, paged, done);
  }

  /** Without its oldest {@code n} events, which are in a page now. */
  Case withoutOldest(int n) {
    return with(topic, team, pending, wakeAt, events.subList(n, events.size()), paged + n, done);
  }

  Case withDone(List<String> keys) {
    return with(topic, team, pending, wakeAt, events, paged, keys);
  }

  /** As if it were about that: to see who would help. */
  Case about(Topic other) {
    return with(other.id(), other.team(), pending, wakeAt, events, paged, done);
  }

  private Case with(
      String about,
      String atTeam,
      List<Outgoing> notices,
      Instant wake,
      List<CaseEvent> latest,
      int inPages,
      List<String> keys) {
    return new Case(
        id,
        version,
        subject,
        about,
        atTeam,
        neighbourhood,
        language,
        confidential,
        citizen,
        participants,
        contact,
        state,
        outcome,
        route,
        official,
        responsibilities,
        acting,
        barred,
        consulted,
        suggested,
        movesTo,
        offer,
        promises,
        latest,
        inPages,
        notices,
        openedBy,
        openedAt,
        wake,
        dueAt,
        callAt,
        concerns,
        met,
        steady,
        demo,
        takers,
        numbers,
        keys,
        legal,
        correctedAt,
        parting,
        former,
        elsewhere,
        said,
        owed,
        care);
  }

  private Stream<CaseEvent.Received> received() {
    return happened(CaseEvent.Received.class).filter(one -> wentTo(one.receipt()).isEmpty());
  }

  /** The latest events of one kind, oldest first. */
  public <E extends CaseEvent> Stream<E> happened(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast);
  }
}
