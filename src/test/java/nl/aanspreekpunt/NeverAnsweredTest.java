package nl.aanspreekpunt;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a machine sent is put where a person sees it, and answered by nobody but a person. */
class NeverAnsweredTest {
  private static Workplace workplace;
  private static int sent;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  /** Gives its case. */
  private static Case mail(String envelopeFrom, String from, String more) {
    return workplace.mail(
        envelopeFrom,
        """
        From: %s
        To: vraag@voorbeeldstad.example
        Subject: Mijn huur %d
        %sContent-Type: text/plain; charset=utf-8

        De huur is te hoog. Bel mij op 06 12345678.
        """
            .formatted(from, ++sent, more));
  }

  private static void assertNotAnswered(Case one) {
    assertThat(told(one)).isEmpty();
    assertThat(one.events())
        .filteredOn(CaseEvent.HeldBack.class::isInstance)
        .extracting(event -> ((CaseEvent.HeldBack) event).reason())
        .containsExactly("automatic");
    assertThat(one.official()).isNotBlank();
  }

  private static List<Outgoing> told(Case one) {
    return await(workplace.outbox.unfinished(one.id())).stream()
        .filter(entry -> !entry.notice().toStaff())
        .toList();
  }

  @Test
  void aPersonsMailIsAnswered() {
    Case one = mail("ans@elders.example", "ans@elders.example", "Message-ID: <1@elders.example>\n");

    assertThat(told(one)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated; x=y",
        "Auto-Submitted: auto-notified",
        "Precedence: bulk",
        "Precedence: list",
        "Precedence: junk",
        "List-Id: <nieuws.elders.example>",
        "List-Unsubscribe: <mailto:uit@elders.example>",
        "List-Post: NO",
        "List-Help: <mailto:hulp@elders.example>",
        "List-Subscribe: <mailto:aan@elders.example>",
        "List-Owner: <mailto:baas@elders.example>",
        "List-Archive: <https://elders.example/>",
        "X-Auto-Response-Suppress: All",
        "X-Auto-Response-Suppress: DR, OOF",
        "X-Autoreply: yes",
        "X-Autorespond: weg"
      })
  void whatSaysThatAMachineSentItIsNot(String header) {
    assertNotAnswered(mail("lijst@elders.example", "lijst@elders.example", header + "\n"));
  }

  @Test
  void theFourthOfADayAboutOneQuestionIsNotAndTheCaseSaysSo() {
    Case one = mail("cor@elders.example", "cor@elders.example", "");
    String address = workplace.tokens.replyAddress(one.id(), "cor@elders.example");
    for (int n = 2; n <= 4; n++) {
      workplace.mail(
          "cor@elders.example",
          "From: cor@elders.example\nTo: " + address + "\nSubject: Nog iets\n\nNummer " + n + "\n");
    }

    Case now = workplace.found(one.id());
    assertThat(now.openPromises()).as("it waits for an answer all the same").isNotEmpty();
    assertThat(told(now)).hasSize(3);
    assertThat(Visitor.loggedIn(workplace, one.official()).get("/werk/vragen/" + one.id()).body())
        .contains("Reden: over deze vraag gingen vandaag al genoeg berichten.");
  }

  @Test
  void whatHasNoReturnPathIsNot() {
    assertNotAnswered(mail("", "ans@elders.example", ""));
  }

  @Test
  void whatTheHubSentItselfAndCameBackUnderItsOwnNameIsNot() {
    Case one = mail("bea@elders.example", "bea@elders.example", "");
    String own = workplace.tokens.messageId(told(one).get(0));
    String address = workplace.tokens.replyAddress(one.id(), "bea@elders.example");

    Case back = mail("bea@elders.example", "bea@elders.example", "Message-ID: " + own + "\n");
    assertNotAnswered(back);
    assertThat(back.promises()).as("nothing is promised to itself").isEmpty();

    Case joined =
        workplace.mail(
            "bea@elders.example",
            """
            From: %s
            To: %s
            Subject: Weer terug
            Message-ID: %s

            Bel mij op 06 12345678.
            """
                .formatted(workplace.address(one.official()), address, own));
    assertThat(joined.id()).isEqualTo(one.id());
    assertThat(told(joined)).hasSize(1);
    assertThat(joined.openPromises()).isEqualTo(one.openPromises());
  }
}
