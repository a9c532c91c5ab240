package nl.aanspreekpunt.store;

import static com.mongodb.client.model.Updates.set;
import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import de.bwaldvogel.mongo.bson.Document;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever keeps the database from doing its work now, who asked learns that it is away. */
class StoreAwayTest {
  private final BrokenServer server = new BrokenServer();
  private final Vertx vertx = Vertx.vertx();
  @TempDir Path directory;
  private Store store;
  private Table<Thing> things;

  public record Thing(String id, long version) {}

  @BeforeEach
  void open() {
    store = await(Store.open(vertx, new StoreSettings(server.uri(), directory)));
    things = store.journaled("things", Thing.class);
    await(things.insert(new Thing("a", 1)));
  }

  @AfterEach
  void close() {
    await(store.close());
    server.close();
    await(vertx.close());
  }

  private Stream<Future<?>> everything() {
    return Stream.of(
        things.insert(new Thing("b", 1)),
        things.set("a", set("version", 2L)),
        things.replace(new Thing("a", 2), 1),
        things.change("a", null, set("version", 2L)),
        things.upsert("c", set("version", 2L)),
        things.delete("a"),
        things.find("a"),
        things.find(Filters.empty(), null, 5),
        things.findAll(List.of("a")),
        things.count(Filters.empty(), 5));
  }

  private static void isAway(Future<?> asked) {
    assertThatThrownBy(() -> await(asked))
        .isInstanceOf(StoreAway.class)
        .hasMessageNotContaining("\n");
  }

  @Test
  void whileAnotherPrimaryIsChosenEachCommandSaysSoAndAfterwardsTheyWork() {
    server.steppedDown();
    everything().forEach(StoreAwayTest::isAway);
    assertThatThrownBy(() -> await(store.ping())).isNotNull();
    server.whole();
    assertThat(await(things.find("a"))).contains(new Thing("a", 1));
    assertThat(await(things.insert(new Thing("b", 1)))).isTrue();
  }

  /** A full disk, a time limit of the server, a shard without a primary, shutting down. */
  @ParameterizedTest
  @ValueSource(ints = {14031, 50, 133, 91})
  void whatMayGoBetterLaterIsAway(int code) {
    server.breaking(
        (command, query) ->
            List.of("insert", "find").contains(command)
                ? BrokenServer.refusal(code, "Code").append("errmsg", "not now")
                : query);
    isAway(things.insert(new Thing("b", 1)));
    isAway(things.find("a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"insert", "update", "delete", "findAndModify"})
  void aWriteThatTheMajorityDoesNotHaveIsNotDone(String command) {
    Document waiting =
        new Document("code", 64)
            .append("codeName", "WriteConcernFailed")
            .append("errmsg", "waiting for replication timed out");
    server.breaking(
        command,
        query -> BrokenServer.done().append("nModified", 1).append("writeConcernError", waiting));
    isAway(
        switch (command) {
          case "insert" -> things.insert(new Thing("b", 1));
          case "update" -> things.set("a", set("version", 2L));
          case "delete" -> things.delete("a");
          default -> things.change("a", null, set("version", 2L));
        });
  }

  @Test
  void whatIsWrongWithACommandIsNotSaidToBeTheDatabase() {
    server.breaking(
        "find", query -> BrokenServer.refusal(2, "BadValue").append("errmsg", "no such operator"));
    assertThatThrownBy(() -> await(things.find("a")))
        .isNotInstanceOf(StoreAway.class)
        .hasMessageContaining("no such operator");
  }
}
