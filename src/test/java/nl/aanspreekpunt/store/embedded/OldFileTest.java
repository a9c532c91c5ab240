package nl.aanspreekpunt.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** A file that was much written to is tidied from the start on, while its indexes are made. */
class OldFileTest {
  private static final int MANY = 8_000;
  @TempDir Path folder;

  @Test
  void aSparseFileOpensWhileItIsTidied() throws Exception {
    write();

    for (int start = 0; start < 3; start++) {
      try (EmbeddedDatabase database = EmbeddedDatabase.open(folder);
          MongoClient client = MongoClients.create(database.uri())) {
        assertThat(Mono.from(documents(database, client).countDocuments()).block()).isEqualTo(MANY);
      }
    }
  }

  /** Each document once, then most of them anew: half of what the file holds is out of date. */
  private void write() throws IOException {
    Random random = new Random(1);
    try (EmbeddedDatabase database = EmbeddedDatabase.open(folder);
        MongoClient client = MongoClients.create(database.uri())) {
      MongoCollection<Document> documents = documents(database, client);
      for (int n = 0; n < 10; n++) {
        Mono.from(documents.createIndex(Indexes.ascending("x" + n))).block();
      }
      for (int first = 0; first < MANY; first += 100) {
        Mono.from(
                documents.insertMany(
                    IntStream.range(first, first + 100).mapToObj(OldFileTest::large).toList()))
            .block();
      }
      for (int round = 0; round < 300; round++) {
        Mono.from(
                documents.bulkWrite(IntStream.range(0, 50).mapToObj(n -> changed(random)).toList()))
            .block();
      }
    }
  }

  private static Document large(int n) {
    return new Document("_id", "d" + n).append("x", n).append("bytes", new byte[3_000]);
  }

  private static UpdateOneModel<Document> changed(Random random) {
    return new UpdateOneModel<>(
        Filters.eq("_id", "d" + random.nextInt(MANY)), Updates.set("x", random.nextInt()));
  }

  private static MongoCollection<Document> documents(
      EmbeddedDatabase database, MongoClient client) {
    String name = database.uri().substring(database.uri().lastIndexOf('/') + 1);
    return client
        .getDatabase(name)
        .getCollection("documents")
        .withWriteConcern(WriteConcern.JOURNALED);
  }
}
