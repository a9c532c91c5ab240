package nl.aanspreekpunt.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Promises at a moment that an official names in an answer. */
class DatedPromisesTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final WorkingTime OFFICE =
      WorkingTime.of(
          OpeningHours.parse(Map.of("mon-thu", "08:30-17:00", "fri", "08:30-16:00")),
          day -> false,
          ZONE);
  private static final DatedPromises PROMISES = new DatedPromises(ZONE, OFFICE);

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  private static List<DatedPromises.Dated> read(String text, String now) {
    return PROMISES.in(text, at(now));
  }

  /** Tuesday 24 November 2026. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ik bel u donderdag voor 12 uur. | CALLBACK | 2026-11-26T12:00",
        "Wij laten u binnen twee werkdagen weten of het kan. | ANSWER | 2026-11-26T17:00",
        "U hoort binnen 5 werkdagen van mij. | ANSWER | 2026-12-01T17:00",
        "I will let you know within two days. | ANSWER | 2026-11-26T17:00",
        "We will answer within three working days. | ANSWER | 2026-11-27T16:00",
        "U hoort uiterlijk over een week van ons. | ANSWER | 2026-12-01T17:00",
        "I'll call you in two weeks, before noon. | CALLBACK | 2026-12-08T12:00",
        "Ik bel u voor het eind van de week. | CALLBACK | 2026-11-27T16:00",
        "You will hear from us by the end of the week. | ANSWER | 2026-11-27T16:00",
        "We will let you know by the end of next week. | ANSWER | 2026-12-04T16:00",
        "You will hear from me by the end of the month. | ANSWER | 2026-11-30T17:00",
        "U krijgt voor het einde van deze maand antwoord. | ANSWER | 2026-11-30T17:00",
        "Ik stuur het u eind volgende maand. | ANSWER | 2026-12-31T17:00",
        "I will call you Thursday before noon. | CALLBACK | 2026-11-26T12:00",
        "Ik bel u donderdag. | CALLBACK | 2026-11-26T17:00",
        "I'll call you on Friday | CALLBACK | 2026-11-27T16:00",
        "Morgen bel ik u terug tussen 9 en 11 uur. | CALLBACK | 2026-11-25T11:00",
        "I will phone you tomorrow at 3 pm. | CALLBACK | 2026-11-25T15:00",
        "Wij bellen u morgenochtend. | CALLBACK | 2026-11-25T12:00",
        "Ik bel u vanmiddag nog. | CALLBACK | 2026-11-24T17:00",
        "I will call you this afternoon. | CALLBACK | 2026-11-24T17:00",
        "Ik zal u overmorgen om half drie bellen. | CALLBACK | 2026-11-26T14:30",
        "U hoort uiterlijk 3 december van mij. | ANSWER | 2026-12-03T17:00",
        "You will hear from me by December 3rd. | ANSWER | 2026-12-03T17:00",
        "Ik laat u volgende week dinsdag weten of het kan. | ANSWER | 2026-12-01T17:00",
        "We will let you know next week. | ANSWER | 2026-12-04T16:00",
        "Ik stuur u het formulier dinsdag volgende week. | ANSWER | 2026-12-01T17:00",
        "We will let you know next Tuesday. | ANSWER | 2026-12-01T17:00",
        "Ik antwoord u vóór 15 januari. | ANSWER | 2027-01-14T17:00",
        "Ik kom er komende vrijdag op terug. | ANSWER | 2026-11-27T16:00",
        "U krijgt 31-12-2026 bericht van ons. | ANSWER | 2026-12-31T17:00",
        "Ik bel u na 15 uur op maandag. | CALLBACK | 2026-11-30T17:00",
        "Ik bel u dinsdag. | CALLBACK | 2026-12-01T17:00",
        "Ik bel u deze week. | CALLBACK | 2026-11-27T16:00",
        "Ik bel u maandagmiddag. | CALLBACK | 2026-11-30T17:00",
      })
  void aMomentIsReadAsPeopleSayIt(String text, PromiseKind kind, String due) {
    assertThat(read(text, "2026-11-24T10:00"))
        .singleElement()
        .satisfies(
            dated -> {
              assertThat(dated.kind()).isEqualTo(kind);
              assertThat(dated.due().atZone(ZONE).toLocalDateTime())
                  .isEqualTo(LocalDateTime.parse(due));
              assertThat(text).contains(dated.words());
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Dank u wel.",
        "Kunt u mij donderdag bellen?",
        "Kan ik u donderdag bellen?",
        "Ik bel u niet op donderdag.",
        "Het loket is donderdag open van 9 tot 12.",
        "Ik bel u zo snel mogelijk.",
        "Ik heb u vanochtend gebeld voor 9 uur.",
        "> Ik bel u donderdag voor 12 uur.",
        "Op 31-2-2027 bel ik u.",
      })
  void whatPromisesNothingIsNotOffered(String text) {
    assertThat(read(text, "2026-11-24T10:00")).isEmpty();
  }

  @Test
  void severalAreOfferedEachOnce() {
    String text =
        """
        Geachte mevrouw,

        Ik bel u donderdag voor 12 uur. U hoort vrijdag wat het besluit is.
        Nogmaals: ik bel u donderdag voor 12 uur!

        On Thu Jan wrote:
        > We will call you on Monday.
        """;

    assertThat(read(text, "2026-11-24T10:00"))
        .extracting(DatedPromises.Dated::due)
        .containsExactly(at("2026-11-26T12:00"), at("2026-11-27T16:00"));
  }

  /** The clock goes forward on 28 March 2027 at 02:00, and back on 25 October 2026 at 03:00. */
  @ParameterizedTest
  @CsvSource({
    "I call you tomorrow at 02:30, 2027-03-27T10:00, 2027-03-28T01:30:00Z",
    "Ik bel u morgen om 02:30, 2026-10-24T10:00, 2026-10-25T00:30:00Z",
    "Ik bel u morgen om 10 uur, 2026-10-24T10:00, 2026-10-25T09:00:00Z",
    "Ik bel u maandag om 10 uur, 2027-03-27T10:00, 2027-03-29T08:00:00Z",
    "Ik bel u 29 februari, 2027-12-31T10:00, 2028-02-29T16:00:00Z",
    "Ik bel u op 1 januari om 10 uur, 2026-12-31T10:00, 2027-01-01T09:00:00Z",
    "Ik bel u morgen om 10 uur, 2026-12-31T10:00, 2027-01-01T09:00:00Z",
  })
  void clockChangesAndYearEndsAreOfTheMunicipalitysClock(String text, String now, Instant due) {
    assertThat(read(text, now)).singleElement().extracting(DatedPromises.Dated::due).isEqualTo(due);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> words =
        Arbitraries.of(
                "ik",
                "bel",
                "u",
                "donderdag",
                "voor",
                "12",
                "uur",
                "volgende",
                "week",
                "we",
                "will",
                "call",
                "3",
                "december",
                "31",
                "februari",
                "half",
                "25:99",
                "99/99/9999",
                "tussen",
                "en",
                "-",
                ".",
                "\n",
                "next",
                "0",
                "st",
                "morgen",
                "dinsdagmorgen",
                "9999-99-99",
                "'s",
                "tot",
                "00:00",
                "24",
                "weekend",
                "not",
                "2026")
            .list()
            .ofMaxSize(60)
            .map(list -> String.join(" ", list));
    return Arbitraries.oneOf(words, Arbitraries.strings().ofMaxLength(300));
  }

  @Property(tries = 2000)
  void whateverIsWrittenNothingIsThrownAndOnlyTheFutureIsOffered(
      @ForAll("texts") String text, @ForAll @IntRange(max = 100_000_000) int seconds) {
    Instant now = at("2026-01-01T00:00").plusSeconds(seconds);

    assertThat(PROMISES.in(text, now))
        .hasSizeLessThanOrEqualTo(5)
        .allMatch(dated -> dated.due().isAfter(now));
    PreferredTimes.in(text, now.atZone(ZONE).toLocalDate());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ik bel u donderdag voor 12 ", "1", " ", ">", "tussen 9 en ", "é.", "?\n"})
  void aLongTextCostsNoMoreThanItsLength(String part) {
    String text = part.repeat(400_000 / part.length());

    assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          PROMISES.in(text, at("2026-11-24T10:00"));
          PreferredTimes.in(text, at("2026-11-24T10:00").atZone(ZONE).toLocalDate());
        });
  }
}
