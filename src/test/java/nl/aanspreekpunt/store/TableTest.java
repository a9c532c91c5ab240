package nl.aanspreekpunt.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.BsonMaximumSizeExceededException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TableTest {
  public enum Colour {
    RED,
    BLUE
  }

  public sealed interface Shape permits Circle, Square {}

  public record Circle(int radius, String note) implements Shape {}

  public record Square(int side) implements Shape {}

  public record Part(String id, String name) {}

  public record Thing(
      String id,
      long version,
      String owner,
      Instant dueAt,
      Colour colour,
      byte[] raw,
      List<String> tags,
      Map<String, Integer> sizes,
      List<Part> parts,
      Shape shape) {}

  /** The same stored record, read by a program that knows less of it. */
  public record Less(String id, String owner) {}

  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private Table<Thing> things;

  @BeforeEach
  void open() {
    things = fixture.store().table("things", Thing.class);
  }

  private static Thing thing(String id, String owner, long due) {
    return new Thing(
        id, 1, owner, Instant.ofEpochMilli(due), null, null, List.of(), Map.of(), List.of(), null);
  }

  @Test
  void aRecordComesBackAsItWasStored() {
    Thing stored =
        new Thing(
            "a",
            7,
            "jan",
            Instant.parse("2026-11-24T10:11:12.345Z"),
            Colour.BLUE,
            new byte[] {1, 2, 3},
            List.of("x", "y"),
            Map.of("wide", 2),
            List.of(new Part("p1", "wheel")),
            new Circle(3, null));
    assertThat(await(things.insert(stored))).isTrue();
    assertThat(await(things.find("a")).orElseThrow()).usingRecursiveComparison().isEqualTo(stored);
  }

  @Test
  void aFieldThatTheRecordDoesNotHaveIsIgnored() {
    await(things.insert(thing("a", "jan", 5)));
    Table<Less> less = fixture.store().table("things", Less.class);
    assertThat(await(less.find("a"))).contains(new Less("a", "jan"));
  }

  @Test
  void whatIsMissingIsEmpty() {
    assertThat(await(things.find("nobody"))).isEmpty();
    assertThat(await(things.delete("nobody"))).isFalse();
    assertThat(await(things.change("nobody", null, set("owner", "x")))).isEmpty();
    assertThat(await(things.findAll(List.of()))).isEmpty();
  }

  @Test
  void aSecondInsertOfAnIdIsFalseAndChangesNothing() {
    assertThat(await(things.insert(thing("a", "jan", 1)))).isTrue();
    assertThat(await(things.insert(thing("a", "piet", 2)))).isFalse();
    assertThat(await(things.find("a")).orElseThrow().owner()).isEqualTo("jan");
  }

  @Test
  void manyWritesAtTheSameMomentEachHaveTheirOwnAnswer() {
    List<Future<Boolean>> answers = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      answers.add(things.insert(thing("t" + (i % 250), "o" + i, i)));
    }
    await(Future.all(answers));
    assertThat(answers).filteredOn(Future::result).hasSize(250);
    long before = fixture.store().commands().roundTrips();
    await(
        Future.all(
            IntStream.range(0, 250)
                .mapToObj(i -> things.set("t" + i, inc("version", i)))
                .toList()));
    assertThat(fixture.store().commands().roundTrips() - before).isLessThan(100);
    assertThat(await(things.find("t249")).orElseThrow().version()).isEqualTo(250);
    assertThat(await(things.count(gt("version", 0L), 1000))).isEqualTo(250);
  }

  @Test
  void oneWriteThatCannotBeDoesNotTouchTheOthersOfItsBulk() {
    await(things.insert(thing("a", "jan", 1)));
    List<Future<Void>> good = new ArrayList<>();
    good.add(things.set("a", inc("version", 1)));
    Future<Void> bad = things.set("a", inc("owner", 1));
    good.add(things.set("a", inc("version", 1)));
    Thing large =
        new Thing("large", 1, "jan", null, null, new byte[17_000_000], null, null, null, null);
    Future<Boolean> tooLarge = things.insert(large);
    await(Future.join(good));
    assertThatThrownBy(() -> await(bad)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> await(tooLarge)).isInstanceOf(BsonMaximumSizeExceededException.class);
    assertThatThrownBy(() -> await(things.set("a", eq("owner", "no operator"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(await(things.find("a")).orElseThrow().version()).isEqualTo(3);
  }

  @Test
  void aRecordIsReplacedOnlyWhereItsVersionIsTheExpectedOne() {
    await(things.insert(thing("a", "jan", 1)));
    Thing second = new Thing("a", 2, "piet", null, null, null, null, null, null, new Square(2));
    assertThat(await(things.replace(second, 9))).isFalse();
    assertThat(await(things.replace(second, 1))).isTrue();
    assertThat(await(things.replace(second, 1))).isFalse();
    assertThat(await(things.find("a"))).contains(second);
  }

  @Test
  void ofReplacementsInOneBulkOnlyThoseWithTheExpectedVersionTakeEffectAndEachIsTold() {
    int many = 100;
    for (int i = 0; i < many; i++) {
      await(things.insert(thing("t" + i, "jan", 1)));
    }
    List<Future<Boolean>> told = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Thing next = new Thing("t" + i, 2, "piet", null, null, null, null, null, null, new Square(2));
      told.add(things.replaceTogether(next, i % 3 == 0 ? 9 : 1));
      told.add(things.replaceTogether(next, i % 3 == 0 ? 9 : 1));
    }
    await(Future.join(told));
    for (int i = 0; i < many; i++) {
      long won = told.subList(2 * i, 2 * i + 2).stream().filter(Future::result).count();
      assertThat(won).as("t%s", i).isEqualTo(i % 3 == 0 ? 0 : 1);
      Thing now = await(things.find("t" + i)).orElseThrow();
      assertThat(now.owner()).isEqualTo(i % 3 == 0 ? "jan" : "piet");
    }
  }

  @Test
  void aChangeNamesTheStateItExpectsAndGivesTheRecordAfter() {
    await(things.insert(thing("a", "jan", 1)));
    var taken = combine(set("owner", "piet"), unset("dueAt"), push("tags", "new"));
    assertThat(await(things.change("a", eq("owner", "klaas"), taken))).isEmpty();
    Thing after = await(things.change("a", eq("owner", "jan"), taken)).orElseThrow();
    assertThat(after.owner()).isEqualTo("piet");
    assertThat(after.dueAt()).isNull();
    assertThat(after.tags()).containsExactly("new");
    assertThat(await(things.change("a", eq("owner", "jan"), taken))).isEmpty();
  }

  @Test
  void aWriteAmongOthersTakesEffectOnlyWhereItsConditionHolds() {
    await(Future.all(things.insert(thing("a", "jan", 1)), things.insert(thing("b", "els", 1))));
    var given = set("owner", "piet");
    await(
        Future.all(
            things.set("a", eq("owner", "jan"), given),
            things.set("b", eq("owner", "jan"), given),
            things.set("c", eq("owner", "jan"), given)));
    assertThat(await(things.find("a")).orElseThrow().owner()).isEqualTo("piet");
    assertThat(await(things.find("b")).orElseThrow().owner()).isEqualTo("els");
    assertThat(await(things.find("c"))).isEmpty();
  }

  @Test
  void racingUpsertsMakeOneRecordAndLoseNoChange() {
    var update = combine(setOnInsert("owner", "first"), inc("version", 1L));
    List<Future<Thing>> all =
        IntStream.range(0, 64).mapToObj(i -> things.upsert("a", update)).toList();
    await(Future.all(all));
    assertThat(await(things.find("a")).orElseThrow().version()).isEqualTo(64);
  }

  @Test
  void recordsAreFoundByAnIndexedFieldInOrder() {
    await(fixture.store().ensure("things", List.of(Index.on("owner", "dueAt"))));
    await(fixture.store().ensure("things", List.of(Index.on("owner", "dueAt"))));
    for (int i = 0; i < 20; i++) {
      await(things.insert(thing("t" + i, i % 2 == 0 ? "jan" : "piet", 100 - i)));
    }
    var jans = and(eq("owner", "jan"), gt("dueAt", Instant.ofEpochMilli(84)));
    assertThat(await(things.find(jans, ascending("dueAt"), 3)).stream().map(Thing::id))
        .containsExactly("t14", "t12", "t10");
    assertThat(await(things.find(jans, descending("dueAt"), 2)).stream().map(Thing::id))
        .containsExactly("t0", "t2");
    assertThat(await(things.count(jans, 100))).isEqualTo(8);
    assertThat(await(things.count(jans, 5))).isEqualTo(5);
  }

  @Test
  void recordsComeInTheOrderAskedWithoutWhatIsLeftOut() {
    for (String id : List.of("a", "b", "c")) {
      await(things.insert(thing(id, "of-" + id, 1)));
    }
    List<Thing> found = await(things.findAll(List.of("c", "gone", "a"), "owner"));
    assertThat(found.stream().map(Thing::id)).containsExactly("c", "a");
    assertThat(found).allMatch(t -> t.owner() == null);
  }

  @Test
  void whatWasStoredIsThereAfterARestart() {
    Table<Thing> journaled = fixture.store().journaled("things", Thing.class);
    await(journaled.insert(thing("a", "jan", 1)));
    await(things.set("a", set("owner", "piet")));
    Table<Thing> again = fixture.reopened().table("things", Thing.class);
    assertThat(await(again.find("a")).orElseThrow().owner()).isEqualTo("piet");
  }

  @Test
  void aFutureCompletesOnTheCallersContext() {
    Vertx vertx = fixture.vertx();
    Context context = vertx.getOrCreateContext();
    List<Future<Context>> seen = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String id = "t" + i;
      seen.add(
          Future.future(
              promise ->
                  context.runOnContext(
                      v ->
                          things
                              .insert(thing(id, "jan", 1))
                              .compose(done -> things.find(id))
                              .compose(done -> things.upsert(id, set("owner", "piet")))
                              .onComplete(done -> promise.complete(Vertx.currentContext())))));
    }
    await(Future.all(seen));
    assertThat(seen).allMatch(at -> at.result() == context);
  }

  @Test
  void theCommandThatAnInterruptionNamesFailsAndIsNotSent() {
    List<String> asked = new ArrayList<>();
    Store cut =
        fixture.reopened(
            (table, writes) -> {
              asked.add(table + writes);
              if (asked.size() == 2) {
                throw new IllegalStateException("cut off");
              }
            });
    Table<Thing> table = cut.table("things", Thing.class);
    await(table.insert(thing("a", "jan", 1)));
    assertThatThrownBy(() -> await(table.insert(thing("b", "jan", 1)))).hasMessage("cut off");
    assertThat(await(table.find("b"))).isEmpty();
    assertThat(asked).containsExactly("thingstrue", "thingstrue", "thingsfalse");
    assertThat(cut.commands().writes()).isEqualTo(1);
    assertThat(cut.commands().reads()).isEqualTo(1);
  }

  @Test
  void theServersClockIsRead() {
    assertThat(await(fixture.store().time()))
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
  }
}
