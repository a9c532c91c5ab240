package nl.aanspreekpunt.search;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import io.vertx.core.Future;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Noting;
import nl.aanspreekpunt.casework.Unsought;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.official.Official;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What changed can be found, whatever comes between, and what goes cannot. */
class IndexingTest {
  private static Workplace workplace;

  @BeforeAll
  static void open() {
    workplace = new Workplace();
  }

  @AfterAll
  static void close() {
    workplace.close();
  }

  private static Case ask(String subject, String text) {
    return workplace.question(
        subject + "@elders.example", "Iemand", subject, text, "straat-en-groen");
  }

  private static List<String> numbers(String reader, String words) {
    Official one = workplace.directories.current().official(reader).orElseThrow();
    Moment moment = new Moment(workplace.clock.instant(), workplace.directories.current());
    return await(
            workplace
                .search
                .searching()
                .find(Asked.of(words), new Reader(one, one.roles(), moment), null, 20))
        .hits()
        .stream()
        .map(hit -> hit.one().id())
        .toList();
  }

  private static void finds(String reader, Case one, String... each) {
    for (String words : each) {
      assertThat(numbers(reader, words)).as(words).contains(one.id());
    }
  }

  @Test
  void whatACaseWasFoundByGoesAtOnce() {
    Case one = ask("Bijenkorf", "Er hangt een bijenkorf.");
    workplace.index();
    finds(one.official(), one, "bijenkorf");
    await(workplace.search.forget(one.id()));
    assertThat(numbers(one.official(), "bijenkorf")).isEmpty();
  }

  @Test
  void ofALongCaseEachStretchIsFound() {
    Case one = ask("Rotonde", "Begin van de rotonde.");
    for (int n = 0; n < 2 * Describing.STRETCH + 3; n++) {
      await(
          workplace.casework.change(
              one.id(), new Noting(one.official(), n == 3 ? "Over de heggenschaar." : "Nog " + n)));
    }
    workplace.index();
    finds(one.official(), one, "heggenscharen", "rotonde");
    assertThat(numbers(one.official(), "rotonde")).containsOnlyOnce(one.id());
  }

  @Test
  void whatWasThereBeforeThereWasASearchIsCaughtUpWith() {
    Case one = ask("Kermis", "De kermis is luid.");
    workplace.index();
    await(workplace.search.forget(one.id()));
    await(workplace.store.table("search-backlog", Backlog.State.class).delete("way-1"));
    assertThat(numbers(one.official(), "kermis")).isEmpty();
    Search another = another();
    for (int turn = 0; turn < 3; turn++) {
      await(another.indexing().tick());
    }
    finds(one.official(), one, "kermis");
    assertThat(await(another.indexing().caughtUp())).isPositive();
    assertThat(await(another.indexing().tick())).isZero();
  }

  /** On another node. */
  private static Search another() {
    return new Search(
        workplace.vertx(),
        workplace.store,
        workplace.cases,
        workplace.receipts,
        workplace.outbox,
        workplace.identities,
        workplace.clock);
  }

  @Test
  void twoNodesThatLookAtTheSameAtOnceLeaveNothingBehind() {
    Case one = ask("Draaimolen", "De draaimolen staat stil.");
    await(workplace.casework.change(one.id(), new Noting(one.official(), "Kapotte motor.")));
    Search another = another();
    Future<Integer> both = another.indexing().tick();
    workplace.index();
    await(both);
    await(workplace.casework.change(one.id(), new Noting(one.official(), "Nieuwe zekering.")));
    Future<Integer> again = another.indexing().tick();
    workplace.index();
    await(again);
    workplace.index();
    finds(one.official(), one, "draaimolens", "motor", "zekeringen");
    assertThat(await(another.indexing().waiting(9))).isZero();
  }

  @Test
  void aChangeAfterItWasReadIsNotTakenForDone() {
    Unsought unsought = Unsought.in(workplace.store);
    Case one = ask("Zweefmolen", "De zweefmolen piept.");
    Case read = workplace.found(one.id());
    await(workplace.casework.change(one.id(), new Noting(one.official(), "Smeerolie besteld.")));
    await(unsought.done(read));
    assertThat(await(unsought.by(workplace.clock.instant(), 9)))
        .extracting(Case::id)
        .contains(one.id());
    workplace.index();
    finds(one.official(), one, "smeerolie");
    assertThat(await(unsought.count(workplace.clock.instant(), 9))).isZero();
  }

