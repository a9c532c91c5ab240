package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private static final Set<String> FOR_ANYBODY = Set.of("/vraag", "/inloggen", "/v/");
  private static final Map<String, String> FIELDS =
      Map.of("official", "ravi.ramdin", "nonce", "0123456789012345678901");
  private static Workplace workplace;
  private static Case one;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
    one =
        workplace.question(
            "ans@elders.example",
            "Ans",
            "Mijn huur",
            "Te hoog.",
            "huur-en-onderhoud",
            Map.of("callbackPhone", "+31612345678"));
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  /** Every path that takes a form: what is for programs answers to signatures and tokens. */
  private static List<String> forms() {
    return workplace.router().getRoutes().stream()
        .filter(route -> route.methods() != null && route.methods().contains(HttpMethod.POST))
        .map(Route::getPath)
        .filter(path -> path != null)
        .filter(path -> !path.startsWith("/api/") && !path.startsWith("/webhooks/"))
        .toList();
  }

  @Test
  void allFormsAreTried() {
    assertThat(new TreeSet<>(forms()))
        .hasSizeGreaterThan(25)
        .contains("/vraag", "/inloggen", "/uitloggen", "/wachtwoord", "/werk/gids");
  }

  @TestFactory
  Stream<DynamicTest> aFormThatIsNotOurs() {
    return forms().stream()
        .map(path -> DynamicTest.dynamicTest(path + " is refused", () -> refused(path)));
  }

  private static void refused(String template) {
    String path = filled(template);
    Visitor somebody = visitor(path);
    Visitor other = visitor(path);
    other.get(pageOf(path));
    somebody.get(pageOf(path));
    String before = state();

    for (String token : List.of("", "1.a", "1795510800.0000000000000000", other.token())) {
      Visitor.Answer answer = somebody.post(path, FIELDS, token);
      assertThat(taken(answer)).as("%s with '%s': %s", path, token, answer.status()).isFalse();
    }
    assertThat(state()).isEqualTo(before);

    somebody.get(pageOf(path));
    Visitor.Answer own = somebody.post(path, FIELDS);
    assertThat(taken(own)).as("%s with its own token: %s", path, own.status()).isTrue();
  }

  private static boolean taken(Visitor.Answer answer) {
    return answer.status() != 403 && !answer.says(AGAIN);
  }

  private static String filled(String template) {
    String follow = workplace.followPath(one, "1");
    return template
        .replace("/v/:case/:link/:signature", follow)
        .replace(":number", one.id())
        .replace(":official", "ravi.ramdin");
  }

  /** Somebody who may do this. */
  private static Visitor visitor(String path) {
    if (FOR_ANYBODY.stream().anyMatch(path::startsWith)) {
      return new Visitor(workplace);
    }
    String who =
        path.endsWith("/lezen")
            ? "marijke.smit"
            : path.startsWith("/werk/vragen") ? "samira.elamrani" : "thomas.bakker";
    return Visitor.loggedIn(workplace, who);
  }

  /** A page that has a token for this form. */
  private static String pageOf(String path) {
    if (path.startsWith("/v/")) {
      return workplace.followPath(one, "1");
    }
    return path.equals("/vraag") ? "/" : path.equals("/inloggen") ? path : "/wachtwoord";
  }

  private static String state() {
    Case now = workplace.found(one.id());
    return now.version() + " " + workplace.directories.current().version();
  }
}
