package nl.aanspreekpunt.web.login;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.store.StoreFixture;
import nl.aanspreekpunt.trail.Entries;
import nl.aanspreekpunt.trail.Entry;
import nl.aanspreekpunt.trail.Kind;
import nl.aanspreekpunt.trail.Query;
import nl.aanspreekpunt.trail.Seal;
import nl.aanspreekpunt.trail.Subject;
import nl.aanspreekpunt.trail.Trace;
import nl.aanspreekpunt.trail.Trail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who comes in, on the trail, also when the hub dies half way. */
class LoginTrailTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final String EMAIL = "jan.devries@voorbeeldstad.example";
  private static final String RIGHT = "een lang wachtwoord";
  private static final Login.From HOME = new Login.From("192.0.2.7", null, null);

  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private final Signer signer = new Signer("1", "a key".getBytes(StandardCharsets.UTF_8));
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
  private Trail trail;
  private Login login;

  private void start() {
    trail =
        new Trail(fixture.vertx(), Entries.in(fixture.store()), new Seal(null, signer), List.of());
    login =
        new Login(
            Accounts.in(fixture.store()),
            Sessions.in(fixture.store()),
            Lockouts.in(fixture.store()),
            signer,
            new Passwords(fixture.vertx()),
            trail);
    await(trail.prepare());
    await(login.prepare());
  }

  private void account() {
    String hash = Argon2Function.getInstance(8, 1, 1, 32, Argon2.ID).hash(RIGHT).getResult();
    await(Accounts.in(fixture.store()).add(new Account(EMAIL, 1, "jan.devries", hash, false, NOW)));
  }

  private List<Entry> kept() {
    Query query =
        new Query(null, EnumSet.allOf(Subject.class), Instant.EPOCH, NOW.plusSeconds(9), null);
    return await(trail.find(query, 500)).stream().map(one -> ((Trace.Own) one).entry()).toList();
  }

  private List<Kind> kinds() {
    return kept().stream().map(Entry::kind).sorted().toList();
  }

  @Test
  void eachLogInIsOneAndRefusalsAreOneAnHour() {
    start();
    account();
    await(login.in(EMAIL, RIGHT, HOME, NOW));
    await(login.in(EMAIL, RIGHT, HOME, NOW));
    for (int i = 0; i < 7; i++) {
      await(login.in(EMAIL, "verkeerd", HOME, NOW));
      await(login.in("geheim-wachtwoord@example.org", "ook geheim", HOME, NOW));
    }
    assertThat(kinds())
        .containsExactly(
            Kind.LOGGED_IN,
            Kind.LOGGED_IN,
            Kind.LOGIN_REFUSED,
            Kind.LOGIN_REFUSED,
            Kind.LOCKED_OUT,
            Kind.LOCKED_OUT);
    assertThat(kept())
        .extracting(Entry::origin)
        .doesNotContainNull()
        .containsOnly(kept().get(0).origin());
    assertThat(kept().toString())
        .doesNotContain("192.0.2")
        .doesNotContain("geheim")
        .doesNotContain("@")
        .doesNotContain(RIGHT);
  }

  @Test
  void aPasswordThatIsChangedAndALogOutAreEachOnRecordOnce() {
    start();
    account();
    Login.Result.In in = (Login.Result.In) await(login.in(EMAIL, RIGHT, HOME, NOW));
    String session = Login.id(in.token());
    assertThat(await(login.change(EMAIL, "verkeerd", "een ander lang", session, NOW))).isEmpty();
    assertThat(await(login.change(EMAIL, RIGHT, "een ander lang", session, NOW))).isPresent();
    await(login.out(session, "jan.devries", NOW));
    await(login.out(session, "jan.devries", NOW));
    assertThat(kinds()).containsExactly(Kind.LOGGED_IN, Kind.LOGGED_OUT, Kind.PASSWORD_CHANGED);
    assertThat(kept().toString()).doesNotContain(session).doesNotContain(in.token());
  }

  @Test
  void firstPasswordsOfTwoNodesAreOneEachAndOnRecord() {
    start();
    Passwords passwords = new Passwords(fixture.vertx());
    FirstPasswords here = new FirstPasswords(Accounts.in(fixture.store()), passwords, trail);
    FirstPasswords there = new FirstPasswords(Accounts.in(fixture.store()), passwords, trail);
    var directory = Voorbeeldstad.directory();
    List<Future<Map<String, String>>> made =
        List.of(here.make(directory, NOW), there.make(directory, NOW));
    await(Future.all(made));
    int all = made.get(0).result().size() + made.get(1).result().size();
    assertThat(kinds()).hasSize(all).containsOnly(Kind.FIRST_PASSWORD);
    made.get(0).result().values().forEach(one -> assertThat(kept().toString()).doesNotContain(one));
  }

  @Test
  void noSessionBeginsAndNoPasswordChangesThatIsNotOnRecordWheneverTheHubDies() {
    for (int k = 0; k < 12; k++) {
      left.set(Integer.MAX_VALUE);
      fixture.reopened(
          (table, writes) -> {
            if (writes && left.getAndDecrement() <= 0) {
              throw new IllegalStateException("cut off");
            }
          });
      start();
      account();
      long before = sessions();
      long entriesBefore = kinds().stream().filter(Kind.LOGGED_IN::equals).count();
      left.set(k);
      Instant now = NOW;
      await(
          login.in(EMAIL, RIGHT, new Login.From("192.0.2." + k, null, null), now).otherwiseEmpty());
      left.set(Integer.MAX_VALUE);
      long begun = sessions() - before;
      long said = kinds().stream().filter(Kind.LOGGED_IN::equals).count() - entriesBefore;
      assertThat(begun).as("cut after %d", k).isLessThanOrEqualTo(said);

      Account was = await(Accounts.in(fixture.store()).find(EMAIL)).orElseThrow();
      left.set(k);
      await(login.change(EMAIL, RIGHT, RIGHT, "s".repeat(64), now).otherwiseEmpty());
      left.set(Integer.MAX_VALUE);
      Account is = await(Accounts.in(fixture.store()).find(EMAIL)).orElseThrow();
      if (is.version() > was.version()) {
        assertThat(kept()).extracting(Entry::id).contains("password/jan.devries/" + is.version());
      }
    }
    assertThat(kinds()).as("both came to pass").contains(Kind.LOGGED_IN, Kind.PASSWORD_CHANGED);
  }

  private long sessions() {
    return await(
        fixture
            .store()
            .table("sessions", Session.class)
            .count(Filters.eq("account", EMAIL), 1_000));
  }

  @Test
  void whoLogsOutIsOutAlsoWhenTheTrailCannotBeWritten() {
    start();
    account();
    Login.Result.In in = (Login.Result.In) await(login.in(EMAIL, RIGHT, HOME, NOW));
    fixture.reopened(
        (table, writes) -> {
          if (writes && table.startsWith("trail")) {
            throw new IllegalStateException("cut off");
          }
        });
    trail =
        new Trail(fixture.vertx(), Entries.in(fixture.store()), new Seal(null, signer), List.of());
    login =
        new Login(
            Accounts.in(fixture.store()),
            Sessions.in(fixture.store()),
            Lockouts.in(fixture.store()),
            signer,
            new Passwords(fixture.vertx()),
            trail);
    await(login.out(Login.id(in.token()), "jan.devries", NOW));
    assertThat(await(login.session(in.token(), NOW))).isEmpty();
    assertThat(await(login.in(EMAIL, RIGHT, HOME, NOW).map("in").otherwise("refused")))
        .isEqualTo("refused");
    assertThat(await(login.in(EMAIL, "verkeerd", HOME, NOW)))
        .isInstanceOf(Login.Result.Wrong.class);
  }
}
