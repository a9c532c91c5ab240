package nl.aanspreekpunt.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is handed over as it stands is what the library finds when it takes everything apart. */
class FindPropertyTest {
  private static final int MANY = 120;
  private static final int WORDS = 6;
  private static final Instant START = Instant.parse("2026-11-30T08:00:00Z");
  private static Path folder;
  private static EmbeddedDatabase database;
  private static MongoClient client;
  private static MongoCollection<Document> documents;

  @BeforeContainer
  static void fill() throws Exception {
    folder = Files.createTempDirectory("find");
    database = EmbeddedDatabase.open(folder);
    client = MongoClients.create(database.uri());
    String name = database.uri().substring(database.uri().lastIndexOf('/') + 1);
    documents = client.getDatabase(name).getCollection("things");
    Mono.from(documents.createIndex(Indexes.ascending("terms", "at", "_id"))).block();
    Mono.from(documents.createIndex(Indexes.ascending("owner", "at", "_id"))).block();
    Mono.from(
            documents.insertMany(
                IntStream.range(0, MANY).mapToObj(FindPropertyTest::document).toList()))
        .block();
  }

  private static Document document(int i) {
    Document document =
        new Document("_id", "c" + i)
            .append("owner", i % 7 == 0 ? null : "o" + i % 3)
            .append("n", i % 2 == 0 ? (Object) (long) i : i)
            .append("at", at(i % 40))
            .append("inner", new Document("text", "é" + i % 5).append("list", List.of(i, "x")));
    List<Object> terms = new ArrayList<>();
    IntStream.range(0, WORDS).filter(word -> (i >> word) % 2 == 1).forEach(w -> terms.add("w" + w));
    if (i % 11 == 0) {
      terms.add(i);
    }
    return i % 13 == 0 ? document : document.append("terms", terms);
  }

  private static Date at(int minutes) {
    return Date.from(START.plusSeconds(60L * minutes));
  }

  @AfterContainer
  static void close() throws Exception {
    client.close();
    database.close();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 400)
  void aFindGivesWhatAnAggregationOfTheSameGives(
      @ForAll("filters") Bson filter, @ForAll("cuts") Bson cut, @ForAll boolean newest) {
    Bson order = newest ? Sorts.descending("at", "_id") : Sorts.ascending("at", "_id");
    List<Document> library =
        Flux.from(
                documents.aggregate(
                    List.of(
                        Aggregates.match(filter), Aggregates.sort(order), Aggregates.project(cut))))
            .collectList()
            .block();
    assertThat(Flux.from(documents.find(filter).sort(order).projection(cut)).collectList().block())
        .isEqualTo(library);
    assertThat(
            Flux.from(documents.find(filter).sort(order).projection(cut).limit(7))
                .collectList()
                .block())
        .isEqualTo(library.subList(0, Math.min(7, library.size())));
    assertThat(Flux.from(documents.find(filter).projection(cut)).collectList().block())
        .containsExactlyInAnyOrderElementsOf(library);
    assertThat(Flux.from(documents.find(filter).projection(cut).batchSize(2)).collectList().block())
        .containsExactlyInAnyOrderElementsOf(library);
  }

  @Provide
  Arbitrary<Bson> cuts() {
    return Arbitraries.of(
        new Document("terms", 0),
        new Document("inner", 0).append("n", 0),
        new Document("owner", 1),
        new Document("inner.text", 1),
        Projections.exclude("nothing"));
  }

  @Provide
  Arbitrary<Bson> filters() {
    Arbitrary<Bson> one =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, WORDS).map(w -> Filters.in("terms", "w" + w, "w0")),
            Arbitraries.integers().between(0, WORDS).map(w -> Filters.eq("terms", "w" + w)),
            Arbitraries.just(Filters.in("terms", 11, "w2")),
            Arbitraries.of("w1", "w9").map(w -> Filters.ne("terms", w)),
            Arbitraries.integers().between(0, 3).map(o -> Filters.eq("owner", "o" + o)),
            Arbitraries.just(Filters.eq("owner", null)),
            Arbitraries.integers().between(0, 40).map(m -> Filters.gte("at", at(m))),
            Arbitraries.integers().between(0, 40).map(m -> Filters.lt("at", at(m))),
            Arbitraries.integers().between(0, 40).map(n -> Filters.gt("n", n)),
            Arbitraries.integers().between(0, 5).map(n -> Filters.eq("inner.text", "é" + n)),
            Arbitraries.integers().between(0, MANY).map(n -> Filters.in("_id", "c" + n, "c3", "z")),
            Arbitraries.integers().between(0, MANY).map(n -> Filters.eq("_id", "c" + n)),
            Arbitraries.just(Filters.exists("terms", false)),
            Arbitraries.of(
                Filters.eq("_id", null),
                Filters.in("_id", "c5", "c5", 5),
                Filters.in("_id", "c5", null),
                Filters.nin("_id", "c5", "c6"),
                Filters.eq("at", null),
                Filters.in("owner", "o1", null),
                Filters.in("owner", "o1", "o1", "o2"),
                Filters.nor(Filters.eq("terms", "w1"), Filters.eq("owner", "o2")),
                Filters.all("terms", "w1", "w2"),
                Filters.size("terms", 2),
                Filters.type("terms", "array"),
                Filters.elemMatch("terms", new Document("$eq", "w3")),
                Filters.in("terms", "w1", null),
                Filters.eq("terms", List.of("w0")),
                Filters.eq("inner.list", "x"),
                Filters.eq("inner.list.0", 4),
                Filters.regex("owner", "^o1"),
                Filters.not(Filters.eq("owner", "o1"))));
    Arbitrary<Bson> either = Combinators.combine(one, one).as((a, b) -> Filters.or(a, b));
    return Arbitraries.oneOf(one, either)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(all -> all.size() == 1 ? all.get(0) : Filters.and(all));
  }
}
