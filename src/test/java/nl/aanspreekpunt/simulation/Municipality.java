package nl.aanspreekpunt.simulation;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import nl.aanspreekpunt.Hands;
import nl.aanspreekpunt.casework.Absences;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Answering;
import nl.aanspreekpunt.casework.Arrival;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseClock;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.IndexedCases;
import nl.aanspreekpunt.casework.MemoryHandovers;
import nl.aanspreekpunt.casework.MemorySpells;
import nl.aanspreekpunt.casework.NoLessons;
import nl.aanspreekpunt.casework.Righting;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.casework.Workload;
import nl.aanspreekpunt.casework.planned.SendingPlans;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.IndexedIdentities;
import nl.aanspreekpunt.citizen.NoHouseholds;
import nl.aanspreekpunt.history.Letter;
import nl.aanspreekpunt.history.Turns;
import nl.aanspreekpunt.inbox.MemoryReceipts;
import nl.aanspreekpunt.inbox.Pipeline;
import nl.aanspreekpunt.inbox.Placing;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Load;
import nl.aanspreekpunt.official.MemoryDirectories;
import nl.aanspreekpunt.operations.Measures;
import nl.aanspreekpunt.outbox.MemoryOutbox;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.routing.Least;
import nl.aanspreekpunt.routing.Proposing;
import nl.aanspreekpunt.routing.Routing;
import nl.aanspreekpunt.routing.Vocabulary;
import nl.aanspreekpunt.store.MemorySetAsides;
import nl.aanspreekpunt.store.Trying;

/** The hub's own parts on a municipality in memory, under a clock that is set. */
final class Municipality {
  /** Old enough that nobody looks at it any more. */
  private static final int KEPT = 5_000;

  private final Turns turns;
  private final Hands clock;
  private final IndexedCases cases = new IndexedCases();
  private final MemoryDirectories directories;
  private final Casework casework;
  private final Answering answering;
  private final CaseClock caseClock;
  private final Departing departing;
  private final Absences absences;
  private final Pipeline inbox;
  private final Tokens tokens;
  private final Map<String, Long> pressing = new HashMap<>();
  private int letters;

  /**
   * @param opened told of each new case
   * @param changed told of each change: before and after
   */
  Municipality(
      String yaml,
      boolean standing,
      Hands clock,
      Consumer<Case> opened,
      BiConsumer<Case, Case> changed) {
    this.clock = clock;
    turns = new Turns(1);
    Turns.Side side = turns.side();
    Signer signer = new Signer("t", new byte[32]);
    tokens = new Tokens(signer, "voorbeeldstad.example", "http://hub.example");
    directories = new MemoryDirectories(new MemoryDirectories.State(yaml), side, clock);
    Outbox outbox = new MemoryOutbox(latest(), side);
    MemoryReceipts receipts = new MemoryReceipts(latest(), side);
    IndexedIdentities identities = new IndexedIdentities(side, standing);
    casework = new Casework(cases, outbox, directories, clock, changed::accept);
    answering = new Answering(casework, identities);
    Workload workload = new Workload(cases, directories, clock);
    Least least =
        official ->
            new Load.Work(
                open(official),
                pressing.computeIfAbsent(official, id -> workload.apply(id).result().pressing()));
    caseClock =
        new CaseClock(
            cases,
            casework,
            new Righting(cases, casework, identities),
            new SendingPlans(casework, identities),
            new Proposing(least),
            clock,
            climbed -> {});
    Trying trying = new Trying(new MemorySetAsides(new HashMap<>()), clock);
    departing =
        new Departing(
            new MemoryHandovers(new HashMap<>(), side),
            trying,
            cases,
            casework,
            identities,
            directories,
            new Proposing(least),
            clock);
    absences =
        new Absences(
            new MemorySpells(new HashMap<>(), side),
            trying,
            cases,
            casework,
            outbox,
            directories,
            clock,
            Duration.ofDays(5));
    Placing placing =
        new Placing(
            identities,
            new Routing(
                cases,
                tokens,
                least,
                Duration.ofDays(3),
                new Vocabulary(new NoLessons(), clock),
                text -> Optional.empty(),
                new NoHouseholds()),
            cases,
            casework,
            new CaseNumbers(signer),
            outbox,
            receipts,
            directories,
            new Arrival.Limits(3, 30),
            null, // nothing here is marked as spam
            (route, placed) -> {
              if (placed != null) {
                opened.accept(placed);
              }
            });
    inbox =
        new Pipeline(receipts, Map.of(Channel.EMAIL, Letter::read), placing, clock, new Measures());
  }

  private static <T> Map<String, T> latest() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > KEPT;
      }
    };
  }

  long open(String official) {
    return cases.countOpen(official, Integer.MAX_VALUE).result();
  }

  /** As far as the hub knows. */
  boolean here(String official) {
    Instant now = clock.instant();
    return directory().employed(official, now) && !directory().absent(official, now);
  }

  Directory directory() {
    return directories.current();
  }

  IndexedCases cases() {
    return cases;
  }

  /** A letter to the municipality's address, or in answer to a case (its number). */
  void write(String from, String number, String text, Instant now) {
    String to = number == null ? "vraag@voorbeeldstad.example" : tokens.replyAddress(number, "1");
    done(inbox.accept(Letter.of(letters++, from, to, "Vraag " + letters, text, false, now)));
  }

  void does(String number, Act act) {
    done(casework.change(number, act));
  }

  /** The same; whether it changed anything. */
  boolean did(String number, Act act) {
    return done(casework.change(number, act)) instanceof Decision.Changed;
  }

  void answers(String number, Act act, String by) {
    done(answering.change(number, act, by));
  }

  void away(Absence absence) {
    done(absences.absent(absence));
  }

  void back(String official) {
    done(absences.returned(official, "simulation"));
  }

  void left(String official) {
    done(departing.mark(official, "simulation"));
    done(departing.confirm(official, null, Map.of(), "", "simulation"));
  }

  /** What a hub does every second. */
  void tick() {
    pressing.clear();
    done(directories.refresh());
    done(departing.tick());
    done(absences.tick());
    while (done(caseClock.tick()) > 0) {
      // More may be due than is taken at once.
    }
  }

  private <T> T done(Future<T> future) {
    turns.take(Integer.MAX_VALUE);
    if (future.failed()) {
      throw new IllegalStateException("a year cannot go on", future.cause());
    }
    if (!future.isComplete()) {
      throw new IllegalStateException("something waits for nobody");
    }
    return future.result();
  }
}
