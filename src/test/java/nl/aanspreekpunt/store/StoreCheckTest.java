package nl.aanspreekpunt.store;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCheckTest {
  private final Vertx vertx = Vertx.vertx();
  private MongoServer server;
  @TempDir Path directory;

  /** A server over a real socket that does not do one thing which it says it does. */
  private static final class Broken extends H2Backend {
    private final String broken;
    private final UnaryOperator<Document> how;

    Broken(String broken, UnaryOperator<Document> how) {
      super(MVStore.open(null));
      this.broken = broken;
      this.how = how;
    }

    @Override
    public Document handleCommand(Channel from, String database, String command, Document query) {
      Document asked = command.equals(broken) ? how.apply(query) : query;
      if (asked == null) {
        return new Document("n", 1).append("value", new Document()).append("ok", 1.0);
      }
      return super.handleCommand(from, database, command, asked);
    }
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.shutdownNow();
    }
    await(vertx.close());
  }

  private Store open(H2Backend backend) {
    server = new MongoServer(backend);
    var address = server.bind();
    String uri = "mongodb://" + address.getHostString() + ":" + address.getPort();
    return await(Store.open(vertx, new StoreSettings(uri, directory)));
  }

  @Test
  void aSoundServerIsTakenAndNothingOfTheCheckStays() {
    H2Backend sound = new Broken("none", query -> query);
    Store store = open(sound);
    assertThat(sound.getMvStore().getMapNames()).noneMatch(name -> name.contains("check-"));
    await(store.close());
  }

  @Test
  void aServerWhoseUniqueKeyIsNotUniqueIsRefused() {
    assertThatThrownBy(() -> open(new Broken("insert", query -> null)))
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
    assertThatThrownBy(() -> open(new Broken("findAndModify", onlyTheId)))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("writers made the same conditional update");
  }

  @Test
  void aServerThatLosesOneUpdateIsRefused() {
    AtomicInteger updates = new AtomicInteger();
    UnaryOperator<Document> losing = query -> updates.incrementAndGet() == 40 ? null : query;
    assertThatThrownBy(() -> open(new Broken("findAndModify", losing)))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("of 32 updates at the same moment 31 stayed");
  }

  @Test
  void aServerBefore44IsRefused() {
    H2Backend old = new Broken("none", query -> query);
    old.version(ServerVersion.MONGO_3_6);
    assertThatThrownBy(() -> open(old))
        .isInstanceOf(StoreRefused.class)
        .hasMessageContaining("older than MongoDB 4.4");
  }
}
