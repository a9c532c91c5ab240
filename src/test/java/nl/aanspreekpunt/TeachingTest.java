package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import nl.aanspreekpunt.Mailroom.Came;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Lesson;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.PuttingBack;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.official.Load;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.routing.Proposing;
import nl.aanspreekpunt.routing.Teaching;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One act puts a message where it belongs and teaches the matcher: the next one like it goes there,
 * its route says who taught that, and it can be taken back.
 */
class TeachingTest {
  private static final String EVA = "Eva de Boer <eva@burger.example>";
  private static final String STRANGER = "vreemde@elders.example";
  private static final String JAN = "jan.devries";
  private static final Teaching.By BY_JAN = new Teaching.By(JAN, false, act -> act);
  private static final Teaching.Own OWN = new Teaching.Own(null, null, true);
  private Mailroom room;
  private Teaching teaching;

  @BeforeEach
  void open() {
    room = new Mailroom();
    teaching =
        new Teaching(
            room.hub.cases,
            room.hub.casework,
            room.hub.identities,
            room.hub.vocabulary,
            room.hub.numbers,
            new Proposing(official -> Load.Work.NONE),
            room.clock);
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void whatIsTakenOutOfACaseIsNotPutThereAgain() {
    Came rent = room.mail(EVA).says("Huur", "Te hoog.");
    Came joined = room.mail(EVA).says("Huur", "Ik zoek een andere woning.");
    assertThat(joined.number()).isEqualTo(rent.number());

    Mailroom.await(
        teaching.split(room.found(rent.number()), List.of(joined.receipt().id()), OWN, BY_JAN));
    Came third = room.mail(EVA).says("Huur", "Nog een woning gevonden.");

    assertThat(third.number()).isNotEqualTo(rent.number());
    assertThat(third.match().learned()).extracting(Lesson::number).containsExactly(rent.number());
    assertThat(room.found(rent.number()).messages()).hasSize(1);
    assertThat(latest()).extracting(Lesson::kind).containsExactly(Lesson.Kind.APART);
    assertThat(latest().get(0).by()).isEqualTo(JAN);
  }

  @Test
  void whatBelongsElsewhereGoesThereTheNextTimeUntilThatIsTakenBack() {
    Came rent = room.mail(EVA).says("Huur", "Te hoog.");
    Came waste = room.mail(EVA).says("Container", "Het afval ligt er weer.");
    Came joined = room.mail(EVA).says("Huur", "De container is vol.");
    assertThat(joined.number()).isEqualTo(rent.number());

    Mailroom.await(
        teaching.move(
            room.found(rent.number()), List.of(joined.receipt().id()), waste.one(), BY_JAN));
    Came next = room.mail(EVA).says("Huur", "Weer vol.");

    assertThat(next.number()).isEqualTo(waste.number());
    assertThat(next.rule()).isEqualTo("taught");
    assertThat(next.certainty()).isEqualTo(Match.Certainty.PROBABLE);
    assertThat(next.match().learned())
        .extracting(Lesson::kind)
        .containsExactlyInAnyOrder(Lesson.Kind.BELONGS, Lesson.Kind.APART);

    for (Lesson lesson : latest()) {
      Mailroom.await(teaching.revoke(lesson, "pieter.hoekstra"));
    }
    assertThat(room.mail(EVA).says("Huur", "En nu?").number()).isEqualTo(rent.number());
    assertThat(latest()).allMatch(it -> it.revokedBy().equals("pieter.hoekstra"));
  }

  @Test
  void aStrangerWhoWasToldApartIsNotSuggestedThereAgain() {
    Came rent = room.mail(EVA).says("Huur", "Te hoog.");
    String token = room.acknowledged(rent).replyAddress();
    Came used = room.mail(STRANGER).to(token).says("Huur", "Bij mij ook.");
    assertThat(used.one().suggested()).isEqualTo(rent.number());

    Mailroom.await(teaching.own(used.one(), BY_JAN));
    Came again = room.mail(STRANGER).to(token).says("Huur", "Nog steeds.");

    assertThat(room.found(used.number()).route().uncertain()).isFalse();
    assertThat(again.one().suggested()).isNull();
    assertThat(again.certainty()).isNotEqualTo(Match.Certainty.UNCERTAIN);
    assertThat(again.number()).isEqualTo(used.number());
    assertThat(again.match().learned()).extracting(Lesson::number).containsExactly(rent.number());
  }

  @Test
  void aTextMessageThatWasTakenOutIsFollowedByTheNext() {
    String phone = "+31612345678";
    Came rent = room.sms(phone, "De huur is te hoog");
    room.clock.forward(Duration.ofMinutes(5));
    Came lamp = room.sms(phone, "De lantaarn is stuk");
    assertThat(lamp.number()).isEqualTo(rent.number());

    Decision.Changed own =
        (Decision.Changed)
            Mailroom.await(
                teaching.split(
                    room.found(rent.number()), List.of(lamp.receipt().id()), OWN, BY_JAN));
    room.clock.forward(Duration.ofMinutes(5));
    Came next = room.sms(phone, "Hij doet het weer niet");

    assertThat(next.number()).isEqualTo(own.after().id());
  }

  @Test
  void aNumberOfSomebodyElseIsSharedFromThenOn() {
    Came rent = room.mail(EVA).says("Huur", "Te hoog.");
    Came used =
        room.mail(STRANGER)
            .to(room.acknowledged(rent).replyAddress())
            .says("Dag", "Ik ben haar zus.");

    Mailroom.await(teaching.somebodyElse(used.one(), BY_JAN));

    Address address = new Address(Address.Kind.EMAIL, STRANGER);
    assertThat(Mailroom.await(room.hub.identities.find(address)).orElseThrow().shared()).isTrue();
    assertThat(room.found(used.number()).suggested()).isNull();
    String known = Mailroom.await(room.hub.identities.find(address)).orElseThrow().citizen();
    assertThat(room.found(used.number()).citizen()).isNotEqualTo(known).isNotBlank();
    assertThat(room.found(used.number()).participant(address).orElseThrow().revokedAt())
        .as("the link that went there shows nothing more")
        .isNotNull();
    assertThat(room.found(used.number()).route().uncertain()).isFalse();
  }

  @Test
  void whoWasTakenForTheCitizenIsAStrangerToTheQuestionFromThenOn() {
    Came rent = room.mail(EVA).says("Huur", "Te hoog.");
    String token = room.acknowledged(rent).replyAddress();
    Address right = new Address(Address.Kind.EMAIL, "bo@elders.example");
    Mailroom.await(teaching.citizen(rent.one(), right, BY_JAN));

    Came wrong = room.mail(EVA).to(token).says("Re: Huur", "En nu?");
    Came theirs = room.mail("bo@elders.example").to(token).says("Re: Huur", "Dit ben ik.");
    assertThat(wrong.number()).isNotEqualTo(rent.number());
    assertThat(wrong.certainty()).isEqualTo(Match.Certainty.UNCERTAIN);
    assertThat(theirs.number()).isEqualTo(rent.number());
    assertThat(room.found(rent.number()).citizen())
        .isEqualTo(Mailroom.await(room.hub.identities.find(right)).orElseThrow().citizen());
    assertThat(room.told(rent.number(), Notice.Kind.NEW_OFFICIAL))
        .extracting(it -> it.notice().to())
        .containsExactly("bo@elders.example");
  }

  @Test
  void wordsThatSomebodyTaughtTellATopicAndTheRouteSaysWhoTaughtThem() {
    Came vague = room.mail(EVA).says("Vraag", "De Bladkorf zit vol.");
    assertThat(vague.rule()).isEqualTo(Match.INTAKE);

    assertThat(Mailroom.await(teaching.topic(vague.one(), "afval", "?!", false, BY_JAN)))
        .isInstanceOf(Decision.Refused.class);
    assertThat(Mailroom.await(teaching.topic(vague.one(), "onzin", "bladkorf", false, BY_JAN)))
        .isInstanceOf(Decision.Refused.class);
    assertThat(latest()).as("nothing is learned from what was refused").isEmpty();
    Mailroom.await(teaching.topic(vague.one(), "afval", "bladkorf", false, BY_JAN));

    assertThat(room.found(vague.number()).topic()).isEqualTo("afval");
    assertThat(room.found(vague.number()).team()).isEqualTo("openbare-ruimte");
    Came next = room.mail(STRANGER).says("Dag", "Wanneer wordt de bladkorf geleegd?");
    assertThat(next.rule()).isEqualTo("topic");
    assertThat(next.one().topic()).isEqualTo("afval");
    assertThat(next.match().learned()).extracting(Lesson::words).containsExactly("bladkorf");
  }

  @Test
  void aCorrectionThatWasAMistakeIsPutBackAndTeachesNothingMore() {
    Came vague = room.mail(EVA).says("Vraag", "De Bladkorf zit vol.");
    String had = vague.official();
    Mailroom.await(teaching.topic(vague.one(), "afval", "bladkorf", false, BY_JAN));
    assertThat(room.found(vague.number()).official()).isNotEqualTo(had);
    Case wrong = room.found(vague.number());

    Mailroom.await(teaching.putBack(wrong, PuttingBack.What.TOPIC, null, BY_JAN));
    Case back = room.found(vague.number());
    assertThat(back.topic()).isNull();
    assertThat(back.official()).isEqualTo(had);
    assertThat(back.correctedAt()).as("the learned topic learns nothing from it").isNull();
    assertThat(back.dueAt()).isEqualTo(wrong.dueAt());
    assertThat(latest()).extracting(Lesson::revokedBy).containsExactly(JAN);
    assertThat(room.mail(STRANGER).says("Dag", "Mijn bladkorf is weg.").rule())
        .isEqualTo(Match.INTAKE);
    assertThat(Mailroom.await(teaching.putBack(back, PuttingBack.What.TOPIC, null, BY_JAN)))
        .isInstanceOf(Decision.Refused.class);
  }

  @Test
  void whatWasCalledAQuestionOfItsOwnIsUncertainAgainAndPointsWhereItDid() {
    Came rent = room.mail(EVA).says("Huur", "Te hoog.");
    String token = room.acknowledged(rent).replyAddress();
    Came used = room.mail(STRANGER).to(token).says("Huur", "Bij mij ook.");
    Mailroom.await(teaching.own(used.one(), BY_JAN));
    assertThat(latest()).allMatch(Lesson::holds).isNotEmpty();

    Mailroom.await(teaching.putBack(room.found(used.number()), PuttingBack.What.OWN, null, BY_JAN));
    assertThat(room.found(used.number()).route().uncertain()).isTrue();
    assertThat(room.found(used.number()).suggested()).isEqualTo(rent.number());
    assertThat(latest()).noneMatch(Lesson::holds);
    Came again = room.mail(STRANGER).to(token).says("Huur", "Nog steeds.");
    assertThat(again.one().suggested()).isEqualTo(rent.number());
  }

  @Test
  void nothingIsLearnedFromWhatNamedItsCaseByASignedAddress() {
    Came rent = room.mail(EVA).says("Huur", "Te hoog.");
    String token = room.acknowledged(rent).replyAddress();
    Came reply = room.mail(EVA).to(token).says("Re: Huur", "En de lantaarn is stuk.");

    Mailroom.await(
        teaching.split(room.found(rent.number()), List.of(reply.receipt().id()), OWN, BY_JAN));

    assertThat(latest()).isEmpty();
    assertThat(room.mail(EVA).to(token).says("Re: Huur", "Dank.").number())
        .isEqualTo(rent.number());
  }

  @Test
  void anAnswerByAnOfficialLeadsToWhereTheMessageIsThatTheyHadSeen() {
    Came rent = room.mail(EVA).says("Huur", "Te hoog.");
    String token = room.acknowledged(rent).replyAddress();
    Came lamp = room.mail(EVA).to(token).says("Re: Huur", "De lantaarn is stuk.");
    String about = room.answered(lamp).messageId();
    Mailroom.await(
        teaching.split(room.found(rent.number()), List.of(lamp.receipt().id()), OWN, BY_JAN));
    String own = room.found(rent.number()).wentTo(lamp.receipt().id()).orElseThrow();
    String later = room.answered(rent).messageId();

    Came one = room.mail(EVA).header("In-Reply-To", about).says("Re: Huur", "Dank!");
    Came other = room.mail(EVA).header("In-Reply-To", later).says("Re: Huur", "Mooi.");
    assertThat(one.number()).isEqualTo(own);
    assertThat(one.match().evidence()).isEqualTo(new Evidence.LetterAnswered(own, rent.number()));
    assertThat(other.number()).isEqualTo(rent.number());
    assertThat(other.match().evidence())
        .isEqualTo(new Evidence.LetterAnswered(rent.number(), rent.number()));
    Came bare = room.mail(EVA).to(token).says("Re: Huur", "Nog iets over de huur.");
    assertThat(bare.match().evidence()).isEqualTo(new Evidence.CaseNamed(rent.number()));
  }

  private List<Lesson> latest() {
    return Mailroom.await(room.hub.vocabulary.lessons().latest(10));
  }
}
