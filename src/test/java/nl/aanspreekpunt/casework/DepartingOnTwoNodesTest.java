package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.aanspreekpunt.Hands;
import nl.aanspreekpunt.casework.planned.SendingPlans;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.citizen.MemoryIdentities;
import nl.aanspreekpunt.history.Turns;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.MemoryDirectories;
import nl.aanspreekpunt.outbox.MemoryOutbox;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.store.MemorySetAsides;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.Trying;
import org.junit.jupiter.api.Test;

/**
 * Two nodes move what somebody leaves behind, each with a proposal of its own, in any order; one
 * dies on the way. The citizen hears once of all their questions, and what they hear is so.
 */
class DepartingOnTwoNodesTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String JAN = "jan.devries";
  private static final String FATMA = "fatma.yildiz";
  private static final String GLORIA = "gloria.martina";
  private static final int ORDERS = 100;

  /** A database in memory, and the order in which it does what two nodes ask. */
  private static final class World {
    private final Hands clock = new Hands(Town.MONDAY_TEN);
    private final Turns turns;
    private final MemoryCases.State cases = new MemoryCases.State();
    private final MemoryDirectories.State directory = new MemoryDirectories.State();
    private final Map<String, Handover> handovers = new TreeMap<>();
    private final Map<String, Outgoing> outbox = new TreeMap<>();
    private final Map<String, Identity> identities = new TreeMap<>();
    private final Map<String, SetAside> setAsides = new TreeMap<>();

    private World(long seed) {
      turns = new Turns(seed);
      for (String number : new String[] {"AAA", "BBB", "CCC"}) {
        clock.forward(Duration.ofMinutes(1));
        Moment now = new Moment(clock.instant(), directory.directory());
        Case asked = Town.opening(Town.JAN, SAMIRA, null).as(number, now).opened();
        new MemoryCases(cases, turns.side()).insert(asked);
      }
      rest();
    }

    private void rest() {
      turns.take(Integer.MAX_VALUE);
    }

    private Node node(String proposes, int writes) {
      Turns.Side side = turns.side();
      side.dieAfter(writes);
      return new Node(this, side, proposes);
    }

    /** What the citizen was told of their officials: case number to official id. */
    private Map<String, Set<String>> told() {
      Map<String, Set<String>> told = new TreeMap<>();
      outbox.values().stream()
          .map(Outgoing::notice)
          .filter(one -> one.kind() == Notice.Kind.NEW_OFFICIAL)
          .forEach(one -> said(one).forEach((number, who) -> add(told, number, who)));
      return told;
    }

    private static void add(Map<String, Set<String>> told, String number, String who) {
      told.computeIfAbsent(number, none -> new TreeSet<>()).add(who);
    }

    private static Map<String, String> said(Notice one) {
      Map<String, String> said = new TreeMap<>();
      String several = one.facts().get("cases");
      if (several == null) {
        said.put(one.caseNumber(), one.official());
      } else {
        for (String each : several.split(" ", -1)) {
          said.put(each.substring(0, 3), each.substring(4));
        }
      }
      return said;
    }

    private Map<String, Set<String>> where() {
      Map<String, Set<String>> where = new TreeMap<>();
      cases.all().forEach(one -> add(where, one.id(), one.official()));
      return where;
    }
  }

  /** A node that would give each question to one and the same. */
  private static final class Node {
    private final Departing departing;
    private final CaseClock caseClock;
    private final Directories directories;

    private Node(World world, Turns.Side side, String proposes) {
      Successors successors = (one, moment, given) -> Choice.without(proposes, Choice.Fit.TEAM);
      directories = new MemoryDirectories(world.directory, side, world.clock);
      Cases cases = new MemoryCases(world.cases, side);
      Outbox outbox = new MemoryOutbox(world.outbox, side);
      Casework casework = new Casework(cases, outbox, directories, world.clock, changed -> {});
      MemoryIdentities identities = new MemoryIdentities(world.identities, side);
      Righting righting = new Righting(cases, casework, identities);
      caseClock =
          new CaseClock(
              cases,
              casework,
              righting,
              new SendingPlans(casework, identities),
              successors,
              world.clock,
              climbed -> {});
      departing =
          new Departing(
              new MemoryHandovers(world.handovers, side),
              new Trying(new MemorySetAsides(world.setAsides), world.clock),
              cases,
              casework,
              identities,
              directories,
              successors,
              world.clock);
    }

    private void ticks() {
      directories.refresh();
      departing.tick();
      caseClock.tick();
    }
  }

  private static World leaving(long seed) {
    World world = new World(seed);
    Node leads = world.node(JAN, Integer.MAX_VALUE);
    leads.departing.mark(SAMIRA, "jan.devries");
    world.rest();
    return world;
  }

  /** Whoever is up goes on until nothing is left to do. */
  private static void goesOn(World world, String proposes) {
    for (int round = 0; round < 3; round++) {
      world.clock.forward(Duration.ofMinutes(1));
      world.node(proposes, Integer.MAX_VALUE).ticks();
      world.rest();
    }
  }

  @Test
  void whateverTheOrderTheCitizenHearsOnceOfEachQuestionWhoGotIt() {
    for (int seed = 0; seed < ORDERS; seed++) {
      World world = leaving(seed);
      Node first = world.node(JAN, seed % 20);
      Node second = world.node(FATMA, Integer.MAX_VALUE);

      first.departing.confirm(SAMIRA, null, Map.of(), "", JAN);
      world.turns.take(seed % 7);
      second.ticks();
      world.rest();
      second.departing.confirm(SAMIRA, null, Map.of(), "", JAN);
      goesOn(world, GLORIA);

      assertThat(world.told()).as("order " + seed).isEqualTo(world.where());
      assertThat(world.where().values()).doesNotContain(Set.of(SAMIRA));
      assertThat(world.outbox.values())
          .as("order " + seed)
          .filteredOn(one -> one.notice().kind() == Notice.Kind.NEW_OFFICIAL)
          .hasSize(1);
      world
          .cases
          .all()
          .forEach(one -> assertThat(one.responsibilities()).as("moved once").hasSize(2));
    }
  }

  @Test
  void whoIsChosenForAQuestionAfterTheOthersWereToldOfGetsItAndTheCitizenHearsThatToo() {
    for (int seed = 0; seed < ORDERS; seed++) {
      World world = leaving(seed);
      world.node(JAN, seed % 20).departing.confirm(SAMIRA, null, Map.of(), "", JAN);
      world.rest();
      String before = world.cases.find("CCC").map(Case::official).orElseThrow();

      Node other = world.node(FATMA, Integer.MAX_VALUE);
      other.departing.confirm(SAMIRA, null, Map.of("CCC", GLORIA), "", JAN);
      world.rest();
      goesOn(world, FATMA);

      String chosen = Objects.equals(before, SAMIRA) ? GLORIA : before;
      assertThat(world.where()).as("order " + seed).containsEntry("CCC", Set.of(chosen));
      assertThat(world.told().get("CCC")).as("order " + seed).contains(chosen);
    }
  }
}
