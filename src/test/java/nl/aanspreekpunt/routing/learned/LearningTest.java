package nl.aanspreekpunt.routing.learned;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.Hands;
import nl.aanspreekpunt.casework.Suggestion;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes that share what was learned. */
class LearningTest {
  private static final String FULL = "De bak zit vol en de zakken staan ernaast";
  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private final Hands clock = new Hands(Instant.parse("2026-11-24T09:00:00Z"));
  private final List<Example> examples = new ArrayList<>();
  private Models models;
  private Learning one;
  private Learning other;
  private Learning small;
  private Outbox outbox;

  @BeforeEach
  void open() {
    Directories directories =
        await(Directories.in(fixture.vertx(), fixture.store(), clock, Voorbeeldstad.SETTINGS));
    models = Models.in(fixture.store());
    outbox = Outbox.in(fixture.store());
    await(outbox.prepare());
    one = node(directories, 4_000_000);
    other = node(directories, 4_000_000);
    small = node(directories, 1_000);
  }

  private Learning node(Directories directories, int mostBytes) {
    Learning node =
        new Learning(
            fixture.vertx(),
            models,
            most -> Future.succeededFuture(List.copyOf(examples)),
            directories,
            outbox,
            clock,
            mostBytes);
    await(node.prepare());
    return node;
  }

  @Test
  void itIsOffUntilAnAdministratorTurnsItOnAndOnlyWhenItBeatsTheKeywordRules() {
    assertThat(await(one.turn(true, "thomas")).refused()).isEqualTo(Learning.Refused.NOT_BETTER);
    assertThat(await(one.measure("thomas")).refused()).isEqualTo(Learning.Refused.TOO_FEW);
    examples.addAll(Sentences.some(240));
    assertThat(await(one.measure("thomas")).refused()).isNull();
    Learning.State measured = await(one.state());

    assertThat(measured.now().on()).isFalse();
    assertThat(one.suggest(FULL)).isEmpty();
    assertThat(measured.models()).hasSize(1);
    assertThat(measured.models().get(0).content()).as("not in what is listed").isNull();
    assertThat(measured.models().get(0).hash()).hasSize(64);
    assertThat(measured.better()).isTrue();
    assertThat(await(one.turn(true, "thomas")).refused()).isNull();
    assertThat(one.suggest(FULL)).map(Suggestion::topic).contains("afval");
    assertThat(one.suggest(FULL)).map(Suggestion::model).contains(1);
    assertThat(other.suggest(FULL)).isEmpty();
    await(other.tick());
    assertThat(other.suggest(FULL)).isEqualTo(one.suggest(FULL));
  }

  @Test
  void aLaterVersionTakesOverEverywhereAndTheWordsOfTheEarlierOneAreGone() {
    examples.addAll(Sentences.some(240));
    await(one.measure("thomas"));
    await(one.turn(true, "thomas"));
    examples.addAll(Sentences.some(300).subList(240, 300));
    await(other.measure("thomas"));
    await(one.tick());

    assertThat(one.suggest(FULL)).map(Suggestion::model).contains(2);
    assertThat(await(models.find(1)).orElseThrow().content()).isNull();
    assertThat(await(models.find(1)).orElseThrow().learnedRight()).isPositive();
    assertThat(await(one.state()).models()).extracting(LearnedModel::version).containsExactly(2, 1);
  }

  @Test
  void whatWasDestroyedIsNotInAModelThatIsTrainedAfterwards() {
    examples.addAll(Sentences.some(240));
    await(one.measure("thomas"));
    assertThat(Content.of(fixture.store(), 1)).contains("bekeuring");
    examples.removeIf(each -> each.topic().equals("parkeren"));
    await(one.measure("thomas"));

    assertThat(Content.of(fixture.store(), 2)).contains("zakken").doesNotContain("bekeuring");
    assertThat(await(models.find(1)).orElseThrow().content()).isNull();
  }

