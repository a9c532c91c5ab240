package nl.aanspreekpunt.store.embedded;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.aanspreekpunt.casework.Reassignment;
import nl.aanspreekpunt.casework.Reassignments;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.outbox.House;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.outbox.own.OwnTexts;
import nl.aanspreekpunt.outbox.own.TextChange;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.StoreSettings;
import nl.aanspreekpunt.store.Table;
import nl.aanspreekpunt.trail.Deed;
import nl.aanspreekpunt.trail.Entries;
import nl.aanspreekpunt.trail.Kept;
import nl.aanspreekpunt.trail.Kind;
import nl.aanspreekpunt.trail.Query;
import nl.aanspreekpunt.trail.Seal;
import nl.aanspreekpunt.trail.Subject;
import nl.aanspreekpunt.trail.Trace;
import nl.aanspreekpunt.trail.Trail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of the audit trail, of many entries of which few answer: none of it is a scan. */
class TrailQueriesTest {
  private static final int MANY = 300;
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final Vertx VERTX = Vertx.vertx();
  @TempDir static Path folder;
  private static EmbeddedDatabase database;
  private static Store store;
  private static Entries entries;
  private static Trail trail;
  private static Reassignments reassignments;
  private static OwnTexts ownTexts;

  @BeforeAll
  static void fill() throws Exception {
    database = EmbeddedDatabase.open(folder);
    store = await(Store.open(VERTX, new StoreSettings(database.uri(), folder)));
    entries = Entries.in(store);
    Signer signer = new Signer("1", "a key".getBytes(StandardCharsets.UTF_8));
    trail = new Trail(VERTX, entries, new Seal(null, signer), List.of());
    reassignments = Reassignments.in(store);
    await(Future.all(trail.prepare(), reassignments.prepare()));
    ownTexts = await(OwnTexts.in(VERTX, store, letters()));
    Table<TextChange> changes = store.table("letter-text-changes", TextChange.class);
    await(Future.all(IntStream.range(0, MANY).mapToObj(i -> changes.insert(text(i))).toList()));
    await(
        Future.all(
            IntStream.range(0, MANY)
                .mapToObj(i -> trail.record(deed(i)).compose(done -> reassignments.add(work(i))))
                .toList()));
  }

  private static Deed deed(int i) {
    Kind kind = i % 10 == 0 ? Kind.CASE_READ : Kind.LOGGED_IN;
    return Deed.of("deed/" + i, at(i), "official" + i % 50, kind);
  }

  private static Reassignment work(int i) {
    return new Reassignment(
        "w" + i, 1, "official" + i % 50, at(i), "", List.of(), 0, false, "reassigned", null);
  }

  private static Letters letters() {
    House house = new House("Stad", ZoneOffset.UTC, "https://hub.stad.example", null);
    return new Letters(id -> Optional.empty(), house, file -> Optional.empty());
  }

  private static TextChange text(int i) {
    return new TextChange("who." + i, "who", i, "Ik ben {name}.", null, at(i), "official" + i % 50);
  }

  private static Instant at(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  @AfterAll
  static void close() {
    await(store.close());
    database.close();
    await(VERTX.close());
  }

  private static <T> List<T> looksAtNoMore(
      Supplier<Future<List<T>>> query, int expected, int looked) {
    long before = database.looked();
    List<T> found = await(query.get());
    assertThat(found).hasSize(expected);
    assertThat(database.looked() - before).isLessThanOrEqualTo(looked);
    return found;
  }

  private static Query asked(String by, Set<Subject> subjects) {
    return new Query(by, subjects, at(0), at(MANY), null);
  }

  @Test
  void aPageReadsOnePageOfEachSubject() {
    looksAtNoMore(() -> trail.find(asked(null, EnumSet.of(Subject.READING)), 10), 10, 10);
    looksAtNoMore(() -> trail.find(asked(null, EnumSet.of(Subject.SETTING)), 10), 0, 0);
    Query all = asked(null, EnumSet.allOf(Subject.class));
    List<Trace> first = looksAtNoMore(() -> trail.find(all, 10), 10, 20);
    looksAtNoMore(() -> trail.find(all.after(first.get(9).key()), 10), 10, 20);
    looksAtNoMore(
        () -> trail.find(new Query(null, all.subjects(), at(100), at(105), null), 10), 5, 5);
  }

  @Test
  void whatOneDidIsFoundWithoutTheRest() {
    looksAtNoMore(() -> trail.find(asked("official7", EnumSet.of(Subject.LOGIN)), 50), 6, 6);
    looksAtNoMore(() -> trail.find(asked("nobody", EnumSet.of(Subject.LOGIN)), 50), 0, 0);
  }

  @Test
  void aChainIsReadInPagesAndItsEndAtOnce() {
    String chain = await(entries.newest(Kept.ACTS, at(MANY), 1)).get(0).id();
    looksAtNoMore(() -> entries.onChain(chain, 10, 20), 20, 20);
    looksAtNoMore(() -> entries.last(chain).map(one -> one.stream().toList()), 1, 1);
  }

  @Test
  void workThatWasGivenToOthersIsFoundByTime() {
    looksAtNoMore(() -> reassignments.begun(null, at(100), at(200), 10), 10, 10);
    looksAtNoMore(() -> reassignments.begun("official7", at(0), at(MANY), 50), 6, 6);
  }

  @Test
  void whatIsSaidInOurOwnWordsIsFoundByTimeAndByWhoSaidSo() {
    looksAtNoMore(() -> ownTexts.changes(null, at(100), at(200), 10), 10, 10);
    looksAtNoMore(() -> ownTexts.changes("official7", at(0), at(MANY), 50), 6, 6);
    looksAtNoMore(() -> ownTexts.changes("nobody", at(0), at(MANY), 50), 0, 0);
  }
}
