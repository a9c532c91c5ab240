package nl.aanspreekpunt.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import nl.aanspreekpunt.operations.Polling;
import nl.aanspreekpunt.store.Interruption;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class DirectoriesTest {
  /** A Tuesday, 11:00 in Voorbeeldstad. */
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger writesLeft = new AtomicInteger(Integer.MAX_VALUE);
  private Path file;
  private TestStore own;
  private Store store;
  private Directories directories;

  @BeforeEach
  void aHubThatStartedOnce() throws Exception {
    file = folder.resolve("directory.yaml");
    Files.writeString(file, Voorbeeldstad.yaml());
    Interruption interruption =
        (table, writes) -> {
          if (writes && writesLeft.getAndDecrement() <= 0) {
            throw new IllegalStateException("cut off");
          }
        };
    own = TestStore.open(vertx, interruption);
    store = own.store();
    directories = start();
  }

  @AfterEach
  void stop() throws Exception {
    own.close();
    get(vertx.close());
  }

  private Directories start() throws Exception {
    return get(Directories.in(vertx, store, CLOCK, settings()));
  }

  private DirectorySettings settings() {
    return new DirectorySettings(
        file.toString(), List.of("voorbeeldstad.example"), Voorbeeldstad.ZONE);
  }

  @Test
  void theFirstStartLoadsTheFileAndSaysSoInTheHistory() throws Exception {
    assertThat(directories.current().officials()).hasSize(12);
    assertThat(directories.current().version()).isEqualTo(1);
    DirectoryChange first = get(directories.changes(10)).get(0);
    assertThat(first.what()).isEqualTo(DirectoryChange.What.FILE);
    assertThat(first.at()).isEqualTo(NOW);
    assertThat(first.by()).isEqualTo("start");
    assertThat(get(directories.applied(1))).contains(Voorbeeldstad.yaml());
  }

  @Test
  void whenNodesStartTogetherOneLoadsTheFile() throws Exception {
    Files.writeString(file, Voorbeeldstad.yaml());
    TestStore other = TestStore.open(vertx);
    List<Future<Directories>> nodes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      nodes.add(Directories.in(vertx, other.store(), CLOCK, settings()));
    }
    for (Future<Directories> node : nodes) {
      assertThat(get(node).current().version()).isEqualTo(1);
      assertThat(get(get(node).changes(10))).hasSize(1);
    }
    other.close();
  }

  @Test
  void withoutFileOrWithAWrongOneTheFirstStartIsRefusedInOneLine() throws Exception {
    TestStore empty = TestStore.open(vertx);
    Files.delete(file);
    assertRefused(Directories.in(vertx, empty.store(), CLOCK, settings()), "cannot be read");
    Files.writeString(file, "teams: []");
    assertRefused(
        Directories.in(vertx, empty.store(), CLOCK, settings()), "teams: a list with at least");
    empty.close();
  }

  @Test
  void anEditThatWasNotAppliedChangesNothingAndTheLogSaysSo() throws Exception {
    Files.writeString(file, changed());
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger(MongoDirectories.class);
    logger.addAppender(log);
    try {
      Directories again = start();
      assertThat(again.current().version()).isEqualTo(1);
      assertThat(log.list)
          .singleElement()
          .extracting(ILoggingEvent::getFormattedMessage)
          .asString()
          .contains(file.toString(), "officials[samira.elamrani].capacity", "Nothing was changed");
      log.list.clear();
      Files.writeString(file, "teams: []");
      assertThat(start().current().officials()).hasSize(12);
      assertThat(log.list).singleElement().asString().contains("the directory in use stays");
      log.list.clear();
      Files.writeString(file, "# only a comment\n" + Voorbeeldstad.yaml());
      start();
      assertThat(log.list).isEmpty();
    } finally {
      logger.detachAppender(log);
    }
  }

  @Test
  void aDryRunShowsWhatApplyingThenChanges() throws Exception {
    DirectoryLine line =
        new DirectoryLine.Differs("officials[samira.elamrani].capacity", "30", "31");
    assertThat(line).hasToString("officials[samira.elamrani].capacity: was '30', becomes '31'");
    assertThat(get(directories.difference(changed()))).containsExactly(line);
    assertThat(directories.current().version()).isEqualTo(1);
    assertThat(get(directories.apply(changed(), "thomas.bakker", NOW))).containsExactly(line);
    assertThat(capacity(directories)).isEqualTo(31);
    assertThat(get(directories.difference(changed()))).isEmpty();
    assertThat(get(directories.apply(changed(), "thomas.bakker", NOW))).isEmpty();
    List<DirectoryChange> changes = get(directories.changes(10));
    assertThat(changes).hasSize(2);
    assertThat(changes.get(0).by()).isEqualTo("thomas.bakker");
    assertThat(changes.get(0).lines()).containsExactly(line);
    assertThat(changes.get(0).yaml()).as("a whole file each would be much").isNull();
    assertThat(get(directories.applied(2))).contains(changed());
    assertThat(capacity(start())).isEqualTo(31);
  }

  @Test
  void anotherNodeReadsTheChange() throws Exception {
    Directories other = start();
    get(directories.apply(changed(), "thomas.bakker", NOW));
    assertThat(capacity(other)).isEqualTo(30);
    Directory before = other.current();
    get(other.refresh());
    assertThat(capacity(other)).isEqualTo(31);
    assertThat(before.version()).isEqualTo(1);
    Directory same = other.current();
    get(other.refresh());
    assertThat(other.current()).isSameAs(same);
  }

  @Test
  void aNodeThatPollsSeesTheChangeWithinSeconds() throws Exception {
    Directories other = start();
    get(vertx.deployVerticle(new Polling("directory", Duration.ofMillis(20), other::refresh)));
    get(directories.absent(away("samira.elamrani")));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (!other.current().absent("samira.elamrani", NOW)) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  @Test
  void nodesThatChangeAtTheSameMomentLoseNothing() throws Exception {
    List<Directories> nodes = List.of(directories, start(), start());
    List<String> everybody =
        directories.current().officials().stream().map(Official::id).collect(Collectors.toList());
    List<Future<Directory>> changes = new ArrayList<>();
    for (int i = 0; i < everybody.size(); i++) {
      changes.add(nodes.get(i % 3).absent(away(everybody.get(i))));
    }
    for (Future<Directory> change : changes) {
      get(change);
    }
    Directory after = get(nodes.get(0).refresh());
    assertThat(everybody).allMatch(official -> after.absent(official, NOW));
    assertThat(get(nodes.get(0).changes(100))).hasSize(13);
  }

  @Test
  void whoIsSaidToBeAwayAgainIsAwayOnce() throws Exception {
    Absence first = away("samira.elamrani");
    get(directories.absent(first));
    long version = directories.current().version();
    Absence again =
        new Absence(
            first.official(),
            first.from().plusSeconds(3),
            first.until(),
            first.deputy(),
            first.reason(),
            first.by());
    get(directories.absent(again));
    assertThat(directories.current().version()).isEqualTo(version);
    assertThat(directories.current().absences()).contains(first).doesNotContain(again);
  }

  @Test
  void anAbsenceSurvivesAnAppliedFileAndEndsWhenTheyReturn() throws Exception {
    get(directories.absent(away("samira.elamrani")));
    get(directories.apply(changed(), "thomas.bakker", NOW));
    assertThat(start().current().absent("samira.elamrani", NOW)).isTrue();
    get(directories.returned("samira.elamrani", NOW, "jan.devries"));
    assertThat(directories.current().absent("samira.elamrani", NOW)).isFalse();
    assertThat(directories.current().absent("samira.elamrani", NOW.minusSeconds(1))).isTrue();
    assertThat(get(directories.changes(10)))
        .extracting(DirectoryChange::what)
        .containsExactly(
            DirectoryChange.What.RETURNED,
            DirectoryChange.What.FILE,
            DirectoryChange.What.ABSENT,
            DirectoryChange.What.FILE);
    long version = directories.current().version();
    get(directories.returned("samira.elamrani", NOW, "jan.devries"));
    assertThat(directories.current().version()).isEqualTo(version);
  }

  @Test
  void anAbsenceOrDepartureThatCannotBeIsRefused() throws Exception {
    assertRefused(directories.absent(away("nobody")), "'nobody' does not work here");
    assertRefused(
        directories.absent(
            new Absence("jan.devries", NOW, null, "jan.devries", null, "gloria.martina")),
        "their own deputy");
    assertRefused(
        directories.absent(
            new Absence("jan.devries", NOW, NOW.minusSeconds(1), null, null, "gloria.martina")),
        "before its first");
    assertRefused(directories.departed(gone("nobody", null)), "There is no official 'nobody'");
    assertRefused(directories.departed(gone("jan.devries", "jan.devries")), "own successor");
    assertThat(directories.current().version()).isEqualTo(1);
  }

  @Test
  void aDepartureIsMarkedThenSettledAndKeepsItsMoment() throws Exception {
    get(directories.departed(gone("samira.elamrani", null)));
    Departure settling =
        new Departure("samira.elamrani", NOW.plusSeconds(60), "ravi.ramdin", "gloria.martina");
    get(directories.departed(settling));
    assertThat(directories.current().departures())
        .containsExactly(gone("samira.elamrani", "ravi.ramdin"));
    assertThat(directories.current().successorOf("samira.elamrani", NOW).id())
        .isEqualTo("ravi.ramdin");
    long version = directories.current().version();
    get(directories.departed(settling));
    assertThat(directories.current().version()).isEqualTo(version);
  }

  @Test
  void theLastOneEmployedCannotDepart() throws Exception {
    for (Official official : directories.current().officials()) {
      if (!official.id().equals("thomas.bakker")) {
        get(directories.departed(gone(official.id(), null)));
      }
    }
    assertRefused(directories.departed(gone("thomas.bakker", null)), "Somebody must stay");
  }

  @Test
  void theLastAdministratorCannotDepartNorGoWhenTheOthersHaveSaidThatTheyLeave() throws Exception {
    Departure later =
        new Departure("thomas.bakker", NOW.plus(Duration.ofDays(60)), null, "gloria.martina");
    assertRefused(directories.departed(later), "'thomas.bakker' is the last administrator");
    assertRefused(directories.departed(gone("thomas.bakker", null)), "is the last administrator");
    String two =
        Voorbeeldstad.yaml()
            .replaceFirst("capacity: 30", "roles: [administrator]\n    capacity: 30");
    get(directories.apply(two, "thomas.bakker", NOW));
    get(directories.departed(later));
    assertRefused(
        directories.apply(Voorbeeldstad.yaml(), "thomas.bakker", NOW),
        "is expected to stay administrator");
    assertRefused(directories.departed(gone("samira.elamrani", null)), "is the last administrator");
    Fed none =
        new Fed(
            "samira.elamrani",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of());
    assertThat(get(directories.mistakes(List.of(none))))
        .containsExactly(
            new FedMistake("samira.elamrani", "roles", FedMistake.What.ADMINISTRATOR, ""));
    get(directories.stays("thomas.bakker", NOW, "gloria.martina"));
    assertThat(get(directories.mistakes(List.of(none)))).isEmpty();
    get(directories.departed(gone("samira.elamrani", null)));
  }

  @Test
  void ofTwoFormsOfSomebodyInAFeedOnTwoNodesTheSecondIsToldAndNothingIsOverwritten()
      throws Exception {
    Fed jan =
        new Fed(
            "jan.devries",
            null,
            "adviseur",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    get(directories.feed(List.of(jan), "hub", NOW));
    List<Directories> nodes = List.of(directories, start(), start());
    List<Future<List<DirectoryLine>>> all = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      all.add(nodes.get(i).feed(says("adviseur", "functie " + i), "thomas.bakker", NOW));
    }
    int taken = 0;
    for (Future<List<DirectoryLine>> one : all) {
      try {
        taken += get(one).size();
      } catch (Exception e) {
        assertThat(e).isInstanceOf(DirectoryRefused.class);
        assertThat(((DirectoryRefused) e).clashes()).hasSize(1);
      }
    }
    assertThat(taken).isEqualTo(1);
    String is = get(directories.refresh()).official("jan.devries").orElseThrow().function();
    assertThat(get(directories.feed(says("adviseur", is), "gloria.martina", NOW))).isEmpty();
    assertThat(get(directories.feed(says(is, "hoofd"), "gloria.martina", NOW))).hasSize(1);
  }

  private static FedForm says(String was, String function) {
    Place place = Place.of("officials", "jan.devries", "function");
    return new FedForm("jan.devries", List.of(new Edit.Put(place, was, function)));
  }

  @Test
  void somebodyEmployedCannotVanishFromTheFileAndWhoDepartedIsStillKnown() throws Exception {
    String without = withoutMarijke();
    assertRefused(
        directories.difference(without), "'marijke.smit' is missing but has not departed");
    assertRefused(directories.apply(without, "thomas.bakker", NOW), "mark the departure first");
    get(directories.departed(gone("marijke.smit", "pieter.hoekstra")));
    assertThat(get(directories.apply(without, "thomas.bakker", NOW))).isNotEmpty();
    Directory after = start().current();
    assertThat(after.officials()).hasSize(11);
    assertThat(after.byAddress("marijke.smit@voorbeeldstad.example"))
        .map(Official::name)
        .contains("Marijke Smit");
    assertThat(after.successorOf("marijke.smit", NOW).id()).isEqualTo("pieter.hoekstra");
    assertRefused(
        directories.difference(
            without.replace("afval@voorbeeldstad", "marijke.smit@voorbeeldstad")),
        "belonged to somebody who departed");
  }

  @Test
  void anAddressThatSomebodyHadBeforeStaysTheirsAndIsNobodyElses() throws Exception {
    String old = "samira.elamrani@voorbeeldstad.example";
    String married = Voorbeeldstad.yaml().replace(old, "samira.jansen@voorbeeldstad.example");
    get(directories.apply(married, "thomas.bakker", NOW));
    Directory after = start().current();
    assertThat(after.byAddress(old).orElseThrow().id()).isEqualTo("samira.elamrani");
    assertThat(after.byAddress("samira.jansen@voorbeeldstad.example").orElseThrow().id())
        .isEqualTo("samira.elamrani");
    assertRefused(
        directories.difference(married.replace("jan.devries@voorbeeldstad.example", old)),
        "belonged to an official before");
    assertRefused(
        directories.difference(married.replace("afval@voorbeeldstad.example", old)),
        "belonged to an official before");
    Fed jan = Fed.nothing("jan.devries");
    Fed taking =
        new Fed(
            "jan.devries",
            null,
            null,
            null,
            null,
            null,
            old,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    assertThat(get(directories.mistakes(List.of(jan, taking))))
        .contains(new FedMistake("jan.devries", "address", FedMistake.What.TAKEN, old));
    get(directories.apply(Voorbeeldstad.yaml(), "thomas.bakker", NOW));
    assertRefused(
        directories.difference(
            Voorbeeldstad.yaml()
                .replace(
                    "jan.devries@voorbeeldstad.example", "samira.jansen@voorbeeldstad.example")),
        "belonged to an official before");
    get(directories.departed(gone("samira.elamrani", "jan.devries")));
    assertThat(
            directories
                .current()
                .byAddress("samira.jansen@voorbeeldstad.example")
                .orElseThrow()
                .id())
        .isEqualTo("samira.elamrani");
  }

  @Test
  void whoHasTheirAddressByAFeedKeepsTheOneOfBeforeToo() throws Exception {
    String old = "jan.devries@voorbeeldstad.example";
    Fed other =
        new Fed(
            "jan.devries",
            null,
            null,
            null,
            null,
            null,
            "jan@voorbeeldstad.example",
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    get(directories.feed(List.of(other), "hub", NOW));
    assertThat(start().current().byAddress(old).orElseThrow().id()).isEqualTo("jan.devries");
    Fed swap =
        new Fed(
            "samira.elamrani",
            null,
            null,
            null,
            null,
            null,
            old,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    assertThat(get(directories.mistakes(List.of(swap))))
        .extracting(FedMistake::what)
        .containsExactly(FedMistake.What.TAKEN);
  }

  @Test
  void cutOffAtAnyWriteAndMadeAgainAChangeIsThereOnceAndInTheHistory() throws Exception {
    List<String> people = List.of("samira.elamrani", "ravi.ramdin", "fatma.yildiz");
    for (int k = 0; k < people.size(); k++) {
      Absence absence = away(people.get(k));
      writesLeft.set(k);
      assertThatThrownBy(() -> get(directories.absent(absence))).hasMessageContaining("cut off");
      writesLeft.set(Integer.MAX_VALUE);
      directories = start();
      get(directories.absent(absence));
      assertThat(directories.current().absent(people.get(k), NOW)).isTrue();
      assertThat(directories.current().version()).isEqualTo(k + 2);
      assertThat(get(directories.changes(10))).hasSize(k + 2);
    }
  }

  @Test
  void aChangeWhoseHistoryWasCutOffIsRememberedByTheNextOne() throws Exception {
    writesLeft.set(2);
    assertThatThrownBy(() -> get(directories.absent(away("samira.elamrani"))))
        .hasMessageContaining("cut off");
    writesLeft.set(Integer.MAX_VALUE);
    get(directories.absent(away("ravi.ramdin")));
    assertThat(get(directories.changes(10)))
        .extracting(DirectoryChange::version)
        .containsExactly(3L, 2L, 1L);
  }

  private static String changed() {
    return Voorbeeldstad.yaml().replaceFirst("capacity: 30", "capacity: 31");
  }

  /** Marijke Smit and her duty left out. */
  private static String withoutMarijke() {
    String yaml =
        Voorbeeldstad.yaml().replace("  - { official: marijke.smit, days: \"fri\" }\n", "");
    int from = yaml.indexOf("  - id: marijke.smit");
    return yaml.substring(0, from) + yaml.substring(yaml.indexOf("  - id: gloria.martina"));
  }

  private static int capacity(Directories directories) {
    return directories.current().official("samira.elamrani").orElseThrow().capacity();
  }

  private static Absence away(String official) {
    return new Absence(official, NOW.minusSeconds(3600), null, null, null, "gloria.martina");
  }

  private static Departure gone(String official, String successor) {
    return new Departure(official, NOW, successor, "gloria.martina");
  }

  private static void assertRefused(Future<?> change, String line) {
    assertThatThrownBy(() -> get(change))
        .isInstanceOf(DirectoryRefused.class)
        .hasMessageContaining(line);
  }

  private static <T> T get(Future<T> future) throws TimeoutException, IOException {
    return future.await(20, TimeUnit.SECONDS);
  }
}
