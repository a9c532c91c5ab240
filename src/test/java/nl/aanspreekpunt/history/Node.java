package nl.aanspreekpunt.history;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Absences;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Answering;
import nl.aanspreekpunt.casework.Arrival;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseClock;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Distributing;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.MemoryCases;
import nl.aanspreekpunt.casework.MemoryHandovers;
import nl.aanspreekpunt.casework.MemoryLessons;
import nl.aanspreekpunt.casework.MemoryReassignments;
import nl.aanspreekpunt.casework.MemorySpells;
import nl.aanspreekpunt.casework.PuttingBack;
import nl.aanspreekpunt.casework.Righting;
import nl.aanspreekpunt.casework.Separating;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.casework.StillTheirs;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.casework.planned.SendingPlans;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.MemoryIdentities;
import nl.aanspreekpunt.citizen.NoHouseholds;
import nl.aanspreekpunt.inbox.MemoryReceipts;
import nl.aanspreekpunt.inbox.Pipeline;
import nl.aanspreekpunt.inbox.Placing;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.MemoryDirectories;
import nl.aanspreekpunt.official.Pin;
import nl.aanspreekpunt.official.WorkDays;
import nl.aanspreekpunt.operations.Measures;
import nl.aanspreekpunt.outbox.MemoryOutbox;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Readers;
import nl.aanspreekpunt.routing.Least;
import nl.aanspreekpunt.routing.Proposing;
import nl.aanspreekpunt.routing.Routing;
import nl.aanspreekpunt.routing.Teaching;
import nl.aanspreekpunt.routing.Vocabulary;
import nl.aanspreekpunt.store.MemorySetAsides;
import nl.aanspreekpunt.store.Trying;

/** A hub without what listens, sends and shows: one of those that share the town's database. */
final class Node {
  private static final Measures MEASURES = new Measures();

  /** In whose name work is given to others. */
  private static final String LEADS = "jan.devries";

  private static final Signer SIGNER = new Signer("t", new byte[32]);
  static final Tokens TOKENS = new Tokens(SIGNER, "voorbeeldstad.example", "http://hub.example");

  private final Turns.Side side;
  private final Clock clock;
  private final Directories directories;
  private final Readers readers;
  private final Casework casework;
  private final Answering answering;
  private final Joining joining;
  private final Separating separating;
  private final Teaching teaching;
  private final CaseClock caseClock;
  private final Departing departing;
  private final Absences absences;
  private final Distributing distributing;
  private final Pipeline inbox;

  Node(Town town, Turns.Side side) {
    this.side = side;
    clock = town.clock;
    directories = new MemoryDirectories(town.directory, side, clock);
    Cases cases = new MemoryCases(town.cases, side);
    Outbox outbox = new MemoryOutbox(town.outbox, side);
    Identities identities = new MemoryIdentities(town.identities, side);
    Receipts receipts = new MemoryReceipts(town.receipts, side);
    readers = new StillTheirs(cases);
    casework = new Casework(cases, outbox, directories, clock, changed -> {});
    answering = new Answering(casework, identities);
    joining = new Joining(cases, casework);
    separating = new Separating(cases, casework);
    Vocabulary vocabulary = new Vocabulary(new MemoryLessons(town.lessons, side), clock);
    CaseNumbers numbers = new CaseNumbers(SIGNER);
    Least least = town::work;
    teaching =
        new Teaching(cases, casework, identities, vocabulary, numbers, new Proposing(least), clock);
    caseClock =
        new CaseClock(
            cases,
            casework,
            new Righting(cases, casework, identities),
            new SendingPlans(casework, identities),
            new Proposing(least),
            clock,
            climbed -> {});
    Trying trying = new Trying(new MemorySetAsides(town.setAsides), clock);
    departing =
        new Departing(
            new MemoryHandovers(town.handovers, side),
            trying,
            cases,
            casework,
            identities,
            directories,
            new Proposing(least),
            clock);
    absences =
        new Absences(
            new MemorySpells(town.spells, side),
            trying,
            cases,
            casework,
            outbox,
            directories,
            clock,
            Duration.ofDays(5));
    distributing =
        new Distributing(
            new MemoryReassignments(town.reassignments, side),
            trying,
            cases,
            casework,
            directories,
            new Proposing(least),
            clock);
    Placing placing =
        new Placing(
            identities,
            new Routing(
                cases,
                TOKENS,
                least,
                Duration.ofDays(3),
                vocabulary,
                text -> Optional.empty(),
                new NoHouseholds()),
            cases,
            casework,
            numbers,
            outbox,
            receipts,
            directories,
            new Arrival.Limits(3, 30),
            null, // nothing here is marked as spam
            (route, placed) -> {});
    inbox = new Pipeline(receipts, Map.of(Channel.EMAIL, Letter::read), placing, clock, MEASURES);
  }

