package nl.aanspreekpunt.inbox.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import nl.aanspreekpunt.inbox.Fold;
import nl.aanspreekpunt.inbox.Inbound;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies as mail programs build them: what is new in them is what counts, the rest is folded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewWordsOfRepliesTest {
  private final Posted post = new Posted();

  @AfterAll
  void stop() throws IOException {
    post.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gmail-nl",
        "gmail-html-en",
        "outlook-nl",
        "outlook-web-nl",
        "exchange-en",
        "iphone-nl",
        "apple-mail-en",
        "android-nl",
        "thunderbird-nl",
        "yahoo-nl",
        "kpn-nl",
        "ziggo-nl",
        "notes-nl"
      })
  void theNewWordsOfAReplyAreToldFromTheRest(String client) {
    Inbound mail = post.resource(client);
    assertThat(mail.own().replace('\u00a0', ' ').strip().replaceAll("\\s*\n\\s*", "\n"))
        .isEqualTo("Ja, de lantaarn is één keer gemaakt.\nGroet, Jan");
    assertThat(mail.text()).as("nothing is lost").contains("Is de lantaarn al gemaakt?");
    assertThat(mail.folds()).isNotEmpty().noneMatch(Fold::open);
  }

  @Test
  void anAnswerWrittenBetweenQuotedLinesIsNew() {
    Inbound mail = post.resource("between-nl");
    assertThat(mail.own().lines().filter(line -> !line.isBlank()))
        .containsExactly("Ja, de lantaarn is één keer gemaakt.", "Groet, Jan");
    assertThat(mail.text()).contains("> Is de lantaarn al gemaakt?", "> Brandt hij ook?");
  }

  @Test
  void aQuotedThreadOfAMegabyteIsReadInTime() {
    String thread = "> Is de lantaarn in de Kerkstraat nu gemaakt?\n>> Dat weten wij niet.\n";
    long start = System.nanoTime();
    Inbound mail =
        post.read(
            "From: a@b.example\nSubject: Re: x\nContent-Type: text/plain\n\nNee.\n\n"
                + "Op 24-11-2026 om 10:12 schreef Fatima <f@v.example>:\n"
                + thread.repeat(14_000));
    assertThat((System.nanoTime() - start) / 1_000_000).as("ms").isLessThan(4000);
    assertThat(mail.own().strip()).isEqualTo("Nee.");
  }
}
