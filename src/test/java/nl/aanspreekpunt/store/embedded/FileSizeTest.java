package nl.aanspreekpunt.store.embedded;

import static com.mongodb.client.model.Updates.set;
import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.StoreSettings;
import nl.aanspreekpunt.store.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file grows with what is kept, not with what was ever written, while the hub runs. */
class FileSizeTest {
  private static final int DOCUMENTS = 500;
  private static final int BYTES = 2_000;
  private static final long KEPT = (long) DOCUMENTS * BYTES;
  private static final int ROUNDS = 80;
  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final Random random = new Random(5);
  private Store store;
  private Table<Thing> things;

  public record Thing(String id, byte[] bytes) {}

  @BeforeEach
  void open() {
    store = await(Store.open(vertx, new StoreSettings(null, folder)));
    things = store.journaled("things", Thing.class);
    await(Future.all(each(i -> things.insert(new Thing(Integer.toString(i), bytes())))));
  }

  @AfterEach
  void close() {
    await(store.close());
    await(vertx.close());
  }

  private static List<Future<?>> each(IntFunction<Future<?>> act) {
    return IntStream.range(0, DOCUMENTS).<Future<?>>mapToObj(act).toList();
  }

  private byte[] bytes() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  private long size() {
    try {
      return Files.size(folder.resolve("store.mv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void overwriteAll() {
    await(Future.all(each(i -> things.set(Integer.toString(i), set("bytes", bytes())))));
  }

  @Test
  void overwritingTheSameDocumentsKeepsTheFileSmall() {
    for (int round = 0; round < ROUNDS; round++) {
      overwriteAll();
      assertThat(size()).as("after round " + round).isLessThan(20 * KEPT);
    }
  }

  @Test
  void whatIsDeletedMakesRoomForWhatComesAndThenThereIsRest() {
    for (int round = 0; round < 6; round++) {
      String name = "of-" + round + "-";
      await(Future.all(each(i -> things.insert(new Thing(name + i, bytes())))));
      await(Future.all(each(i -> things.delete(name + i))));
    }
    assertThat(size()).isLessThan(20 * KEPT);
    Until.until("nothing is written any more", this::rests);
  }

  private boolean rests() {
    try {
      long age =
          System.currentTimeMillis()
              - Files.getLastModifiedTime(folder.resolve("store.mv")).toMillis();
      return age > 1_000;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
