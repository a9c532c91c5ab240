package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No form is taken that did not come from a page of this hub, whichever form it is. */
class ForgedFormsTest {
  private static final String AGAIN = "stond lang open";
  private static final Map<String, String> FIELDS =
      Map.of("official", "ravi.ramdin", "nonce", "0123456789012345678901");
  private static Workplace workplace;
  private static Case one;
  private static Forms forms;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
    forms = Forms.of(workplace);
    one = forms.one();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  @Test
  void allFormsAreTried() {
    assertThat(new TreeSet<>(forms.paths()))
        .hasSizeGreaterThan(25)
        .contains("/vraag", "/inloggen", "/uitloggen", "/wachtwoord", "/werk/gids");
  }

  @TestFactory
  Stream<DynamicTest> aFormThatIsNotOurs() {
    return forms.paths().stream()
        .map(path -> DynamicTest.dynamicTest(path + " is refused", () -> refused(path)));
  }

  private static void refused(String template) {
    String path = forms.filled(template);
    Visitor somebody = forms.visitor(path);
    Visitor other = forms.visitor(path);
    other.get(forms.pageOf(path));
    somebody.get(forms.pageOf(path));
    String before = state();

    for (String token : List.of("", "1.a", "1795510800.0000000000000000", other.token())) {
      Visitor.Answer answer = somebody.post(path, FIELDS, token);
      assertThat(taken(answer)).as("%s with '%s': %s", path, token, answer.status()).isFalse();
    }
    assertThat(state()).isEqualTo(before);

    somebody.get(forms.pageOf(path));
    Visitor.Answer own = somebody.post(path, FIELDS);
    assertThat(taken(own)).as("%s with its own token: %s", path, own.status()).isTrue();
  }

  private static boolean taken(Visitor.Answer answer) {
    return answer.status() != 403 && !answer.says(AGAIN);
  }

  private static String state() {
    Case now = workplace.found(one.id());
    return now.version() + " " + workplace.directories.current().version();
  }
}
