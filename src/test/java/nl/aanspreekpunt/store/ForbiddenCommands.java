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
import org.bson.BsonValue;

/** Notes what the design forbids, so that the hub runs on any MongoDB from 4.4 on. */
final class ForbiddenCommands implements CommandListener {
  private static final Set<String> INDEX_OPTIONS =
      Set.of("expireAfterSeconds", "partialFilterExpression", "sparse", "unique", "collation");
  private static final Set<String> ALLOWED_STAGES = Set.of("$match", "$group", "$limit", "$skip");
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
    switch (event.getCommandName()) {
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
    }
    if (write.containsKey("collation")) {
      forbid(event, "a collation");
    }
    if (!write.getBoolean("multi", BsonBoolean.FALSE).getValue()) {
      named(event, write.getDocument(filter));
    }
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
}
