package nl.aanspreekpunt.inbox.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final String MAIL =
      String.join(
          "\r\n",
          "From: a@b.example",
          "To: c@d.example",
          "Subject: Een lange regel over iets",
          "Message-ID: <1@b.example>",
          "Content-Type: text/plain",
          "",
          "De tekst",
          "");

  private static String key(String mail) {
    byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.update(bytes, bytes.length);
    return fingerprint.key();
  }

  @Test
  void whatServersOnTheWayAddDoesNotCount() {
    assertThat(key(MAIL)).hasSize(64);
    for (String added :
        new String[] {
          "Received: from x by y\r\n\tfor z; now\r\n",
          "Return-Path: <a@b.example>\r\n",
          "Delivered-To: c@d.example\r\nX-Original-To: e@d.example\r\n",
          "Authentication-Results: mx; spf=pass\r\nARC-Seal: i=1\r\nDKIM-Signature: v=1;\r\n b=x\r\n",
          "X-Spam-Status: No\r\nX-Spam-Score: 0.1\r\nContent-Length: 10\r\n"
        }) {
      assertThat(key(added + MAIL)).as(added).isEqualTo(key(MAIL));
    }
  }

  @Test
  void foldingAndTheCaseOfNamesDoNotCount() {
    String folded = MAIL.replace("lange regel", "lange\r\n\t regel");
    assertThat(key(folded)).isEqualTo(key(MAIL));
    assertThat(key(MAIL.replace("Subject: ", "SUBJECT:"))).isEqualTo(key(MAIL));
  }

  @Test
  void whatTheAuthorWroteDoesCount() {
    assertThat(key(MAIL.replace("De tekst", "De  tekst"))).isNotEqualTo(key(MAIL));
    assertThat(key(MAIL.replace("over iets", "over niets"))).isNotEqualTo(key(MAIL));
    assertThat(key(MAIL.replace("<1@", "<2@"))).isNotEqualTo(key(MAIL));
    assertThat(key(MAIL.replace("text/plain", "text/html"))).isNotEqualTo(key(MAIL));
    assertThat(key(MAIL.replace("Message-ID: <1@b.example>\r\n", ""))).isNotEqualTo(key(MAIL));
    assertThat(key(MAIL + "Received: in the body")).isNotEqualTo(key(MAIL));
  }

  @Test
  void aFieldCannotPassForAnother() {
    assertThat(key("Subject: a\r\nTo: b\r\n\r\n")).isNotEqualTo(key("Subject: a To: b\r\n\r\n"));
    assertThat(key("Subject: a\r\n\r\nb")).isNotEqualTo(key("Subject: ab\r\n\r\n"));
  }

  @Property(tries = 200)
  void whereTheMessageIsCutMakesNoDifference(@ForAll @IntRange(min = 0, max = 140) int cut) {
    byte[] bytes = MAIL.getBytes(StandardCharsets.UTF_8);
    int at = Math.min(cut, bytes.length);
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.update(bytes, at);
    byte[] rest = Arrays.copyOfRange(bytes, at, bytes.length);
    fingerprint.update(rest, rest.length);
    assertThat(fingerprint.key()).isEqualTo(key(MAIL));
  }
}
