package nl.aanspreekpunt.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.aanspreekpunt.casework.Candidate;
import nl.aanspreekpunt.casework.Choice;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Load;

/** What holds of work that is shared out, whoever works there and whatever comes. */
class FairnessPropertyTest {
  /** Five of a team; {@code cap} 0 is none. */
  private static Staff staff(List<Integer> shares, List<Integer> caps) {
    Staff staff = new Staff();
    for (int i = 0; i < shares.size(); i++) {
      String cap = caps.get(i) == 0 ? "" : ", cap: " + caps.get(i);
      String topics = i % 2 == 0 ? "topics: [afval], " : "";
      staff.with(topics + "capacity: 20, share: " + shares.get(i) * 10 + cap, Load.Work.NONE);
    }
    return staff;
  }

  @Property(tries = 60)
  void loadSpreadsByWhatEachWorksToWithinOneCase(
      @ForAll @Size(4) List<@IntRange(min = 2, max = 10) Integer> shares,
      @ForAll @IntRange(min = 1, max = 200) int arrivals) {
    Staff staff = new Staff();
    shares.forEach(
        share -> staff.with("topics: [afval], capacity: 20, share: " + share * 10, Load.Work.NONE));
    Directory directory = staff.directory();
    for (int i = 0; i < arrivals; i++) {
      staff.give(staff.least().first(Staff.sought(directory, "nl")).orElseThrow().official());
    }
    List<String> ids = Staff.ids(directory);
    for (String busier : ids) {
      for (String other : ids) {
        double before = (staff.open(busier) - 1.0) / directory.share(busier);
        assertThat(before)
            .as("the last case of %s went to who had least, not past %s", busier, other)
            .isLessThanOrEqualTo((double) staff.open(other) / directory.share(other));
      }
    }
  }

  @Property(tries = 60)
  void nobodyGetsMoreThanTheirCapWhileSomebodyOfTheTeamIsBelowTheirsAndSomebodyAlwaysGetsIt(
      @ForAll @Size(5) List<@IntRange(min = 2, max = 10) Integer> shares,
      @ForAll @Size(5) List<@IntRange(min = 0, max = 12) Integer> caps,
      @ForAll @IntRange(min = 1, max = 90) int arrivals) {
    Staff staff = staff(shares, caps);
    Directory directory = staff.directory();
    for (int i = 0; i < arrivals; i++) {
      boolean someRoom =
          Staff.ids(directory).stream()
              .anyMatch(id -> below(staff.open(id), caps.get(Integer.parseInt(id.substring(1)))));
      Choice choice = staff.least().first(Staff.sought(directory, "nl")).orElseThrow();
      Candidate chosen = choice.candidates().get(0);
      assertThat(chosen.official()).isEqualTo(choice.official());
      assertThat(chosen.full()).as("at their cap, of %s", caps).isEqualTo(!someRoom);
      assertThat(choice.allFull()).isEqualTo(!someRoom);
      staff.give(choice.official());
    }
  }

  private static boolean below(long open, int cap) {
    return cap == 0 || open < cap;
  }
}
