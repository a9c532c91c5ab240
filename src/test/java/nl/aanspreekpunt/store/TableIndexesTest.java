package nl.aanspreekpunt.store;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** On a server where an administrator made indexes of their own. */
class TableIndexesTest {
  private static final List<Index> WANTED = List.of(Index.on("owner", "dueAt"), Index.on("dueAt"));
  private final Vertx vertx = Vertx.vertx();
  @TempDir Path directory;
  private final BrokenServer server = new BrokenServer();
  private MongoClient administrator;
  private MongoCollection<Document> things;
  private Store store;

  @BeforeEach
  void start() {
    administrator = MongoClients.create(server.uri());
    things = administrator.getDatabase("town").getCollection("things");
    store = await(Store.open(vertx, new StoreSettings(server.uri(), directory)));
  }

  @AfterEach
  void stop() {
    await(store.close());
    administrator.close();
    server.close();
    await(vertx.close());
  }

  private List<Document> keys() {
    return Flux.from(things.listIndexes())
        .map(index -> index.get("key", Document.class))
        .collectList()
        .block();
  }

  private void made(Document key, IndexOptions options) {
    Mono.from(things.createIndexes(List.of(new IndexModel(key, options)))).block();
  }

  @Test
  void whatIsMissingIsMadeAndNothingTwice() {
    await(store.ensure("things", WANTED));
    await(store.ensure("things", WANTED));
    assertThat(keys())
        .containsExactlyInAnyOrder(
            new Document("_id", 1),
            new Document("owner", 1).append("dueAt", 1),
            new Document("dueAt", 1));
  }

  @Test
  void anIndexByAnotherNameOrMadeInAShellDoes() {
    made(new Document("dueAt", 1.0), new IndexOptions().name("mine"));
    await(store.ensure("things", WANTED));
    assertThat(keys()).hasSize(3);
  }

  @Test
  void anIndexThatOthersNeedIsLeft() {
    made(new Document("owner", 1), new IndexOptions());
    await(store.ensure("things", WANTED));
    assertThat(keys()).hasSize(4);
  }

  @Test
  void whatAnEarlierVersionMadeGoesOnceItsPlaceIsTaken() {
    List<Index> before = List.of(Index.on("owner"), Index.on("dueAt"));
    await(store.ensure("things", before));
    await(store.ensure("things", WANTED, List.of(Index.on("owner"))));
    await(store.ensure("things", WANTED, List.of(Index.on("owner"))));
    assertThat(keys())
        .containsExactlyInAnyOrder(
            new Document("_id", 1),
            new Document("owner", 1).append("dueAt", 1),
            new Document("dueAt", 1));
  }

  @Test
  void whatCannotBeDroppedStopsNothing() {
    await(store.ensure("things", List.of(Index.on("owner"))));
    server.breaking("dropIndexes", query -> BrokenServer.refusal(13, "Unauthorized"));
    await(store.ensure("things", WANTED, List.of(Index.on("owner"))));
    assertThat(keys()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"expires", "unique"})
  void anIndexThatDeletesOrRefusesByItselfIsRefusedInOneLine(String how) {
    IndexOptions options = new IndexOptions().name("theirs");
    made(
        new Document("owner", 1),
        how.equals("unique") ? options.unique(true) : options.expireAfter(1L, TimeUnit.DAYS));
    assertThatThrownBy(() -> await(store.ensure("things", WANTED)))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("its collection things has the index theirs")
        .hasMessageContaining("drop it")
        .hasMessageNotContaining("\n");
  }

  @Test
  void whatTheServerDoesNotMakeIsNamed() {
    server.breaking("createIndexes", query -> BrokenServer.done());
    assertThatThrownBy(() -> await(store.ensure("things", WANTED)))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("did not make the index on [owner, dueAt]");
  }

  @Test
  void whatTheServerRefusesIsSaidInItsWords() {
    server.breaking(
        "createIndexes",
        query -> BrokenServer.refusal(86, "IndexKeySpecsConflict").append("errmsg", "same name"));
    assertThatThrownBy(() -> await(store.ensure("things", WANTED)))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("refuses an index (same name)");
  }
}
