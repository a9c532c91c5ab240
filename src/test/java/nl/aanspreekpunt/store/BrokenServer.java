package nl.aanspreekpunt.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.h2.mvstore.MVStore;

/** A server over a real socket that does something else than it says. */
public final class BrokenServer implements AutoCloseable {
  private static final Set<String> COMMANDS =
      Set.of("insert", "update", "delete", "findAndModify", "find", "aggregate", "ping");
  private final Breaking backend;
  private final MongoServer server;

  private static final class Breaking extends H2Backend {
    private volatile BiFunction<String, Document, Document> how = (command, query) -> query;

    Breaking() {
      super(MVStore.open(null));
    }

    @Override
    public Document handleCommand(Channel from, String database, String command, Document query) {
      Document asked = how.apply(command, query);
      return asked.containsKey("ok") ? asked : super.handleCommand(from, database, command, asked);
    }
  }

  public BrokenServer() {
    backend = new Breaking();
    server = new MongoServer(backend);
    server.bind("127.0.0.1", 0);
  }

  /** What a command becomes before it is carried out; with {@code ok} in it, it is the answer. */
  public BrokenServer breaking(BiFunction<String, Document, Document> how) {
    backend.how = how;
    return this;
  }

  /** The same for one command only. */
  public BrokenServer breaking(String command, UnaryOperator<Document> how) {
    return breaking((asked, query) -> asked.equals(command) ? how.apply(query) : query);
  }

  public BrokenServer whole() {
    return breaking((command, query) -> query);
  }

  BrokenServer version(ServerVersion version) {
    backend.version(version);
    return this;
  }

  /** A member of a replica set that is no longer, or not yet, its primary. */
  public BrokenServer steppedDown() {
    return breaking(
        (command, query) ->
            COMMANDS.contains(command)
                ? refusal(10107, "NotWritablePrimary").append("errmsg", "not primary")
                : query);
  }

  /** Says that it was done. */
  static Document done() {
    return new Document("n", 1).append("value", new Document()).append("ok", 1.0);
  }

  public static Document refusal(int code, String codeName) {
    return new Document("ok", 0).append("code", code).append("codeName", codeName);
  }

  List<String> tables() {
    return List.copyOf(backend.getMvStore().getMapNames());
  }

  public String uri() {
    return server.getConnectionString() + "/town";
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
