package nl.aanspreekpunt.store.embedded;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.aanspreekpunt.casework.chafe.Step;
import nl.aanspreekpunt.friction.Friction;
import nl.aanspreekpunt.friction.Frictions;
import nl.aanspreekpunt.friction.Report;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.StoreSettings;
import nl.aanspreekpunt.story.Stories;
import nl.aanspreekpunt.story.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of frictions and stories, of many of which few answer: none of it is a scan. */
class HumanQueriesTest {
  private static final int MANY = 1000;
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final Instant LATER = START.plus(Duration.ofDays(30));
  private static final Vertx VERTX = Vertx.vertx();
  @TempDir static Path folder;
  private static EmbeddedDatabase database;
  private static Store store;
  private static Frictions frictions;
  private static Stories stories;

  @BeforeAll
  static void fill() throws Exception {
    database = EmbeddedDatabase.open(folder);
    store = await(Store.open(VERTX, new StoreSettings(database.uri(), folder)));
    frictions = Frictions.in(store);
    stories = Stories.in(store);
    await(Future.all(frictions.prepare(), stories.prepare()));
    List<Future<Boolean>> all =
        IntStream.range(0, MANY)
            .boxed()
            .flatMap(i -> List.of(frictions.add(friction(i)), stories.add(story(i))).stream())
            .toList();
    await(Future.all(all));
  }

  @AfterAll
  static void close() {
    await(store.close());
    database.close();
    await(VERTX.close());
  }

  /** Of ten, nine were gathered; of a hundred that stand, one is looked at now. */
  private static Friction friction(int i) {
    Report report =
        new Report("official" + i % 50, at(i), "team", "Regel", "Wat", "", "c" + i % 250, false);
    boolean stands = i % 10 == 0;
    Step.State state = i % 200 == 0 ? Step.State.TRIED : Step.State.LOOKED_AT;
    return new Friction(
        id("f", i),
        1,
        report,
        stands ? null : id("f", i % 100 * 10),
        state,
        at(i),
        List.of(),
        "p" + i,
        null,
        i % 100 == 0 ? at(i) : null,
        null,
        0);
  }

  private static Story story(int i) {
    boolean published = i % 2 == 0;
    return new Story(
        id("s", i),
        1,
        i % 4 == 0 ? "official" + i % 50 : null,
        null,
        "c" + i % 250,
        "team" + i % 20,
        "topic" + i % 100,
        false,
        List.of(),
        Story.Went.WELL,
        "Woorden",
        "",
        i % 4 == 0 ? Story.Consent.COUNCIL : Story.Consent.COLLEAGUES,
        false,
        published ? Story.State.PUBLISHED : Story.State.TOLD,
        published ? new Story.Published("Woorden", "") : null,
        at(i),
        at(i),
        published ? List.of("woord" + i % 50, "alle") : List.of(),
        null,
        null);
  }

  private static String id(String what, int i) {
    return "%s%04d".formatted(what, i);
  }

  private static Instant at(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  private static <T> void looksAtNoMore(Supplier<Future<List<T>>> query, int expected, int looked) {
    long before = database.looked();
    assertThat(await(query.get())).hasSize(expected);
    assertThat(database.looked() - before).isLessThanOrEqualTo(looked);
  }

  @Test
  void aListOfFrictionsReadsOnePage() {
    // Of ten, nine were gathered: who reads all states passes those by, and stops after the page.
    looksAtNoMore(() -> frictions.list(null, null, 10), 10, 100);
    looksAtNoMore(() -> frictions.list(Step.State.TRIED, null, 10), 5, 5);
    looksAtNoMore(() -> frictions.list(Step.State.CHANGED, null, 10), 0, 0);
    // The last of the page before is looked at once in each of the two ranges.
    var after = new Frictions.Cursor(at(500), id("f", 500));
    looksAtNoMore(() -> frictions.list(null, after, 10), 10, 102);
    looksAtNoMore(() -> frictions.list(Step.State.LOOKED_AT, after, 10), 10, 12);
  }

  @Test
  void whatBelongsToOneFrictionOrCaseIsFoundWithoutTheRest() {
    looksAtNoMore(() -> frictions.gathered(id("f", 10), 500), 10, 10);
    looksAtNoMore(() -> frictions.gathered(id("f", 10), 3), 3, 3);
    looksAtNoMore(() -> frictions.about("c7", 50), 4, 4);
    looksAtNoMore(() -> stories.about("c7", 50), 4, 4);
    looksAtNoMore(() -> stories.of("official4", 50), 10, 10);
  }

  @Test
  void theClockReadsOnlyTheFrictionsThatAreToBeLookedAt() {
    looksAtNoMore(() -> frictions.due(LATER, 50), 10, 10);
    looksAtNoMore(() -> frictions.due(at(250), 50), 3, 3);
  }

  @Test
  void theCouncilsReportReadsWhatChangedSinceAMoment() {
    looksAtNoMore(() -> frictions.since(at(900), null, 200), 100, 100);
    looksAtNoMore(() -> frictions.since(at(900), null, 10), 10, 10);
    var after = new Frictions.Cursor(at(989), id("f", 989));
    looksAtNoMore(() -> frictions.since(at(900), after, 200), 10, 12);
  }

  @Test
  void aListOfStoriesReadsWhatItShows() {
    looksAtNoMore(() -> stories.published(wanted(null), null, 10), 10, 10);
    looksAtNoMore(() -> stories.published(wanted("topic6"), null, 50), 10, 10);
    looksAtNoMore(() -> stories.published(wanted(null, "woord6"), null, 50), 20, 20);
    looksAtNoMore(() -> stories.published(wanted(null, "woord7"), null, 50), 0, 0);
    var after = new Stories.Cursor(at(500), id("s", 500));
    looksAtNoMore(() -> stories.published(wanted(null), after, 10), 10, 12);
    // Of what is published half is for the council: who reads on looks at each once.
    var council = new Stories.Wanted(null, List.of(), true);
    looksAtNoMore(() -> stories.published(council, null, 10), 10, 20);
  }

  @Test
  void whoChecksReadsWhatWaits() {
    looksAtNoMore(() -> stories.waiting("team7", 20), 20, 20);
    looksAtNoMore(() -> stories.waiting("team7", 5), 5, 5);
    looksAtNoMore(() -> stories.waiting(null, 5), 5, 5);
  }

  @Test
  void whatWasToldInAQuarterIsCountedByTheIndex() {
    long before = database.looked();
    assertThat(await(stories.told(at(100), at(200), 10_000))).isEqualTo(100);
    assertThat(database.looked()).isEqualTo(before);
  }

  private static Stories.Wanted wanted(String topic, String... terms) {
    return new Stories.Wanted(topic, List.of(terms), false);
  }
}
