package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.aanspreekpunt.Mailroom.Came;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.inbox.Complained;
import nl.aanspreekpunt.inbox.Correspondent;
import nl.aanspreekpunt.inbox.webform.WebQuestion;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Complaints about an official, whichever rule would have decided, over the whole pipeline. */
class MatchingComplaintsTest {
  private static final String EVA = "eva@burger.example";
  private static final String SAMIRA = "samira.elamrani";
  private static final String MARIJKE = "marijke.smit";
  private Mailroom room;

  @BeforeEach
  void open() {
    room = new Mailroom();
  }

  @AfterEach
  void close() {
    room.close();
  }

  private void keptFrom(Came came, String... concerned) {
    assertThat(came.rule()).isEqualTo(Match.COMPLAINT);
    assertThat(came.one().barred()).containsExactlyInAnyOrder(concerned);
    assertThat(came.one().barred()).doesNotContain(came.official());
    for (String official : concerned) {
      assertThat(access(came.one(), official)).as(official).isEqualTo(Access.NONE);
    }
    assertThat(room.acknowledged(came).notice().official()).isEqualTo(came.official());
  }

  private Access access(Case one, String official) {
    Official reader = room.hub.directories.current().official(official).orElseThrow();
    Moment moment = new Moment(room.clock.instant(), room.hub.directories.current());
    return Access.of(one, reader, Set.of(Role.values()), moment);
  }

