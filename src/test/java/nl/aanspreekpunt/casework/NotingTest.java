package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A note names colleagues, and opens a case to nobody. */
class NotingTest {
  private static final String SAMIRA = "samira.elamrani";

  @Test
  void whoIsNamedInTheTextOrBesideItFindsItUntilTheySayThatTheySawIt() {
    Case noted = note("Kijk mee, @jan de vries!", List.of("jan.devries"));

    Mentions.Mention one = noted.care().mentions().all().get(0);
    assertThat(noted.care().mentions().waiting()).containsExactly("jan.devries");
    assertThat(noted.care().mentions().all()).as("once").hasSize(1);
    Moment later = Town.moment(Town.MONDAY_TEN.plusSeconds(60));
    assertThat(new SeeingMention(one.id(), SAMIRA).on(noted, later))
        .isInstanceOf(Decision.Unchanged.class);
    Case seen = Town.after(new SeeingMention(one.id(), "jan.devries").on(noted, later));
    assertThat(seen.care().mentions().waiting()).isEmpty();
    assertThat(seen.care().mentions().of(Town.MONDAY_TEN, SAMIRA).get(0).seen())
        .isEqualTo(later.now());
  }

  @Test
  void theBeginningOfALongerNameNamesNobodyNorDoesAnAddressOrWhoWrites() {
    assertThat(note("Zie @Jan de Vriesma en jan@elders.example", List.of()).care().mentions().all())
        .isEmpty();
    assertThat(note("Ik, @Samira El Amrani", List.of(SAMIRA)).care().mentions().all()).isEmpty();
  }

  @Test
  void whoMayNotReadTheCaseIsNotNamedAndReadsItNoMoreThanBefore() {
    Noting naming = new Noting(SAMIRA, "Kijk mee", List.of("ravi.ramdin"));

    assertThat(naming.on(Town.rentQuestion(), Town.moment(Town.MONDAY_TEN)))
        .isEqualTo(Decision.refused("mention-cannot-read", "named"));
  }

  private static Case note(String text, List<String> named) {
    return Town.after(
        new Noting(SAMIRA, text, named).on(Town.rentQuestion(), Town.moment(Town.MONDAY_TEN)));
  }
}
