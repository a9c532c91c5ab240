package nl.aanspreekpunt.trail;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Updates;
import io.vertx.core.Future;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.aanspreekpunt.Hands;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The trail on a real store: nodes that race, repeats, cuts, retention, and hands in the data. */
class TrailTest {
  private static final Instant MORNING = Instant.parse("2026-11-24T09:00:00Z");
  private static final Keeping KEEPING = new Keeping(Duration.ofDays(90), Duration.ofDays(1825));
  private static final Seal SEALING =
      new Seal(null, new Signer("1", "a key".getBytes(StandardCharsets.UTF_8)));

  @RegisterExtension final StoreFixture fixture = new StoreFixture();

  private Entries entries() {
    Entries entries = Entries.in(fixture.store());
    await(entries.prepare());
    return entries;
  }

  private Trail node() {
    return new Trail(fixture.vertx(), entries(), SEALING, List.of());
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private Checked checked(Instant now) {
    return await(
        new Checking(entries(), SEALING, KEEPING, at(now))
            .check(MORNING.minus(Duration.ofDays(30)), MORNING.plus(Duration.ofDays(400))));
  }

  private static Deed read(int i, Instant at) {
    return Deed.of("read/" + i, at, "marijke.smit", Kind.CASE_READ).about("CASE" + i);
  }

  private List<Trace> all() {
    return await(
        node()
            .find(
                new Query(
                    null,
                    EnumSet.allOf(Subject.class),
                    Instant.EPOCH,
                    MORNING.plus(Duration.ofDays(4000)),
                    null),
                1000));
  }

  @Test
  void theSameDeedOfTwoNodesIsOnRecordOnceAndBothChainsAreWhole() {
    Trail here = node();
    Trail there = node();
    List<Future<Void>> deeds = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      deeds.add(here.record(read(i, MORNING)));
      deeds.add(there.record(read(i, MORNING)));
      deeds.add(here.record(read(i, MORNING)));
    }
    await(Future.all(deeds));
    assertThat(all()).hasSize(40);
    Checked checked = checked(MORNING);
    assertThat(checked.findings()).isEmpty();
    assertThat(checked.chains()).isEqualTo(2);
    assertThat(checked.entries()).isEqualTo(40);
  }

  @Test
  void pagesFollowEachOtherWithoutAGapOrARepeat() {
    Trail trail = node();
    for (int i = 0; i < 25; i++) {
      await(trail.record(read(i, MORNING.plusMillis(i / 5))));
      await(trail.record(Deed.of("in/" + i, MORNING.plusMillis(i / 5), "jan", Kind.LOGGED_IN)));
    }
    Query query =
        new Query(null, EnumSet.allOf(Subject.class), MORNING, MORNING.plusSeconds(1), null);
    List<String> seen = new ArrayList<>();
    List<Trace> page = await(trail.find(query, 7));
    while (!page.isEmpty()) {
      page.forEach(one -> seen.add(one.key()));
      page = await(trail.find(query.after(page.get(page.size() - 1).key()), 7));
    }
    assertThat(seen)
        .hasSize(50)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(await(trail.find(new Query("jan", query.subjects(), MORNING, MORNING, null), 9)))
        .as("until a moment is without it")
        .isEmpty();
  }

