package nl.aanspreekpunt.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the directory file says of principles, and who is on call by it. */
class PrincipleFileTest {
  private static final Instant TUESDAY = Instant.parse("2026-11-24T23:30:00Z");
  private static final Instant SATURDAY = Instant.parse("2026-11-28T12:00:00Z");
  private static final String OWN =
      """
            on-call:
              - { official: samira.elamrani, days: "mon-thu" }
              - { official: jan.devries, days: "fri-sun" }
      """;

  @Test
  void whoHasTheDayIsToldFirstThenTheOthersThenWhoLeadsTheTeam() {
    Directory directory = Voorbeeldstad.directory();
    assertThat(order(directory, SATURDAY))
        .containsExactly("jan.devries", "samira.elamrani", "pieter.hoekstra");
    assertThat(order(directory, TUESDAY))
        .as("it is Wednesday in the Netherlands")
        .containsExactly("samira.elamrani", "jan.devries", "pieter.hoekstra");
    assertThat(OnCall.whose(directory, "+31655500102")).contains("jan.devries");
  }

  @Test
  void aFileWithoutTheseStillReadsAndThenWhoLeadsTheTeamIsTold() {
    String old =
        Voorbeeldstad.yaml()
            .replace(OWN, "")
            .replaceAll("(?m)^      (may|told-within): .*\n", "")
            .replaceAll("(?s)      signs:\n.*?]\n", "");
    Directory directory = Voorbeeldstad.directory(old);
    Principle principle = directory.topic("water-en-energie").orElseThrow().principle();
    assertThat(principle.onCall()).isEmpty();
    assertThat(principle.may()).isEqualTo(Mandate.NOT_SAID);
    assertThat(principle.may().covers(1_000)).as("the words alone say how far").isTrue();
    assertThat(principle.within()).isEqualTo(Duration.ofMinutes(15));
    assertThat(order(directory, SATURDAY)).containsExactly("jan.devries", "pieter.hoekstra");
  }

  @Test
  void oneRotaMayStandForAllPrinciples() {
    String once =
        Voorbeeldstad.yaml().replace(OWN, "")
            + "\non-call:\n  - { official: ravi.ramdin, phone: \"06 12345678\" }\n";
    Principle principle =
        Voorbeeldstad.directory(once).topic("water-en-energie").orElseThrow().principle();
    assertThat(principle.onCall())
        .extracting(CallDuty::official, CallDuty::phone)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("ravi.ramdin", "+31612345678"));
  }

  @Test
  void aMistakeIsNamedWithItsPlace() {
    refuses("fri-sun", "fri-sat", "somebody on call on Sunday is expected too");
    refuses(
        "official: jan.devries, days: \"fri-sun\"",
        "official: jan.jansen, days: \"fri-sun\"",
        "there is no official 'jan.jansen'");
    refuses("who: [anybody]", "who: [iedereen]", "'iedereen' is no team");
    refuses("up-to: 500", "up-to: veel", "a whole number from 0 to 100000");
    refuses("told-within: PT15M", "told-within: P1D", "PT15M or so is expected");
  }

  private static void refuses(String was, String is, String why) {
    String yaml = Voorbeeldstad.yaml();
    assertThat(yaml).contains(was);
    assertThatThrownBy(() -> DirectoryFile.read(yaml.replace(was, is), Voorbeeldstad.SETTINGS))
        .hasMessageContaining(why);
  }

  private static List<String> order(Directory directory, Instant now) {
    Topic water = directory.topic("water-en-energie").orElseThrow();
    return OnCall.order(directory, water, now, List.of()).stream().map(OnCall::official).toList();
  }
}
