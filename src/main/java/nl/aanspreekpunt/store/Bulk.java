package nl.aanspreekpunt.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.RawBsonDocument;

/**
 * Writes to one table that are made at the same moment leave together, unordered; one failing
 * touches no other. When none is under way they leave as soon as what makes them lets go of its
 * thread, else they wait until those are answered, until there are enough, or for two milliseconds.
 */
final class Bulk {
  private static final int MOST = 64;
  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final long LONGEST_MS = 2;
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
  private final Vertx vertx;
  private final MongoCollection<RawBsonDocument> collection;
  private final Commands commands;
  private List<Item> waiting = new ArrayList<>();
  private int waitingBytes;
  private int underWay;
  private long left;

  private record Item(WriteModel<RawBsonDocument> write, Promise<Void> answer) {}

  Bulk(Vertx vertx, MongoCollection<RawBsonDocument> collection, Commands commands) {
    this.vertx = vertx;
    this.collection = collection;
    this.commands = commands;
  }

  /** Fails with the {@link MongoWriteException} of this write only. */
  Future<Void> add(WriteModel<RawBsonDocument> write, int bytes) {
    Promise<Void> answer = commands.promise();
    List<Item> leaving;
    synchronized (this) {
      waiting.add(new Item(write, answer));
      waitingBytes += bytes;
      boolean enough = waiting.size() >= MOST || waitingBytes >= MOST_BYTES;
      leaving = enough ? leave() : List.of();
      if (waiting.size() == 1) {
        soon(left);
      }
    }
    send(leaving);
    return answer.future();
  }

  /** Called with the lock held. */
  private void soon(long mine) {
    if (underWay == 0) {
      vertx.runOnContext(turn -> send(leaveIfStill(mine)));
    } else {
      vertx.setTimer(LONGEST_MS, t -> send(leaveIfStill(mine)));
    }
  }

  private synchronized List<Item> leaveIfStill(long mine) {
    return left == mine ? leave() : List.of();
  }

  /** Called with the lock held. */
  private List<Item> leave() {
    List<Item> leaving = waiting;
    waiting = new ArrayList<>();
    waitingBytes = 0;
    left++;
    underWay += leaving.isEmpty() ? 0 : 1;
    return leaving;
  }

  private void send(List<Item> items) {
    if (items.isEmpty()) {
      return;
    }
    var writes = items.stream().map(Item::write).toList();
    Promise<List<BulkWriteResult>> result = Promise.promise();
    commands
        .sent(result, () -> collection.bulkWrite(writes, UNORDERED), Function.identity())
        .onSuccess(done -> items.forEach(item -> item.answer().complete()))
        .onFailure(e -> fail(items, e))
        .onComplete(done -> send(answered()));
  }

  private synchronized List<Item> answered() {
    underWay--;
    return underWay == 0 ? leave() : List.of();
  }

  private static void fail(List<Item> items, Throwable failure) {
    if (failure instanceof MongoBulkWriteException some && some.getWriteConcernError() == null) {
      Map<Integer, MongoWriteException> failed = new HashMap<>();
      for (BulkWriteError error : some.getWriteErrors()) {
        failed.put(
            error.getIndex(),
            new MongoWriteException(error, some.getServerAddress(), some.getErrorLabels()));
      }
      for (int i = 0; i < items.size(); i++) {
        answer(items.get(i), failed.get(i));
      }
    } else {
      items.forEach(item -> answer(item, failure));
    }
  }

  private static void answer(Item item, Throwable failure) {
    if (failure == null) {
      item.answer().complete();
    } else {
      item.answer().fail(failure);
    }
  }
}
