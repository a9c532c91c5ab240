package nl.aanspreekpunt.store;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Notes what the design forbids, so that the hub runs on any MongoDB from 4.4 on. */
final class ForbiddenCommands implements CommandListener {
  private static final Set<String> INDEX_OPTIONS =
      Set.of("expireAfterSeconds", "partialFilterExpression", "sparse", "unique", "collation");
  private static final Set<String> ALLOWED_STAGES = Set.of("$match", "$group", "$limit", "$skip");
  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");
  private static final Set<String> READS = Set.of("find", "aggregate", "count", "distinct");
  private static final BsonString MAJORITY = new BsonString("majority");
  private static final BsonString SENDING = new BsonString("SENDING");
  private final Queue<String> seen = new ConcurrentLinkedQueue<>();

  List<String> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void commandStarted(CommandStartedEvent event) {
    BsonDocument command = event.getCommand();
    if (command.containsKey("startTransaction") || command.containsKey("autocommit")) {
      forbid(event, "a transaction");
    }
    if (command.containsKey("collation")) {
      forbid(event, "a collation");
    }
    concerns(event, command);
    switch (event.getCommandName()) {
      case "insert" ->
          documents(command, "documents").forEach(d -> refused(event, RefusedUpdates.in(d)));
      case "createIndexes" -> documents(command, "indexes").forEach(i -> index(event, i));
      case "update" -> documents(command, "updates").forEach(u -> update(event, u, "q", "u"));
      case "delete" -> documents(command, "deletes").forEach(d -> one(event, d, "q"));
      case "findAndModify" -> {
        if (command.containsKey("sort")) {
          forbid(event, "a sort in findAndModify");
        }
        update(event, command, "query", "update");
      }
      case "find" -> text(event, command.getDocument("filter", new BsonDocument()));
      case "aggregate" -> pipeline(event, command);
      default -> {}
    }
  }

  /** Written to the majority, and read as the majority has it: neither is ever rolled back. */
  private void concerns(CommandStartedEvent event, BsonDocument command) {
    BsonDocument none = new BsonDocument();
    if (WRITES.contains(event.getCommandName())
        && !MAJORITY.equals(command.getDocument("writeConcern", none).get("w"))) {
      forbid(event, "a write that is not acknowledged by the majority");
    }
    if (READS.contains(event.getCommandName())
        && !MAJORITY.equals(command.getDocument("readConcern", none).get("level"))) {
      forbid(event, "a read of what could be rolled back");
    }
  }

  private void refused(CommandStartedEvent event, List<String> refused) {
    refused.forEach(what -> forbid(event, what));
  }

  private static List<BsonDocument> documents(BsonDocument command, String field) {
    return command.getArray(field, new BsonArray()).stream().map(BsonValue::asDocument).toList();
  }

  private void index(CommandStartedEvent event, BsonDocument index) {
    INDEX_OPTIONS.stream()
        .filter(index::containsKey)
        .forEach(option -> forbid(event, "an index with " + option));
  }

  private void update(CommandStartedEvent event, BsonDocument write, String filter, String change) {
    if (write.containsKey(change) && write.get(change).isArray()) {
      forbid(event, "a pipeline as update");
    } else if (write.containsKey(change)) {
      refused(event, RefusedUpdates.in(write.getDocument(change)));
    }
    if (write.getBoolean("upsert", BsonBoolean.FALSE).getValue()
        && !write.getDocument(filter).keySet().equals(Set.of("_id"))
        && !replacesAsSeen(write.getDocument(filter), write.get(change))) {
      forbid(event, "an upsert by more than _id");
    }
    if (write.containsKey(change) && claims(write.get(change)) && !journaled(event)) {
      forbid(event, "a claim of what is then sent that is not journaled");
    }
    if (write.containsKey("collation")) {
      forbid(event, "a collation");
    }
    if (!write.getBoolean("multi", BsonBoolean.FALSE).getValue()) {
      named(event, write.getDocument(filter));
    }
  }

  /** A message is claimed: a provider hears of it next. */
  private static boolean claims(BsonValue change) {
    return change.isDocument()
        && SENDING.equals(change.asDocument().getDocument("$set", new BsonDocument()).get("state"));
  }

  private static boolean journaled(CommandStartedEvent event) {
    return BsonBoolean.TRUE.equals(
        event.getCommand().getDocument("writeConcern", new BsonDocument()).get("j"));
  }

  private void one(CommandStartedEvent event, BsonDocument delete, String filter) {
    if (delete.getNumber("limit", new BsonInt32(0)).intValue() == 1) {
      named(event, delete.getDocument(filter));
    }
  }

  /** A write of one document on a sharded cluster must say which. */
  private void named(CommandStartedEvent event, BsonDocument filter) {
    boolean inParts =
        filter.containsKey("$and")
            && documents(filter, "$and").stream().anyMatch(part -> part.containsKey("_id"));
    if (!filter.containsKey("_id") && !inParts) {
      forbid(event, "a write of one document without its _id");
    }
  }

  private void pipeline(CommandStartedEvent event, BsonDocument command) {
    for (BsonDocument stage : documents(command, "pipeline")) {
      if (!ALLOWED_STAGES.contains(stage.getFirstKey())) {
        forbid(event, "the stage " + stage.getFirstKey());
      }
      text(event, stage);
    }
  }

  private void text(CommandStartedEvent event, BsonDocument filter) {
    if (filter.toString().contains("\"$text\"")) {
      forbid(event, "$text");
    }
  }

  private void forbid(CommandStartedEvent event, String what) {
    seen.add(what + " in " + event.getCommandName() + " " + event.getCommand().keySet());
  }

  /** By id and version the whole document: where the version is another the id cannot be new. */
  private static boolean replacesAsSeen(BsonDocument filter, BsonValue change) {
    return filter.keySet().equals(Set.of("_id", "version"))
        && change.isDocument()
        && filter.get("_id").equals(change.asDocument().get("_id"));
  }
}
