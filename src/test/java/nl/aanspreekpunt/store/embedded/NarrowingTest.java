package nl.aanspreekpunt.store.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** No query of intake, sweep, tick or Today may look at more documents than it finds. */
class NarrowingTest {
  private static final int MANY = 2_000;
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  @TempDir Path folder;
  private EmbeddedDatabase database;
  private MongoClient client;
  private MongoCollection<Document> cases;

  @BeforeEach
  void fill() throws Exception {
    open();
    for (Bson index :
        List.of(
            Indexes.ascending("concerns", "dueAt"),
            Indexes.ascending("state", "nextTry"),
            Indexes.ascending("wakeAt", "_id"),
            Indexes.ascending("promises.owner"))) {
      Mono.from(cases.createIndex(index)).block();
    }
    Mono.from(cases.insertMany(IntStream.range(0, MANY).mapToObj(this::document).toList())).block();
  }

  private void open() throws Exception {
    database = EmbeddedDatabase.open(folder);
    client = MongoClients.create(database.uri());
    String name = database.uri().substring(database.uri().lastIndexOf('/') + 1);
    cases = client.getDatabase(name).getCollection("cases");
  }

  private Document document(int i) {
    Document document =
        new Document("_id", "c" + i)
            .append("version", (long) i)
            .append("concerns", List.of("official" + i % 100, "deputy" + i % 50))
            .append("state", i % 2 == 0 ? "WAITING" : "DONE")
            .append("promises", List.of(new Document("owner", "o" + i), new Document("owner", "p")))
            .append("wakeAt", at(i))
            .append("dueAt", at(i));
    return i % 2 == 0 ? document.append("nextTry", at(i)) : document;
  }

