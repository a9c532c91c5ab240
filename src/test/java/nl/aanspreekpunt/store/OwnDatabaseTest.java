package nl.aanspreekpunt.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a test's own database is named on the server that the environment names. */
class OwnDatabaseTest {
  @ParameterizedTest
  @CsvSource({
    "mongodb://h, mongodb://h/mine",
    "mongodb://h/, mongodb://h/mine",
    "mongodb://h:1/theirs, mongodb://h:1/mine",
    "mongodb://h/?replicaSet=rs0, mongodb://h/mine?replicaSet=rs0",
    "'mongodb://a,b/theirs?replicaSet=rs0', 'mongodb://a,b/mine?replicaSet=rs0'",
    "mongodb://me:pw@h, mongodb://me:pw@h/mine?authSource=admin",
    "mongodb://me:pw@h/admin?tls=true, mongodb://me:pw@h/mine?tls=true&authSource=admin",
    "mongodb://me:pw@h/theirs, mongodb://me:pw@h/mine?authSource=theirs",
    "mongodb://me:pw@h/theirs?authSource=a, mongodb://me:pw@h/mine?authSource=a",
  })
  void theAccountStaysTheOneItWas(String server, String expected) {
    assertThat(TestStore.in(server, "mine")).isEqualTo(expected);
  }
}