  /** Samira has the question; the complaint comes by each way that leads to her. */
  private Came samiras() {
    Came question = room.mail(EVA).to(SAMIRA + "@voorbeeldstad.example").says("Huur", "Te hoog.");
    assertThat(question.official()).isEqualTo(SAMIRA);
    return question;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ik heb een klacht over u.",
        "Ik wil een klacht indienen.",
        "Ik wil een klacht indienen over u, want u belt nooit terug.",
        "Dit is een klacht over de manier waarop ik ben behandeld.",
        "Ik wil mij beklagen over uw houding.",
        "I want to file a complaint.",
        "This is a complaint about you."
      })
  void inAnOwnThreadItNeedsToNameNobody(String text) {
    Came question = samiras();
    String token = room.acknowledged(question).replyAddress();
    Came complaint = room.mail(EVA).to(token).says("Re: Huur", text);

    keptFrom(complaint, SAMIRA);
    assertThat(complaint.official()).isEqualTo(MARIJKE);
    assertThat(room.found(question.number())).as("nothing of it there").isEqualTo(question.one());
    Evidence.Complaint evidence = (Evidence.Complaint) complaint.match().evidence();
    assertThat(evidence.sign()).isEqualTo(Evidence.Sign.WORDS);
    assertThat(evidence.number()).isEqualTo(question.number());
    assertThat(text).contains(evidence.words());
  }

  @Test
  void byMessageIdNumberSubjectOwnAddressOrStandingOfficialToo() {
    Came question = samiras();
    String said = "Ik heb een klacht over u.";
    keptFrom(
        room.mail(EVA)
            .header("In-Reply-To", room.acknowledged(question).messageId())
            .says("Re: iets", said),
        SAMIRA);
    keptFrom(room.mail(EVA).says("Over " + question.number(), said), SAMIRA);
    keptFrom(room.mail(EVA).says("Huur", said), SAMIRA);
    keptFrom(room.mail(EVA).to(SAMIRA + "@voorbeeldstad.example").says("Dag", said), SAMIRA);
    Mailroom.await(room.hub.identities.setStanding(question.one().citizen(), null, SAMIRA));
    keptFrom(room.mail(EVA).says("Dag allemaal", said), SAMIRA);
  }

  @Test
  void inATextMessageAfterAConversationToo() {
    Came question = room.sms("+31612345678", "De huur is te hoog");
    room.clock.forward(Duration.ofHours(1));
    Came complaint = room.sms("+31612345678", "Ik heb een klacht over u");

    keptFrom(complaint, question.official());
  }

  @ParameterizedTest
  @CsvSource({
    "Klacht over Samira El Amrani, samira.elamrani",
    "Klacht over mevrouw El Amrani, samira.elamrani",
    "Klacht tegen Samira, samira.elamrani",
    "I want to complain about Mr Bakker, thomas.bakker",
    "Klacht over Fatma Yıldız en haar collega, fatma.yildiz"
  })
  void whoIsNamedNeverReadsIt(String subject, String concerned) {
    Came complaint = room.mail(EVA).says(subject, "Zo wil ik niet geholpen worden.");

    keptFrom(complaint, concerned);
  }

  @Test
  void aComplaintAboutNobodyWeKnowGoesToAComplaintsOfficialAndShowsNobodyItsSubject() {
    Came complaint = room.mail(EVA).says("Klacht over de medewerker aan de balie", "Onbeleefd.");

    keptFrom(complaint);
    assertThat(complaint.official()).isEqualTo(MARIJKE);
    Official other = room.hub.directories.current().official("meilin.chen").orElseThrow();
    Moment moment = new Moment(room.clock.instant(), room.hub.directories.current());
    assertThat(Access.of(complaint.one(), other, Set.of(), moment)).isEqualTo(Access.EXISTENCE);
  }

  @ParameterizedTest
  @CsvSource({"Samira, samira.elamrani", "'', ''"})
  void theFormsChoiceMakesItOneWhateverItsWords(String typed, String concerned) {
    Correspondent from = Correspondent.at(new Address(Address.Kind.EMAIL, EVA));
    Came complaint =
        room.form(
            new WebQuestion(
                from, null, null, new Complained(typed), null, "Nooit antwoord.", "nl"));

    if (concerned.isEmpty()) {
      keptFrom(complaint);
    } else {
      keptFrom(complaint, concerned);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ik heb een klacht over geluidsoverlast van de container.",
        "Ik wil een klacht indienen over de stoep.",
        "Mijn klacht over de huur: hoe staat het ermee?",
        "Dit is geen klacht over u, u heeft mij goed geholpen met de huur.",
        "Klacht over de bakker op de hoek: afval op straat.",
        "A complaint about the noise in the park."
      })
  void aComplaintAboutAThingIsAQuestionLikeAnyOther(String text) {
    Came question = samiras();
    String token = room.acknowledged(question).replyAddress();

    assertThat(room.mail(EVA).to(token).says("Re: Huur", text).number())
        .isEqualTo(question.number());
    assertThat(room.mail("jan@burger.example").says("Vraag", text).rule()).isEqualTo("topic");
  }

  @Test
  void whatIsQuotedIsNoComplaint() {
    Came question = samiras();
    String token = room.acknowledged(question).replyAddress();
    String text = "Dank u wel!\r\n\r\n> Ik heb een klacht over Samira El Amrani.";

    assertThat(room.mail(EVA).to(token).says("Re: Huur", text).number())
        .isEqualTo(question.number());
  }

  @Test
  void aReplyToTheComplaintsOfficialStaysInTheComplaintUnlessItIsAboutThem() {
    Came complaint = room.mail(EVA).says("Klacht over Samira El Amrani", "Onbeleefd.");
    String token = room.acknowledged(complaint).replyAddress();
    Came more =
        room.mail(EVA).to(token).says("Re: Klacht", "Mijn klacht over Samira El Amrani staat.");
    Came aboutYou = room.mail(EVA).to(token).says("Re: Klacht", "Nu een klacht over u.");
    Came aboutJan = room.mail(EVA).to(token).says("Re: Klacht", "En een klacht over Jan de Vries.");

    assertThat(more.number()).isEqualTo(complaint.number());
    keptFrom(aboutYou, SAMIRA, MARIJKE);
    assertThat(aboutYou.official()).isEqualTo("pieter.hoekstra");
    keptFrom(aboutJan, "jan.devries");
    assertThat(aboutJan.number()).isNotEqualTo(complaint.number());
  }

  @Test
  void whoIsInvolvedNeitherGetsItNorStandsInForWhoDoes() {
    Came aboutBoth =
        room.mail(EVA).says("Klacht over Marijke Smit", "En over Pieter Hoekstra ook.");
    assertThat(aboutBoth.official()).as("a manager").isEqualTo("gloria.martina");
    Mailroom.await(
        room.hub.directories.absent(
            new Absence(MARIJKE, room.clock.instant(), null, "thomas.bakker", "ziek", "test")));
    Mailroom.await(
        room.hub.directories.absent(
            new Absence("pieter.hoekstra", room.clock.instant(), null, null, "ziek", "test")));
    Came about = room.mail(EVA).says("Klacht over Thomas Bakker", "Onbeleefd.");

    keptFromEveryNotice(about, "thomas.bakker");
    room.clock.to(about.one().dueAt().plus(Duration.ofDays(20)));
    Mailroom.await(room.hub.caseClock.tick());
    keptFromEveryNotice(about, "thomas.bakker");
    assertThat(room.found(about.number()).openPromises().get(0).steps()).isNotEmpty();
  }

  private void keptFromEveryNotice(Came about, String concerned) {
    Case one = room.found(about.number());
    assertThat(one.concerns()).doesNotContain(concerned);
    assertThat(one.official()).isNotEqualTo(concerned);
    assertThat(Mailroom.await(room.hub.outbox.unfinished(about.number())))
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              assertThat(entry.notice().official()).isNotEqualTo(concerned);
              assertThat(entry.notice().to()).doesNotContain(concerned);
            });
  }

  @Test
  void aComplaintFromADoubtfulSenderIsUncertainAndStillKeptApart() {
    Came question = samiras();
    String token = room.acknowledged(question).replyAddress();
    Came complaint =
        room.mail("vreemde@elders.example").to(token).says("Re: Huur", "Een klacht over u.");

    keptFrom(complaint, SAMIRA);
    assertThat(complaint.certainty()).isEqualTo(Match.Certainty.UNCERTAIN);
    assertThat(complaint.one().participants())
        .extracting(p -> p.address().value())
        .isEqualTo(List.of("vreemde@elders.example"));
  }
}
