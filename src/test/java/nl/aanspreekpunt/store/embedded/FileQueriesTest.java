package nl.aanspreekpunt.store.embedded;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.inbox.email.Attachments;
import nl.aanspreekpunt.inbox.files.Filing;
import nl.aanspreekpunt.inbox.files.HeldKinds;
import nl.aanspreekpunt.inbox.files.Scanner;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.StoreSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of many messages few have files that wait: what is asked about those looks at no others. */
class FileQueriesTest {
  private static final int MANY = 500;
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  @Test
  void whatIsDueAndWhatWaitsIsNoScan(@TempDir Path folder) throws Exception {
    Vertx vertx = Vertx.vertx();
    try (EmbeddedDatabase database = EmbeddedDatabase.open(folder)) {
      Store store = await(Store.open(vertx, new StoreSettings(database.uri(), folder)));
      Receipts receipts = Receipts.in(store);
      Filing filing =
          new Filing(
              store,
              new Attachments(vertx, receipts),
              HeldKinds.usual(),
              Scanner.NONE,
              Clock.fixed(NOW, ZoneOffset.UTC),
              state -> {});
      await(filing.prepare());
      await(
          Future.all(IntStream.range(0, MANY).mapToObj(i -> receipts.store(receipt(i))).toList()));

      long before = database.looked();
      assertThat(await(filing.waiting(100))).isEqualTo(5);
      assertThat(await(filing.longest())).isEqualTo(Duration.ofMinutes(500));
      assertThat(database.looked() - before).isLessThanOrEqualTo(6);
      before = database.looked();
      assertThat(await(filing.tick())).isZero();
      assertThat(database.looked() - before).isZero();
      await(store.close());
    } finally {
      await(vertx.close());
    }
  }

  /** Of a hundred one waits, to be tried later. */
  private static Receipt receipt(int i) {
    boolean waits = i % 100 == 0;
    Instant since = NOW.minus(Duration.ofMinutes(MANY - i));
    return new Receipt(
        "m" + i,
        Channel.EMAIL,
        Receipt.State.ROUTED,
        NOW,
        NOW,
        "",
        List.of(),
        new byte[10],
        0,
        10,
        Map.of(),
        null,
        "case",
        null,
        "opened",
        1,
        null,
        List.<StoredFile>of(),
        waits ? since : null,
        waits ? NOW.plusSeconds(60) : null);
  }
}