  @Test
  void whatWasRemovedFromTheDatabaseIsMissed() {
    Trail trail = node();
    for (int i = 0; i < 5; i++) {
      await(trail.record(read(i, MORNING)));
    }
    await(entries().remove("read/2"));
    assertThat(checked(MORNING).findings())
        .extracting(Finding::what, Finding::first, Finding::last)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Finding.What.MISSING, 3L, 3L));
    await(entries().remove("read/4"));
    assertThat(checked(MORNING).findings()).as("the last one too").hasSize(2);
  }

  @Test
  void aWholeChainThatGoesIsMissedByTheNext() {
    await(node().record(read(1, MORNING)));
    await(node().record(read(2, MORNING.plus(Duration.ofDays(1)))));
    Entries entries = entries();
    Chain first = await(entries.newest(Kept.ACTS, MORNING.plus(Duration.ofDays(4000)), 9)).get(1);
    await(entries.remove("read/1"));
    await(entries.removeChain(first.id()));
    assertThat(checked(MORNING.plus(Duration.ofDays(1))).findings())
        .extracting(Finding::what)
        .containsExactly(Finding.What.CHAIN);
  }

  @Test
  void eachDayBeginsAChainThatNamesTheOneBefore() {
    Trail trail = node();
    await(trail.record(read(1, MORNING)));
    await(trail.record(read(2, MORNING.plus(Duration.ofDays(1)))));
    List<Chain> chains = await(entries().newest(Kept.ACTS, MORNING.plus(Duration.ofDays(4000)), 9));
    assertThat(chains).hasSize(2);
    assertThat(chains.get(0).after()).hasSize(1);
    assertThat(chains.get(0).after().get(0))
        .startsWith(chains.get(1).id() + " 1 " + chains.get(1).seal());
  }

  @Test
  void logInsAreDestroyedInTimeActsStayAndAllIsWhole() {
    Trail trail = node();
    for (int day = 0; day < 4; day++) {
      Instant at = MORNING.plus(Duration.ofDays(day));
      await(trail.record(Deed.of("in/" + day, at, "jan.devries", Kind.LOGGED_IN).from("1abc")));
      await(trail.record(Deed.of("late/" + day, at.plusSeconds(7200), "jan", Kind.LOGGED_IN)));
      await(trail.record(read(day, at)));
    }
    Instant later = MORNING.plus(Duration.ofDays(92)).plusSeconds(3600);
    Destroying destroying = new Destroying(entries(), SEALING, KEEPING, at(later));
    await(destroying.tick());
    assertThat(all()).extracting(Trace::at).hasSize(3 + 4);
    assertThat(checked(later).findings()).isEmpty();
    await(destroying.tick());
    assertThat(checked(later).findings()).isEmpty();
    assertThat(all().toString()).doesNotContain("in/0").doesNotContain("in/2").contains("late/2");

    Instant end = MORNING.plus(Duration.ofDays(200));
    Destroying last = new Destroying(entries(), SEALING, KEEPING, at(end));
    await(last.tick());
    await(last.tick());
    assertThat(all()).allMatch(one -> one.subject() == Subject.READING).hasSize(4);
    assertThat(await(entries().newest(Kept.LOGINS, MORNING.plus(Duration.ofDays(4000)), 9)))
        .isEmpty();
    assertThat(checked(end).findings()).isEmpty();
  }

  @Test
  void whatIsDestroyedBeforeItsTimeByTheHubsOwnMeansIsFound() {
    Trail trail = node();
    await(trail.record(read(1, MORNING)));
    await(trail.record(read(2, MORNING.plusSeconds(60))));
    Keeping shorter = new Keeping(Duration.ofDays(1), Duration.ofDays(1));
    Instant later = MORNING.plus(Duration.ofDays(1)).plusSeconds(30);
    await(new Destroying(entries(), SEALING, shorter, at(later)).tick());
    assertThat(all()).hasSize(1);
    assertThat(checked(later).findings())
        .extracting(Finding::what)
        .containsExactly(Finding.What.TOO_EARLY);
  }

  @Test
  void aWriteOfWhichTheEndIsNotKnownIsToldAndLeavesAllWhole() {
    AtomicBoolean off = new AtomicBoolean();
    fixture.reopened(
        (table, writes) -> {
          if (off.get() && writes) {
            throw new IllegalStateException("cut off");
          }
        });
    Trail trail = node();
    await(trail.record(read(1, MORNING)));
    off.set(true);
    assertThatThrownBy(() -> await(trail.record(read(2, MORNING)))).isNotNull();
    await(trail.note(read(3, MORNING)));
    off.set(false);
    await(trail.record(read(2, MORNING)));
    assertThat(all()).hasSize(2);
    assertThat(checked(MORNING).findings()).isEmpty();
  }

  @Test
  void theMarkStaysUntilSomethingGoes() {
    Trail trail = node();
    await(trail.record(read(1, MORNING)));
    Instant over = MORNING.plus(Duration.ofDays(402));
    String mark = checked(over).mark();
    assertThat(mark).isNotEmpty().isEqualTo(checked(over.plusSeconds(60)).mark());
    await(trail.record(read(2, MORNING)));
    assertThat(checked(over).mark()).isNotEqualTo(mark);
  }

  @Test
  void thereIsNoMarkBeforeTheLastDayOfUtcInThePeriodIsOver() {
    await(node().record(read(1, MORNING)));
    Instant midnight = Instant.parse("2026-11-24T23:00:00Z");
    Instant from = midnight.minus(Duration.ofDays(1));
    for (String early : List.of("2026-11-24T23:00:01Z", "2026-11-25T00:00:01Z")) {
      Checking checking = new Checking(entries(), SEALING, KEEPING, at(Instant.parse(early)));
      assertThat(await(checking.check(from, midnight)).mark()).as(early).isEmpty();
    }
    Checking late =
        new Checking(entries(), SEALING, KEEPING, at(Instant.parse("2026-11-25T01:00:00Z")));
    assertThat(await(late.check(from, midnight)).mark()).isNotEmpty();
  }

  @Test
  void anotherDeedUnderTheSameIdIsOnRecordBesideIt() {
    Trail trail = node();
    Deed one = Deed.of("first/jan", MORNING, "hub", Kind.FIRST_PASSWORD).about("jan");
    Deed other = Deed.of("first/jan", MORNING, "thomas", Kind.FIRST_PASSWORD).about("jan");
    await(trail.record(one));
    await(trail.record(other));
    await(trail.record(other));
    await(node().record(one));
    assertThat(all()).extracting(Trace::by).containsExactlyInAnyOrder("hub", "thomas");
    assertThat(checked(MORNING).findings()).isEmpty();
  }

  @Test
  void whatNoHubWroteUnderADeedsIdKeepsItNotOffTheTrail() {
    Seal forging = new Seal(null, new Signer("1", "b key".getBytes(StandardCharsets.UTF_8)));
    Chain chain = Chain.begun("run", Kept.ACTS, MORNING, List.of(), forging);
    await(entries().add(Entry.of(read(1, MORNING), chain, forging)));
    await(node().record(read(1, MORNING)));
    assertThat(all()).hasSize(2);
  }

  private void inserted(int many, String day, Instant at) {
    for (int i = 0; i < many; i++) {
      String id = "acts-" + day + "-a" + i;
      await(
          entries()
              .begin(
                  new Chain(
                      id, Kept.ACTS, day, at, List.of(), "1x", 0, at, "1x", 0, null, null, null)));
    }
  }

  @Test
  void manyInsertedChainsHideNothingAndAreFoundThemselves() {
    Trail trail = node();
    await(trail.record(read(1, MORNING)));
    await(trail.record(read(2, MORNING)));
    inserted(600, "2026-11-24", MORNING);
    inserted(20, "2026-11-24zz", MORNING);
    await(entries().remove("read/1"));
    Checked checked = checked(MORNING);
    assertThat(checked.whole()).isFalse();
    assertThat(checked.all()).isTrue();
    assertThat(checked.chains()).isEqualTo(621);
    assertThat(checked.findings())
        .hasSizeLessThanOrEqualTo(100)
        .extracting(Finding::what)
        .contains(Finding.What.BEGINNING, Finding.What.MISSING);
  }

  @Test
  void aReasonCanBeDestroyedAndAllIsWholeAndItCannotBeReplaced() {
    Trail trail = node();
    await(trail.record(read(1, MORNING).detail("Over Ans van der Berg")));
    await(trail.record(read(2, MORNING).detail("Steekproef")));
    assertThat(await(entries().untold("read/1"))).isTrue();
    assertThat(await(entries().untold("read/9"))).isFalse();
    Entry untold = await(entries().find("read/1")).orElseThrow();
    assertThat(untold.isUntold()).isTrue();
    assertThat(untold.toString()).doesNotContain("Ans");
    assertThat(checked(MORNING).whole()).isTrue();

    Entry other = await(entries().find("read/2")).orElseThrow();
    fixture
        .store()
        .journaled("trail", Entry.class)
        .change(other.id(), null, Updates.set("detail", "Iets anders"))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
    assertThat(checked(MORNING).findings())
        .extracting(Finding::what, Finding::first)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Finding.What.CHANGED, 2L));
  }

  @Test
  void whereThereIsNothingNothingIsWhole() {
    Checked checked = checked(MORNING);
    assertThat(checked.whole()).isFalse();
    assertThat(checked.all()).isTrue();
    assertThat(checked.mark()).isEmpty();
  }

  private Checked checked(CheckRun.Most most, Instant from) {
    return await(
        new Checking(entries(), SEALING, KEEPING, at(MORNING), most)
            .check(from, MORNING.plus(Duration.ofDays(30))));
  }

  @Test
  void whatIsTooMuchAtOnceIsCheckedDayByDayAndADayThatIsTooMuchIsNeverWhole() {
    Trail trail = node();
    for (int day = 0; day < 4; day++) {
      for (int i = 0; i < 4; i++) {
        await(trail.record(read(10 * day + i, MORNING.plus(Duration.ofDays(day)))));
      }
    }
    Checked first = checked(new CheckRun.Most(1, 100), MORNING);
    assertThat(first.whole()).isTrue();
    assertThat(first.all()).isFalse();
    assertThat(first.until()).isEqualTo(Instant.parse("2026-11-26T00:00:00Z"));
    Checked rest = checked(new CheckRun.Most(1, 100), first.until());
    assertThat(rest.all()).as("goes on from there").isTrue();

    Checked none = checked(new CheckRun.Most(1, 3), MORNING);
    assertThat(none.until()).isEqualTo(MORNING);
    assertThat(none.whole()).isFalse();
    assertThat(none.all()).isFalse();
  }

  @Test
  void anEntryUnderAnotherKindOfKeyIsFoundAndHidesNothing() {
    Trail trail = node();
    for (int i = 0; i < 4; i++) {
      await(trail.record(read(i, MORNING)));
    }
    Seal other = new Seal("another key", new Signer("1", new byte[] {1}));
    Chain chain = newest().get(0);
    await(entries().remove("read/1"));
    await(entries().remove("read/3"));
    Chain behind = chain.moved(1, MORNING, other.of("x"));
    await(entries().add(Entry.of(read(9, MORNING), behind, other)));
    assertThat(checked(MORNING).findings())
        .extracting(Finding::what, Finding::first)
        .contains(
            org.assertj.core.groups.Tuple.tuple(Finding.What.CHANGED, 2L),
            org.assertj.core.groups.Tuple.tuple(Finding.What.MISSING, 4L))
        .doesNotContain(org.assertj.core.groups.Tuple.tuple(Finding.What.OTHER_KEY, 1L));
  }

  @Test
  void aChainOfAnotherKindOfKeyIsToldAndWhatIsMissingFromItToo() {
    Seal other = new Seal("another key", new Signer("1", new byte[] {1}));
    Trail before = new Trail(fixture.vertx(), entries(), other, List.of());
    for (int i = 0; i < 3; i++) {
      await(before.record(read(i, MORNING)));
    }
    assertThat(checked(MORNING).findings())
        .extracting(Finding::what)
        .containsExactly(Finding.What.OTHER_KEY);
    await(entries().remove("read/1"));
    assertThat(checked(MORNING).findings())
        .extracting(Finding::what)
        .containsExactlyInAnyOrder(Finding.What.OTHER_KEY, Finding.What.MISSING);
  }

  private List<Chain> newest() {
    return await(entries().newest(Kept.ACTS, MORNING.plus(Duration.ofDays(4000)), 100));
  }

  @Test
  void insertedChainsOfAnyDateKeepNoChainFromBeingNamed() {
    await(node().record(read(1, MORNING)));
    String first = newest().get(0).id();
    inserted(20, "2099-01-01", Instant.parse("2099-01-01T00:00:00Z"));
    inserted(30, "2026-11-24", MORNING.plusSeconds(1));
    await(node().record(read(2, MORNING.plusSeconds(2))));
    assertThat(newest())
        .filteredOn(one -> one.begunAt().equals(MORNING.plusSeconds(2)))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.after())
                    .singleElement()
                    .satisfies(named -> assertThat(named).startsWith(first + " ")));
  }

  @Test
  void afterAClockThatJumpedAheadTheTrailIsDatedRightAgain() {
    Trail trail = node();
    await(trail.record(read(1, MORNING)));
    await(trail.record(read(2, MORNING.plus(Duration.ofDays(300)))));
    await(trail.record(read(3, MORNING.plusSeconds(5))));
    await(trail.record(read(4, MORNING.plusSeconds(4))));
    assertThat(all())
        .extracting(Trace::at)
        .containsExactly(
            MORNING.plus(Duration.ofDays(300)),
            MORNING.plusSeconds(5),
            MORNING.plusSeconds(5),
            MORNING);
    assertThat(checked(MORNING).findings()).isEmpty();
  }

  @Test
  void whatIsDestroyedInTimeWhileItIsCheckedIsNoFinding() {
    Trail trail = node();
    Deed old = Deed.of("in/1", MORNING, "jan", Kind.LOGGED_IN);
    await(trail.record(old));
    await(trail.record(Deed.of("in/2", MORNING.plusSeconds(7200), "jan", Kind.LOGGED_IN)));
    Hands clock = new Hands(MORNING.plus(Duration.ofDays(90)).minusSeconds(60));
    Destroying destroying = new Destroying(entries(), SEALING, KEEPING, clock);
    Entries real = entries();
    AtomicBoolean done = new AtomicBoolean();
    Entries meanwhile =
        (Entries)
            Proxy.newProxyInstance(
                Entries.class.getClassLoader(),
                new Class<?>[] {Entries.class},
                (proxy, method, given) -> {
                  if (method.getName().equals("onChain") && !done.getAndSet(true)) {
                    clock.forward(Duration.ofMinutes(2));
                    return destroying
                        .tick()
                        .compose(
                            gone ->
                                real.onChain(
                                    (String) given[0], (Long) given[1], (Integer) given[2]));
                  }
                  return method.invoke(real, given);
                });
    Checked checked =
        await(
            new Checking(meanwhile, SEALING, KEEPING, clock)
                .check(MORNING, MORNING.plus(Duration.ofDays(1))));
    assertThat(checked.findings()).isEmpty();
    assertThat(all()).hasSize(1);
  }

  @Test
  void addressesAndNumbersThatPeopleTypeAreNotKept() {
    Deed deed = read(1, MORNING).detail("Klacht van ans@example.org, 06-12345678, over haar huur");
    assertThat(deed.detail()).isEqualTo("Klacht van …, …, over haar huur");
    assertThat(read(1, MORNING).detail("x".repeat(9_000)).detail()).hasSize(Deed.LONGEST);
  }
}
