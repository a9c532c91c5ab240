package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import nl.aanspreekpunt.Mailroom.Came;
import nl.aanspreekpunt.Mailroom.Mail;
import nl.aanspreekpunt.Mailroom.Sent;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Doubt;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 1 to 3: a message that names its case, over the whole pipeline. */
class MatchingThreadsTest {
  private static Mailroom room;
  private static int citizens;

  @BeforeAll
  static void open() {
    room = new Mailroom();
  }

  @AfterAll
  static void close() {
    room.close();
  }

  /** An address nobody wrote from before. */
  private static String citizen() {
    return "inwoner" + ++citizens + "@burger.example";
  }

  private static Came asked(String from, String subject) {
    return room.mail(from).says(subject, "De huur is te hoog.");
  }

  private static void joins(Came reply, Came question, String rule) {
    assertThat(reply.number()).isEqualTo(question.number());
    assertThat(reply.rule()).isEqualTo(rule);
    assertThat(reply.certainty()).isEqualTo(Match.Certainty.CERTAIN);
    assertThat(reply.match().evidence()).isEqualTo(new Evidence.CaseNamed(question.number()));
    assertThat(Mailroom.routed(reply.one(), reply.receipt().id()).orElseThrow().match())
        .as("the case's history says why each message came")
        .isEqualTo(reply.match());
    assertThat(reply.one().holds(reply.receipt().id())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"To", "Cc", "Delivered-To", "X-Original-To", "envelope"})
  void aReplyTokenIsFoundWhereverAMailServerPutsIt(String where) {
    String from = citizen();
    Came question = asked(from, "Huur");
    String token = room.acknowledged(question).replyAddress();
    Mail reply = room.mail(from);
    Mail addressed =
        where.equals("envelope")
            ? reply.to(token)
            : reply.header(where, "Gemeente <" + token.toUpperCase(Locale.ROOT) + ">");

    joins(addressed.says("Iets heel anders", "En nog iets."), question, "reply-token");
  }

  @Test
  void aTokenThatIsNotSignedOrOnAnotherDomainNamesNothing() {
    String from = citizen();
    Came question = asked(from, "Huur");
    String token = room.acknowledged(question).replyAddress();
    char last = token.charAt(token.indexOf('@') - 1);
    String forged = token.replace(last + "@", (last == '0' ? '1' : '0') + "@");
    String elsewhere = token.replace("voorbeeldstad.example", "elders.example");
    List<UnaryOperator<Mail>> wrong =
        List.of(mail -> mail.to(forged), mail -> mail.header("To", elsewhere));
    for (UnaryOperator<Mail> one : wrong) {
      Came mail = one.apply(room.mail(from)).says("Stoep " + wrong.indexOf(one), "Kapot.");
      assertThat(mail.number()).isNotEqualTo(question.number());
      assertThat(mail.rule()).isEqualTo("topic");
    }
  }

  @Test
  void theTokenGoesBeforeWhatTheMailAnswersAndTheNumberInItsSubject() {
    String from = citizen();
    Came first = asked(from, "Huur");
    Came second = asked(from, "Lekkage");
    Came reply =
        room.mail(from)
            .to(room.acknowledged(first).replyAddress())
            .header("In-Reply-To", room.acknowledged(second).messageId())
            .says("Over " + second.number(), "Nog iets.");

    joins(reply, first, "reply-token");
  }

  @Test
  void inReplyToGoesBeforeReferences() {
    String from = citizen();
    Came first = asked(from, "Huur");
    Came second = asked(from, "Lekkage");
    Sent older = room.acknowledged(first);
    Sent newer = room.acknowledged(second);
    Came reply =
        room.mail(from)
            .header("References", older.messageId() + "\r\n " + newer.messageId())
            .header("In-Reply-To", older.messageId())
            .says("Antw: iets", "Nog iets.");

    joins(reply, first, "message-id");
  }

