package nl.aanspreekpunt.store.embedded;

import static com.mongodb.client.model.Filters.eq;
import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Sorts;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.aanspreekpunt.store.Index;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.StoreRefused;
import nl.aanspreekpunt.store.StoreSettings;
import nl.aanspreekpunt.store.Table;
import nl.aanspreekpunt.store.embedded.KilledWriter.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after {@code kill -9}; the process and its death are real. */
class KillTest {
  private static final int ROUNDS = 4;
  private static final int ENOUGH = 400;

  /** More than one writer writes before it is killed. */
  private static final int MANY = 10_000;

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void everythingAcknowledgedIsThereOnceByIdAndByIndex() throws Exception {
    List<String> acknowledged = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged.addAll(untilKilled("r" + round));
      assertThat(acknowledged)
          .hasSizeGreaterThanOrEqualTo(ENOUGH * (round + 1))
          .doesNotHaveDuplicates();
      Store store = await(Store.open(vertx, new StoreSettings(null, folder)));
      verify(store, acknowledged);
      await(store.close());
    }
  }

  private List<String> untilKilled(String round) throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                folder.toString(),
                round)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> printed = new ArrayList<>();
    try (BufferedReader out = writer.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        printed.add(line);
        if (printed.size() == ENOUGH) {
          writer.toHandle().destroyForcibly();
        }
      }
    } finally {
      writer.destroyForcibly();
    }
    writer.waitFor();
    return printed.stream().filter(line -> line.startsWith("r")).toList();
  }

  private static void verify(Store store, List<String> acknowledged) {
    await(store.ensure("entries", List.of(Index.on("writer", "at"))));
    Table<Entry> entries = store.table("entries", Entry.class);
    assertThat(await(entries.findAll(acknowledged, "raw")))
        .extracting(Entry::id)
        .containsExactlyElementsOf(acknowledged);
    var byWriter =
        acknowledged.stream()
            .collect(Collectors.groupingBy(id -> id.substring(0, id.lastIndexOf('-'))));
    byWriter.forEach(
        (writer, ids) ->
            assertThat(
                    await(entries.find(eq("writer", writer), Sorts.ascending("at"), MANY, "raw")))
                .extracting(Entry::id)
                .doesNotHaveDuplicates()
                .containsAll(ids));
  }

  @Test
  void twoHubsCannotShareADirectory() {
    StoreSettings settings = new StoreSettings(null, folder);
    Store first = await(Store.open(vertx, settings));
    assertThatThrownBy(() -> await(Store.open(vertx, settings)))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("in use by another hub");
    await(first.close());
  }

  @Test
  void onlyTheOwnerMayReadTheFile() throws IOException {
    Store store = await(Store.open(vertx, new StoreSettings(null, folder)));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("store.mv"))))
        .isEqualTo("rw-------");
    await(store.close());
  }
}
