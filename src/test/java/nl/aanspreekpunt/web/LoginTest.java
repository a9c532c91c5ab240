package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.web.login.Accounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Logging in over real HTTP. */
class LoginTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"[^\"]+\"");
  private static final String RIGHT = Workplace.PASSWORD;
  private static final String CHOSEN = "een heel lange zin";
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  @Test
  void whoLogsInWithAFirstPasswordMustChooseAnother() {
    workplace.mustChange("jan.devries");
    Visitor jan = new Visitor(workplace);

    assertThat(jan.get("/werk").location()).isEqualTo("/inloggen?naar=%2Fwerk");
    assertThat(logIn(jan, "jan.devries", RIGHT).location()).isEqualTo("/wachtwoord");
    assertThat(jan.get("/werk").location()).isEqualTo("/wachtwoord");
    assertThat(change(jan, RIGHT, "kort").body()).contains("te kort");
    assertThat(change(jan, RIGHT, RIGHT).status()).isEqualTo(422);
    assertThat(change(jan, RIGHT, CHOSEN).location()).isEqualTo("/werk?gedaan=password");
    assertThat(jan.get("/werk").body()).contains("Jan de Vries");
  }

  @Test
  void anUnknownAccountAndAWrongPasswordGetTheSameAnswer() {
    Visitor.Answer unknown = logInAs(new Visitor(workplace), "niemand@example.org", "verkeerd");
    Visitor.Answer wrong = logIn(new Visitor(workplace), "kwame.mensah", "verkeerd");

    assertThat(unknown.status()).isEqualTo(wrong.status()).isEqualTo(401);
    assertThat(withoutWhatDiffers(unknown, "niemand@example.org"))
        .isEqualTo(withoutWhatDiffers(wrong, workplace.email("kwame.mensah")));
  }

  @Test
  void afterFiveFailuresTheRightPasswordWaitsToo() {
    Visitor fatma = new Visitor(workplace);
    for (int i = 0; i < 5; i++) {
      assertThat(logIn(fatma, "fatma.yildiz", "verkeerd").status()).isEqualTo(401);
    }
    assertThat(logIn(fatma, "fatma.yildiz", RIGHT).status()).isEqualTo(429);

    workplace.clock.forward(Duration.ofMinutes(1));
    assertThat(logIn(fatma, "fatma.yildiz", RIGHT).status()).isEqualTo(303);
  }

  @Test
  void whoGuessesFromElsewhereNeverLocksOutABrowserTheOwnerUsedBefore() {
    Visitor owner = Visitor.loggedIn(workplace, "ravi.ramdin");
    owner.post("/uitloggen", Map.of());
    Visitor guessing = new Visitor(workplace);
    for (int i = 0; i < 6; i++) {
      logIn(guessing, "ravi.ramdin", "verkeerd");
    }
    assertThat(logIn(guessing, "ravi.ramdin", RIGHT).status()).isEqualTo(429);

    assertThat(logIn(owner, "ravi.ramdin", RIGHT).status()).isEqualTo(303);
    owner.post("/uitloggen", Map.of());
    for (int i = 0; i < 5; i++) {
      logIn(owner, "ravi.ramdin", "verkeerd");
    }
    assertThat(logIn(owner, "ravi.ramdin", RIGHT).status()).isEqualTo(429);
  }

  @Test
  void aLockNeverLastsLongerThanAQuarterOfAnHour() {
    Visitor guessing = new Visitor(workplace);
    for (int i = 0; i < 20; i++) {
      logIn(guessing, "anouk.jansen", "verkeerd");
      workplace.clock.forward(Duration.ofMinutes(15));
    }
    assertThat(logIn(new Visitor(workplace), "anouk.jansen", RIGHT).status()).isEqualTo(303);
  }

  @Test
  void manyWhoLogInFromOnePlaceDoNotLockEachOtherOut() {
    for (int i = 0; i < 60; i++) {
      assertThat(logIn(new Visitor(workplace), "gloria.martina", RIGHT).status()).isEqualTo(303);
    }
  }

  @Test
  void aSessionThatWasThereBeforeTheLogInIsNotTaken() {
    Visitor victim = new Visitor(workplace);
    victim.keeps("sessie", "planted-by-somebody-else-000000000000000000");
    assertThat(victim.get("/werk").location()).startsWith("/inloggen");
    logIn(victim, "pieter.hoekstra", RIGHT);
    Visitor planter = new Visitor(workplace);
    planter.keeps("sessie", "planted-by-somebody-else-000000000000000000");

    assertThat(victim.get("/werk").status()).isEqualTo(200);
    assertThat(planter.get("/werk").location()).startsWith("/inloggen");
  }

  @Test
  void aPasswordIsKeptOnlyAsASlowHash() {
    change(Visitor.loggedIn(workplace, "meilin.chen"), RIGHT, CHOSEN);
    String kept =
        Workplace.await(Accounts.in(workplace.store).find(workplace.email("meilin.chen")))
            .orElseThrow()
            .hash();
    assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(CHOSEN);
  }

  @Test
  void aChangedPasswordEndsEveryOtherSessionAndLogoutEndsThisOne() {
    Visitor here = Visitor.loggedIn(workplace, "samira.elamrani");
    Visitor there = Visitor.loggedIn(workplace, "samira.elamrani");
    change(here, RIGHT, CHOSEN);

    assertThat(there.get("/wachtwoord").location()).startsWith("/inloggen");
    assertThat(here.get("/werk").status()).isEqualTo(200);
    assertThat(here.post("/uitloggen", Map.of()).location()).isEqualTo("/inloggen");
    assertThat(here.get("/werk").location()).startsWith("/inloggen");
  }

  @Test
  void aSessionEndsAfterEightHoursWithoutAVisit() {
    Visitor thomas = Visitor.loggedIn(workplace, "thomas.bakker");
    assertThat(thomas.get("/wachtwoord").status()).isEqualTo(200);

    workplace.clock.forward(Duration.ofHours(8).plusSeconds(1));
    assertThat(thomas.get("/wachtwoord").location()).startsWith("/inloggen");
  }

  @Test
  void onlyPagesOfThisHubAreGoneToAfterLogin() {
    Visitor stranger = new Visitor(workplace);
    assertThat(stranger.get("/inloggen?naar=https://evil.example").body())
        .doesNotContain("evil.example");
  }

  private static Visitor.Answer logIn(Visitor visitor, String official, String password) {
    return logInAs(visitor, workplace.email(official), password);
  }

  private static Visitor.Answer logInAs(Visitor visitor, String email, String password) {
    visitor.get("/inloggen");
    return visitor.post("/inloggen", Map.of("email", email, "password", password));
  }

  private static Visitor.Answer change(Visitor visitor, String old, String chosen) {
    visitor.get("/wachtwoord");
    return visitor.post("/wachtwoord", Map.of("old", old, "chosen", chosen, "repeated", chosen));
  }

  private static String withoutWhatDiffers(Visitor.Answer page, String email) {
    return TOKEN.matcher(page.body()).replaceAll("").replace(email, "");
  }
}
