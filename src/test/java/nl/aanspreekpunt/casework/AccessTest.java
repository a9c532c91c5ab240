package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Role;
import org.junit.jupiter.api.Test;

/** Who may read the rent question of which Samira (team Wonen) is responsible. */
class AccessTest {
  private static final Moment MOMENT = Town.moment(Town.MONDAY_TEN);

  @Test
  void theResponsibleOfficialTheirDeputyAndTheCoordinatorReadTheText() {
    assertThat(access("samira.elamrani")).isEqualTo(Access.TEXT);
    assertThat(access("jan.devries")).isEqualTo(Access.TEXT);
  }

  @Test
  void anOfficialOfAnotherTeamSeesOnlyThatItExists() {
    assertThat(access("ravi.ramdin")).isEqualTo(Access.SUBJECT);
  }

  @Test
  void anAuditorMustStateAReason() {
    assertThat(access("marijke.smit")).isEqualTo(Access.TEXT_WITH_REASON);
  }

  @Test
  void anAdministratorDoesNotReadCases() {
    assertThat(access("thomas.bakker")).isEqualTo(Access.SUBJECT);
  }

  @Test
  void whoActsReadsFromThenOn() {
    Case acted =
        Town.after(new Covering("ravi.ramdin", "absence", null).on(Town.rentQuestion(), MOMENT));

    assertThat(access(acted, "ravi.ramdin")).isEqualTo(Access.TEXT);
  }

  @Test
  void theOneAComplaintConcernsSeesNothing() {
    Opening opening = Town.opening(Town.JAN, "marijke.smit", null);
    Case complaint =
        new Opening(
                opening.arrival(),
                opening.route().barring(List.of("samira.elamrani")),
                "Klacht",
                "c1",
                false)
            .as("000000000", MOMENT)
            .opened();

    assertThat(access(complaint, "samira.elamrani")).isEqualTo(Access.NONE);
    assertThat(access(complaint, "ravi.ramdin")).isEqualTo(Access.EXISTENCE);
  }

  private static Access access(String official) {
    return access(Town.rentQuestion(), official);
  }

  private static Access access(Case one, String official) {
    Directory directory = MOMENT.directory();
    var reader = directory.official(official).orElseThrow();
    return Access.of(one, reader, reader.roles() == null ? Set.<Role>of() : reader.roles(), MOMENT);
  }
}
