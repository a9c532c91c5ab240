package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApiTokensTest {
  private static final Instant NOON = Instant.parse("2026-06-01T10:00:00Z");

  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private ApiTokens tokens;

  @BeforeEach
  void open() {
    tokens = ApiTokens.in(fixture.store());
    await(tokens.prepare());
  }

  private static ApiToken token(String id, int second, Scope... scopes) {
    return new ApiToken(
        id, "Klantportaal", Set.of(scopes), null, NOON.plusSeconds(second), "start", null);
  }

  @Test
  void aTokenIsAddedOnceAndRemovedForGood() {
    ApiToken one = token("a", 0, Scope.MESSAGES_WRITE);
    assertThat(await(tokens.add(one))).isTrue();
    assertThat(await(tokens.add(token("a", 1)))).isFalse();
    assertThat(await(tokens.find("a"))).contains(one);
    await(tokens.used("a", NOON.plusSeconds(9)));
    assertThat(await(tokens.find("a")).orElseThrow().lastUsed()).isEqualTo(NOON.plusSeconds(9));
    assertThat(await(tokens.remove("a"))).isTrue();
    assertThat(await(tokens.remove("a"))).isFalse();
    await(tokens.used("a", NOON));
    assertThat(await(tokens.find("a"))).isEmpty();
  }

  @Test
  void allAreListedNewestFirst() {
    for (String id : new String[] {"b", "d", "a", "c"}) {
      await(tokens.add(token(id, id.equals("a") ? 5 : 1)));
    }
    assertThat(await(tokens.all())).extracting(ApiToken::id).containsExactly("a", "d", "c", "b");
  }

  @Test
  void anAdministratorIsFoundByScope() {
    await(tokens.add(token("a", 0, Scope.MESSAGES_WRITE, Scope.CASES_READ)));
    assertThat(await(tokens.anyAdministrator())).isFalse();
    await(tokens.add(token("b", 0, Scope.ADMIN, Scope.CASES_READ)));
    assertThat(await(tokens.anyAdministrator())).isTrue();
  }
}