  @Test
  void ofReferencesTheLatestThatIsOursDecides() {
    String from = citizen();
    Came first = asked(from, "Huur");
    Came second = asked(from, "Lekkage");
    String references =
        String.join(
            " ",
            "<a@elders.example>",
            room.acknowledged(first).messageId(),
            room.acknowledged(second).messageId(),
            "<b@elders.example>");
    Came reply =
        room.mail(from)
            .header("In-Reply-To", "<b@elders.example>")
            .header("References", references)
            .says("Antw: iets", "Nog iets.");

    joins(reply, second, "message-id");
  }

  @Test
  void aMessageIdThatOnlyLooksLikeOursNamesNothing() {
    String from = citizen();
    Came question = asked(from, "Huur");
    String ours = room.acknowledged(question).messageId();
    char last = ours.charAt(ours.indexOf('@') - 1);
    String forged = ours.replace(last + "@", (last == '0' ? '1' : '0') + "@");
    Came mail = room.mail(from).header("In-Reply-To", forged).says("Iets", "De stoep.");

    assertThat(mail.number()).isNotEqualTo(question.number());
  }

  @ParameterizedTest
  @CsvSource({"Over vraag %s, EMAIL", "%s, EMAIL", "antw: [%s] huur, EMAIL", "Vraag %s: ja, SMS"})
  void aNumberJoinsWhoTakesPartHoweverItIsTyped(String text, String channel) {
    boolean sms = channel.equals("SMS");
    String from = sms ? "+316200000%02d".formatted(++citizens) : citizen();
    Came question = sms ? room.sms(from, "De huur is te hoog") : asked(from, "Huur");
    room.clock.forward(Duration.ofDays(7)); // longer than a conversation by SMS lasts
    String typed = question.number().toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l');
    String said = text.formatted(typed);
    Came reply = sms ? room.sms(from, said) : room.mail(from).says(said, "Nog iets.");

    joins(reply, question, "case-number");
  }

  @Test
  void aNumberUsedByWhoDoesNotTakePartIsUncertainAndLeadsNowhereWhereTheSubjectIsHidden() {
    Came question = asked(citizen(), "Huur");
    Came mail = room.mail(citizen()).says("Over " + question.number(), "De stoep is kapot.");
    Came hidden = room.mail(citizen()).says("Schulden", "De deurwaarder komt.");
    Came guessed = room.mail(citizen()).says("Over " + hidden.number(), "De stoep is kapot.");

    assertThat(mail.number()).isNotEqualTo(question.number());
    assertThat(mail.rule()).isEqualTo("case-number");
    assertThat(mail.certainty()).isEqualTo(Match.Certainty.UNCERTAIN);
    assertThat(mail.match().doubts()).containsExactly(Doubt.STRANGER);
    assertThat(mail.one().suggested()).isEqualTo(question.number());
    assertThat(mail.official()).isEqualTo(question.official());
    assertThat(room.found(question.number())).isEqualTo(question.one());
    assertThat(guessed.rule()).as("confidential").isEqualTo("topic");
    assertThat(guessed.one().suggested()).isNull();
  }

  @Test
  void aNumberThatIsMistypedOrStandsInTheTextOfAMailJoinsNothing() {
    String from = citizen();
    Came question = asked(from, "Huur");
    char last = question.number().charAt(8);
    String mistyped = question.number().substring(0, 8) + (last == '7' ? '8' : '7');

    assertThat(room.mail(from).says(mistyped, "De stoep.").number())
        .isNotEqualTo(question.number());
    assertThat(room.mail(from).says("Stoep", "Zie " + question.number()).number())
        .isNotEqualTo(question.number());
  }

