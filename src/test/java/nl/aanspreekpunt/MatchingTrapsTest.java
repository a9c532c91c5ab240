package nl.aanspreekpunt;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Doubt;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.official.Departure;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose message it is: each trap as a raw mail over SMTP, in one hub. */
class MatchingTrapsTest {
  private static final String OURS = "mx.voorbeeldstad.example";
  private static final String PROVEN = "Authentication-Results: " + OURS + "; dmarc=pass\n";
  private static final String INFO = "info@voorbeeldstad.example";
  private static Workplace workplace;
  private static int n;

  @BeforeAll
  static void open() {
    workplace =
        new Workplace(Workplace.oneForEachTopic(), Map.of("mail.trusted-authserv-id", OURS));
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private record Came(Receipt receipt, Case one) {
    Match match() {
      return receipt.route();
    }

    String number() {
      return one.id();
    }
  }

  private record Sent(Notice notice, String id, String address) {}

  /** An address nobody wrote from before. */
  private static String citizen() {
    return "inwoner" + ++n + "@burger.example";
  }

  private static Came send(String from, List<String> to, String raw) {
    Receipt receipt = workplace.posted(from, to, raw);
    return new Came(receipt, workplace.found(receipt.caseNumber()));
  }

  /** Everything but what stands above it in the header. */
  private static String mail(String from, String subject, String text) {
    return "From: "
        + from
        + "\nSubject: "
        + subject
        + "\nMessage-ID: <"
        + ++n
        + "@burger.example>\n\n"
        + text;
  }

  private static Came asks(String from, String subject) {
    return send(from, List.of(INFO), PROVEN + mail(from, subject, "De huur is te hoog."));
  }

  private static Came with(String header, String from, String subject, String text) {
    String path = from.replaceAll(".*<|>", "");
    return send(path, List.of(INFO), PROVEN + header + "\n" + mail(from, subject, text));
  }

  private static Sent acknowledged(Came came) {
    return acknowledgedTo(came.number(), came.receipt().read().sender().value());
  }

  private static Sent acknowledgedTo(String number, String to) {
    return letters(number).stream()
        .filter(one -> one.notice().kind() == Notice.Kind.ACKNOWLEDGEMENT)
        .filter(one -> one.notice().to().equals(to))
        .map(MatchingTrapsTest::sent)
        .findFirst()
        .orElseThrow();
  }

  private static List<Outgoing> letters(String number) {
    return await(workplace.outbox.unfinished(number));
  }

  private static Sent sent(Outgoing one) {
    Notice notice = one.notice();
    return new Sent(
        notice,
        workplace.tokens.messageId(one),
        workplace.tokens.replyAddress(notice.caseNumber(), notice.to()));
  }

  private static Sent answered(Came came, String words) {
    Case one = workplace.found(came.number());
    await(
        workplace.casework.change(
            one.id(), new Replying(one.official(), words, null, one.lastReceived(), Map.of())));
    return letters(one.id()).stream()
        .filter(it -> words.equals(it.notice().facts().get("text")))
        .map(MatchingTrapsTest::sent)
        .findFirst()
        .orElseThrow();
  }

  private static String followed(Case one, String address) {
    String link =
        one.participant(new Address(Address.Kind.EMAIL, address))
            .map(Participant::link)
            .orElseThrow();
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(workplace.url(workplace.followPath(one, link))))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static long messages(String number) {
    return workplace.found(number).happened(CaseEvent.Received.class).count();
  }

  private static void joins(Came came, Came question, String rule) {
    assertThat(came.number()).isEqualTo(question.number());
    assertThat(came.match().rule()).isEqualTo(rule);
    assertThat(came.match().certainty()).isEqualTo(Match.Certainty.CERTAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"To", "Cc", "Delivered-To", "X-Original-To", "envelope"})
  void aTokenCountsWhereverItStands(String where) {
    String from = citizen();
    Came question = asks(from, "Huur");
    String token = acknowledged(question).address().toUpperCase(Locale.ROOT);
    Came reply =
        where.equals("envelope")
            ? send(from, List.of(INFO, token), PROVEN + mail(from, "Iets anders", "Ja."))
            : with(where + ": \"Jan, gemeente\" <" + token + ">", from, "Iets anders", "Ja.");

    joins(reply, question, "reply-token");
  }

  @Test
  void whoTakesNoPartAndUsesATokenOrANumberIsUncertainAndSeesNothingOfTheCitizen() {
    String from = citizen();
    Came question =
        with("X: y", "Evarine Geheim <" + from + ">", "Huur van de Dorpsstraat 12", "De huur.");
    Sent ours = acknowledged(question);
    answered(question, "Uw schuld is vierduizend euro.");
    String stranger = citizen();
    List<Came> all =
        List.of(
            send(
                stranger,
                List.of(ours.address()),
                PROVEN + mail(stranger, "Hallo", "Vertel eens.")),
            with("In-Reply-To: " + ours.id(), stranger, "Hallo weer", "En nu?"),
            with("X: y", stranger, "Over " + question.number(), "Hoe staat het?"));

    for (Came used : all) {
      assertThat(used.number()).isNotEqualTo(question.number());
      assertThat(used.match().certainty()).isEqualTo(Match.Certainty.UNCERTAIN);
      assertThat(used.match().doubts()).containsExactly(Doubt.STRANGER);
      assertThat(used.one().suggested()).isEqualTo(question.number());
      assertThat(used.one().official()).isEqualTo(question.one().official());
      assertThat(acknowledged(used).notice().facts().toString() + followed(used.one(), stranger))
          .doesNotContain("Dorpsstraat", "Evarine", "vierduizend", from);
    }
    assertThat(workplace.found(question.number()).participants()).hasSize(1);
    assertThat(messages(question.number())).isEqualTo(1);
  }

  @Test
  void aForeignMessageIdThatLooksLikeOursNamesNothing() {
    String from = citizen();
    Came question = asks(from, "Huur");
    String id = acknowledged(question).id();
    String other = acknowledged(asks(citizen(), "Lekkage")).id();
    int dot = id.indexOf('.');
    List<String> forged =
        List.of(
            id.replaceFirst("\\.[0-9a-z]{17}@", ".00000000000000000@"),
            id.replaceFirst("\\.[0-9a-z]{17}@", "@"),
            "<" + question.number().toLowerCase(Locale.ROOT) + "@voorbeeldstad.example>",
            other.substring(0, 1) + id.substring(1, dot) + other.substring(dot));
    for (String one : forged) {
      Came mail = with("In-Reply-To: " + one, from, "Stoep " + ++n, "De stoep is kapot.");
      assertThat(mail.number()).as(one).isNotEqualTo(question.number());
      assertThat(mail.match().certainty()).isEqualTo(Match.Certainty.CERTAIN);
    }
  }

  @Test
  void anOldThreadUsedForANewQuestionJoinsItAndItsOfficialIsOfferedToTakeItApart() {
    String from = citizen();
    Came question = asks(from, "Huur");
    Sent answer = answered(question, "Ik kijk ernaar.");
    Case one = workplace.found(question.number());
    await(
        workplace.casework.change(
            one.id(), new Closing(one.official(), Outcome.ANSWERED, "", one.lastReceived())));
    workplace.clock.forward(Duration.ofDays(90));
    Came used =
        send(
            from,
            List.of(answer.address()),
            PROVEN
                + "In-Reply-To: "
                + answer.id()
                + "\n"
                + mail(from, "Nieuw paspoort", "Kan ik een paspoort aanvragen?"));

    joins(used, question, "reply-token");
    assertThat(used.one().open()).isTrue();
    assertThat(casePage(used.one()))
        .contains("Dit bericht gaat over iets anders: “Nieuw paspoort”")
        .contains("/werk/vragen/" + used.number() + "/plaats?message-" + used.receipt().id());
  }

  private static String casePage(Case one) {
    return Visitor.loggedIn(workplace, one.official()).get("/werk/vragen/" + one.id()).body();
  }

  @Test
  void parallelBranchesOfOneThreadMeetInOneCase() {
    String from = citizen();
    Came question = asks(from, "Huur");
    Sent first = answered(question, "Welk huis is het?");
    Sent second = answered(question, "En sinds wanneer?");
    Came late = with("In-Reply-To: " + second.id(), from, "Re: Huur", "Sinds mei.");
    Came early =
        with(
            "References: " + first.id() + " <iets@elders.example>\nIn-Reply-To: " + first.id(),
            from,
            "Antw: Huur",
            "Nummer 12.");

    joins(late, question, "message-id");
    joins(early, question, "message-id");
    assertThat(messages(question.number())).isEqualTo(3);
    assertThat(early.one().openPromises()).as("one promise for both").hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Re: ",
        "RE: ",
        "AW: ",
        "Antw: ",
        "Antw.: ",
        "Betr: ",
        "Betreft: ",
        "SV: ",
        "Re[2]: ",
        "RE(3): ",
        "Re^2: ",
        "Re: Antw: AW: ",
        "re : ",
        "Antwoord: "
      })
  void aProgramWithoutReferencesIsKnownBySubjectAndSenderWhateverItPutsBeforeIt(String prefix) {
    String from = citizen();
    Came question = asks(from, "Huur van mijn huis");
    Came reply = with("X-Mailer: oud", from, prefix + "Huur  van mijn HUIS", "Nog iets.");

    assertThat(reply.number()).isEqualTo(question.number());
    assertThat(reply.match().rule()).isEqualTo("conversation");
    assertThat(reply.match().certainty()).isEqualTo(Match.Certainty.PROBABLE);
    Came stranger = with("X: y", citizen(), prefix + "Huur van mijn huis", "Ik ook.");
    assertThat(stranger.number()).isNotEqualTo(question.number());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Fwd: ", "FW: ", "Fw: ", "WG: ", "VS: ", "Doorst: ", "Fwd[2]: ", "TR: "})
  void aForwardIsNotAReply(String prefix) {
    String from = citizen();
    Came question = asks(from, "Huur");
    Sent answer = answered(question, "Ik kijk ernaar.");
    Came bySubject = with("X: y", from, prefix + "Huur", "Kijk eens.");
    Came byReference =
        with("References: " + answer.id(), from, prefix + "Re: uw vraag", "Kijk eens.");

    assertThat(messages(question.number())).isEqualTo(1);
    assertThat(bySubject.number()).isNotEqualTo(question.number());
    assertThat(byReference.number()).isNotEqualTo(question.number());
    assertThat(byReference.one().suggested()).isEqualTo(question.number());
    assertThat(byReference.one().official()).isEqualTo(question.one().official());
    Came reply = with("References: " + answer.id(), from, "Re: " + prefix + "Huur", "Ja.");
    joins(reply, question, "message-id");
  }

  @Test
  void severalOfOurAddressesOnOneMailAreOneMessageHoweverItIsDelivered() {
    String from = citizen();
    String jan = workplace.address("jan.devries");
    String mail = mail(from, "Aan iedereen", "De huur is te hoog.");
    String addressed = "To: " + INFO + ", " + jan + "\n" + mail;
    Came first = send(from, List.of(INFO, jan), PROVEN + addressed);
    Came again = send(from, List.of("wonen@voorbeeldstad.example"), PROVEN + addressed);
    String traced =
        "Return-Path: <"
            + from
            + ">\nDelivered-To: "
            + jan
            + "\n"
            + "Received: from a (a [192.0.2.1]) by mx.voorbeeldstad.example; Mon, 1 Jun 2026 10:00\n"
            + "X-Spam-Score: 1\n"
            + PROVEN
            + addressed;
    Came traces = send(from, List.of(jan), traced);

    assertThat(again.receipt().id()).isEqualTo(first.receipt().id());
    assertThat(traces.receipt().id()).isEqualTo(first.receipt().id());
    assertThat(traces.receipt().recipients()).contains("wonen@voorbeeldstad.example", jan);
    onceIn(first.number(), from);
  }

  /** One message, one case of this citizen, one acknowledgement. */
  private static void onceIn(String number, String from) {
    assertThat(messages(number)).isEqualTo(1);
    assertThat(letters(number))
        .filteredOn(one -> one.notice().kind() == Notice.Kind.ACKNOWLEDGEMENT)
        .hasSize(1);
    assertThat(await(workplace.cases.ofCitizen(workplace.found(number).citizen(), 10)))
        .as(from)
        .hasSize(1);
  }

  @Test
  void aMailThatAServerWroteAnewOnAnotherRouteIsTakenOnce() {
    String from = citizen();
    String head =
        "From: " + from + "\nSubject: %sHuur\nMessage-ID: <" + ++n + "@burger.example>\n%s\n";
    String text = "De huur is te hoog, wat nu?\n";
    Came first = send(from, List.of(INFO), PROVEN + head.formatted("", "") + text);
    Came list =
        send(
            from,
            List.of(INFO),
            PROVEN
                + head.formatted("[buurt] ", "List-Id: <buurt.lijst.example>\n")
                + text
                + "_".repeat(47)
                + "\nbuurt mailing list\nhttps://lijst.example/buurt\n");
    Came encoded =
        send(
            from,
            List.of(INFO),
            PROVEN
                + head.formatted("", "Content-Transfer-Encoding: quoted-printable\n")
                + text.replace("wat", "wa=\nt"));

    assertThat(list.receipt().id()).isNotEqualTo(first.receipt().id());
    assertThat(list.receipt().result()).isEqualTo("duplicate");
    assertThat(encoded.receipt().result()).isEqualTo("duplicate");
    assertThat(list.number()).isEqualTo(first.number());
    onceIn(first.number(), from);
  }

  @Test
  void theSameMessageIdWithAnotherTextIsAnotherMessage() {
    String from = citizen();
    String head = "From: " + from + "\nSubject: %s\nMessage-ID: <vast@burger.example>\n\n";
    Came first = send(from, List.of(INFO), PROVEN + head.formatted("Huur") + "Te hoog.");
    Came second =
        send(from, List.of(INFO), PROVEN + head.formatted("Huur") + "Te hoog. En het lekt.");
    Came third = send(from, List.of(INFO), PROVEN + head.formatted("Afval") + "Container vol.");

    assertThat(second.number()).isEqualTo(first.number());
    assertThat(messages(first.number())).isEqualTo(2);
    assertThat(third.number()).isNotEqualTo(first.number());
  }

  @Test
  void whoWasCopiedInAndAnswersTakesPartAndNeverTakesTheCaseOver() {
    String from = citizen();
    String sister = citizen();
    Came question =
        send(
            from,
            List.of(INFO),
            PROVEN
                + "To: "
                + INFO
                + ", "
                + from
                + "\nCc: Zus <"
                + sister
                + ">\n"
                + mail(from, "Huur", "Mijn zus leest mee."));
    Sent answer = answered(question, "Wat is het bedrag?");
    Came hers =
        send(
            sister,
            List.of(answer.address()),
            PROVEN
                + "In-Reply-To: "
                + answer.id()
                + "\nCc: vreemde@elders.example\n"
                + mail("Zus <" + sister + ">", "Re: Huur", "Het is 900 euro."));
    Came hersAgain = with("In-Reply-To: " + answer.id(), sister, "Re: Huur", "Per maand.");

    joins(hers, question, "reply-token");
    joins(hersAgain, question, "message-id");
    Case one = workplace.found(question.number());
    assertThat(one.citizen()).isEqualTo(question.one().citizen());
    assertThat(one.participants())
        .extracting(it -> it.address().value())
        .containsExactly(from, sister);
    assertThat(one.contact()).as("who is written to").isEqualTo(question.one().contact());
    assertThat(one.official()).isEqualTo(question.one().official());
    Sent told = acknowledgedTo(one.id(), sister);
    assertThat(told.notice().facts()).doesNotContainKey("text");
    assertThat(followed(one, sister))
        .contains("900 euro")
        .doesNotContain("Wat is het bedrag", "Mijn zus leest mee");
    Sent next = answered(question, "Dank, ik reken het na.");
    assertThat(next.notice().to()).isEqualTo(from);
    Came third =
        send(
            "vreemde@elders.example",
            List.of(answer.address()),
            PROVEN + mail("vreemde@elders.example", "Re: Huur", "En ik?"));
    assertThat(third.match().doubts())
        .as("who was copied in brings nobody in")
        .containsExactly(Doubt.STRANGER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gmail", "outlook", "attached"})
  void anOfficialWhoForwardsACitizensMailFilesItUnderThatCitizen(String how) {
    String from = citizen();
    String jan = workplace.email("jan.devries");
    Came filed =
        send(
            jan,
            List.of(INFO),
            PROVEN + "X: " + ++n + "\n" + forward(how, jan, from, "Mijn kliko"));

    assertThat(filed.one().participants())
        .extracting(it -> it.address().value())
        .containsExactly(from);
    assertThat(filed.match().certainty()).isEqualTo(Match.Certainty.CERTAIN);
    assertThat(filed.receipt().read().origin().by()).isEqualTo("jan.devries");
    assertThat(filed.one().topic()).as("by the citizen's words").isEqualTo("afval");
    assertThat(filed.receipt().read().text()).contains("niet geleegd");
    assertThat(acknowledged(filed).notice().to()).isEqualTo(from);
    Came later = with("X: y", from, "Re: Mijn kliko", "Nog steeds niet.");
    assertThat(casePage(filed.one())).contains("Doorgestuurd door Jan de Vries");
    assertThat(later.one().citizen()).isEqualTo(filed.one().citizen());
  }

  @Test
  void aForwardThatNobodyVouchesForIsNotFiledUnderTheCitizenAndSaysWhy() {
    String from = citizen();
    String jan = workplace.email("jan.devries");
    for (String found : List.of("", "Authentication-Results: " + OURS + "; dmarc=fail\n")) {
      Came forged =
          send("x@elders.example", List.of(INFO), found + forward("gmail", jan, from, "Kliko"));
      assertThat(forged.match().certainty()).isEqualTo(Match.Certainty.UNCERTAIN);
      assertThat(forged.one().participants())
          .extracting(it -> it.address().value())
          .containsExactly(jan);
      assertThat(letters(forged.number())).noneMatch(one -> one.notice().to().equals(from));
    }
    assertThat(await(workplace.identities.find(new Address(Address.Kind.EMAIL, from)))).isEmpty();
  }

  @Test
  void whoWroteWhatAnOfficialForwardsIsTheAddressAndNotTheNameThatItsAuthorChose() {
    String victim = citizen();
    String from = citizen();
    String jan = workplace.email("jan.devries");
    Came filed =
        send(
            jan,
            List.of(INFO),
            PROVEN
                + "X: "
                + ++n
                + "\n"
                + forward("gmail", jan, from, "Mijn kliko")
                    .replace("Van: Piet Bakker <", "Van: " + victim + ", Piet <"));
    assertThat(filed.one().participants())
        .extracting(it -> it.address().value())
        .containsExactly(from);
  }

  private static String forward(String how, String by, String from, String subject) {
    String head = "From: Jan de Vries <" + by + ">\nSubject: Fwd: " + subject + " " + ++n + "\n";
    String text = "Onze afvalcontainer is niet geleegd.";
    String id = "Message-ID: <" + n + "@werk.example>\n";
    return switch (how) {
      case "gmail" ->
          head
              + id
              + "\nGraag oppakken.\n\n---------- Forwarded message ---------\nVan: Piet Bakker <"
              + from
              + ">\nDate: di 1 sep 2026 om 10:00\nSubject: "
              + subject
              + "\nTo: <"
              + by
              + ">\n\n\n"
              + text;
      case "outlook" ->
          head.replace("Fwd:", "FW:")
              + id
              + "\nZie onder.\n\nVan: Jan de Vries <"
              + by
              + ">\nVerzonden: dinsdag 1 september 2026 11:00\nAan: Collega\nOnderwerp: FW: "
              + subject
              + "\n\n\nVan: Piet Bakker [mailto:"
              + from
              + "]\nVerzonden: dinsdag 1 september 2026 10:00\nAan: Jan de Vries\nOnderwerp: "
              + subject
              + "\n\n"
              + text;
      default ->
          head
              + id
              + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
              + "Content-Type: text/plain\n\nZie bijlage.\n--x\nContent-Type: message/rfc822\n\n"
              + "From: Piet Bakker <"
              + from
              + ">\nSubject: "
              + subject
              + "\n\n"
              + text
              + "\n--x--\n";
    };
  }

  @Test
  void mailToWhoLeftComesToTheirSuccessorWhoSaysSo() {
    String address = workplace.address("anouk.jansen");
    await(
        workplace.directories.departed(
            new Departure("anouk.jansen", workplace.clock.instant(), "kwame.mensah", "test")));
    String from = citizen();
    Came came = send(from, List.of(address), PROVEN + mail(from, "Voor Anouk", "Bent u er?"));

    assertThat(came.one().official()).isEqualTo("kwame.mensah");
    assertThat(came.match().rule()).isEqualTo("own-address");
    assertThat(acknowledged(came).notice().facts()).containsEntry("left", "anouk.jansen");
  }
}
