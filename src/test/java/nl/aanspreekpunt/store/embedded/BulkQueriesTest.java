package nl.aanspreekpunt.store.embedded;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.aanspreekpunt.casework.bulk.Bulk;
import nl.aanspreekpunt.casework.bulk.BulkAct;
import nl.aanspreekpunt.casework.bulk.Bulks;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the clock asks each second of acts in several cases: what is due, and nothing else. */
class BulkQueriesTest {
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  @Test
  void whatIsDueAndWhatOneBeganIsFoundWithoutTheRest(@TempDir Path folder) throws Exception {
    Vertx vertx = Vertx.vertx();
    EmbeddedDatabase database = EmbeddedDatabase.open(folder);
    Store store = await(Store.open(vertx, new StoreSettings(database.uri(), folder)));
    try {
      Bulks bulks = Bulks.in(store);
      await(bulks.prepare());
      await(Future.all(IntStream.range(0, 300).mapToObj(i -> bulks.add(one(i))).toList()));
      looksAtNoMore(database, () -> bulks.due(at(4), 20), 5);
      looksAtNoMore(database, () -> bulks.of("official7", 3), 3);
      assertThat(await(bulks.of("official7", 1)).get(0).act())
          .isEqualTo(new BulkAct.Answer("De boom is weg.", null, true));
    } finally {
      await(store.close());
      database.close();
      await(vertx.close());
    }
  }

  private static void looksAtNoMore(
      EmbeddedDatabase database, Supplier<Future<List<Bulk>>> query, int expected) {
    long before = database.looked();
    assertThat(await(query.get())).hasSize(expected);
    assertThat(database.looked() - before).isLessThanOrEqualTo(expected);
  }

  private static Bulk one(int i) {
    BulkAct act = new BulkAct.Answer("De boom is weg.", null, true);
    String by = "official" + i % 50;
    return new Bulk("b" + i, 1, by, at(i), act, List.of(), List.of(), null, 0, null, at(i));
  }

  private static Instant at(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }
}