  /** Asked before anything is sent. */
  Readers readers() {
    return readers;
  }

  boolean dead() {
    return side.dead();
  }

  void dieAfter(int writes) {
    side.dieAfter(writes);
  }

  void die() {
    side.die();
  }

  /** Completes once the message is acknowledged. */
  Future<?> accept(Receipt receipt) {
    return inbox.accept(receipt);
  }

  void does(String number, Act act) {
    casework.change(number, act);
  }

  void answers(String number, Act act, String by) {
    answering.change(number, act, by);
  }

  void joins(String number, String into, String by) {
    joining.join(number, into, by, true, act -> act);
  }

  /** Messages become a case of their own. */
  void splits(String number, List<String> messages, String by) {
    separating.split(
        new Separating.What(number, messages, by),
        new Separating.Own("Een andere vraag", null, "citizen", null),
        new CaseNumbers(SIGNER),
        act -> act);
  }

  /** Messages go where they belong. */
  void moves(String number, List<String> messages, String into, String by) {
    separating.move(new Separating.What(number, messages, by), into, act -> act);
  }

  /** It is of the citizen who is known by this address. */
  void recognises(Case one, Address address, String by) {
    teaching.citizen(one, address, by(by));
  }

  /** What is uncertain is a question of its own. */
  void own(Case one, boolean somebodyElse, String by) {
    if (somebodyElse) {
      teaching.somebodyElse(one, by(by));
    } else {
      teaching.own(one, by(by));
    }
  }

  void putsBack(Case one, PuttingBack.What what, String by) {
    teaching.putBack(one, what, "Het is geen bezwaar.", by(by));
  }

  private static Teaching.By by(String official) {
    return new Teaching.By(official, true, act -> act);
  }

  void away(String official, Instant until) {
    Instant now = clock.instant();
    Absence absence = new Absence(official, now, until, null, "ziek", "test");
    absences.absent(absence);
  }

  void back(String official) {
    absences.returned(official, "test");
  }

  void works(String official, Map<String, String> hours) {
    absences.works(new WorkDays(official, hours, "test", clock.instant()), null);
  }

  void pins(Pin pin) {
    directories.pin(pin, null);
  }

  void unpins(String id) {
    directories.unpin(id, LEADS, "Niet meer nodig");
  }

  /** On a day, or at once. */
  void leaves(String official, int days) {
    departing.mark(official, clock.instant().plus(Duration.ofDays(days)), "test");
  }

  /** After all, or again: undone, or new. */
  void stays(String official) {
    departing.comeBack(official, "test");
  }

  /** All open work of one official goes to others. */
  void distributes(String official, String to) {
    distributing
        .preview(new Distributing.Filter(official, null, null, null), to, one -> true)
        .compose(items -> distributing.begin(items, "", LEADS));
  }

  void runs(String reassignment, boolean on) {
    distributing.running(reassignment, on);
  }

  void confirms(String official) {
    departing.confirm(official, null, Map.of(), "", LEADS);
  }

  /** What a node does every second. */
  void ticks() {
    directories.refresh();
    inbox.sweep();
    caseClock.tick();
    departing.tick();
    absences.tick();
    distributing.tick();
  }

  static List<String> hubAddress() {
    return List.of("vraag@voorbeeldstad.example");
  }
}
