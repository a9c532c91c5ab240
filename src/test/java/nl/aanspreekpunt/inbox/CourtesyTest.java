package nl.aanspreekpunt.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourtesyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dank u wel!",
        "Bedankt.",
        "ok",
        "OK, bedankt voor uw snelle reactie",
        "Oké, dank je wel",
        "Beste Samira,\n\nHartelijk dank voor uw uitleg.\n\nMet vriendelijke groet,\nJan de Boer",
        "Hallo mevrouw El Amrani, bedankt!\nGroetjes Ans",
        "Begrepen, dank!",
        "Thanks!",
        "OK thank you very much",
        "Dear Mr de Vries,\nThank you for your quick reply.\nKind regards,\nAnn",
        "Prima, bedankt voor uw bericht. Fijne dag!",
        "Great, thanks!",
        "Got it, thanks",
        "Ok, fijn weekend",
        "Dank u wel\n\nVerzonden vanaf mijn iPhone",
        "Dank u wel voor het antwoord.\n\nVerzonden met Outlook voor Android",
        "Noted, thanks\n\nSent from my iPhone",
        "👍",
        "Dank!\n\nOp di 24 nov 2026 om 10:12 schreef Jan <jan@x.example>:\n> Wat is uw adres?"
      })
  void thanksAnswerNothing(String text) {
    assertThat(Courtesy.only(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "> Dank u wel",
        "Ja",
        "Nee",
        "Prima",
        "Akkoord",
        "Fijn",
        "Great",
        "Fijne dag!",
        "Yes, that is right",
        "Dank u wel. Mijn adres is Dorpsstraat.",
        "Bedankt, het is 12",
        "OK, maar wanneer?",
        "Dank, ik stuur het morgen",
        "Beste Samira, morgen",
        "Thanks, but it is still broken",
        "not ok",
        "Dank u wel\nGroeten Jan, de lekkage zit in de keuken bij het raam",
        "Met vriendelijke groet, Jan",
        "12345"
      })
  void whatMayBeAnAnswerIsOne(String text) {
    assertThat(Courtesy.only(text)).isFalse();
  }

  @Test
  void aLongTextIsReadByAPersonAndCostsNothing() {
    String long1 = "dank u wel ".repeat(1_000_000);
    long before = System.nanoTime();
    assertThat(Courtesy.only(long1)).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    assertThat(Courtesy.only(null)).isFalse();
  }
}
