package nl.aanspreekpunt.store.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every command to the embedded database, and when it may be answered. */
final class Backend extends AbstractMongoBackend {
  private static final Logger log = LoggerFactory.getLogger(Backend.class);
  private static final Set<String> REFUSED = Set.of("listdatabases", "renamecollection");

  /** What a driver says before it names a database, or when it leaves. */
  private static final Set<String> GREETINGS =
      Set.of("hello", "ismaster", "ping", "buildinfo", "endsessions");

  private static final int UNAUTHORIZED = 13;
  private static final int UNKNOWN = 8;
  private final String name;
  private final MVStore store;
  private final Journal journal;
  private final LongAdder looked = new LongAdder();
  private final Database documents;

  Backend(String name, MVStore store, Journal journal) {
    this.name = name;
    this.store = store;
    this.journal = journal;
    documents = (Database) resolveDatabase(name);
    journal.start();
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String database) {
    return new Database(database, store, getCursorRegistry(), looked);
  }

  /** An answer, also a refusal, tells what is on disk when the command asked for that. */
  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    if (!allowed(database, command.toLowerCase(Locale.ROOT))) {
      return refusal(UNAUTHORIZED, "Unauthorized", "not allowed here");
    }
    Document answer = journal.during(() -> answer(channel, database, command, query));
    return journaled(query) ? onDisk(answer) : answer;
  }

  /** Whoever does not know the name, which is a secret, comes to no collection by another. */
  private boolean allowed(String database, String command) {
    return database.equals(name)
        ? !REFUSED.contains(command)
        : database.equals("admin") && GREETINGS.contains(command);
  }

  private Document answer(Channel channel, String database, String command, Document query) {
    try {
      Optional<Document> found = Find.of(query).flatMap(asked -> documents.find(asked));
      if (found.isPresent()) {
        AnswerEncoder.on(channel);
        return found.get();
      }
      Optional<Document> count = Counting.command(query);
      if (count.isEmpty()) {
        return super.handleCommand(channel, database, command, query);
      }
      String namespace = database + "." + query.get(command);
      return Counting.answer(
          super.handleCommand(channel, database, "count", count.get()), namespace);
    } catch (MongoServerError e) {
      return refusal(e.getCode(), e.getCodeName(), e.getMessageWithoutErrorCode());
    } catch (MongoServerException e) {
      return refusal(UNKNOWN, "UnknownError", e.getMessageWithoutErrorCode());
    } catch (RuntimeException e) {
      log.error("{} failed: {} at {}", command, e.getClass().getName(), e.getStackTrace()[0]);
      return refusal(UNKNOWN, "UnknownError", "the embedded database failed");
    }
  }

  private static boolean journaled(Document query) {
    return query.get("writeConcern") instanceof Document concern
        && Boolean.TRUE.equals(concern.get("j"));
  }

  private Document onDisk(Document answer) {
    try {
      journal.sync();
      return answer;
    } catch (RuntimeException e) {
      log.error("the embedded database cannot be written: {}", e.getMessage());
      return refusal(UNKNOWN, "UnknownError", "not written to disk");
    }
  }

  private static Document refusal(int code, String codeName, String message) {
    return new Document("ok", 0)
        .append("code", code)
        .append("codeName", codeName)
        .append("errmsg", message);
  }

  /** The protocol of before 3.6, which no supported driver uses for queries. */
  @Override
  public QueryResult handleQuery(MongoQuery query) {
    throw new MongoServerException("not supported");
  }

  long looked() {
    return looked.sum();
  }

  @Override
  public void close() {
    super.close();
    journal.close();
  }
}
