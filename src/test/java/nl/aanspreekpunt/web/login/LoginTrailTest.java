package nl.aanspreekpunt.web.login;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.model.Filters;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
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
    login = login();
    await(trail.prepare());
    await(login.prepare());
  }

  private Login login() {
    return new Login(
        Accounts.in(fixture.store()),
        Sessions.in(fixture.store()),
        Lockouts.in(fixture.store()),
        signer,
        new Passwords(fixture.vertx()),
        trail);
  }

  private void account() {
    String hash = Argon2Function.getInstance(8, 1, 1, 32, Argon2.ID).hash(RIGHT).getResult();
    await(Accounts.in(fixture.store()).add(new Account(EMAIL, 1, "jan.devries", hash, false, NOW)));
  }

  /** Nobody waits for what was refused, but this. */
  private List<Entry> kept() {
    await(trail.settled());
    Query query =
        new Query(null, EnumSet.allOf(Subject.class), Instant.EPOCH, NOW.plusSeconds(9_000), null);
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
    FirstPasswords here = firstPasswords(passwords);
    FirstPasswords there = firstPasswords(passwords);
    var directory = Voorbeeldstad.directory();
    List<Future<Map<String, String>>> made =
        List.of(here.make(directory, NOW), there.make(directory, NOW));
    await(Future.all(made));
    int all = made.get(0).result().size() + made.get(1).result().size();
    assertThat(all).isEqualTo(accountsOf(directory));
    assertThat(kinds())
        .as("each that was made, and perhaps one that came to nothing")
        .hasSizeGreaterThanOrEqualTo(all)
        .containsOnly(Kind.FIRST_PASSWORD);
    made.get(0).result().values().forEach(one -> assertThat(kept().toString()).doesNotContain(one));
  }

  private FirstPasswords firstPasswords(Passwords passwords) {
    return new FirstPasswords(
        Accounts.in(fixture.store()), Sessions.in(fixture.store()), passwords, trail);
  }

  private int accountsOf(Directory directory) {
    return directory.officials().stream()
        .mapToInt(one -> await(Accounts.in(fixture.store()).of(one.id())).size())
        .sum();
  }

  @Test
  void aPasswordForAnotherAddressIsOnRecordEachTimeAndEndsWhatWasBefore() {
    start();
    account();
    FirstPasswords passwords = firstPasswords(new Passwords(fixture.vertx()));
    Official jan = at(jan(), EMAIL);
    Login.Result.In before = (Login.Result.In) await(login.in(EMAIL, RIGHT, HOME, NOW));
    assertThat(await(passwords.make(jan, "thomas.bakker", NOW))).as("has one").isNull();

    Official moved = at(jan, "Ander@voorbeeldstad.example");
    String first = await(passwords.make(moved, "thomas.bakker", NOW));
    assertThat(await(login.session(before.token(), NOW))).as("ended").isEmpty();
    assertThat(await(login.in(EMAIL, RIGHT, HOME, NOW))).isInstanceOf(Login.Result.Wrong.class);
    Login.Result.In in =
        (Login.Result.In) await(login.in("ander@voorbeeldstad.example", first, HOME, NOW));
    await(login.change(in.account(), first, "een ander lang", Login.id(in.token()), NOW));

    String again = await(passwords.make(jan, "thomas.bakker", NOW));
    Login.Result.In back = (Login.Result.In) await(login.in(EMAIL, again, HOME, NOW));
    await(login.change(EMAIL, again, RIGHT, Login.id(back.token()), NOW));
    assertThat(await(Accounts.in(fixture.store()).of("jan.devries"))).hasSize(1);
    assertThat(kept())
        .filteredOn(one -> one.kind().subject() == Subject.KEYS)
        .extracting(Entry::kind, Entry::by, Entry::about)
        .containsExactlyInAnyOrder(
            tuple(Kind.FIRST_PASSWORD, "thomas.bakker", "jan.devries"),
            tuple(Kind.ACCOUNT_ENDED, "thomas.bakker", "jan.devries"),
            tuple(Kind.PASSWORD_CHANGED, "jan.devries", null),
            tuple(Kind.FIRST_PASSWORD, "thomas.bakker", "jan.devries"),
            tuple(Kind.ACCOUNT_ENDED, "thomas.bakker", "jan.devries"),
            tuple(Kind.PASSWORD_CHANGED, "jan.devries", null));
  }

  @Test
  void aFirstPasswordThatWasNeverUsedIsMadeAnewAndTheLostOneWorksNoMore() {
    start();
    FirstPasswords passwords = firstPasswords(new Passwords(fixture.vertx()));
    Official jan = at(jan(), EMAIL);
    String lost = await(passwords.make(jan, "thomas.bakker", NOW));
    String found = await(passwords.make(jan, "thomas.bakker", NOW));
    assertThat(await(login.in(EMAIL, lost, HOME, NOW))).isInstanceOf(Login.Result.Wrong.class);
    Login.Result.In in = (Login.Result.In) await(login.in(EMAIL, found, HOME, NOW));
    await(login.change(in.account(), found, "een ander lang", Login.id(in.token()), NOW));
    assertThat(await(passwords.make(jan, "thomas.bakker", NOW))).as("now it is theirs").isNull();
  }

  @Test
  void whoGetsTheAddressOfAnotherGetsAPasswordAndTheOthersEnds() {
    start();
    account();
    FirstPasswords passwords = firstPasswords(new Passwords(fixture.vertx()));
    Official samira =
        at(Voorbeeldstad.directory().official("samira.elamrani").orElseThrow(), EMAIL);
    String first = await(passwords.make(samira, "thomas.bakker", NOW));
    assertThat(await(login.in(EMAIL, RIGHT, HOME, NOW))).isInstanceOf(Login.Result.Wrong.class);
    assertThat(await(login.in(EMAIL, first, HOME, NOW))).isInstanceOf(Login.Result.In.class);
    assertThat(await(Accounts.in(fixture.store()).of("jan.devries"))).isEmpty();
  }

  private static Official at(Official one, String email) {
    return new Official(
        one.id(),
        one.name(),
        one.function(),
        one.team(),
        one.portrait(),
        one.phone(),
        email,
        one.address(),
        one.topics(),
        one.neighbourhoods(),
        one.hours(),
        one.capacity(),
        one.deputy(),
        one.roles(),
        one.sharing(),
        one.rings());
  }

  private static Official jan() {
    return Voorbeeldstad.directory().official("jan.devries").orElseThrow();
  }

  @Test
  void aNewAddressAloneMakesNobodyANewPasswordAtAStart() {
    start();
    account();
    assertThat(jan().email()).isNotEqualTo(EMAIL);
    Map<String, String> made =
        await(firstPasswords(new Passwords(fixture.vertx())).make(Voorbeeldstad.directory(), NOW));
    assertThat(made).isNotEmpty().doesNotContainKey(jan().email());
    assertThat(await(login.in(EMAIL, RIGHT, HOME, NOW))).isInstanceOf(Login.Result.In.class);
  }

  @Test
  void whoIsRefusedIsAnsweredAndWhoLogsInGetsInAlsoWhenNoRefusalCanBeWritten() {
    start();
    account();
    Entries real = Entries.in(fixture.store());
    Promise<Boolean> never = Promise.promise();
    Entries stuck =
        (Entries)
            Proxy.newProxyInstance(
                Entries.class.getClassLoader(),
                new Class<?>[] {Entries.class},
                (proxy, method, given) ->
                    method.getName().equals("add")
                            && ((Entry) given[0]).subject() == Subject.REFUSED
                        ? never.future()
                        : method.invoke(real, given));
    trail = new Trail(fixture.vertx(), stuck, new Seal(null, signer), List.of());
    login = login();
    for (int i = 0; i < 30; i++) {
      Login.From from = new Login.From("192.0.2." + i, null, null);
      assertThat(await(login.in("nobody" + i + "@example.org", "verkeerd", from, NOW)))
          .isInstanceOf(Login.Result.Wrong.class);
    }
    assertThat(await(login.in(EMAIL, "verkeerd", HOME, NOW)))
        .isInstanceOf(Login.Result.Wrong.class);
    Login.Result.In in = (Login.Result.In) await(login.in(EMAIL, RIGHT, HOME, NOW));
    await(login.out(Login.id(in.token()), "jan.devries", NOW));
    never.complete(true);
    assertThat(kinds()).containsExactly(Kind.LOGGED_IN, Kind.LOGGED_OUT);
  }

  @Test
  void aFloodFillsNothingAndHowManyMoreIsOnRecordWhenTheHourIsOver() {
    start();
    account();
    Refusals refusals = new Refusals(trail);
    for (int i = 0; i < 2_000; i++) {
      refusals.note(Kind.LOGIN_REFUSED, null, "1place" + i, NOW);
      refusals.note(Kind.LOGIN_REFUSED, "official" + i % 100, "1place" + i, NOW);
      refusals.note(Kind.LOGIN_REFUSED, "official" + i % 100, "1place" + i, NOW);
    }
    assertThat(kinds()).hasSize(Refusals.IN_ALL);
    int officials = Refusals.IN_ALL - Refusals.OF_ONE;
    int more = 2_000 - Refusals.OF_ONE + 2 * (2_000 - officials);
    refusals.over(NOW.plusSeconds(3_600));
    refusals.over(NOW.plusSeconds(3_601));
    assertThat(kept().get(0))
        .extracting(Entry::kind, Entry::detail, Entry::by)
        .containsExactly(Kind.MORE_REFUSED, Integer.toString(more), null);
  }

  @Test
  void twoTriesAtOnceAreNoLockOut() {
    start();
    account();
    Future<Login.Result> one = login.in(EMAIL, RIGHT, HOME, NOW);
    Future<Login.Result> two = login.in(EMAIL, RIGHT, HOME, NOW);
    await(Future.all(one, two));
    assertThat(kinds()).isNotEmpty().containsOnly(Kind.LOGGED_IN);
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
        assertThat(kept()).extracting(Entry::id).contains("password/jan.devries/" + is.mark());
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
    login = login();
    await(login.out(Login.id(in.token()), "jan.devries", NOW));
    assertThat(await(login.session(in.token(), NOW))).isEmpty();
    assertThat(await(login.in(EMAIL, RIGHT, HOME, NOW).map("in").otherwise("refused")))
        .isEqualTo("refused");
    assertThat(await(login.in(EMAIL, "verkeerd", HOME, NOW)))
        .isInstanceOf(Login.Result.Wrong.class);
  }
}
