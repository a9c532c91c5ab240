package nl.aanspreekpunt.web.login;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What logging in keeps, on every node alike. */
class LoginRecordsTest {
  private static final Instant NOON = Instant.parse("2026-06-01T10:00:00Z");

  @RegisterExtension final StoreFixture fixture = new StoreFixture();

  @Nested
  class OfAccounts {
    private final Account jan = new Account("jan@hub", 1, "jan", "hash", true, NOON);
    private Accounts accounts;

    @BeforeEach
    void open() {
      accounts = Accounts.in(fixture.store());
    }

    @Test
    void anAddressHasOneAccount() {
      assertThat(await(accounts.add(jan))).isTrue();
      assertThat(await(accounts.add(jan.with("other", NOON)))).isFalse();
      assertThat(await(accounts.find("jan@hub"))).contains(jan);
      assertThat(await(accounts.find("els@hub"))).isEmpty();
    }

    @Test
    void ofTwoNewPasswordsAtOnceOneIsTaken() {
      await(accounts.add(jan));
      Account changed = jan.with("new", NOON.plusSeconds(5));
      assertThat(await(accounts.replace(changed))).isTrue();
      assertThat(await(accounts.replace(jan.with("other", NOON)))).isFalse();
      assertThat(await(accounts.find("jan@hub"))).contains(changed);
    }
  }

  @Nested
  class OfSessions {
    private Sessions sessions;

    @BeforeEach
    void open() {
      sessions = Sessions.in(fixture.store());
      await(sessions.prepare());
    }

    private Session begun(String id, String account, Instant now) {
      Session session =
          Session.begun(id, new Account(account, 1, "jan", "hash", false, NOON), null, now);
      assertThat(await(sessions.add(session))).isTrue();
      return session;
    }

    @Test
    void aVisitIsNotedOnlyWhileTheSessionIsThere() {
      Session session = begun("s", "jan@hub", NOON);
      assertThat(await(sessions.find("s"))).contains(session);
      await(sessions.seen("s", NOON.plusSeconds(90), NOON.plusSeconds(900)));
      Session seen = await(sessions.find("s")).orElseThrow();
      assertThat(seen.seenAt()).isEqualTo(NOON.plusSeconds(90));
      assertThat(seen.endsAt()).isEqualTo(NOON.plusSeconds(900));
      assertThat(await(sessions.end("s"))).isTrue();
      assertThat(await(sessions.end("s"))).isFalse();
      await(sessions.seen("s", NOON, NOON));
      assertThat(await(sessions.find("s"))).isEmpty();
    }

    @Test
    void theOthersOfAnAccountEndTogether() {
      begun("one", "jan@hub", NOON);
      begun("two", "jan@hub", NOON);
      begun("hers", "els@hub", NOON);
      await(sessions.endOthers("jan@hub", "two"));
      assertThat(await(sessions.find("one"))).isEmpty();
      assertThat(await(sessions.find("two"))).isPresent();
      await(sessions.endOthers("jan@hub", null));
      assertThat(await(sessions.find("two"))).isEmpty();
      assertThat(await(sessions.find("hers"))).isPresent();
    }

    @Test
    void whatIsOverGoes() {
      Session old = begun("old", "jan@hub", NOON);
      begun("new", "jan@hub", NOON.plusSeconds(60));
      await(sessions.clean(old.endsAt()));
      assertThat(await(sessions.find("old"))).isEmpty();
      assertThat(await(sessions.find("new"))).isPresent();
    }
  }

  @Nested
  class OfLockouts {
    private Lockouts lockouts;

    @BeforeEach
    void open() {
      lockouts = Lockouts.in(fixture.store());
    }

    @Test
    void eachFailedTryCountsOnceAlsoWhenTheyRace() {
      Failures first = Failures.none("a").another(NOON, 5);
      List<Future<Boolean>> race =
          IntStream.range(0, 8).mapToObj(i -> lockouts.put(first)).toList();
      await(Future.all(race));
      assertThat(race).filteredOn(Future::result).hasSize(1);
      Failures second = first.another(NOON.plusSeconds(1), 5);
      assertThat(await(lockouts.put(second))).isTrue();
      assertThat(await(lockouts.put(second))).isFalse();
      assertThat(await(lockouts.find("a"))).contains(second);
      assertThat(await(lockouts.forget("a"))).isTrue();
      assertThat(await(lockouts.find("a"))).isEmpty();
    }
  }
}
