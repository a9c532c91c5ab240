package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Choice;
import nl.aanspreekpunt.casework.Doubt;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.inbox.Unread;
import nl.aanspreekpunt.official.Voorbeeldstad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteWordsTest {
  private static final String SAMIRA = "samira.elamrani";
  private static final String JAN = "jan.devries";

  private static RouteWords in(String language) {
    return new RouteWords(Voorbeeldstad.directory(List.of(), List.of()), Wording.in(language));
  }

  /** Every rule with every kind of evidence it can have. */
  static Stream<Match> matches() {
    Stream<Match> threads =
        Stream.of("case-chosen", "reply-token", "message-id", "case-number")
            .map(rule -> Match.by(rule, new Evidence.CaseNamed("7K2M9QX4C"), List.of()));
    Stream<Match> ties =
        Stream.of(Evidence.Tie.values())
            .map(tie -> Match.probable("conversation", new Evidence.Conversation("7K2M", tie)));
    Stream<Match> topics =
        Stream.of(Evidence.Sign.values())
            .flatMap(sign -> Stream.of(Choice.Fit.values()).map(fit -> about(sign, fit)));
    Stream<Match> complaints =
        Stream.of(
            complaint(new Evidence.Complaint(Evidence.Sign.CHOSEN, null, List.of(), null)),
            complaint(
                new Evidence.Complaint(
                    Evidence.Sign.WORDS, "klacht over u", List.of(SAMIRA), "7K2M")));
    Stream<Match> others =
        Stream.of(
            Match.by("own-address", new Evidence.OwnAddress(SAMIRA, null), List.of()),
            Match.by("own-address", new Evidence.OwnAddress(SAMIRA, JAN), List.of()),
            Match.by(
                "team-number",
                new Evidence.OfTeam(
                    "openbare-ruimte", "molenwijk", new Choice(SAMIRA, Choice.Fit.TEAM, 4L, 30)),
                List.of(Doubt.SILENT)),
            standing(new Evidence.Standing(SAMIRA, null, null)),
            standing(new Evidence.Standing(SAMIRA, "huur-en-onderhoud", JAN)),
            Match.by("intake-duty", new Evidence.OnDuty(SAMIRA), everyDoubt()),
            Match.by(
                "intake-duty",
                new Evidence.OnDuty(SAMIRA, new Choice(SAMIRA, Choice.Fit.ON_DUTY, 4L, 30)),
                List.of()));
    Stream<Match> letters =
        Stream.of(
                new Evidence.LetterAnswered("7K2M9QX4C", "7K2M9QX4C"),
                new Evidence.LetterAnswered("7K2M9QX4C", "8K2M9QX4D"),
                new Evidence.AllWent("7K2M9QX4C", "8K2M9QX4D"))
            .map(evidence -> Match.by("reply-token", evidence, List.of()));
    return Stream.of(letters, threads, ties, topics, complaints, others).flatMap(all -> all);
  }

  private static Match about(Evidence.Sign sign, Choice.Fit fit) {
    Choice choice = new Choice(SAMIRA, fit, 4L, 30);
    List<String> words = List.of("huur", "schimmel");
    return Match.by(
        "topic",
        new Evidence.About("huur-en-onderhoud", sign, words, "molenwijk", choice),
        List.of());
  }

  private static Match complaint(Evidence.Complaint evidence) {
    return Match.by("complaint", evidence, List.of());
  }

  private static Match standing(Evidence.Standing evidence) {
    return Match.by("standing-official", evidence, List.of());
  }

  private static List<Doubt> everyDoubt() {
    return Stream.of(Doubt.Kind.values()).map(kind -> new Doubt(kind, "dmarc=fail")).toList();
  }

  @ParameterizedTest
  @MethodSource("matches")
  void everyRouteIsSaidInBothLanguagesWithoutIdsOrGaps(Match match) {
    String dutch = in("nl").why(match);
    String english = in("en").why(match);

    assertThat(dutch).isNotEqualTo(english).endsWith(".").isNotBlank();
    assertThat(List.of(dutch, english))
        .allSatisfy(
            said ->
                assertThat(said)
                    .doesNotContain(SAMIRA, JAN, "huur-en-onderhoud", "null", "{", ": ."));
    assertThat(in("nl").brief(match)).isNotEqualTo(in("en").brief(match));
  }

  @Test
  void theFactsStandInTheSentence() {
    assertThat(in("nl").why(about(Evidence.Sign.WORDS, Choice.Fit.TOPIC_AND_NEIGHBOURHOOD)))
        .contains(
            "Huur en onderhoud", "huur, schimmel", "Molenwijk", "Samira El Amrani", "4", "30");
    assertThat(in("en").why(about(Evidence.Sign.CHOSEN, Choice.Fit.TEAM)))
        .contains("Rent and repairs")
        .doesNotContain("schimmel");
    Match doubted = Match.by("intake-duty", new Evidence.OnDuty(SAMIRA), everyDoubt());
    assertThat(in("nl").why(doubted)).contains("dmarc=fail", "doet niet mee", "meer mensen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void whatCouldNotBeReadHasWords(String language) {
    for (Unread what : Unread.values()) {
      assertThat(Wording.in(language).say("work.unread." + what)).isNotBlank();
    }
  }
}
