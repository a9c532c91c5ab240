package nl.aanspreekpunt.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which officials write what they promise, and by when, in Dutch and English. */
class DatedWordsTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final WorkingTime OFFICE =
      WorkingTime.of(
          OpeningHours.parse(Map.of("mon-thu", "08:30-17:00", "fri", "08:30-16:00")),
          day -> false,
          ZONE);
  private static final DatedPromises PROMISES = new DatedPromises(ZONE, OFFICE);

  /** Tuesday 24 November 2026. */
  private static final String TUESDAY = "2026-11-24T10:00";

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  private static String brief(DatedPromises.Dated one) {
    return one.kind() + " " + local(one.due());
  }

  private static String local(Instant moment) {
    return moment == null ? "-" : moment.atZone(ZONE).toLocalDateTime().toString();
  }

  private static List<DatedPromises.Dated> read(String text) {
    return PROMISES.in(text, at(TUESDAY));
  }

  private static String all(String text) {
    return read(text).stream().map(DatedWordsTest::brief).collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ik bel u begin volgende week. | CALLBACK 2026-12-01T17:00",
        "Ik bel u aan het begin van de volgende week. | CALLBACK 2026-12-01T17:00",
        "U hoort halverwege volgende week van mij. | ANSWER 2026-12-02T17:00",
        "Ik bel u midden volgende week. | CALLBACK 2026-12-02T17:00",
        "I will call you early next week. | CALLBACK 2026-12-01T17:00",
        "I'll get back to you at the beginning of next week. | ANSWER 2026-12-01T17:00",
        "I'll call you mid next week. | CALLBACK 2026-12-02T17:00",
        "I'll call you in the middle of next week. | CALLBACK 2026-12-02T17:00",
        "Ik bel u later deze week. | CALLBACK 2026-11-27T16:00",
        "U hoort in de loop van volgende week van ons. | ANSWER 2026-12-04T16:00",
        "Ik bel u voor het weekend. | CALLBACK 2026-11-27T16:00",
        "You will hear from me before the weekend. | ANSWER 2026-11-27T16:00",
        "Ik bel u na het weekend. | CALLBACK 2026-11-30T17:00",
        "Ik bel u voor volgende week. | CALLBACK 2026-11-27T16:00",
        "Ik bel u komende week. | CALLBACK 2026-12-04T16:00",
        "Ik stuur u de brief begin december. | ANSWER 2026-12-10T17:00",
        "U hoort medio december van ons. | ANSWER 2026-12-15T17:00",
        "You will hear from us in early December. | ANSWER 2026-12-10T17:00",
        "We will write to you in mid December. | ANSWER 2026-12-15T17:00",
        "We sturen u eind december bericht. | ANSWER 2026-12-31T17:00",
        "In december stuur ik u de brief. | ANSWER 2026-12-31T17:00",
        "U hoort deze maand nog van ons. | ANSWER 2026-11-30T17:00",
        "We will answer next month. | ANSWER 2026-12-31T17:00",
        "U krijgt voor het eind van het jaar antwoord. | ANSWER 2026-12-31T17:00",
        "Wij sturen u in week 50 bericht. | ANSWER 2026-12-11T16:00",
        "U krijgt binnen een maand antwoord. | ANSWER 2026-12-24T17:00",
        "We will answer within two months. | ANSWER 2027-01-24T17:00",
        "Ik bel u over een uur. | CALLBACK 2026-11-24T11:00",
        "Ik bel u over een half uur terug. | CALLBACK 2026-11-24T10:30",
        "I'll call you in half an hour. | CALLBACK 2026-11-24T10:30",
        "Ik bel u binnen een kwartier. | CALLBACK 2026-11-24T10:15",
        "I'll call you in 20 minutes. | CALLBACK 2026-11-24T10:20",
        "I will phone you back within the hour. | CALLBACK 2026-11-24T11:00",
        "U krijgt binnen 24 uur antwoord. | ANSWER 2026-11-25T10:00",
        "Wij reageren binnen twee uur. | ANSWER 2026-11-24T12:00",
        "U hoort voor de kerst van mij. | ANSWER 2026-12-24T17:00",
        "You will have our reply before Christmas. | ANSWER 2026-12-24T17:00",
        "Ik bel u nog voor Sinterklaas. | CALLBACK 2026-12-04T16:00",
        "We will let you know before the new year. | ANSWER 2026-12-31T17:00",
        "Ik laat het u weten voor het einde van de dag. | ANSWER 2026-11-24T17:00",
        "You will hear from me by the end of the day. | ANSWER 2026-11-24T17:00",
        "I'll answer by the end of the day on Thursday. | ANSWER 2026-11-26T17:00",
        "I'll call you by close of business on Friday. | CALLBACK 2026-11-27T16:00",
        "Ik bel u begin van de middag. | CALLBACK 2026-11-24T14:00",
        "I will call you early this afternoon. | CALLBACK 2026-11-24T14:00",
        "Ik bel u donderdag of vrijdag. | CALLBACK 2026-11-27T16:00",
        "I'll call you Thursday or Friday. | CALLBACK 2026-11-27T16:00",
        "Ik bel u donderdag 3 december. | CALLBACK 2026-12-03T17:00",
        "I'll call you on Friday, December 4. | CALLBACK 2026-12-04T16:00",
        "I'll call you on Friday the 4th of December. | CALLBACK 2026-12-04T16:00",
        "U hoort uiterlijk donderdag 12 uur van mij. | ANSWER 2026-11-26T12:00",
        "Ik bel u morgen 14.30 uur. | CALLBACK 2026-11-25T14:30",
        "I'll call you Thursday 2 pm. | CALLBACK 2026-11-26T14:00",
        "I'll call you at 3 p.m. on Friday. | CALLBACK 2026-11-27T15:00",
        "U hoort uiterlijk a.s. vrijdag van mij. | ANSWER 2026-11-27T16:00",
        "U hoort uiterlijk de 10e van mij. | ANSWER 2026-12-10T17:00",
        "U krijgt voor 10 dec. antwoord van mij. | ANSWER 2026-12-09T17:00",
        "You will have our answer no later than Friday. | ANSWER 2026-11-27T16:00",
        "U hoort niet later dan vrijdag van mij. | ANSWER 2026-11-27T16:00",
        "Ik bel u voor donderdagmiddag. | CALLBACK 2026-11-26T12:00",
        "Ik bel u voor donderdag. | CALLBACK 2026-11-25T17:00",
        "We will answer before Friday. | ANSWER 2026-11-26T17:00",
        "Over uw brief van 3 november bel ik u vrijdag. | CALLBACK 2026-11-27T16:00",
        "Na ons gesprek van maandag stuur ik u vrijdag het verslag. | ANSWER 2026-11-27T16:00",
      })
  void theMomentIsNoLaterThanItWasSaid(String text, String read) {
    assertThat(all(text)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ik neem maandag contact met u op. | ANSWER 2026-11-30T17:00",
        "Ik neem maandag telefonisch contact met u op. | CALLBACK 2026-11-30T17:00",
        "Ik meld me vrijdag. | ANSWER 2026-11-27T16:00",
        "I'll contact you on Monday. | ANSWER 2026-11-30T17:00",
        "I will be in touch by Friday. | ANSWER 2026-11-27T16:00",
        "I'll get back to you on Friday. | ANSWER 2026-11-27T16:00",
        "I'll give you a call on Friday. | CALLBACK 2026-11-27T16:00",
        "I'll speak to you on Friday. | ANSWER 2026-11-27T16:00",
        "Expect my answer by 10 December. | ANSWER 2026-12-10T17:00",
        "You can expect an answer by Friday. | ANSWER 2026-11-27T16:00",
        "U kunt vrijdag mijn antwoord verwachten. | ANSWER 2026-11-27T16:00",
        "Mijn antwoord volgt uiterlijk vrijdag. | ANSWER 2026-11-27T16:00",
        "Our letter will follow on Friday. | ANSWER 2026-11-27T16:00",
        "Ik koppel dit vrijdag aan u terug. | ANSWER 2026-11-27T16:00",
        "Ik geef u vrijdag uitsluitsel. | ANSWER 2026-11-27T16:00",
        "Ik heb vrijdag een antwoord voor u. | ANSWER 2026-11-27T16:00",
        "Ik regel dit voor u voor vrijdag 12 uur. | ANSWER 2026-11-27T12:00",
        "Mijn collega belt u vrijdag. | CALLBACK 2026-11-27T16:00",
        "My colleague will call you on Friday. | CALLBACK 2026-11-27T16:00",
        "U wordt vrijdag teruggebeld. | CALLBACK 2026-11-27T16:00",
        "You will be called on Friday. | CALLBACK 2026-11-27T16:00",
        "U krijgt vrijdag een telefoontje van mij. | CALLBACK 2026-11-27T16:00",
        "U krijgt uiterlijk vrijdag een besluit. | DECISION 2026-11-27T16:00",
        "You will have our decision by Friday. | DECISION 2026-11-27T16:00",
        "Wij nemen uiterlijk vrijdag een beslissing. | DECISION 2026-11-27T16:00",
        "We beslissen vrijdag over uw aanvraag. | DECISION 2026-11-27T16:00",
        "We will decide by Friday. | DECISION 2026-11-27T16:00",
        "U ontvangt de beschikking binnen zes weken. | DECISION 2027-01-05T17:00",
        "Dan bel ik u vrijdag tussen 9 en 10 uur. | CALLBACK 2026-11-27T10:00",
        "Ik heb het nagevraagd en bel u morgen. | CALLBACK 2026-11-25T17:00",
        "Als alles goed gaat bel ik u vrijdag. | CALLBACK 2026-11-27T16:00",
        "Zoals beloofd bel ik u vrijdag. | CALLBACK 2026-11-27T16:00",
        "U ontvangt uiterlijk vrijdag bericht. | ANSWER 2026-11-27T16:00",
        "You can expect to hear from us by Friday. | ANSWER 2026-11-27T16:00",
        "We aim to send you a reply within five working days. | ANSWER 2026-12-01T17:00",
        "Uiterlijk vrijdag laten wij u weten of het wel of niet kan. | ANSWER 2026-11-27T16:00",
        "I will get this sorted and let you know by tomorrow noon. | ANSWER 2026-11-25T12:00",
        "Ik probeer u vanmiddag nog te bellen. | CALLBACK 2026-11-24T17:00",
        "Wij komen hier vrijdag op terug. | ANSWER 2026-11-27T16:00",
        "Het besluit volgt voor 15 december. | DECISION 2026-12-14T17:00",
        "Ik bel u vrijdag over het besluit. | CALLBACK 2026-11-27T16:00",
      })
  void whatPeopleCommonlyWriteIsAPromise(String text, String read) {
    assertThat(all(text)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ik bel u donderdag voor 12 uur, en u krijgt uiterlijk 15 december het verslag."
            + " | CALLBACK 2026-11-26T12:00; ANSWER 2026-12-15T17:00",
        "Ik bel u donderdag en ik stuur u vrijdag de brief."
            + " | CALLBACK 2026-11-26T17:00; ANSWER 2026-11-27T16:00",
        "Ik bel u donderdag en stuur u vrijdag de brief."
            + " | CALLBACK 2026-11-26T17:00; ANSWER 2026-11-27T16:00",
        "I'll call you on Thursday and send you the letter by Friday."
            + " | CALLBACK 2026-11-26T17:00; ANSWER 2026-11-27T16:00",
        "Ik bel u donderdag, en u krijgt, uiterlijk vrijdag, de brief."
            + " | CALLBACK 2026-11-26T17:00; ANSWER 2026-11-27T16:00",
        "Ik zoek het uit en bel u donderdag. | CALLBACK 2026-11-26T17:00",
        "Uiterlijk donderdag zoek ik het uit en bel ik u. | CALLBACK 2026-11-26T17:00",
        "Ik bel u donderdag, tussen 9 en 11 uur. | CALLBACK 2026-11-26T11:00",
        "Ik bel u vandaag niet, maar ik bel u donderdag. | CALLBACK 2026-11-26T17:00",
        "- Ik bel u donderdag\\n- U krijgt vrijdag de brief"
            + " | CALLBACK 2026-11-26T17:00; ANSWER 2026-11-27T16:00",
      })
  void eachPromiseOfASentenceIsOne(String text, String read) {
    String lines = text.replace("\\n", "\n");
    assertThat(all(lines)).isEqualTo(read);
    assertThat(read(lines)).allSatisfy(one -> assertThat(text).contains(one.words()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ik heb u maandag laten weten dat het kan.",
        "Ik zou u donderdag bellen.",
        "I was going to call you on Thursday.",
        "We have sent you the letter on Monday.",
        "U kunt mij donderdag bellen.",
        "U kunt mij bellen, ik ben er donderdag.",
        "You can call me on Thursday, I am in.",
        "Bel mij donderdag.",
        "Ik hoor graag of u mij donderdag kunt bellen.",
        "Ik hoop vrijdag van u te horen.",
        "We hope to hear from you by Friday.",
        "Ik hoor graag voor vrijdag van u.",
        "I look forward to hearing from you on Friday.",
        "Laat mij vrijdag weten of het schikt.",
        "U krijgt tot vrijdag de tijd om te antwoorden.",
        "You have until Friday to answer.",
        "You have to reply by Friday.",
        "U moet vrijdag antwoord hebben gegeven.",
        "U schreef: “Ik bel u donderdag voor 12 uur”.",
        "You wrote \"we will call you on Friday\" in your letter.",
        "Als ik u vrijdag bel, leg ik het uit.",
        "I'll call you when we are back on Friday.",
        "Ik heb uw brief van 3 november ontvangen en stuur hem door.",
        "Afgelopen maandag heb ik u gebeld.",
        "Last Friday we let you know about it.",
        "Tot donderdag!",
        "U kunt vrijdag langskomen, dan help ik u.",
        "Ons loket is vrijdag gesloten.",
        "Ik ben donderdag afwezig.",
        "Ik begrijp dat u vrijdag gebeld had willen worden.",
        "U hoort toch niet voor vrijdag van ons.",
        "Ik krijg u vrijdag niet te pakken.",
        "Uw afspraak is donderdag om 10 uur.",
        "U vroeg of wij u vrijdag konden bellen.",
        "You asked us to call you on Friday.",
        "Uw huur moet u uiterlijk vrijdag betalen.",
        "If you call us before Friday, we can help.",
        "Please call me before Friday.",
        "De vergadering is vrijdag, ik weet dus niet of het lukt.",
        "Wij zijn vrijdag telefonisch bereikbaar tot 12 uur.",
        "Neem gerust voor vrijdag contact met mij op.",
        "I did not manage to call you on Friday.",
        "Ik belde u vrijdag, maar u nam niet op.",
        "Het spijt me dat ik u vrijdag niet heb gebeld.",
      })
  void whatIsOverOrAskedOrSomebodyElsesIsNone(String text) {
    assertThat(all(text)).isEmpty();
  }

  /** From when it may be done: a day that was named is not kept on the day before. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ik bel u donderdag voor 12 uur. | 2026-11-26T00:00",
        "Ik bel u donderdag na 15 uur. | 2026-11-26T15:00",
        "Ik bel u morgen tussen 9 en 11 uur. | 2026-11-25T09:00",
        "I'll call you on Thursday. | 2026-11-26T00:00",
        "Ik bel u volgende week. | 2026-11-30T00:00",
        "Ik bel u uiterlijk donderdag. | -",
        "I'll call you by Thursday. | -",
        "Ik bel u binnen twee werkdagen. | -",
        "Ik bel u voor het weekend. | -",
        "Ik bel u donderdag om 14:30. | 2026-11-26T14:30",
      })
  void itIsKnownFromWhenItIsPromised(String text, String from) {
    assertThat(local(read(text).get(0).from())).isEqualTo(from);
  }
}
