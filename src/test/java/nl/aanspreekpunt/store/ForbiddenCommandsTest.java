package nl.aanspreekpunt.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ConnectionDescription;
import com.mongodb.connection.ServerId;
import com.mongodb.event.CommandStartedEvent;
import org.bson.BsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForbiddenCommandsTest {
  private final ForbiddenCommands forbidden = new ForbiddenCommands();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{insert: 'a', documents: [], startTransaction: true}",
        "{aggregate: 'a', pipeline: [{$changeStream: {}}]}",
        "{createIndexes: 'a', indexes: [{key: {x: 1}, expireAfterSeconds: 1}]}",
        "{createIndexes: 'a', indexes: [{key: {x: 1}, unique: true}]}",
        "{createIndexes: 'a', indexes: [{key: {x: 1}, sparse: true}]}",
        "{createIndexes: 'a', indexes: [{key: {x: 1}, partialFilterExpression: {}}]}",
        "{find: 'a', filter: {}, collation: {locale: 'nl'}}",
        "{find: 'a', filter: {$text: {$search: 'x'}}}",
        "{update: 'a', updates: [{q: {_id: 1}, u: [{$set: {x: 1}}]}]}",
        "{update: 'a', updates: [{q: {x: 1}, u: {$set: {x: 2}}}]}",
        "{delete: 'a', deletes: [{q: {x: 1}, limit: 1}]}",
        "{findAndModify: 'a', query: {_id: 1}, sort: {x: 1}, update: {$set: {x: 1}}}",
        "{findAndModify: 'outbox', query: {_id: 1}, update: {$set: {state: 'SENDING'}}}",
        "{update: 'outbox', updates: [{q: {_id: 1}, u: {$set: {state: 'SENDING', n: 1}}}]}",
        "{findAndModify: 'a', query: {$and: [{x: 1}, {y: 1}]}, update: {$set: {x: 1}}}",
        "{insert: 'a', documents: [{_id: 1}], writeConcern: {w: 1}}",
        "{find: 'a', filter: {}, readConcern: {level: 'local'}}",
        "{insert: 'a', documents: [{_id: 1, m: {'a.b': 1}}]}",
        "{insert: 'a', documents: [{_id: 1, l: [{'$a': 1}]}]}",
        "{update: 'a', updates: [{q: {_id: 1}, u: {$set: {}}}]}",
        "{update: 'a', updates: [{q: {_id: 1}, u: {$set: {a: 1}, $inc: {a: 1}}}]}",
        "{update: 'a', updates: [{q: {_id: 1}, u: {$set: {a: 1}, $unset: {'a.b': ''}}}]}",
        "{update: 'a', updates: [{q: {_id: 1}, u: {$set: {'a..b': 1}}}]}",
        "{update: 'a', updates: [{q: {_id: 1}, u: {$set: {a: {'b.c': 1}}}}]}",
        "{update: 'a', updates: [{q: {_id: 1}, u: {$push: {a: {$slice: 1}}}}]}",
        "{update: 'a', updates: [{q: {_id: 1}, u: {_id: 1, 'a.b': 1}}]}",
        "{findAndModify: 'a', query: {_id: 1, v: 2}, update: {$set: {x: 1}}, upsert: true}",
        "{update: 'a', updates: [{q: {_id: 1, version: 2}, u: {$set: {x: 1}}, upsert: true}]}",
        "{update: 'a', updates: [{q: {_id: 1, x: 2}, u: {_id: 1, x: 3}, upsert: true}]}"
      })
  void whatTheDesignForbidsIsSeen(String command) {
    started(command);
    assertThat(forbidden.seen()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{insert: 'a', documents: [{_id: 1}], ordered: false}",
        "{createIndexes: 'a', indexes: [{key: {x: 1}, name: 'x'}]}",
        "{update: 'a', updates: [{q: {_id: 1, version: 2}, u: {$set: {x: 2}}}]}",
        "{delete: 'a', deletes: [{q: {_id: 1}, limit: 1}]}",
        "{update: 'outbox', updates: [{q: {_id: 1}, u: {$set: {state: 'SENDING'}}}],"
            + " writeConcern: {w: 'majority', j: true}}",
        "{findAndModify: 'a', query: {$and: [{_id: 1}, {y: 1}]}, update: {$set: {x: 1}}}",
        "{aggregate: 'a', pipeline: [{$match: {x: 1}}, {$limit: 5}, {$group: {_id: 1}}]}",
        "{update: 'a', updates: [{q: {_id: 1}, u: {$set: {'a.b': 1, 'a.c': 2}, $unset: {ab: ''}}}]}",
        "{update: 'a', updates: [{q: {_id: 1}, u: {$push: {a: {$each: [{b: 1}], $slice: -4}}}}]}",
        "{findAndModify: 'a', query: {_id: 1}, update: {$setOnInsert: {x: 1}}, upsert: true}",
        "{update: 'a', updates: [{q: {_id: 1, version: 2}, u: {_id: 1, version: 3}, upsert: true}]}"
      })
  void whatTheStoreSendsIsNot(String command) {
    started(command);
    assertThat(forbidden.seen()).isEmpty();
  }

  /** With the concerns that the store gives each of its commands, unless the command says so. */
  private void started(String json) {
    BsonDocument command =
        BsonDocument.parse("{writeConcern: {w: 'majority'}, readConcern: {level: 'majority'}}");
    BsonDocument asked = BsonDocument.parse(json);
    command.putAll(asked);
    var connection =
        new ConnectionDescription(new ServerId(new ClusterId(), new ServerAddress("localhost")));
    forbidden.commandStarted(
        new CommandStartedEvent(null, 1, 1, connection, "db", asked.getFirstKey(), command));
  }
}
