package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Mailroom.Came;
import nl.aanspreekpunt.Mailroom.Sent;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Confirming;
import nl.aanspreekpunt.casework.Doubt;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.outbox.Notice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invariant 9: what is uncertain goes to a named person, and shows nobody another's data. */
class MatchingDoubtsTest {
  private static final String EVA = "Eva de Boer <eva@burger.example>";
  private static final Address EVAS = new Address(Address.Kind.EMAIL, "eva@burger.example");
  private static final String STRANGER = "vreemde@elders.example";
  private Mailroom room;

  @BeforeEach
  void open() {
    room = new Mailroom();
  }

  @AfterEach
  void close() {
    room.close();
  }

  /** Beside the case it may belong to, which knows nothing of it, with a person to confirm it. */
  private void isBeside(Came came, Came question, String rule, Doubt... doubts) {
    assertThat(came.number()).isNotEqualTo(question.number());
    assertThat(came.rule()).isEqualTo(rule);
    assertThat(came.certainty()).isEqualTo(Match.Certainty.UNCERTAIN);
    assertThat(came.match().doubts()).containsExactly(doubts);
    assertThat(came.one().suggested()).isEqualTo(question.number());
    assertThat(came.official()).isEqualTo(question.official());
    assertThat(room.hub.directories.current().employed(came.official(), room.clock.instant()))
        .isTrue();
    Case asItWas = room.found(question.number());
    assertThat(asItWas.participants()).isEqualTo(question.one().participants());
    assertThat(asItWas.contact()).isEqualTo(question.one().contact());
    assertThat(Mailroom.await(room.hub.cases.uncertain(came.one().team(), 100)))
        .extracting(Case::id)
        .contains(came.number());
  }

  @Test
  void aTokenUsedByAStrangerOpensNothingOfTheCaseItIsFor() {
    Came question = room.mail(EVA).says("Mijn water", "Ik heb geen kraanwater. Geheim 1234.");
    Sent ours = room.acknowledged(question);
    assertThat(ours.notice().facts()).containsKey("meanwhile");
    Came used = room.mail(STRANGER).to(ours.replyAddress()).says("Hallo", "Vertel eens.");

    isBeside(used, question, "reply-token", Doubt.STRANGER);
    assertThat(used.one().citizen()).isNotEqualTo(question.one().citizen());
    showsTheStrangerOnlyTheirs(used, question);

    Came byId = room.mail(STRANGER).header("In-Reply-To", ours.messageId()).says("Dag", "En nu?");
    isBeside(byId, question, "message-id", Doubt.STRANGER);
    showsTheStrangerOnlyTheirs(byId, question);
  }

  /** Acknowledgement and follow link are all that somebody outside gets. */
  private void showsTheStrangerOnlyTheirs(Came used, Came question) {
    assertThat(used.one().participants())
        .extracting(Participant::address)
        .containsExactly(new Address(Address.Kind.EMAIL, STRANGER));
    Notice told = room.acknowledged(used).notice();
    assertThat(told.to()).isEqualTo(STRANGER);
    assertThat(told.caseNumber()).isEqualTo(used.number());
    assertThat(told.facts().values())
        .allSatisfy(fact -> assertThat(fact).doesNotContain("water", question.number(), "1234"));
    assertThat(told.facts())
        .as("what to do meanwhile tells a topic")
        .doesNotContainKey("meanwhile");
    assertThat(told.facts().get("subject")).isEqualTo(used.one().subject());
    assertThat(room.answered(used).notice().facts())
        .as("an answer quotes nothing")
        .containsOnlyKeys("text", "subject", "link");
  }

  @Test
  void aTokenInAMailWithoutASenderIsDoubtfulToo() {
    Came question = room.mail(EVA).says("Huur", "Te hoog.");
    String token = room.acknowledged(question).replyAddress();
    Came used = room.mail(null).envelopeFrom(null).to(token).says("Hallo", "Vertel eens.");

    isBeside(used, question, "reply-token", Doubt.STRANGER);
    assertThat(Mailroom.await(room.hub.outbox.unfinished(used.number()))).isEmpty();
  }

