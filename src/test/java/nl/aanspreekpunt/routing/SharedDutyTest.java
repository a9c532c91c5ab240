package nl.aanspreekpunt.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.aanspreekpunt.casework.Candidate;
import nl.aanspreekpunt.casework.Choice;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Load;
import org.junit.jupiter.api.Test;

/** What fits nowhere goes to those on intake duty, by what each of them has to do. */
class SharedDutyTest {
  /** A Monday, 10:00 in Voorbeeldstad. */
  private static final Instant NOW = Instant.parse("2026-09-07T08:00:00Z");

  private static final String FULL_DAYS = "capacity: 10";
  private static final Load.Work FULL = new Load.Work(10, 0);

  private static Route route(Staff staff, Directory directory) {
    Question nowhere =
        new Question(
            "r",
            Channel.EMAIL,
            null,
            null,
            List.of(),
            "Dag",
            "Een idee.",
            "nl",
            null,
            null,
            false,
            false,
            List.of(),
            null,
            null,
            null,
            directory,
            NOW,
            List.of(),
            List.of(),
            false,
            false);
    return new Newcomers(staff.least()).intakeDuty(nowhere).result().orElseThrow();
  }

  private static Choice choice(Route route) {
    return ((Evidence.OnDuty) route.match().evidence()).choice();
  }

  @Test
  void whoHasTheDayAloneGetsItHoweverFullTheyAre() {
    Staff staff = new Staff().with(FULL_DAYS, new Load.Work(30, 9)).with(FULL_DAYS, Load.Work.NONE);
    Route route =
        route(
            staff, staff.onDuty("[{ official: p0, days: mon }, { official: p1, days: tue-fri }]"));
    assertThat(route.official()).isEqualTo("p0");
    assertThat(route.match().evidence()).isEqualTo(new Evidence.OnDuty("p0"));
  }

  @Test
  void whyOneOfSeveralGotItIsKeptWithWhoWasWeighed() {
    Staff staff =
        new Staff()
            .with(FULL_DAYS, new Load.Work(4, 2))
            .with(FULL_DAYS, new Load.Work(5, 0))
            .with(FULL_DAYS, Load.Work.NONE);
    Route route = route(staff, staff.onDuty("[{ official: p0 }, { official: p1 }]"));
    assertThat(route.official()).isEqualTo("p1");
    assertThat(choice(route).fit()).isEqualTo(Choice.Fit.ON_DUTY);
    assertThat(choice(route).candidates())
        .extracting(Candidate::official)
        .containsExactly("p1", "p0");
  }

  @Test
  void whoIsAtTheirCapIsPassedUntilAllAre() {
    Staff staff =
        new Staff().with(FULL_DAYS + ", cap: 1", new Load.Work(1, 0)).with(FULL_DAYS, FULL);
    Directory directory = staff.onDuty("[{ official: p0 }, { official: p1 }]");
    assertThat(route(staff, directory).official()).isEqualTo("p1");
    Staff full =
        new Staff()
            .with(FULL_DAYS + ", cap: 1", new Load.Work(1, 0))
            .with(FULL_DAYS + ", cap: 10", FULL);
    Route all = route(full, full.onDuty("[{ official: p0 }, { official: p1 }]"));
    assertThat(all.official()).isEqualTo("p0");
    assertThat(choice(all).allFull()).isTrue();
  }

  @Property(tries = 60)
  void itSpreadsByWhatEachWorksOverThoseWhoAreThere(
      @ForAll @Size(4) List<@IntRange(min = 2, max = 10) Integer> shares,
      @ForAll @IntRange(min = 0, max = 3) int away,
      @ForAll @IntRange(min = 1, max = 120) int arrivals) {
    Staff staff = new Staff();
    shares.forEach(share -> staff.with("capacity: 20, share: " + share * 10, Load.Work.NONE));
    staff.with("capacity: 20", Load.Work.NONE);
    Directory directory =
        staff.onDuty(
            "[{ official: p0 }, { official: p1 }, { official: p2, days: mon }, { official: p3 }]",
            new Absence("p" + away, NOW, null, null, null, "test"));
    for (int i = 0; i < arrivals; i++) {
      staff.give(route(staff, directory).official());
    }
    assertThat(staff.open("p" + away)).as("away").isZero();
    assertThat(staff.open("p4")).as("not on duty").isZero();
    for (int busier = 0; busier < 4; busier++) {
      for (int other = 0; other < 4; other++) {
        if (other != away) {
          assertThat((staff.open("p" + busier) - 1.0) / shares.get(busier))
              .as("the last one of p%s went to who had least, not past p%s", busier, other)
              .isLessThanOrEqualTo((double) staff.open("p" + other) / shares.get(other));
        }
      }
    }
  }
}
