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
        "{findAndModify: 'a', query: {$and: [{x: 1}, {y: 1}]}, update: {$set: {x: 1}}}"
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
        "{findAndModify: 'a', query: {$and: [{_id: 1}, {y: 1}]}, update: {$set: {x: 1}}}",
        "{aggregate: 'a', pipeline: [{$match: {x: 1}}, {$limit: 5}, {$group: {_id: 1}}]}"
      })
  void whatTheStoreSendsIsNot(String command) {
    started(command);
    assertThat(forbidden.seen()).isEmpty();
  }

  private void started(String json) {
    BsonDocument command = BsonDocument.parse(json);
    var connection =
        new ConnectionDescription(new ServerId(new ClusterId(), new ServerAddress("localhost")));
    forbidden.commandStarted(
        new CommandStartedEvent(null, 1, 1, connection, "db", command.getFirstKey(), command));
  }
}
