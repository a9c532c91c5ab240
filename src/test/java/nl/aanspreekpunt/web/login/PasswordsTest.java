package nl.aanspreekpunt.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import nl.aanspreekpunt.Workplace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final Vertx vertx = Vertx.vertx();
  private final Passwords passwords = new Passwords(vertx);

  @AfterEach
  void close() {
    Workplace.await(vertx.close());
  }

  @Test
  void aPasswordIsRecognisedByItsHashAndAnotherIsNot() {
    String hash = Workplace.await(passwords.hash("een lang wachtwoord"));

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(Workplace.await(passwords.matches("een lang wachtwoord", hash))).isTrue();
    assertThat(Workplace.await(passwords.matches("een ander wachtwoord", hash))).isFalse();
  }

  @Test
  void anAccountThatDoesNotExistIsLookedAtAsLongAndHasNoPassword() {
    String hash = Workplace.await(passwords.hash("een lang wachtwoord"));

    assertThat(Workplace.await(passwords.matches("een lang wachtwoord", null))).isFalse();
    assertThat(passwords.nobodys().split("\\$")).hasSameSizeAs(hash.split("\\$"));
    assertThat(passwords.nobodys().substring(0, 31)).isEqualTo(hash.substring(0, 31));
    assertThat(passwords.nobodys()).hasSameSizeAs(hash);
  }
}
