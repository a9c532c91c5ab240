package nl.aanspreekpunt.search;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Noting;
import nl.aanspreekpunt.casework.Unsought;
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
}
