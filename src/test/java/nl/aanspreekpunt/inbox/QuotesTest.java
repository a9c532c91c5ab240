package nl.aanspreekpunt.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The new words of a reply, without what it quotes and how it is signed. */
class QuotesTest {
  private static final String HEADER =
      """
      Van: Fatima El Amrani <fatima@voorbeeldstad.example>
      Verzonden: dinsdag 24 november 2026 10:12
      Aan: Jan de Boer <jan@elders.example>
      Onderwerp: Re: Lantaarn

      Hebt u een foto?""";

  private static String own(String text) {
    return OwnWords.without(text, Quotes.in("Re: Lantaarn", text), true).strip();
  }

  private static Fold only(String subject, String text) {
    List<Fold> folds = Quotes.in(subject, text);
    assertThat(folds).hasSize(1);
    return folds.get(0);
  }

  /** What each program writes below the words of who answers; nothing of it is theirs. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // Gmail, in Dutch and English, on the web and on Android, wrapped over lines and not.
        "Op di 24 nov 2026 om 10:12 schreef Fatima El Amrani <f@v.example>:\n\n> Hebt u?\n> Groet",
        "Op di 24 nov 2026 om 10:12 schreef Fatima El Amrani <\nf@v.example>:\n\n> Hebt u?",
        "Op di 24 nov. 2026 10:12 schreef Fatima El Amrani, gemeente Voorbeeldstad <\n"
            + "fatima.elamrani+q7@voorbeeldstad.example>:\n\n> Hebt u?\n>\n> > Eerder\n>> Nog",
        "On Tue, 24 Nov 2026 at 10:12, Fatima El Amrani <f@v.example> wrote:\n> Do you?",
        "On Tue, Nov 24, 2026, Fatima El Amrani <f@v.example>\nwrote:\n\nDo you?",
        // Apple Mail and iPhone.
        "Verstuurd vanaf mijn iPhone\n\n> Op 24 nov. 2026 om 10:12 heeft Fatima <f@v.example> het"
            + " volgende geschreven:\n> \n> Hebt u?",
        "Op 24 nov 2026, om 10:12 heeft Fatima El Amrani <f@v.example> het volgende geschreven:\n"
            + "\nHebt u een foto?",
        "Sent from my iPad\n\n> On 24 Nov 2026, at 10:12, Fatima <f@v.example> wrote:\n> Do you?",
        // Outlook, Exchange, Outlook for telephones, Windows Mail.
        "________________________________\nVan: Fatima <f@v.example>\nVerzonden: dinsdag 24"
            + " november 2026 10:12\nAan: Jan\nOnderwerp: Lantaarn\n\nHebt u?",
        "From: Fatima <f@v.example>\nSent: Tuesday, November 24, 2026 10:12 AM\nTo: Jan\n"
            + "Cc: Piet\nSubject: RE: Lantaarn\n\nDo you?",
        "*Van:* Fatima <f@v.example>\n*Verzonden:* dinsdag\n*Aan:* Jan\n\nHebt u?",
        "-----Oorspronkelijk bericht-----\nVan: Fatima\nHebt u?",
        "-----Original Message-----\nFrom: Fatima\nDo you?",
        "Outlook voor iOS downloaden<https://aka.ms/o0ukef>\n________________________________\n"
            + "Van: Fatima\nVerzonden: dinsdag\nAan: Jan\n\nHebt u?",
        "Verzonden vanuit Mail voor Windows\n\nVan: Fatima\nVerzonden: dinsdag\nAan: Jan\n\nHebt u?",
        // Glued into one line, as some telephones do.
        "Van: Fatima <f@v.example> Verzonden: dinsdag 24 november 2026 10:12 Aan: Jan"
            + " Onderwerp: Re: Lantaarn\nHebt u?",
        // Samsung, KPN and Ziggo webmail, Yahoo, Thunderbird, Roundcube.
        "-------- Oorspronkelijk bericht --------\nVan: Fatima\nDatum: 24-11-2026 10:12\n\nHebt u?",
        "----- Oorspronkelijk bericht -----\nVan: \"Fatima\" <f@v.example>\nAan: jan\n\nHebt u?",
        "Op 24-11-2026 10:12 CET schreef Fatima <f@v.example>:\n\n\nHebt u een foto?",
        "Op dinsdag 24 november 2026 om 10:12:33 CET schreef Fatima <f@v.example>: \n\n Hebt u?",
        "Op 24-11-2026 om 10:12 schreef Fatima El Amrani:\n> Hebt u?",
        "Fatima El Amrani schreef op 24-11-2026 10:12:\n> Hebt u?",
        "On 2026-11-24 10:12, Fatima wrote:\n> Do you?",
        // Lotus Notes, new and old, and iNotes.
        "Van:        \"Fatima\" <f@v.example>\nAan:        jan@elders.example\n"
            + "Datum:        24-11-2026 10:12\nOnderwerp:        Re: Lantaarn\n\nHebt u?",
        "Fatima El Amrani <f@v.example>\n24-11-2026 10:12\n\nAan\njan@elders.example\ncc\n\n"
            + "Onderwerp\nRe: Lantaarn\n\nHebt u?",
        "-----Fatima El Amrani <f@v.example> schreef: -----\nAan: Jan\nHebt u?",
        "Fatima El Amrani, gemeente Voorbeeldstad\n<f@v.example> schreef op 24-11-2026 10:12:25:"
            + "\n\nHebt u?",
        // Signatures.
        "-- \nJan de Boer\nKerkstraat 1",
        "Verzonden vanaf mijn Samsung-apparaat",
        "Verstuurd met Proton Mail beveiligde e-mail."
      })
  void nothingBelowTheAnswerIsTakenForIt(String below) {
    assertThat(own("Ja, zie de foto.\n\nGroet, Jan\n\n" + below))
        .isEqualTo("Ja, zie de foto.\n\nGroet, Jan");
  }

  @Test
  void anAttributionThatIsGluedToTheAnswerIsCutOff() {
    String text = "Dank u wel.Op di 24 nov 2026 om 10:12 schreef F <f@v.example>:\n\nHebt u?";
    assertThat(own(text)).isEqualTo("Dank u wel.");
  }

  @Test
  void anAnswerBetweenQuotedLinesStaysWhole() {
    String text =
        "Op di 24 nov 2026 om 10:12 schreef Fatima <f@v.example>:\n> Wanneer kunt u?\n\n"
            + "Donderdag.\n\n> En waar?\n>> eerder\n\nThuis, Kerkstraat 1.\n> Groet";
    assertThat(own(text).lines().filter(line -> !line.isBlank()))
        .containsExactly("Donderdag.", "Thuis, Kerkstraat 1.");
    assertThat(Quotes.in("", text)).hasSize(3).noneMatch(Fold::open);
  }

  @Test
  void anAnswerBetweenLinesThatNothingMarksStaysOpen() {
    assertThat(only("Re: x", "Mijn antwoorden staan hieronder in rood.\n\n" + HEADER).kind())
        .isEqualTo(Fold.Kind.MIXED);
    assertThat(only("Re: x", HEADER + "\n\nJa, hier.").kind()).isEqualTo(Fold.Kind.MIXED);
    assertThat(only("Re: x", "Ja.\n\n" + HEADER).open()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---------- Forwarded message ---------\nVan: Energie <e@x.example>\nHet water gaat dicht.",
        "---------- Doorgestuurd bericht ---------\nVan: E\n\nHet water gaat dicht.",
        "Begin doorgestuurd bericht:\n\nVan: E <e@x.example>\nOnderwerp: Water\n\nDicht."
      })
  void whatIsPassedOnStaysOpen(String passedOn) {
    assertThat(only("Water", "Kunt u helpen?\n\n" + passedOn).kind())
        .isEqualTo(Fold.Kind.FORWARDED);
    assertThat(only("Fwd: Water", "Kunt u helpen?\n\n" + HEADER).kind())
        .isEqualTo(Fold.Kind.FORWARDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Op 3 mei schreef ik u een brief.\nNu is het juni.",
        "Op 3 mei schreef u:\nwij komen morgen. Dat klopte niet.",
        "Van: mijn buurman hoorde ik dit.\nAan: wie moet ik dat vragen?",
        "Verzonden met DHL is het pakket nooit aangekomen.",
        "Lijst:\n-- eerst dit\n-- dan dat",
        "________________________________\nDe streep hierboven is van mij.",
        "Aan\nde gemeente\n\nIk schrijf u over de lantaarn.",
        "3 > 2 en 5 > 4",
        "Verstuurd vanaf mijn werk\nheb ik u twee brieven gestuurd."
      })
  void whatPeopleWriteThemselvesIsTheirs(String text) {
    assertThat(Quotes.in("Vraag", text)).isEmpty();
  }

  @Test
  void foldsAreInOrderWithinTheTextAndLoseNothing() {
    String text = "a\n> b\n\nc\n-- \nd\n" + HEADER;
    StringBuilder whole = new StringBuilder();
    int at = 0;
    for (Fold fold : Quotes.in("", text)) {
      assertThat(fold.from()).isGreaterThanOrEqualTo(at);
      whole.append(text, at, fold.from()).append(text, fold.from(), fold.to());
      at = fold.to();
    }
    assertThat(whole.append(text.substring(at))).asString().isEqualTo(text);
    assertThat(own(text).replaceAll("\\s+", " ")).isEqualTo("a c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">",
        "> \n",
        "\n",
        "--\n",
        "-- \nx\n",
        "van:\n",
        "op ",
        "op schreef \n",
        "aan\n",
        "_",
        "*",
        "schreef:\n",
        "Op schreef:",
        "-----bericht-----x\n",
        "> a\nb\n",
        "\u00a0\n",
        "van: aan:\n"
      })
  void timeGrowsWithTheLengthOnly(String hostile) {
    String text = hostile.repeat(200_000 / hostile.length());
    long start = System.nanoTime();
    Quotes.in("", text);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }
}
