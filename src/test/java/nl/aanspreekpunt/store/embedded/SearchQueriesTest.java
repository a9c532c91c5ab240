package nl.aanspreekpunt.store.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;
import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.StoreSettings;
import nl.aanspreekpunt.store.Table;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of terms is never scanned for: the index answers for all terms at once, in order. */
class SearchQueriesTest {
  private static final int MANY = 3000;
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final Bson NEWEST = descending("at", "_id");
  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();
  private EmbeddedDatabase database;
  private Store store;
  private Table<Row> rows;

  public record Row(String id, long version, Instant at, Instant dueAt, List<String> terms) {}

  @BeforeEach
  void fill() throws Exception {
    open();
    await(Future.all(IntStream.range(0, MANY).mapToObj(i -> rows.insert(row(i, 1))).toList()));
  }

  private void open() throws Exception {
    database = EmbeddedDatabase.open(folder);
    store = await(Store.open(vertx, new StoreSettings(database.uri(), folder)));
    rows = store.table("search", Row.class);
    await(store.ensure("search", List.of(Index.on("terms", "at", "_id", "dueAt"))));
  }

  @AfterEach
  void close() {
    await(store.close());
    database.close();
    await(vertx.close());
  }

  /** Two at a moment. */
  private static Row row(int i, long version) {
    List<String> terms = List.of("all", "=r:" + i % 100, "word" + i % 30, "only" + i);
    Instant dueAt = i % 40 == 0 ? START.plusSeconds(i) : null;
    return new Row("c" + i, version, START.plusSeconds(i / 2), dueAt, terms);
  }

  private List<String> looksAtNoMore(Bson filter, int limit) {
    long before = database.looked();
    List<String> found = await(rows.find(filter, NEWEST, limit)).stream().map(Row::id).toList();
    assertThat(database.looked() - before).isLessThanOrEqualTo(Math.max(1, found.size()));
    return found;
  }

  @Test
  void whatIsNotDueByThenIsNotLookedAt() {
    Bson late = and(eq("terms", "all"), lt("dueAt", START.plusSeconds(1000)));
    assertThat(looksAtNoMore(late, 3)).containsExactly("c960", "c920", "c880");
    Bson never = and(eq("terms", "all"), lt("dueAt", START));
    assertThat(looksAtNoMore(never, 3)).isEmpty();
  }

  @Test
  void ofAllThatHaveEachWordOnlyThePageThatIsShownIsLookedAt() {
    assertThat(looksAtNoMore(eq("terms", "all"), 3)).containsExactly("c2999", "c2998", "c2997");
    Bson both =
        and(in("terms", "word7", "word8"), in("terms", "=r:7", "=r:38"), eq("terms", "all"));
    assertThat(looksAtNoMore(both, 3)).containsExactly("c2738", "c2707", "c2438");
    assertThat(looksAtNoMore(eq("terms", "only17"), 5)).containsExactly("c17");
    assertThat(looksAtNoMore(and(eq("terms", "only17"), eq("terms", "word3")), 5)).isEmpty();
    assertThat(looksAtNoMore(eq("terms", "nothing"), 5)).isEmpty();
  }

  @Test
  void whatComesAfterACursorIsNotReadFromTheStart() {
    Instant at = START.plusSeconds(1000);
    long before = database.looked();
    List<String> found =
        await(
                rows.find(
                    and(in("terms", "all"), eq("at", at), lt("_id", "c2001")),
                    and(in("terms", "all"), lt("at", at)),
                    NEWEST,
                    3))
            .stream()
            .map(Row::id)
            .toList();
    assertThat(found).containsExactly("c2000", "c1999", "c1998");
    // Of one moment all are looked at, with the last of the page before.
    assertThat(database.looked() - before).isLessThanOrEqualTo(3 + 1);
    Bson within = and(in("terms", "all"), gte("at", START), lt("at", START.plusSeconds(1)));
    assertThat(looksAtNoMore(within, 2)).containsExactly("c1", "c0");
  }

  @Test
  void whatChangesOrGoesIsFoundAsItIsNowAlsoAfterAStart() throws Exception {
    Row other = new Row("c5", 2, START.plusSeconds(9999), null, List.of("all", "new"));
    assertThat(await(rows.replace(other, 1))).isTrue();
    assertThat(await(rows.delete("c2999"))).isTrue();
    for (int start = 0; start < 2; start++) {
      assertThat(looksAtNoMore(eq("terms", "new"), 2)).containsExactly("c5");
      assertThat(looksAtNoMore(eq("terms", "only5"), 2)).isEmpty();
      assertThat(looksAtNoMore(eq("terms", "all"), 2)).containsExactly("c5", "c2998");
      if (start == 0) {
        await(store.close());
        database.close();
        open();
      }
    }
  }

  @Test
  void whatIsReplacedAgainAndAgainIsTidiedAway() {
    for (long version = 1; version < 6; version++) {
      long next = version + 1;
      List<Future<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        Row row = row(i, next);
        List<String> terms = new ArrayList<>(row.terms());
        terms.add("v" + next);
        all.add(rows.replace(new Row(row.id(), next, row.at(), row.dueAt(), terms), version));
      }
      await(Future.all(all));
    }
    assertThat(looksAtNoMore(eq("terms", "v5"), 2)).isEmpty();
    assertThat(looksAtNoMore(eq("terms", "v6"), 2)).containsExactly("c2999", "c2998");
    assertThat(looksAtNoMore(eq("terms", "only1234"), 2)).containsExactly("c1234");
  }
}
