package nl.aanspreekpunt.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final Signer SIGNER =
      new Signer("1", "a key of this test".getBytes(StandardCharsets.UTF_8));
  private static final Signer OTHER =
      new Signer("1", "another key".getBytes(StandardCharsets.UTF_8));
  private final CaseNumbers numbers = new CaseNumbers(SIGNER);
  private final Tokens tokens = new Tokens(SIGNER, "voorbeeldstad.example", "https://hub.example");

  @Test
  void aCaseNumberIsTheSameForTheSameReceiptAndDiffersByAttempt() {
    assertThat(numbers.of("r1", 0)).isEqualTo(numbers.of("r1", 0)).hasSize(9);
    assertThat(numbers.of("r1", 1)).isNotEqualTo(numbers.of("r1", 0));
  }

  @Test
  void aMistypedNumberIsNoNumber() {
    String number = numbers.of("r1", 0);
    for (int i = 0; i < 9; i++) {
      char other = number.charAt(i) == '7' ? '8' : '7';
      String typed = number.substring(0, i) + other + number.substring(i + 1);
      assertThat(CaseNumbers.parse(typed)).as(typed).isEmpty();
    }
  }

  @Test
  void aNumberIsFoundAmongWords() {
    String number = numbers.of("r1", 0);
    assertThat(CaseNumbers.in("Over vraag " + number.toLowerCase(java.util.Locale.ROOT) + ": dank"))
        .contains(number);
    assertThat(CaseNumbers.in("niets hier 123456789012")).isEmpty();
  }

  @Test
  void aReplyAddressLeadsBackToItsCaseInAnyCaseOfLetters() {
    String number = numbers.of("r1", 0);
    String address = tokens.replyAddress(number, "jan@burger.example");

    assertThat(tokens.caseOfAddress(address)).contains(number);
    assertThat(tokens.caseOfAddress(address.toUpperCase(java.util.Locale.ROOT))).contains(number);
  }

  @Test
  void aForgedAddressOrLinkLeadsNowhere() {
    String number = numbers.of("r1", 0);
    Tokens forger = new Tokens(OTHER, "voorbeeldstad.example", "https://hub.example");

    assertThat(tokens.caseOfAddress(forger.replyAddress(number, ""))).isEmpty();
    String link = forger.followLink(number, "1");
    String signature = link.substring(link.lastIndexOf('/') + 1);
    assertThat(tokens.follows(number, "1", signature)).isFalse();
    String own = tokens.followLink(number, "1");
    assertThat(tokens.follows(number, "1", own.substring(own.lastIndexOf('/') + 1))).isTrue();
    assertThat(tokens.follows(number, "2", own.substring(own.lastIndexOf('/') + 1))).isFalse();
  }
}
