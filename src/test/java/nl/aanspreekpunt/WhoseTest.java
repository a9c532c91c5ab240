package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.Mailroom.Came;
import nl.aanspreekpunt.casework.Answering;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Lesson;
import nl.aanspreekpunt.casework.Noting;
import nl.aanspreekpunt.casework.PuttingBack;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.Standing;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.Load;
import nl.aanspreekpunt.routing.Proposing;
import nl.aanspreekpunt.routing.Teaching;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Of which citizen a question is after all, and what follows: whoever was taken for them keeps
 * nothing of it, and a mistake in saying so is put back as if it had not been said.
 */
class WhoseTest {
  private static final String JAN = "jan.devries";
  private static final String RENT = "huur-en-onderhoud";
  private static final Teaching.By BY_JAN = new Teaching.By(JAN, false, act -> act);
  private static Mailroom room;
  private static Teaching teaching;

  @BeforeAll
  static void open() {
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

  @AfterAll
  static void close() {
    room.close();
  }

  @Test
  void somebodyElseThatWasAMistakeIsPutBackAsIfItHadNotBeenSaid() {
    Came rent = room.mail("eva1@burger.example").says("Huur", "Mijn huur is te hoog.");
    String token = room.acknowledged(rent).replyAddress();
    Case before = room.mail("zus1@elders.example").to(token).says("Dag", "Bij mij ook.").one();
    answered(before);
    before = room.found(before.id());
    Identity zus = identity("zus1@elders.example");

    Mailroom.await(teaching.somebodyElse(before, BY_JAN));
    assertThat(room.found(before.id()).citizen()).isNotEqualTo(before.citizen());
    assertThat(identity("zus1@elders.example").shared()).isTrue();
    assertThat(identity("zus1@elders.example").standing()).isEmpty();
    Mailroom.await(teaching.putBack(room.found(before.id()), PuttingBack.What.OWN, null, BY_JAN));

    Case back = room.found(before.id());
    assertThat(back.citizen()).isEqualTo(before.citizen());
    assertThat(back.participants()).isEqualTo(before.participants());
    assertThat(back.contact()).isEqualTo(before.contact());
    assertThat(back.suggested()).isEqualTo(rent.number());
    assertThat(back.route()).isEqualTo(before.route());
    assertThat(back.official()).isEqualTo(before.official());
    assertThat(back.team()).isEqualTo(before.team());
    assertThat(back.topic()).isEqualTo(before.topic());
    assertThat(back.dueAt()).isEqualTo(before.dueAt());
    assertThat(back.events()).startsWith(before.events().toArray(CaseEvent[]::new));
    assertThat(identity("zus1@elders.example").standing()).isEqualTo(zus.standing()).isNotEmpty();
    assertThat(identity("zus1@elders.example").shared()).isFalse();
    assertThat(learnedIn(before)).isNotEmpty().noneMatch(Lesson::holds);
  }

  @Test
  void whatHappenedSinceStandsAndIsSaid() {
    Came rent = room.mail("eva2@burger.example").says("Huur", "Mijn huur is te hoog.");
    String token = room.acknowledged(rent).replyAddress();
    Case one = room.mail("zus2@elders.example").to(token).says("Dag", "Bij mij ook.").one();
    Mailroom.await(teaching.somebodyElse(one, BY_JAN));
    Mailroom.await(teaching.citizen(room.found(one.id()), email("bo2@elders.example"), BY_JAN));

    assertThat(refusal(one, PuttingBack.What.OWN)).isEqualTo("citizen-since");
    assertThat(learnedIn(one)).isNotEmpty().allMatch(Lesson::holds);
    assertThat(identity("zus2@elders.example").shared()).isTrue();

    Came vague = room.mail("eva3@burger.example").says("Vraag", "De Zakkerij zit vol.");
    Mailroom.await(teaching.topic(vague.one(), "afval", "zakkerij", false, BY_JAN));
    String has = room.found(vague.number()).official();
    String other = has.equals("samira.elamrani") ? "fatma.yildiz" : "samira.elamrani";
    room.acted(vague.number(), new Reassigning(other, JAN, "reassigned", ""));
    assertThat(refusal(vague.one(), PuttingBack.What.TOPIC)).isEqualTo("went-on-since");
    assertThat(room.found(vague.number()).topic()).isEqualTo("afval");
  }

  @Test
  void whoAnsweredTheWrongCitizenStandsForThemNoLonger() {
    Came rent = room.mail("eva4@burger.example").says("Huur", "Mijn huur is te hoog.");
    answered(rent.one());
    assertThat(identity("eva4@burger.example").standing()).containsEntry(RENT, rent.official());

    Mailroom.await(teaching.citizen(rent.one(), email("bo4@elders.example"), BY_JAN));

    assertThat(identity("eva4@burger.example").standing()).isEmpty();
    assertThat(identity("bo4@elders.example").standing()).containsEntry(RENT, rent.official());
    assertThat(room.found(rent.number()).happened(CaseEvent.Stands.class))
        .extracting(CaseEvent.Stands::topic, CaseEvent.Stands::from, CaseEvent.Stands::to)
        .containsExactly(tuple(RENT, rent.official(), null));
    Mailroom.await(
        teaching.citizen(room.found(rent.number()), email("eva4@burger.example"), BY_JAN));
    assertThat(identity("eva4@burger.example").standing()).containsEntry(RENT, rent.official());
    assertThat(identity("bo4@elders.example").standing()).isEmpty();
  }

  @Test
  void whoWasChosenOrAnsweredInAnotherQuestionTooStillStands() {
    Came rent = room.mail("eva5@burger.example").says("Huur", "Mijn huur is te hoog.");
    answered(rent.one());
    Standing standing = new Standing(room.hub.casework, room.hub.identities);
    Mailroom.await(
        standing.set(rent.one().citizen(), RENT, "fatma.yildiz", JAN, List.of(rent.one())));
    Mailroom.await(teaching.citizen(rent.one(), email("bo5@elders.example"), BY_JAN));
    assertThat(identity("eva5@burger.example").standing()).containsEntry(RENT, "fatma.yildiz");

    Came first = room.mail("eva6@burger.example").says("Huur", "Mijn huur is te hoog.");
    answered(first.one());
    Came second = room.mail("eva6@burger.example").says("Lek", "Mijn huur is te hoog.");
    assertThat(second.number()).isNotEqualTo(first.number());
    assertThat(second.official()).isEqualTo(first.official());
    answered(second.one());
    Mailroom.await(teaching.citizen(first.one(), email("bo6@elders.example"), BY_JAN));
    assertThat(identity("eva6@burger.example").standing()).containsEntry(RENT, first.official());
    assertThat(room.found(first.number()).happened(CaseEvent.Stands.class)).isEmpty();
    Mailroom.await(teaching.citizen(second.one(), email("bo6@elders.example"), BY_JAN));
    assertThat(identity("eva6@burger.example").standing()).isEmpty();
  }

  @Test
  void whatWasSaidLongAgoIsPutBackToo() {
    Came rent = room.mail("eva7@burger.example").says("Huur", "Mijn huur is te hoog.");
    String token = room.acknowledged(rent).replyAddress();
    Case before = room.mail("zus7@elders.example").to(token).says("Dag", "Bij mij ook.").one();
    Mailroom.await(teaching.topic(before, "afval", "kliko", false, BY_JAN));
    Mailroom.await(teaching.somebodyElse(room.found(before.id()), BY_JAN));
    for (int i = 0; i < 95; i++) {
      room.acted(before.id(), new Noting(JAN, "Notitie " + i));
    }
    assertThat(room.found(before.id()).happened(CaseEvent.TopicCorrected.class)).isEmpty();

    for (PuttingBack.What what : PuttingBack.What.values()) {
      assertThat(Mailroom.await(teaching.putBack(room.found(before.id()), what, null, BY_JAN)))
          .isInstanceOf(Decision.Changed.class);
    }
    Case back = room.found(before.id());
    assertThat(back.topic()).isEqualTo(before.topic());
    assertThat(back.official()).isEqualTo(before.official());
    assertThat(back.citizen()).isEqualTo(before.citizen());
    assertThat(back.suggested()).isEqualTo(rent.number());
    assertThat(learnedIn(before)).isNotEmpty().noneMatch(Lesson::holds);
    assertThat(refusal(before, PuttingBack.What.TOPIC)).isEqualTo("nothing-to-put-back");
  }

  private static void answered(Case one) {
    Case now = room.found(one.id());
    Mailroom.await(
        new Answering(room.hub.casework, room.hub.identities)
            .change(
                now.id(),
                new Replying(now.official(), "Wij kijken.", null, now.lastReceived(), Map.of()),
                now.official()));
  }

  private static String refusal(Case one, PuttingBack.What what) {
    Decision decision = Mailroom.await(teaching.putBack(room.found(one.id()), what, null, BY_JAN));
    return ((Decision.Refused) decision).refusal().code();
  }

  private static Identity identity(String address) {
    return Mailroom.await(room.hub.identities.find(email(address))).orElseThrow();
  }

  private static Address email(String address) {
    return Optional.of(address).flatMap(Addresses::email).orElseThrow();
  }

  private static List<Lesson> learnedIn(Case one) {
    return Mailroom.await(room.hub.vocabulary.lessons().latest(100)).stream()
        .filter(lesson -> lesson.about().equals(one.id()))
        .toList();
  }
}