  private static Instant at(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  @AfterEach
  void close() {
    client.close();
    database.close();
  }

  private List<String> found(Bson filter, Bson sort, int limit) {
    return Flux.from(cases.find(filter).sort(sort).limit(limit))
        .map(found -> found.getString("_id"))
        .collectList()
        .block();
  }

  private void looksAt(long atMost, Runnable query) {
    long before = database.looked();
    query.run();
    assertThat(database.looked() - before).isBetween(1L, atMost);
  }

  private long counted(Bson filter, int limit) {
    return Mono.from(cases.countDocuments(filter, new CountOptions().limit(limit))).block();
  }

  @Test
  void countingWhatConcernsAnOfficialLooksAtNoDocument() {
    long before = database.looked();

    assertThat(counted(eq("concerns", "official7"), 2_000)).isEqualTo(20);
    assertThat(counted(eq("concerns", "official7"), 5)).isEqualTo(5);
    assertThat(counted(eq("concerns", "nobody"), 2_000)).isZero();
    assertThat(counted(and(eq("state", "DONE"), eq("nextTry", null)), 2_000)).isEqualTo(MANY / 2);
    assertThat(database.looked() - before).as("only for the last").isEqualTo(MANY / 2);
  }

  @Test
  void countingWhatIsBetweenTwoMomentsLooksAtNoDocument() {
    long before = database.looked();

    assertThat(counted(and(gt("wakeAt", at(10)), lte("wakeAt", at(30))), MANY)).isEqualTo(20);
    assertThat(counted(and(gte("wakeAt", at(10)), lt("wakeAt", at(30))), MANY)).isEqualTo(20);
    assertThat(counted(and(gt("wakeAt", at(10)), lt("wakeAt", at(30))), MANY)).isEqualTo(19);
    assertThat(counted(lte("wakeAt", at(30)), MANY)).isEqualTo(31);
    assertThat(counted(lt("wakeAt", at(99)), 3)).isEqualTo(3);
    Bson mine = and(eq("concerns", "official7"), gt("dueAt", at(7)), lte("dueAt", at(207)));
    assertThat(counted(mine, MANY)).isEqualTo(2);
    assertThat(database.looked()).isEqualTo(before);
  }

  @Test
  void whatAnIndexCannotAnswerAloneIsHeldAgainstTheDocuments() {
    assertThat(counted(gt("wakeAt", at(MANY - 3)), MANY)).isEqualTo(2);
    Bson two = and(gt("wakeAt", at(10)), gt("wakeAt", at(20)), lte("wakeAt", at(30)));
    assertThat(counted(two, MANY)).isEqualTo(10);
    Bson more = and(gt("wakeAt", at(10)), lte("wakeAt", at(30)), ne("state", "DONE"));
    assertThat(counted(more, MANY)).isEqualTo(10);
  }

  @Test
  void whatIsMissingOrNullIsFoundByTheIndex() {
    Bson nothing = and(eq("concerns", "official7"), eq("dueAt", null));
    Mono.from(cases.updateOne(eq("_id", "c107"), Updates.unset("dueAt"))).block();
    Mono.from(cases.updateOne(eq("_id", "c207"), Updates.set("dueAt", null))).block();
    looksAt(2, () -> assertThat(found(nothing, null, 9)).containsExactlyInAnyOrder("c107", "c207"));
    looksAt(2, () -> assertThat(counted(nothing, 9)).isEqualTo(2));
  }

  @Test
  void todayReadsOnlyWhatConcernsTheOfficialInOrder() {
    looksAt(
        5,
        () ->
            assertThat(found(eq("concerns", "official7"), Sorts.ascending("dueAt"), 5))
                .containsExactly("c7", "c107", "c207", "c307", "c407"));
    looksAt(
        5,
        () ->
            assertThat(
                    found(
                        and(eq("concerns", "official7"), lt("dueAt", at(450))),
                        Sorts.descending("dueAt"),
                        9))
                .containsExactly("c407", "c307", "c207", "c107", "c7"));
  }

  @Test
  void theSweeperReadsOnlyWhatIsDue() {
    Bson due = and(eq("state", "WAITING"), lte("nextTry", at(8)));
    looksAt(5, () -> assertThat(found(due, null, 100)).hasSize(5));
    looksAt(2, () -> assertThat(found(due, Sorts.ascending("nextTry"), 2)).hasSize(2));
    looksAt(
        5,
        () ->
            assertThat(
                    found(and(in("state", "WAITING", "SENDING"), lte("nextTry", at(8))), null, 9))
                .hasSize(5));
    assertThat(found(and(eq("state", "DONE"), lte("nextTry", at(8))), null, 9)).isEmpty();
  }

  @Test
  void theTickReadsOnlyWhatIsDue() {
    looksAt(4, () -> assertThat(found(lte("wakeAt", at(3)), null, 100)).hasSize(4));
    looksAt(
        3,
        () ->
            assertThat(found(lte("wakeAt", at(999)), Sorts.ascending("wakeAt", "_id"), 3))
                .containsExactly("c0", "c1", "c2"));
  }

  @Test
  void idsAndVersionsAreReadByTheirId() {
    looksAt(
        2,
        () ->
            assertThat(found(in("_id", "c5", "c9", "none"), null, 9)).containsExactly("c5", "c9"));
    looksAt(
        1, () -> assertThat(found(and(eq("_id", "c5"), eq("version", 5L)), null, 1)).hasSize(1));
    looksAt(
        1,
        () ->
            assertThat(found(new Document("_id", "c5").append("version", 1L), null, 1)).isEmpty());
    looksAt(
        1,
        () ->
            Mono.from(cases.findOneAndUpdate(eq("_id", "c5"), Updates.set("state", "DONE")))
                .block());
    looksAt(1, () -> assertThat(found(eq("promises.owner", "o9"), null, 9)).containsExactly("c9"));
  }

  @Test
  void anIndexFollowsChangesAndDeletionsAndIsThereAfterARestart() throws Exception {
    Bson moved = Updates.combine(Updates.set("concerns", List.of("jan")), Updates.unset("dueAt"));
    Mono.from(cases.updateOne(eq("_id", "c107"), moved)).block();
    Mono.from(cases.deleteOne(eq("_id", "c7"))).block();
    close();
    open();
    looksAt(
        2,
        () ->
            assertThat(found(eq("concerns", "official7"), Sorts.ascending("dueAt"), 2))
                .containsExactly("c207", "c307"));
    looksAt(1, () -> assertThat(found(eq("concerns", "jan"), null, 9)).containsExactly("c107"));
  }

  @Test
  void whoHasNoValueForTheFirstFieldOfAnIndexIsStillFound() {
    Mono.from(cases.updateOne(eq("_id", "c5"), Updates.unset("wakeAt"))).block();
    Mono.from(cases.updateOne(eq("_id", "c7"), Updates.set("concerns", List.of()))).block();

    assertThat(found(eq("wakeAt", null), null, 9)).containsExactly("c5");
    assertThat(found(eq("concerns", null), null, 9)).isEmpty();
    assertThat(found(lte("wakeAt", at(5)), Sorts.ascending("wakeAt"), 9)).hasSize(5);
    assertThat(found(new Document(), Sorts.ascending("wakeAt"), MANY)).hasSize(MANY);
    assertThat(found(in("wakeAt", null, at(6)), null, 9)).containsExactlyInAnyOrder("c5", "c6");
    Mono.from(cases.updateOne(eq("_id", "c5"), Updates.set("wakeAt", at(5)))).block();
    looksAt(2, () -> assertThat(found(new Document(), Sorts.ascending("wakeAt"), 2)).hasSize(2));
  }

  /** The second of each pair is asked so that the library changes it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{$set: {state: 'X', dueAt: {$date: '2026-11-24T08:07:00Z'}}}",
        "{$set: {concerns: [], wakeAt: null}}",
        "{$set: {concerns: ['jan', 'piet'], fresh: {deep: [1, {a: 2}]}}}",
        "{$set: {version: 9, promises: []}, $unset: {dueAt: '', nothing: ''}}",
        "{$unset: {concerns: '', wakeAt: ''}}",
        "{$set: {'promises.0.owner': 'o1'}}",
        "{$inc: {version: 1}, $set: {state: 'Y'}}"
      })
  void aChangeOfWholeFieldsIsWhatTheLibraryMakesOfIt(String update) {
    Document change = Document.parse(update);
    alike("c10", "c11");
    Mono.from(cases.updateOne(and(eq("_id", "c10"), eq("version", 3L)), change)).block();
    Mono.from(cases.updateOne(and(in("_id", "c11"), eq("version", 3L)), change)).block();

    Document one = stored("c10");
    Document other = stored("c11");
    one.remove("_id");
    other.remove("_id");
    assertThat(one).isEqualTo(other).isNotEqualTo(document(4));
    assertThat(List.copyOf(one.keySet())).isEqualTo(List.copyOf(other.keySet()));
    for (String who : List.of("jan", "a", "b")) {
      Bson mine = and(eq("concerns", who), in("_id", "c10", "c11"));
      assertThat(found(mine, null, 9)).size().isIn(0, 2);
      assertThat(counted(eq("concerns", who), 9)).isIn(0L, 2L);
    }
    assertThat(counted(eq("concerns", "jan"), 9)).isEqualTo(update.contains("jan") ? 2 : 0);
  }

  private void alike(String... ids) {
    for (String id : ids) {
      Document same =
          document(4).append("_id", id).append("version", 3L).append("concerns", List.of("a", "b"));
      Mono.from(cases.replaceOne(eq("_id", id), same)).block();
    }
  }

  private Document stored(String id) {
    return Mono.from(cases.find(eq("_id", id))).block();
  }

  @Test
  void aChangeOfWhatIsNotAsItWasSeenChangesNothing() {
    Bson seen = and(eq("_id", "c5"), eq("version", 4L));
    assertThat(modified(seen, Updates.set("state", "X"))).isZero();
    assertThat(modified(and(eq("_id", "c5"), eq("version", 5L)), Updates.set("state", "X")))
        .isEqualTo(1);
    assertThat(modified(and(eq("_id", "none"), eq("version", 5L)), Updates.set("state", "X")))
        .isZero();
    assertThat(modified(and(eq("_id", "c5"), eq("version", 5)), Updates.set("state", "Z")))
        .as("an equal number of another type")
        .isEqualTo(1);
  }

  private long modified(Bson one, Bson change) {
    return Mono.from(cases.updateOne(one, change)).block().getModifiedCount();
  }

  @Test
  void nobodyWithoutTheNameFindsTheDatabase() {
    BsonDocument question = BsonDocument.parse("{listDatabases: 1}");
    assertThat(refused(() -> Mono.from(client.getDatabase("admin").runCommand(question)).block()))
        .isTrue();
    assertThat(
            refused(
                () -> Flux.from(client.getDatabase("other").getCollection("c").find()).blockLast()))
        .isTrue();
  }

  @Test
  void whatEverybodyCanNameGivesNothingOfIt() {
    for (String database : List.of("admin", "other")) {
      var theirs = client.getDatabase(database).getCollection("cases");
      assertThat(refused(() -> Flux.from(theirs.find(eq("_id", "c5"))).blockLast())).isTrue();
      assertThat(refused(() -> Flux.from(theirs.find()).blockLast())).isTrue();
      assertThat(refused(() -> Mono.from(theirs.countDocuments()).block())).isTrue();
      assertThat(refused(() -> Mono.from(theirs.drop()).block())).isTrue();
      assertThat(
              refused(
                  () ->
                      Mono.from(theirs.updateOne(eq("_id", "c5"), Updates.set("state", "X")))
                          .block()))
          .isTrue();
    }
  }

  private static boolean refused(Runnable command) {
    try {
      command.run();
      return false;
    } catch (MongoCommandException e) {
      return e.getErrorCode() == 13;
    }
  }
}
