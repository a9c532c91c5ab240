package nl.aanspreekpunt.official;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.aanspreekpunt.promise.Norm;
import nl.aanspreekpunt.promise.OpeningHours;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;

class VoorbeeldstadTest {
  private final Directory directory = Voorbeeldstad.directory();

  @Test
  void theDemoMunicipalityIsAsLargeAsAnnounced() {
    assertThat(directory.officials()).hasSize(12);
    assertThat(directory.teams()).hasSize(4);
    assertThat(directory.topics()).hasSize(10);
    assertThat(directory.neighbourhoods()).hasSize(6);
    assertThat(directory.ladder(null).rungs()).hasSize(5);
  }

  @Test
  void eachTopicIsCoveredInEachNeighbourhoodAndByTwoPeople() {
    for (Topic topic : directory.topics()) {
      List<Official> who =
          directory.officials().stream().filter(o -> o.topics().contains(topic.id())).toList();
      assertThat(who).as(topic.id()).hasSizeGreaterThanOrEqualTo(2);
      for (String neighbourhood : directory.neighbourhoods().keySet()) {
        assertThat(who)
            .as(topic.id() + " in " + neighbourhood)
            .anyMatch(
                o -> o.neighbourhoods().isEmpty() || o.neighbourhoods().contains(neighbourhood));
      }
    }
  }

  @Test
  void everyRoleIsThere() {
    Set<Role> roles =
        directory.officials().stream().flatMap(o -> o.roles().stream()).collect(Collectors.toSet());
    assertThat(roles).contains(Role.CLERK, Role.ADMINISTRATOR, Role.AUDITOR, Role.COMPLAINTS);
    assertThat(directory.ledBy("pieter.hoekstra")).extracting(Team::id).contains("wonen");
    Instant now = Instant.parse("2026-11-24T10:00:00Z");
    for (Official official : directory.officials()) {
      assertThat(directory.complaintsOfficial(List.of(official.id()), now))
          .as("a complaint about " + official.id())
          .isPresent();
    }
  }

  @Test
  void onePrincipleRunsOnTheClockAndOneTopicIsConfidential() {
    Topic water = directory.topic("water-en-energie").orElseThrow();
    assertThat(water.principle().words().in("en")).isEqualTo("No family without tap water.");
    assertThat(water.principle().urgency()).isEqualTo(Norm.parse("PT4H"));
    assertThat(directory.topics().stream().filter(Topic::confidential))
        .extracting(Topic::id)
        .containsExactly("schuldhulp");
    assertThat(directory.teams()).extracting(Team::hours).doesNotContain(OpeningHours.ALWAYS);
  }

  @Test
  void normsFallBackToTheDefault() {
    assertThat(directory.norm(PromiseKind.CALLBACK, Matter.about("schuldhulp", null)))
        .isEqualTo(Norm.parse("PT4H"));
    assertThat(directory.norm(PromiseKind.ANSWER, Matter.about("schuldhulp", null)))
        .isEqualTo(Norm.parse("P2D"));
    assertThat(directory.norm(PromiseKind.ANSWER, Matter.about("burgerzaken", null)))
        .isEqualTo(Norm.parse("P1D"));
    assertThat(directory.norm(PromiseKind.FIND_OUT, Matter.about(null, null)))
        .isEqualTo(Norm.parse("PT4H"));
  }

  @Test
  void aQuestionIsRecognisedByItsWords() {
    assertTopic("Mijn PASPOORT is verlopen. Kan ik een nieuw paspoort krijgen?", "burgerzaken");
    assertTopic("We have had no tap water since Monday", "water-en-energie");
    assertTopic("De deurwaarder staat aan de deur", "schuldhulp");
    assertTopic("schimmel in huis, de verhuurder doet niets", "huur-en-onderhoud");
    assertTopic("There is a huge pothole in our street", "straat-en-groen");
    assertThat(directory.topicIn("Ik heb een vraag")).isEmpty();
    assertThat(directory.neighbourhoodIn("op het plein in de Molenwijk.")).contains("molenwijk");
  }

  private void assertTopic(String text, String topic) {
    assertThat(directory.topicIn(text)).as(text).map(match -> match.topic().id()).contains(topic);
  }
}
