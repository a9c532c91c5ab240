package nl.aanspreekpunt.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import nl.aanspreekpunt.casework.Candidate;
import nl.aanspreekpunt.casework.Choice;
import nl.aanspreekpunt.official.Load;
import org.junit.jupiter.api.Test;

class WeighingTest {
  private static final String KNOWS = "topics: [afval], capacity: 10";

  private static Choice first(Staff staff, String language) {
    return staff.least().first(Staff.sought(staff.directory(), language)).orElseThrow();
  }

  @Test
  void whoHasLeastToDoForTheirCapacityGoesFirst() {
    Staff staff =
        new Staff()
            .with("topics: [afval], capacity: 30", new Load.Work(15, 0))
            .with("topics: [afval], capacity: 20", new Load.Work(11, 0));
    assertThat(first(staff, "nl").official()).isEqualTo("p0");
  }

  @Test
  void whoWorksHalfTheWeekIsFullWithHalfAsMuch() {
    Staff staff =
        new Staff()
            .with(KNOWS + ", share: 50", new Load.Work(3, 0))
            .with(KNOWS, new Load.Work(5, 0));
    Choice choice = first(staff, "nl");
    assertThat(choice.official()).isEqualTo("p1");
    assertThat(choice.candidates())
        .extracting(Candidate::share, Candidate::weight)
        .containsExactly(tuple(100, 0.5), tuple(50, 0.6));
  }

  @Test
  void theShareFollowsFromTheirOwnHoursBesideTheirTeamsUnlessItIsSaid() {
    Staff staff =
        new Staff()
            .with(KNOWS + ", hours: { mon-thu: \"09:00-17:00\" }", Load.Work.NONE)
            .with(KNOWS + ", hours: { odd mon-fri: \"09:00-17:00\" }", Load.Work.NONE)
            .with(KNOWS + ", share: 30, hours: { mon: \"09:00-17:00\" }", Load.Work.NONE)
            .with(KNOWS, Load.Work.NONE);
    assertThat(Staff.ids(staff.directory()))
        .extracting(staff.directory()::share)
        .containsExactly(80, 50, 30, 100);
  }

  @Test
  void aPromiseThatIsLateOrDueSoonCountsOnceMore() {
    Staff staff = new Staff().with(KNOWS, new Load.Work(4, 3)).with(KNOWS, new Load.Work(6, 0));
    assertThat(first(staff, "nl").official()).isEqualTo("p1");
  }

  @Test
  void whoSpeaksTheCitizensLanguageGoesBeforeUnlessTheyAreMuchBusier() {
    String arabic = KNOWS + ", languages: [ar]";
    Staff close = new Staff().with(KNOWS, Load.Work.NONE).with(arabic, new Load.Work(4, 0));
    Staff far = new Staff().with(KNOWS, Load.Work.NONE).with(arabic, new Load.Work(6, 0));
    assertThat(first(close, "ar").official()).isEqualTo("p1");
    assertThat(first(close, "nl").official()).isEqualTo("p0");
    assertThat(first(far, "ar").official()).isEqualTo("p0");
    assertThat(first(far, "ar").candidates().get(0).speaks()).isFalse();
  }

  @Test
  void whoIsAtTheirCapIsPassedByAColleagueOfTheTeamWhoKnowsTheTopicLess() {
    Staff staff =
        new Staff()
            .with(KNOWS + ", cap: 2", new Load.Work(2, 0))
            .with("capacity: 10", new Load.Work(9, 0));
    Choice choice = first(staff, "nl");
    assertThat(choice.official()).isEqualTo("p1");
    assertThat(choice.fit()).isEqualTo(Choice.Fit.TEAM);
    assertThat(choice.allFull()).isFalse();
    assertThat(choice.candidates()).extracting(Candidate::full).containsExactly(false, true);
  }

  @Test
  void whenAllAreAtTheirCapSomebodyWhoKnowsTheTopicGetsItAllTheSame() {
    Staff staff =
        new Staff()
            .with("capacity: 10, cap: 1", new Load.Work(1, 0))
            .with(KNOWS + ", cap: 3", new Load.Work(4, 0));
    Choice choice = first(staff, "nl");
    assertThat(choice.official()).isEqualTo("p1");
    assertThat(choice.allFull()).isTrue();
  }
}
