package nl.aanspreekpunt.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import nl.aanspreekpunt.promise.Holidays;
import nl.aanspreekpunt.promise.OpeningHours;
import nl.aanspreekpunt.promise.WorkingTime;

/** Random municipalities: deputies in circles, unknown, absent or gone; teams led by anybody. */
class SuccessionPropertyTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant DUE = NOW.plus(Duration.ofHours(4));
  private static final WorkingTime NOT_TODAY =
      WorkingTime.of(
          OpeningHours.parse(Map.of("thu", "09:00-17:00")), Holidays.NONE, Voorbeeldstad.ZONE);

  private final Map<String, Official> people = new LinkedHashMap<>();
  private final Map<String, Team> teams = new HashMap<>();
  private final Map<String, WorkingTime> clocks = new HashMap<>();
  private final Map<String, Absence> absences = new HashMap<>();
  private final Map<String, Departure> departures = new HashMap<>();

  @Property(tries = 1000)
  void thereIsAlwaysTheNearestPersonWhoIsThere(
      @ForAll @IntRange(min = 1, max = 12) int size,
      @ForAll @DoubleRange(min = 0, max = 1) double trouble,
      @ForAll long seed) {
    make(size, trouble, new Random(seed));
    Presence presence =
        new Presence(clocks, List.copyOf(absences.values()), List.copyOf(departures.values()));
    Succession succession = new Succession(people, teams, presence);
    for (String id : people.keySet()) {
      check(id, succession.acting(id, NOW, DUE, List.of()).id(), presence);
      Official successor = succession.successor(id, NOW, List.of());
      boolean anybody = people.keySet().stream().anyMatch(other -> presence.employed(other, NOW));
      assertThat(presence.employed(successor.id(), NOW)).isEqualTo(anybody);
      if (presence.employed(id, NOW)) {
        assertThat(successor.id()).isEqualTo(id);
      }
    }
  }

  /** Also when nobody else is here: whom a complaint concerns never acts in it. */
  @Property(tries = 500)
  void whoMustNotActDoesNotWhileAnybodyElseIsEmployed(
      @ForAll @IntRange(min = 2, max = 8) int size,
      @ForAll @DoubleRange(min = 0, max = 1) double trouble,
      @ForAll long seed) {
    Random random = new Random(seed);
    make(size, trouble, random);
    Presence presence =
        new Presence(clocks, List.copyOf(absences.values()), List.copyOf(departures.values()));
    Succession succession = new Succession(people, teams, presence);
    List<String> except = people.keySet().stream().filter(id -> random.nextBoolean()).toList();
    boolean another =
        people.keySet().stream().anyMatch(id -> !except.contains(id) && presence.employed(id, NOW));
    for (String id : people.keySet()) {
      if (another) {
        assertThat(except).doesNotContain(succession.acting(id, NOW, DUE, except).id());
        assertThat(except).doesNotContain(succession.successor(id, NOW, except).id());
      }
    }
  }

  private void make(int size, double trouble, Random random) {
    for (int i = 0; i < size; i++) {
      String id = "p" + i;
      people.put(id, person(id, "t" + random.nextInt(3), anybody(size, random)));
      clocks.put(id, random.nextDouble() < trouble / 2 ? NOT_TODAY : WorkingTime.ALWAYS);
      if (random.nextDouble() < trouble) {
        absences.put(id, new Absence(id, NOW, null, anybody(size, random), null, "test"));
      }
      if (random.nextDouble() < trouble / 2) {
        departures.put(id, new Departure(id, NOW, anybody(size, random), "test"));
      }
    }
    for (int i = 0; i < 3; i++) {
      String coordinator = "p" + random.nextInt(size);
      teams.put(
          "t" + i,
          new Team("t" + i, "T", coordinator, "p" + random.nextInt(size), null, null, null));
    }
  }

  /** Somebody, an unknown one, or nobody. */
  private static String anybody(int size, Random random) {
    int which = random.nextInt(size + 2);
    return which == size ? null : "p" + which;
  }

  private static Official person(String id, String team, String deputy) {
    return new Official(
        id,
        id,
        "",
        team,
        null,
        null,
        id + "@werk.example",
        id + "@stad.example",
        List.of(),
        List.of(),
        null,
        1,
        deputy,
        Set.of(),
        null,
        null);
  }

  private void check(String official, String acting, Presence presence) {
    if (presence.present(official, NOW, DUE)) {
      assertThat(acting).isEqualTo(official);
      return;
    }
    Set<String> near = near(official);
    boolean nearIsPresent = near.stream().anyMatch(id -> presence.present(id, NOW, DUE));
    boolean nearIsHere = near.stream().anyMatch(id -> presence.here(id, NOW));
    boolean anybodyHere = people.keySet().stream().anyMatch(id -> presence.here(id, NOW));
    boolean anybody = people.keySet().stream().anyMatch(id -> presence.employed(id, NOW));
    if (nearIsPresent) {
      assertThat(near).contains(acting);
      assertThat(presence.present(acting, NOW, DUE)).isTrue();
    }
    if (nearIsHere) {
      assertThat(near).contains(acting);
    }
    assertThat(presence.here(acting, NOW)).isEqualTo(anybodyHere);
    assertThat(presence.employed(acting, NOW)).isEqualTo(anybody);
  }

  /** Whoever can be reached by successors and deputies, and the team's leads: by brute force. */
  private Set<String> near(String official) {
    Set<String> near = new HashSet<>(Set.of(official));
    boolean grows = true;
    while (grows) {
      List<String> more = new ArrayList<>();
      for (String id : near) {
        if (people.containsKey(id)) {
          more.add(people.get(id).deputy());
        }
        more.add(absences.containsKey(id) ? absences.get(id).deputy() : null);
        more.add(departures.containsKey(id) ? departures.get(id).successor() : null);
      }
      more.removeIf(Objects::isNull);
      grows = near.addAll(more);
    }
    Team team = teams.get(people.get(official).team());
    near.add(team.coordinator());
    near.add(team.manager());
    return near;
  }
}
