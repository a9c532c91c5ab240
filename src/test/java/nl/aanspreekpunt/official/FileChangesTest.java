package nl.aanspreekpunt.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.store.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Administrators change the directory's file, each something in it, on whichever node. */
class FileChangesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final String BY = "thomas.bakker";

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();
  private TestStore store;
  private Directories one;
  private Directories other;

  @BeforeEach
  void twoNodes() throws Exception {
    Path file = Files.writeString(folder.resolve("directory.yaml"), Voorbeeldstad.yaml());
    store = TestStore.open(vertx);
    one = node(file);
    other = node(file);
  }

  private Directories node(Path file) throws Exception {
    DirectorySettings settings =
        new DirectorySettings(
            file.toString(), List.of("voorbeeldstad.example"), Voorbeeldstad.ZONE);
    return get(Directories.in(vertx, store.store(), Clock.fixed(NOW, ZoneOffset.UTC), settings));
  }

  @AfterEach
  void stop() throws Exception {
    store.close();
    get(vertx.close());
  }

  @Test
  void anEditIsShownThenAppliedThenInTheHistoryWithTheWholeFile() throws Exception {
    FileChange change = parts(team("openbare-ruimte", "wonen"));
    DirectoryLine line =
        new DirectoryLine.Differs("topics[afval].team", "openbare-ruimte", "wonen");
    assertThat(get(one.would(change)).lines()).containsExactly(line);
    assertThat(one.current().version()).isEqualTo(1);
    assertThat(get(one.apply(change, BY, NOW))).containsExactly(line);
    assertThat(one.current().topic("afval").orElseThrow().team()).isEqualTo("wonen");
    DirectoryChange newest = get(one.changes(1)).get(0);
    assertThat(newest.by()).isEqualTo(BY);
    assertThat(newest.what()).isEqualTo(DirectoryChange.What.FILE);
    assertThat(newest.yaml()).isNull();
    assertThat(get(one.applied(newest.version())).orElseThrow())
        .isEqualTo(get(one.applied()).yaml())
        .startsWith("# Who works here");
  }

  @Test
  void differentThingsOnTwoNodesAtOnceMerge() throws Exception {
    List<Future<List<DirectoryLine>>> all = new ArrayList<>();
    List<String> topics =
        one.current().topics().stream().map(Topic::id).filter(id -> !id.equals("afval")).toList();
    for (int i = 0; i < topics.size(); i++) {
      Place name = Place.of("topics", topics.get(i), "name", "nl");
      String was = get(one.applied()).text(name);
      Edit edit = new Edit.Put(name, was, was + " (nieuw)");
      all.add((i % 2 == 0 ? one : other).apply(parts(edit), BY, NOW));
    }
    all.add(one.apply(parts(team("openbare-ruimte", "wonen")), BY, NOW));
    for (Future<List<DirectoryLine>> applied : all) {
      assertThat(get(applied)).hasSize(1);
    }
    get(one.refresh());
    for (String topic : topics) {
      assertThat(one.current().topic(topic).orElseThrow().name().nl()).endsWith("(nieuw)");
    }
    assertThat(one.current().version()).isEqualTo(topics.size() + 2);
  }

  @Test
  void ofTwoWhoChangeTheSameAtOnceOneIsToldWhatItIsNow() throws Exception {
    List<String> wanted = List.of("wonen", "publiekszaken", "werk-en-inkomen");
    List<Future<List<DirectoryLine>>> all = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      all.add(
          (i % 2 == 0 ? one : other).apply(parts(team("openbare-ruimte", wanted.get(i))), BY, NOW));
    }
    int applied = 0;
    for (Future<List<DirectoryLine>> each : all) {
      DirectoryRefused refused = refused(each);
      if (refused == null) {
        applied++;
      } else {
        assertThat(refused.clashes())
            .singleElement()
            .satisfies(
                clash -> {
                  assertThat(clash.was()).isEqualTo("openbare-ruimte");
                  assertThat(wanted).contains((String) clash.is());
                });
      }
    }
    assertThat(applied).isEqualTo(1);
    assertThat(get(one.changes(10))).hasSize(2);
  }

  @Test
  void aMistakeNamesItsPlaceByIdAndChangesNothing() throws Exception {
    DirectoryRefused refused =
        refused(one.apply(parts(team("openbare-ruimte", "nergens")), BY, NOW));
    assertThat(refused.mistakes())
        .containsExactly(
            new Mistake(
                "topics[afval].team",
                Mistake.What.UNKNOWN,
                "nergens",
                "there is no team 'nergens'; the id of one is expected"));
    assertThat(refused.clashes()).isEmpty();
    assertThat(one.current().version()).isEqualTo(1);
  }

  @Test
  void anEarlierVersionIsPutBackAsItWas() throws Exception {
    get(one.apply(parts(team("openbare-ruimte", "wonen")), BY, NOW));
    get(one.absent(new Absence("jan.devries", NOW, null, null, null, BY)));
    get(one.apply(parts(team("wonen", "publiekszaken")), BY, NOW));
    String first = get(one.applied(1)).orElseThrow();
    assertThat(first).isEqualTo(Voorbeeldstad.yaml());
    assertThat(get(one.applied(3))).isEqualTo(get(one.applied(2))).isPresent();
    FileChange back = new FileChange.Over(first, get(one.applied()).yaml());
    assertThat(get(one.would(back)).lines())
        .containsExactly(
            new DirectoryLine.Differs("topics[afval].team", "publiekszaken", "openbare-ruimte"));
    get(one.apply(back, BY, NOW));
    assertThat(get(one.applied()).yaml()).isEqualTo(first);
    assertThat(one.current().absent("jan.devries", NOW)).isTrue();
    assertThat(get(one.applied(99))).isEmpty();
  }

  @Test
  void nothingIsPutBackOverWhatSomebodyElseChangedMeanwhile() throws Exception {
    get(one.apply(parts(team("openbare-ruimte", "wonen")), BY, NOW));
    FileChange back =
        new FileChange.Over(get(one.applied(1)).orElseThrow(), get(one.applied()).yaml());
    get(other.apply(parts(team("wonen", "publiekszaken")), "gloria.martina", NOW));
    assertThat(refused(one.apply(back, BY, NOW)).clashes()).hasSize(1);
    assertThat(one.current().topic("afval").orElseThrow().team()).isEqualTo("publiekszaken");
  }

  private static Edit team(String was, String becomes) {
    return new Edit.Put(Place.parse("topics[afval].team"), was, becomes);
  }

  private static FileChange parts(Edit edit) {
    return FileChange.parts(List.of(edit));
  }

  /** Null when it was not refused. */
  private static DirectoryRefused refused(Future<?> future) throws Exception {
    try {
      get(future);
      return null;
    } catch (ExecutionException e) {
      return catchThrowableOfType(
          DirectoryRefused.class,
          () -> {
            throw e.getCause();
          });
    }
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