  @Test
  void aSenderThatFailsAuthenticationIsNobodyYetWhateverTheMailNames() {
    Came question = room.mail(EVA).says("Huur", "Te hoog.");
    Sent ours = room.acknowledged(question);
    Doubt failed = Doubt.authentication("dmarc=fail");

    isBeside(forged().to(ours.replyAddress()).says("Dag", "x"), question, "reply-token", failed);
    isBeside(
        forged().header("In-Reply-To", ours.messageId()).says("Dag 2", "x"),
        question,
        "message-id",
        failed);
    isBeside(forged().says("Over " + question.number(), "x"), question, "case-number", failed);
    isBeside(forged().says("Huur", "x"), question, "conversation", failed);
    for (String subject : List.of("Container", "Iets")) {
      Came fresh = forged().says(subject, "x");
      assertThat(fresh.certainty()).isEqualTo(Match.Certainty.UNCERTAIN);
      assertThat(fresh.match().doubts()).containsExactly(failed);
    }
    assertThat(forged().to("ravi.ramdin@voorbeeldstad.example").says("Dag 3", "x").certainty())
        .isEqualTo(Match.Certainty.UNCERTAIN);
    assertThat(Mailroom.await(room.hub.identities.find(EVAS)).orElseThrow().name())
        .as("no other name is given to who it pretends to be")
        .isEqualTo("Eva de Boer");
  }

  private Mailroom.Mail forged() {
    return room.mail("Iemand Anders <eva@burger.example>")
        .header("Authentication-Results", Mailroom.OUR_SERVER + "; spf=pass; dmarc=fail");
  }

  @Test
  void whatSomebodyElsesServerSaysOfASenderIsNotBelieved() {
    Came question = room.mail(EVA).says("Huur", "Te hoog.");
    Came reply =
        room.mail(EVA)
            .header("Authentication-Results", "mx.elders.example; dmarc=fail")
            .to(room.acknowledged(question).replyAddress())
            .says("Re: Huur", "Nog iets.");

    assertThat(reply.number()).isEqualTo(question.number());
    assertThat(reply.certainty()).isEqualTo(Match.Certainty.CERTAIN);
  }

  @Test
  void anAddressThatNamesOfTwoPeopleCameFromIsNoLongerSomebodys() {
    Came question = room.mail(EVA).says("Huur", "Te hoog.");
    Mailroom.await(
        room.hub.identities.setStanding(question.one().citizen(), "afval", "anouk.jansen"));
    Came byName = room.mail("E. de Boer <eva@burger.example>").says("Huur", "Weer.");
    assertThat(byName.number()).as("the same person by initials").isEqualTo(question.number());

    String piet = "Piet de Boer <eva@burger.example>";
    isBeside(room.mail(piet).says("Huur", "x"), question, "conversation", Doubt.SHARED);
    isBeside(
        room.mail(piet).says("Over " + question.number(), "x"),
        question,
        "case-number",
        Doubt.SHARED);
    Came standing = room.mail(piet).says("Container", "Vol.");
    assertThat(standing.rule()).isEqualTo("standing-official");
    assertThat(standing.match().doubts()).containsExactly(Doubt.SHARED);
    Came signed = room.mail(piet).to(room.acknowledged(question).replyAddress()).says("Re: x", "y");
    assertThat(signed.number()).as("what was signed for the address").isEqualTo(question.number());
  }

  @Test
  void aNumberIsSharedOrNotAsAnOfficialSays() {
    Address phone = new Address(Address.Kind.PHONE, "+31612345678");
    Came question = room.sms(phone.value(), "De huur is te hoog");
    say(phone, true);
    Came other = room.sms(phone.value(), "En nog iets");
    isBeside(other, question, "conversation", Doubt.SHARED);
    say(phone, false);
    room.clock.forward(Duration.ofMinutes(1));
    Came again = room.sms(phone.value(), "Hallo?");

    assertThat(again.certainty()).isEqualTo(Match.Certainty.PROBABLE);
  }

  private void say(Address address, boolean several) {
    Identity.Sharing said = new Identity.Sharing(several, "jan.devries", room.clock.instant());
    Mailroom.await(room.hub.identities.setSharing(address, said));
  }

  @Test
  void whatAPersonConfirmsIsCertainFromThenOnAndStillSaysWhatWasDoubted() {
    Came question = room.mail(EVA).says("Huur", "Te hoog.");
    String token = room.acknowledged(question).replyAddress();
    Came used = room.mail(STRANGER).to(token).says("Hallo", "Ik ben haar zus.");
    Case confirmed = room.acted(used.number(), new Confirming(used.official()));

    assertThat(confirmed.route().certainty()).isEqualTo(Match.Certainty.CERTAIN);
    assertThat(confirmed.route().confirmedBy()).isEqualTo(used.official());
    assertThat(confirmed.route().doubts()).containsExactly(Doubt.STRANGER);
    assertThat(Mailroom.await(room.hub.cases.uncertain(used.one().team(), 100))).isEmpty();
    assertThat(Map.of("rule", confirmed.route().rule())).containsEntry("rule", "reply-token");
  }
}
