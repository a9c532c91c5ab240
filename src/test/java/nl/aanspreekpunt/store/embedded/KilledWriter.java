package nl.aanspreekpunt.store.embedded;

import com.mongodb.client.model.Updates;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.StoreSettings;
import nl.aanspreekpunt.store.Table;

/**
 * A process that writes as fast as it can and prints each id it was told is safe, until killed. It
 * writes over what it wrote before, so that the file is tidied meanwhile.
 */
public final class KilledWriter {
  private static final int AT_ONCE = 32;

  private KilledWriter() {}

  public record Entry(String id, String writer, Instant at, byte[] raw, long version) {}

  public static void main(String[] args) {
    Vertx vertx = Vertx.vertx();
    Store.open(vertx, new StoreSettings(null, Path.of(args[0])))
        .onSuccess(
            store -> {
              Table<Entry> entries = store.journaled("entries", Entry.class);
              Table<Entry> changes = store.table("entries", Entry.class);
              for (int i = 0; i < AT_ONCE; i++) {
                write(entries, changes, args[1] + "-" + i, 0);
              }
            })
        .onFailure(
            e -> {
              System.out.println("failed " + e.getMessage());
              System.exit(1);
            });
  }

  private static void write(Table<Entry> entries, Table<Entry> changes, String writer, int n) {
    String id = writer + "-" + n;
    entries
        .insert(new Entry(id, writer, Instant.EPOCH.plusSeconds(n), new byte[2048], 0))
        .onSuccess(inserted -> System.out.println(id))
        .compose(inserted -> changes.upsert(id, Updates.inc("version", 1L)))
        .compose(counted -> changes.set(writer + "-" + n / 2, Updates.set("raw", new byte[1024])))
        .onSuccess(done -> write(entries, changes, writer, n + 1));
  }
}
