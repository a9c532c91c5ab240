package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.aanspreekpunt.Workplace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever somebody fills in or asks for: the hub answers in plain words and does not break. */
class StrangeFormsTest {
  private static final List<String> STRANGE =
      List.of(
          "",
          "\u0000\u0001\uFFFF",
          "+999999999-12-31",
          "9".repeat(40),
          "\"><script>alert(1)</script>${7*7}",
          "{\"$gt\":\"\"}",
          "../../../etc/passwd",
          "\uD83E\uDD8A".repeat(300));

  private static final List<String> LONG_FIELDS = List.of("text", "noted", "talk", "explanation");

  private static final List<String> FIELDS =
      List.of(
          "text",
          "why",
          "noted",
          "talk",
          "how",
          "attempt",
          "attemptNote",
          "call",
          "phone",
          "reason",
          "preferred",
          "successor",
          "handover",
          "outcome",
          "explanation",
          "helper",
          "rule",
          "alternative",
          "changes",
          "first",
          "at",
          "person",
          "consent",
          "consentHow",
          "consentOn",
          "helped",
          "heard",
          "who",
          "message",
          "message-x",
          "link",
          "standing",
          "into",
          "several",
          "until",
          "deputy",
          "address",
          "note",
          "nonce",
          "email",
          "password",
          "old",
          "chosen",
          "repeated",
          "naar",
          "typed-to",
          "typed.token",
          "topic",
          "place",
          "name",
          "promise",
          "digest",
          "verder",
          "seen",
          "entry",
          "vanaf",
          "what");

  private static Workplace workplace;
  private static Forms forms;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
    forms = Forms.of(workplace);
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  @TestFactory
  Stream<DynamicTest> aFormWithStrangeContent() {
    return forms.paths().stream()
        .map(forms::filled)
        .map(path -> DynamicTest.dynamicTest(path, () -> sent(path)));
  }

  private static void sent(String path) {
    Visitor somebody = forms.visitor(path);
    somebody.get(forms.pageOf(path));
    STRANGE.forEach(strange -> sent(somebody, path, FIELDS, strange));
    sent(somebody, path, LONG_FIELDS, "\uD83E\uDD8A".repeat(8_000));
  }

  private static void sent(Visitor somebody, String path, List<String> names, String strange) {
    Map<String, String> fields = new TreeMap<>();
    names.forEach(field -> fields.put(field, strange));
    fields.put("official", "ravi.ramdin");
    isPlain(path, somebody.post(path, fields));
  }

  @TestFactory
  Stream<DynamicTest> aPageThatIsAskedForStrangely() {
    String follow = workplace.followPath(forms.one(), "1");
    String question = "/werk/vragen/" + forms.one().id();
    return Stream.of(
            "/werk/vragen/%00",
            "/werk/vragen/%F0%9F",
            "/werk/vragen/" + "9".repeat(4_000),
            "/werk/vragen/..%2f..%2fetc",
            question + "?ouder=999999999999",
            question + "?ouder=-1&ouder=%00&gedaan=%00",
            question + "/bestanden/%00/1",
            question + "/bestanden/x/99999999999999999999",
            "/werk/team/vertrek/%00?vanaf=99999999999",
            "/werk/nieuw/desk-thomas.bakker-%00",
            "/werk/stroom?gezien=99999999999999999999999",
            "/ontvangen/%00",
            "/inloggen?naar=//elders.example&taal=%00",
            "/?taal=fr&gedaan=%3Cscript%3E",
            "/v/%00/1/%00",
            follow + "?gedaan=../..",
            "/portraits/..%2f..%2fapplication.yaml",
            "/static/..%2fnames",
            "/api/v1/cases/%00")
        .map(path -> DynamicTest.dynamicTest(path, () -> asked(path)));
  }

  private static void asked(String path) {
    if (path.startsWith("/werk/stroom")) {
      isPlain(path, new Visitor(workplace).get(path));
    } else {
      isPlain(path, Visitor.loggedIn(workplace, "thomas.bakker").get(path));
    }
  }

  private static void isPlain(String path, Visitor.Answer answer) {
    assertThat(answer.status()).as(path).isNotEqualTo(500).isLessThan(501);
    assertThat(answer.body())
        .as(path)
        .doesNotContain("Exception", "java.", "nl.aanspreekpunt", "<script>alert", "<script>\"");
    assertThat(answer.location()).as(path).doesNotContain("elders.example", "script");
  }
}