  @Test
  void oneThatCannotBeDoneKeepsNoneOfTheOthers() {
    Case bad = ask("Spookhuis", "Het spookhuis kraakt.");
    Case good = ask("Botsauto", "De botsauto rijdt niet.");
    await(Unsought.in(workplace.store).later(good, workplace.clock.instant()));
    await(Unsought.in(workplace.store).later(bad, workplace.clock.instant()));
    AtomicInteger tries = new AtomicInteger();
    Indexing indexing = failing(bad, tries);

    await(indexing.tick());

    finds(good.official(), good, "botsauto");
    assertThat(await(indexing.waiting(9))).isZero();
    int before = tries.get();
    await(indexing.tick());
    assertThat(tries).as("it waits").hasValue(before);
    workplace.clock.forward(Duration.ofMinutes(1));
    await(indexing.tick());
    assertThat(tries).hasValueGreaterThan(before);
    workplace.clock.forward(Duration.ofMinutes(1));
    assertThat(await(indexing.waiting(9))).as("longer each time").isZero();
    workplace.clock.forward(Duration.ofMinutes(1));
    workplace.index();
    finds(bad.official(), bad, "spookhuis");
  }

  @Test
  void oneOfBeforeThatCannotBeDoneKeepsNoneOfTheOthers() {
    Case good = ask("Zweefvliegtuig", "Het zweefvliegtuig is laag.");
    Case bad = ask("Reuzenrad", "Het reuzenrad draait niet.");
    workplace.index();
    await(workplace.search.forget(good.id()));
    await(workplace.search.forget(bad.id()));
    await(workplace.store.table("search-backlog", Backlog.State.class).delete("way-1"));
    Indexing indexing = failing(bad, new AtomicInteger());

    for (int turn = 0; turn < 3; turn++) {
      await(indexing.tick());
    }

    finds(good.official(), good, "zweefvliegtuig");
    assertThat(numbers(bad.official(), "reuzenrad")).isEmpty();
    workplace.clock.forward(Duration.ofMinutes(1));
    workplace.index();
    finds(bad.official(), bad, "reuzenrad");
  }

  /** Each waits longer than the time before, until the case changes. */
  @Test
  void aMessageThatStaysUnfinishedIsLookedAtLessAndLess() {
    Case one = ask("Lachspiegel", "De lachspiegel is kapot.");
    Patience patience = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(7));
    assertThat(Stream.generate(() -> patience.next(one).toSeconds()).limit(4))
        .containsExactly(2L, 4L, 7L, 7L);
    await(workplace.casework.change(one.id(), new Noting(one.official(), "Glas besteld.")));
    Case changed = workplace.found(one.id());
    assertThat(patience.next(changed)).hasSeconds(2);
    patience.over(changed);
    assertThat(patience.knows(changed)).isFalse();
  }

  @Test
  void aCaseOfAStuckMessageIsNotDoneAnewAllTheTime() {
    Case one = ask("Carrousel", "De carrousel hapert.");
    String receipt = ((CaseEvent.Received) one.events().get(0)).receipt();
    await(
        workplace
            .store
            .table("receipts", Receipt.class)
            .set(receipt, Updates.set("state", Receipt.State.RECEIVED.name())));
    await(Unsought.in(workplace.store).later(one, workplace.clock.instant()));
    Indexing indexing = another().indexing();

    for (int waits = 2; waits <= 16; waits *= 2) {
      assertThat(await(indexing.tick())).isPositive();
      workplace.clock.forward(Duration.ofSeconds(waits - 1));
      assertThat(await(indexing.tick())).as("before %s s", waits).isZero();
      workplace.clock.forward(Duration.ofSeconds(1));
    }
    await(
        workplace
            .store
            .table("receipts", Receipt.class)
            .set(receipt, Updates.set("state", Receipt.State.ROUTED.name())));
    assertThat(await(indexing.tick())).isPositive();
    workplace.clock.forward(Duration.ofHours(1));
    assertThat(await(indexing.tick())).isZero();
  }

  /** Of which looking for what there is of one case fails. */
  private static Indexing failing(Case bad, AtomicInteger tries) {
    Entries entries = Entries.in(workplace.store);
    Entries failing =
        (Entries)
            Proxy.newProxyInstance(
                Entries.class.getClassLoader(),
                new Class<?>[] {Entries.class},
                (proxy, method, args) -> {
                  if (method.getName().equals("findAll") && args[0].toString().contains(bad.id())) {
                    tries.incrementAndGet();
                    throw new IllegalStateException("not this one");
                  }
                  return method.invoke(entries, args);
                });
    return new Indexing(
        workplace.vertx(),
        workplace.cases,
        Unsought.in(workplace.store),
        workplace.receipts,
        workplace.outbox,
        failing,
        new Backlog(workplace.store),
        workplace.clock);
  }
}