  @Test
  void aReplyToAClosedCaseOpensItAgainAtWhoeverIsResponsibleNowWithANewPromise() {
    String from = citizen();
    Came question = asked(from, "Huur");
    String now = question.official().equals("jan.devries") ? "samira.elamrani" : "jan.devries";
    Sent answer = room.answered(question);
    room.acted(question.number(), new Reassigning(now, "jan.devries", "handover", ""));
    Case closed = closed(question, now);
    room.clock.forward(Duration.ofHours(1));
    Came reply = room.mail(from).to(answer.replyAddress()).says("Re: Huur", "Toch nog iets.");

    joins(reply, question, "reply-token");
    assertThat(closed.open()).isFalse();
    assertThat(reply.one().open()).isTrue();
    assertThat(reply.official()).isEqualTo(now);
    List<Promise> open = reply.one().openPromises();
    assertThat(open).extracting(Promise::kind).containsExactly(PromiseKind.ANSWER);
    assertThat(open.get(0).due()).isAfter(room.clock.instant());
    assertThat(closed.promises()).doesNotContain(open.get(0));
    List<Sent> told = room.told(question.number(), Notice.Kind.ACKNOWLEDGEMENT);
    Notice last = told.get(told.size() - 1).notice();
    assertThat(last.official()).isEqualTo(now);
    assertThat(last.facts()).containsEntry("due", open.get(0).due().toString());
  }

  private static Case closed(Came question, String by) {
    Case one = room.found(question.number());
    return room.acted(question.number(), new Closing(by, Outcome.ANSWERED, "", one.lastReceived()));
  }

  @Test
  void whenWhoWasResponsibleHasLeftTheirSuccessorAnswersAndSaysSo() {
    try (Mailroom own = new Mailroom()) {
      Came question = own.mail("eva@burger.example").says("Schulden", "De deurwaarder komt.");
      Sent answer = own.answered(question);
      String left = question.official();
      own.acted(
          question.number(),
          new Closing(left, Outcome.ANSWERED, "", question.one().lastReceived()));
      own.departs(left, "fatma.yildiz");
      Came reply =
          own.mail("eva@burger.example").to(answer.replyAddress()).says("Re: x", "Nog iets.");

      assertThat(reply.number()).isEqualTo(question.number());
      assertThat(reply.official()).isEqualTo("fatma.yildiz");
      assertThat(reply.one().responsibilities()).hasSize(2);
      assertThat(reply.one().events())
          .anyMatch(e -> e instanceof CaseEvent.HandedOver over && over.from().equals(left));
      List<Sent> told = own.told(question.number(), Notice.Kind.ACKNOWLEDGEMENT);
      Notice last = told.get(told.size() - 1).notice();
      assertThat(last.official()).isEqualTo("fatma.yildiz");
      assertThat(last.facts()).containsEntry("left", left);
    }
  }

  /** A bounce or an out-of-office comes to the case it answers, and does nothing there. */
  @ParameterizedTest
  @CsvSource({"MAILER-DAEMON@elders.example, ''", "%s, %s"})
  void aMachinesAnswerIsKeptAtItsCaseAndChangesNothing(String sender, String envelope) {
    String from = citizen();
    Came question = asked(from, "Huur");
    Sent answer = room.answered(question);
    Case before = closed(question, question.official());
    Came bounce =
        room.mail(sender.formatted(from))
            .envelopeFrom(envelope.formatted(from))
            .header("Auto-Submitted", "auto-replied")
            .to(answer.replyAddress())
            .says("Afwezig", "Ik ben er niet.");

    assertThat(bounce.number()).isEqualTo(question.number());
    assertThat(bounce.one().open()).isFalse();
    assertThat(bounce.one().participants()).isEqualTo(before.participants());
    assertThat(bounce.one().contact()).isEqualTo(before.contact());
    assertThat(bounce.one().openPromises()).isEmpty();
    assertThat(room.told(question.number(), Notice.Kind.ACKNOWLEDGEMENT)).hasSize(1);
    assertThat(before.participants().get(0).address())
        .isEqualTo(new Address(Address.Kind.EMAIL, from));
  }
}
