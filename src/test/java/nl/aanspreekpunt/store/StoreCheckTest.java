package nl.aanspreekpunt.store;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.bson.Document;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCheckTest {
  private final Vertx vertx = Vertx.vertx();
  private final BrokenServer server = new BrokenServer();
  @TempDir Path directory;

  @AfterEach
  void stop() {
    server.close();
    await(vertx.close());
  }

  private Store open() {
    return await(Store.open(vertx, new StoreSettings(server.uri(), directory)));
  }

  @Test
  void aSoundServerIsTakenAndNothingOfTheCheckStays() {
    Store store = open();
    assertThat(server.tables()).noneMatch(name -> name.contains("check-"));
    await(store.close());
  }

  @Test
  void aServerWhoseUniqueKeyIsNotUniqueIsRefused() {
    server.breaking("insert", query -> BrokenServer.done());
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("8 of 8 writers inserted the same _id")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aServerThatForgetsTheConditionOfAnUpdateIsRefused() {
    UnaryOperator<Document> onlyTheId =
        query -> {
          Document filter = (Document) query.get("query");
          Object id = ((java.util.List<Document>) filter.get("$and")).get(0).get("_id");
          return new Document(query).append("query", new Document("_id", id));
        };
    server.breaking("findAndModify", onlyTheId);
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("writers made the same conditional update");
  }

  @Test
  void aServerThatLosesOneUpdateIsRefused() {
    AtomicInteger updates = new AtomicInteger();
    server.breaking(
        "findAndModify", query -> updates.incrementAndGet() == 40 ? BrokenServer.done() : query);
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("of 32 updates at the same moment 31 stayed");
  }

  @Test
  void aServerThatKeepsNoJournalIsRefused() {
    server.breaking(
        "insert",
        query ->
            Boolean.TRUE.equals(((Document) query.get("writeConcern")).get("j"))
                ? BrokenServer.refusal(2, "BadValue").append("errmsg", "no journaling here")
                : query);
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("no journaling here")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aServerBefore44IsRefused() {
    server.version(ServerVersion.MONGO_3_6);
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("older than MongoDB 4.4");
  }
}