  @Test
  void whenTooLittleIsLeftToMeasureItTurnsOffAndWhatItKnewIsGone() {
    examples.addAll(Sentences.some(240));
    await(one.measure("thomas"));
    await(one.turn(true, "thomas"));
    examples.subList(10, 240).clear();

    assertThat(await(one.measure("thomas")).refused()).isEqualTo(Learning.Refused.TOO_FEW);
    assertThat(await(one.state()).now().on()).isFalse();
    assertTold("learned-off-too_few");
    assertThat(await(models.find(1)).orElseThrow().content()).isNull();
    assertThat(one.suggest(FULL)).isEmpty();
    assertThat(await(one.turn(true, "thomas")).refused()).isEqualTo(Learning.Refused.NOT_BETTER);
  }

  @Test
  void afterAWeekItIsMeasuredAgainByOneNodeAndTurnsItselfOffWhenItIsNoLongerBetter() {
    examples.addAll(Sentences.some(240));
    await(one.measure("thomas"));
    await(one.turn(true, "thomas"));
    examples.clear();
    for (Example each : Sentences.some(240)) {
      String other = each.topic().equals("afval") ? "parkeren" : "afval";
      boolean heldUp = each.id().hashCode() % 2 == 0;
      examples.add(
          new Example(
              each.id(),
              each.citizen(),
              "container parkeervergunning",
              heldUp ? other : each.topic()));
    }
    clock.forward(Duration.ofDays(7));
    await(one.tick());
    await(other.tick());

    Learning.State state = await(one.state());
    assertThat(state.models()).as("measured once").hasSize(2);
    assertThat(state.models().get(0).by()).isEqualTo("hub");
    assertThat(state.better()).isFalse();
    assertThat(state.now().on()).isFalse();
    assertThat(state.now().by()).isEqualTo("hub");
    assertThat(one.suggest(FULL)).isEmpty();
    assertThat(other.suggest(FULL)).isEmpty();
    assertThat(await(other.turn(true, "thomas")).refused()).isEqualTo(Learning.Refused.NOT_BETTER);
    assertThat(state.now().why()).isEqualTo(Learning.Refused.NOT_BETTER);
    assertTold("learned-off-not_better");
  }

  @Test
  void aModelThatIsTooLargeIsNotKeptAndThatIsSaidAndWhatSuggestedBeforeDoesNoMore() {
    examples.addAll(Sentences.some(240));
    assertThat(await(small.measure("thomas")).refused()).isEqualTo(Learning.Refused.TOO_LARGE);
    assertThat(await(one.state()).models()).isEmpty();
    assertThat(told()).as("it was off").isEmpty();
    await(one.measure("thomas"));
    await(one.turn(true, "thomas"));

    assertThat(await(small.measure("thomas")).refused()).isEqualTo(Learning.Refused.TOO_LARGE);
    await(one.tick());
    await(other.tick());

    Learning.State state = await(one.state());
    assertThat(state.models()).as("the one that was too large is none").hasSize(1);
    assertThat(state.now().turnedItselfOff()).isTrue();
    assertThat(state.now().why()).isEqualTo(Learning.Refused.TOO_LARGE);
    assertThat(one.suggest(FULL)).isEmpty();
    assertTold("learned-off-too_large");
  }

  /** Once, whichever nodes saw it, and also when the one that did it was killed before telling. */
  private void assertTold(String what) {
    await(one.tick());
    await(other.tick());
    assertThat(told())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.official()).isEqualTo("thomas.bakker");
              assertThat(notice.facts())
                  .containsEntry("what", what)
                  .containsEntry("page", "/werk/geleerd");
            });
  }

  private List<Notice> told() {
    return await(outbox.list(Outgoing.State.WAITING, null, 100)).stream()
        .map(Outgoing::notice)
        .filter(notice -> notice.kind() == Notice.Kind.ADMINISTRATION)
        .toList();
  }
}
