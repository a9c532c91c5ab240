package nl.aanspreekpunt;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.store.SetAside;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

/** What cannot be done when its turn comes never keeps the next from its turn. */
class SetAsideTest extends CutOffs {
  /** More than the clock and the sweeper take at once. */
  private static final int MANY = 205;

  /** Stored fields of any table, for what nobody should have written there. */
  public record Raw(String id) {}

  @Test
  void casesThatCannotBeReadDelayNone() throws Exception {
    List<Case> broken = many();
    Case good = asked("+31612360001");
    for (Case one : broken) {
      spoil("cases", one.id(), set("state", "NONSENSE"));
    }
    clock.to(good.dueAt().plusSeconds(1));

    await(hub.caseClock.tick());
    await(hub.caseClock.tick());

    assertThat(steps(good)).isEqualTo(2);
    assertThat(counted(SetAside.Queue.CASE)).isEqualTo(MANY);
    assertThat(hub.measures.scrape()).doesNotContain("NONSENSE");

    for (Case one : broken) {
      spoil("cases", one.id(), set("state", "OPEN"));
    }
    clock.forward(Duration.ofSeconds(6));
    await(hub.caseClock.tick());
    await(hub.caseClock.tick());
    for (Case one : broken) {
      assertThat(steps(one)).isEqualTo(2);
    }
    clock.forward(Duration.ofMinutes(3));
    assertThat(counted(SetAside.Queue.CASE)).isZero();
  }

  @Test
  void aCaseWhoseStepAlwaysFailsWaitsLongerEachTimeAndIsOnRecord() throws Exception {
    Case bad = asked("+31612360002");
    spoil("cases", bad.id(), set("responsibilities", List.of()));
    clock.to(bad.dueAt().plusSeconds(1));
    Instant first = clock.instant();

    await(hub.caseClock.tick());
    SetAside once = await(hub.setAsides.list(clock.instant(), 10)).get(0);
    assertThat(once.reference()).isEqualTo(bad.id());
    assertThat(once.until()).isEqualTo(first.plusSeconds(5));

    await(hub.caseClock.tick());
    assertThat(await(hub.setAsides.list(clock.instant(), 10)).get(0)).isEqualTo(once);

    for (int n = 0; n < 12; n++) {
      clock.to(await(hub.setAsides.list(clock.instant(), 10)).get(0).until());
      await(hub.caseClock.tick());
    }
    SetAside often = await(hub.setAsides.list(clock.instant(), 10)).get(0);
    assertThat(often.tries()).isEqualTo(13);
    assertThat(often.since()).isEqualTo(first);
    assertThat(often.until()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
  }

  @Test
  void whateverWaitsIsTriedAtTheNextTickWhenSomebodySaysSoAndNotEarlierThanThat() throws Exception {
    Case bad = asked("+31612360008");
    spoil("cases", bad.id(), set("state", "NONSENSE"));
    Receipt unread = sms("+31612360009", "Mijn huur is te hoog");
    await(hub.receipts.store(unread));
    spoil("receipts", unread.id(), set("state", "NONSENSE"));
    Outgoing entry = told(bad, Notice.Kind.ACKNOWLEDGEMENT).get(0);
    clock.to(bad.dueAt().plusSeconds(1));
    await(hub.caseClock.tick());
    await(hub.inbox.sweep());
    await(hub.outbox.setAside(entry.id(), clock.instant(), new IllegalStateException("test")));
    List<SetAside> waiting = await(hub.tryingAgain.list(clock.instant(), 10));
    assertThat(waiting)
        .extracting(SetAside::queue)
        .containsExactlyInAnyOrder(
            SetAside.Queue.CASE, SetAside.Queue.RECEIPT, SetAside.Queue.OUTGOING);
    clock.forward(Duration.ofSeconds(1));
    assertThat(await(hub.caseClock.tick())).as("it waits").isZero();

    for (SetAside one : waiting) {
      await(hub.tryingAgain.now(one, clock.instant()));
    }
    await(hub.caseClock.tick());
    await(hub.inbox.sweep());

    assertThat(await(hub.setAsides.find("case/" + bad.id())).orElseThrow().tries()).isEqualTo(2);
    assertThat(await(hub.setAsides.find("receipt/" + unread.id())).orElseThrow().tries())
        .isEqualTo(2);
    assertThat(await(hub.outbox.find(entry.id())).orElseThrow().nextTry())
        .isEqualTo(clock.instant());
  }

  @Test
  void messagesThatCannotBeReadDelayNone() throws Exception {
    List<Receipt> broken = new ArrayList<>();
    for (int n = 0; n < MANY; n++) {
      broken.add(sms("+316123700%02d".formatted(n % 100), "Mijn huur is te hoog"));
    }
    for (Receipt one : broken) {
      await(hub.receipts.store(one));
      spoil("receipts", one.id(), set("state", "NONSENSE"));
    }
    Receipt good = sms("+31612360003", "Mijn huur is te hoog");
    await(hub.receipts.store(good));
    clock.forward(Duration.ofMinutes(2));

    for (int n = 0; n < 3; n++) {
      await(hub.inbox.sweep());
    }

    assertThat(placed(good).open()).isTrue();
    assertThat(counted(SetAside.Queue.RECEIPT)).isEqualTo(MANY);
  }

  @Test
  void aListShowsTheOthers() throws Exception {
    Case good = asked("+31612360004");
    Case bad = asked("+31612360005");
    spoil("cases", bad.id(), set("state", "NONSENSE"));

    assertThat(await(hub.cases.promised(good.official(), 10)))
        .extracting(Case::id)
        .contains(good.id())
        .doesNotContain(bad.id());
    assertThat(await(hub.cases.findAll(List.of(bad.id(), good.id()))))
        .extracting(Case::id)
        .containsExactly(good.id());
    Case older = asked("+31612360006");
    Case newest = asked("+31612360007");
    spoil("cases", newest.id(), set("state", "NONSENSE"));
    assertThat(await(hub.cases.list(new Cases.Filter(null, null, null), null, 2)))
        .as("what cannot be read makes room for the next")
        .hasSize(2)
        .extracting(Case::id)
        .contains(older.id());
  }

  private List<Case> many() throws Exception {
    List<Receipt> receipts = new ArrayList<>();
    for (int n = 0; n < MANY; n++) {
      receipts.add(sms("+31612380%03d".formatted(n), "Mijn huur is te hoog"));
    }
    await(Future.all(receipts.stream().map(hub.inbox::accept).toList()));
    await(hub.inbox.drain());
    hub = open();
    List<Case> all = new ArrayList<>();
    for (Receipt one : receipts) {
      all.add(found(await(hub.receipts.find(one.id())).orElseThrow().caseNumber()));
    }
    return all;
  }

  private void spoil(String table, String id, Bson how) throws Exception {
    await(fixture.store().table(table, Raw.class).set(id, gt("_id", ""), how));
  }

  private int steps(Case one) throws Exception {
    Promise promise = found(one.id()).promises().get(0);
    return promise.steps().size();
  }

  private long counted(SetAside.Queue queue) throws Exception {
    return await(hub.setAsides.count(queue, clock.instant(), 1_000));
  }
}
