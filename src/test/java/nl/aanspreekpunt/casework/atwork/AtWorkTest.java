package nl.aanspreekpunt.casework.atwork;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AtWorkTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private AtWork atWork;

  @BeforeEach
  void open() {
    atWork = AtWork.in(fixture.store());
    await(atWork.prepare());
  }

  private static DraftReply typed(String text, String page) {
    return DraftReply.typed("K1", "jan", text, "1", List.of("keeps-1=1"), "r1", "", page, NOW);
  }

  private Drafting.Kept keep(String text, String page, long base) {
    return await(atWork.drafting().keep(typed(text, page), base, false));
  }

  private DraftReply stored() {
    return await(atWork.drafting().of("K1", "jan")).orElseThrow();
  }

  @Test
  void aDraftIsKeptAsItsAuthorLeftItAlsoAfterARestart() {
    keep("Dag", "a", 0);
    keep("Dag mevrouw", "a", 0);
    Drafting reopened = AtWork.in(fixture.reopened()).drafting();
    DraftReply kept = await(reopened.of("K1", "jan")).orElseThrow();
    assertThat(kept.text()).isEqualTo("Dag mevrouw");
    assertThat(kept.ticked()).containsExactly("keeps-1=1");
    assertThat(kept.seen()).isEqualTo("r1");
    assertThat(await(reopened.of("K1", "els"))).isEmpty();
  }

  @Test
  void anotherPageOfItsAuthorOverwritesNothingUnasked() {
    keep("Van de ene", "a", 0);
    assertThat(keep("Van de andere", "b", 0).elsewhere()).isTrue();
    assertThat(stored().text()).isEqualTo("Van de ene");
    assertThat(keep("Die dit zag", "b", stored().version()).elsewhere()).isFalse();
    assertThat(keep("Van de ene, weer", "a", 0).elsewhere()).isTrue();
    await(atWork.drafting().keep(typed("Toch", "a"), 0, true));
    assertThat(stored().text()).isEqualTo("Toch");
  }

  @Test
  void whatIsThrownAwayOrEmptiedCanBeTakenBack() {
    keep("Dag", "a", 0);
    await(atWork.drafting().discard("K1", "jan", NOW));
    assertThat(stored().stands()).isFalse();
    await(atWork.drafting().takeBack("K1", "jan"));
    assertThat(stored().stands()).isTrue();
    keep(" ", "a", 0);
    assertThat(stored().takeable()).isTrue();
    await(atWork.drafting().takeBack("K1", "jan"));
    assertThat(stored().text()).isEqualTo("Dag");
  }

  @Test
  void whatItsPageStillKeepsAfterItWasSentComesToNothing() {
    keep("Dag", "a", 0);
    await(atWork.drafting().sent(typed("Dag", "a"), 0));
    keep("Dag", "a", 0);
    assertThat(stored().stands()).isFalse();
    assertThat(stored().text()).isEmpty();
    keep("Iets nieuws", "b", 0);
    assertThat(stored().text()).isEqualTo("Iets nieuws");
  }

  @Test
  void whatWasTypedElsewhereStaysWhenAnotherPageOfItsAuthorSends() {
    keep("Van de telefoon", "phone", 0);
    assertThat(keep("Van de computer", "desktop", 0).elsewhere()).isTrue();
    await(atWork.drafting().sent(typed("Van de computer", "desktop"), 0));
    assertThat(stored().stands()).isTrue();
    assertThat(stored().text()).isEqualTo("Van de telefoon");

    await(atWork.drafting().sent(typed("Van de telefoon", "desktop"), 0));
    assertThat(stored().text()).as("the same words went").isEmpty();

    keep("Begin", "phone", 0);
    await(atWork.drafting().sent(typed("Begin en einde", "desktop"), stored().version()));
    assertThat(stored().text()).as("its page showed it, and went on from there").isEmpty();
  }

  @Test
  void itIsBounded() {
    keep("a".repeat(60_000), "a", 0);
    assertThat(stored().text()).hasSize(DraftReply.LONGEST);
    List<String> many = IntStream.range(0, 50).mapToObj(i -> "keeps-" + i + "=x").toList();
    DraftReply ticked = DraftReply.typed("K1", "jan", "t", null, many, null, "", "a", NOW);
    assertThat(ticked.ticked()).hasSize(20);
  }

  @Test
  void allOfACaseGoesWithItsContent() {
    keep("Dag", "a", 0);
    await(atWork.looks().look("K1", "jan", 3, NOW));
    await(atWork.desks().here("K1", "jan", true, NOW));
    await(atWork.destroy("K1"));
    assertThat(await(atWork.drafting().of("K1", "jan"))).isEmpty();
    assertThat(await(atWork.looks().last("K1", "jan"))).isEqualTo(Optional.empty());
    assertThat(await(atWork.desks().of(List.of("K1")))).isEmpty();
  }

  @Test
  void whatIsNewStaysSoForAVisitAndCountsFromTheOneBefore() {
    Looks looks = atWork.looks();
    assertThat(await(looks.look("K1", "jan", 3, NOW)).from()).isEqualTo(3);
    Instant later = NOW.plus(Duration.ofHours(2));
    assertThat(await(looks.look("K1", "jan", 7, later)).from()).isEqualTo(3);
    assertThat(await(looks.look("K1", "jan", 8, later.plusSeconds(60))).from()).isEqualTo(3);
    assertThat(await(looks.look("K1", "jan", 8, later.plusSeconds(3600))).from()).isEqualTo(8);
    assertThat(await(looks.look("K1", "els", 8, later)).from()).isEqualTo(8);
  }

  @Test
  void whoIsAtACaseIsSeenFromEveryNodeAndIsGoneByThemselves() {
    Desks desks = atWork.desks();
    await(
        Future.all(
            List.of("jan", "els").stream()
                .map(who -> desks.here("K1", who, who.equals("els"), NOW))
                .toList()));
    await(desks.changed("K1"));
    await(desks.changed("never-opened"));
    CaseDesk desk = await(Desks.in(fixture.store()).of(List.of("K1", "never-opened"))).get(0);
    assertThat(desk.beats()).isEqualTo(1);
    assertThat(desk.others("jan", NOW)).extracting(CaseDesk.Here::official).containsExactly("els");
    assertThat(desk.others("jan", NOW).get(0).writes(NOW)).isTrue();
    assertThat(desk.others("jan", NOW.plusSeconds(20))).isEmpty();
    await(desks.here("K1", "jan", false, NOW.plusSeconds(30)));
    assertThat(await(desks.of(List.of("K1"))).get(0).here()).hasSize(1);
  }
}
