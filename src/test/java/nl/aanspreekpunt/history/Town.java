package nl.aanspreekpunt.history;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.aanspreekpunt.Hands;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Handover;
import nl.aanspreekpunt.casework.Lesson;
import nl.aanspreekpunt.casework.MemoryCases;
import nl.aanspreekpunt.casework.Reassignment;
import nl.aanspreekpunt.casework.Spell;
import nl.aanspreekpunt.casework.Successors;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.official.Load;
import nl.aanspreekpunt.official.MemoryDirectories;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.routing.Proposing;
import nl.aanspreekpunt.store.SetAside;

/** The demo municipality with two nodes on one database, all in memory, driven step by step. */
final class Town {
  /** A Monday, ten in the morning. */
  static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

  /** A node's directory is a second old: only the next round goes by what it reads in this one. */
  private static final int ROUNDS_TO_KNOW = 2;

  /** More rounds than this and it never comes to rest. */
  private static final int MOST_ROUNDS = 60;

  final Hands clock = new Hands(START);
  final MemoryCases.State cases = new MemoryCases.State();
  final MemoryDirectories.State directory = new MemoryDirectories.State();
  final Map<String, Outgoing> outbox = new TreeMap<>();
  final Map<String, Identity> identities = new TreeMap<>();
  final Map<String, Lesson> lessons = new TreeMap<>();
  final Map<String, Receipt> receipts = new TreeMap<>();
  final Map<String, Handover> handovers = new TreeMap<>();
  final Map<String, Spell> spells = new TreeMap<>();
  final Map<String, Reassignment> reassignments = new TreeMap<>();
  final Map<String, SetAside> setAsides = new TreeMap<>();

  /** What was sent to the town, and what of it was acknowledged. */
  final Map<String, Receipt> letters = new LinkedHashMap<>();

  final Set<String> acknowledged = new TreeSet<>();
  private final Turns turns;
  private final List<Node> nodes = new ArrayList<>();

  Town(long seed) {
    turns = new Turns(seed);
    nodes.add(new Node(this, turns.side()));
    nodes.add(new Node(this, turns.side()));
  }

  /** One of the two; started again when it died. */
  Node node(int n) {
    if (nodes.get(n).dead()) {
      nodes.set(n, new Node(this, turns.side()));
    }
    return nodes.get(n);
  }

  void deliver(int n, Receipt letter) {
    letters.putIfAbsent(letter.id(), letter);
    node(n).accept(letter).onSuccess(stored -> acknowledged.add(letter.id()));
  }

  /** Who may have what is about another topic than it was thought to be. */
  Successors successors() {
    return new Proposing(this::work);
  }

  /** What waits in the outbox as it would be sent now; itself when nothing of it would be. */
  Outgoing sent(Outgoing waits) {
    Future<Optional<Outgoing>> now = node(0).readers().now(waits);
    turns.take(Integer.MAX_VALUE);
    return now.result().orElse(waits);
  }

  /** How much open work somebody has. */
  Load.Work work(String official) {
    return new Load.Work(
        cases.all().stream().filter(one -> one.open() && one.official().equals(official)).count(),
        0);
  }

  /** Lets at most so many commands of the nodes happen. */
  void passes(int commands) {
    turns.take(commands);
  }

  /** One of those who were marked as leaving; empty when there is none. */
  Optional<String> leaving(int which) {
    return handovers.keySet().stream()
        .skip(handovers.isEmpty() ? 0 : which % handovers.size())
        .findFirst();
  }

  /** Numbers by age; empty when there is none yet. */
  List<Case> open() {
    return cases.all().stream().filter(Case::open).toList();
  }

  /**
   * Every node that died is up again, senders offered again what was not acknowledged, and nothing
   * is left to do at this hour.
   */
  void comesToRest() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      turns.take(Integer.MAX_VALUE);
      letters.forEach(
          (id, letter) -> {
            if (!acknowledged.contains(id)) {
              deliver(0, letter);
            }
          });
      node(0).ticks();
      node(1).ticks();
      turns.take(Integer.MAX_VALUE);
      if (round >= ROUNDS_TO_KNOW && atRest()) {
        return;
      }
      clock.forward(Duration.ofMinutes(5));
    }
    throw new AssertionError("does not come to rest");
  }

  private boolean atRest() {
    return acknowledged.containsAll(letters.keySet())
        && receipts.values().stream().allMatch(one -> one.nextTry() == null)
        && cases.all().stream()
            .allMatch(one -> one.pending().isEmpty() && one.owed() == null && !due(one))
        && directory.directory().departures().stream()
            .allMatch(gone -> handovers.containsKey(gone.official()))
        && handovers.values().stream().noneMatch(this::moving)
        && spells.values().stream().noneMatch(this::due)
        && reassignments.values().stream().noneMatch(Reassignment::running);
  }

  private boolean due(Case one) {
    return one.wakeAt() != null && !one.wakeAt().isAfter(clock.instant());
  }

  private boolean due(Spell one) {
    return one.wakeAt() != null && !one.wakeAt().isAfter(clock.instant());
  }

  /** Work of somebody who left still moves, or that of somebody who is back has not come back. */
  private boolean moving(Handover handover) {
    if (directory.directory().employed(handover.id(), clock.instant())) {
      return handover.underWay() && handover.comesBack();
    }
    return open().stream()
        .filter(one -> one.official().equals(handover.id()))
        .anyMatch(one -> handover.confirmed() || one.actingNow().isEmpty());
  }
}
