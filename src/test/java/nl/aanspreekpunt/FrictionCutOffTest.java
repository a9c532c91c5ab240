package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Done;
import nl.aanspreekpunt.casework.chafe.Step;
import nl.aanspreekpunt.friction.Friction;
import nl.aanspreekpunt.friction.Report;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import org.junit.jupiter.api.Test;

/**
 * What chafes is reported, gathered with another, given to another owner and answered, cut off
 * after the k-th write for every k, and done again by who saw it fail: each citizen and each who
 * reported it hears all of it once, and the promise is kept once. So too when two nodes do it all
 * at once.
 */
class FrictionCutOffTest extends CutOffs {
  private static final String SAMIRA = "samira.elamrani";
  private static final String RAVI = "ravi.ramdin";
  private static final String TO = "kwame.mensah";
  private static final String ANSWER = "Een verklaring van de opvang is nu ook genoeg.";

  /** More writes than the longest of the four takes. */
  private static final int MOST = 20;

  /** Two citizens who met it, and what is reported of them under a key of its own. */
  private record Met(String key, Case one, Case other) {}

  private interface Deed {
    Future<?> by(Hub node, Met met);
  }

  private final List<Deed> deeds =
      List.of(
          (node, met) -> report(node, met.key() + "a", met.one(), SAMIRA, null),
          (node, met) ->
              id(met).compose(into -> report(node, met.key() + "b", met.other(), RAVI, into)),
          (node, met) ->
              head(met).compose(one -> node.frictionWork.owner(one, TO, "pieter.hoekstra", "")),
          (node, met) ->
              id(met).compose(id -> node.frictionWork.step(id, answer(), "Meer is genoeg.")));

  @Test
  void eachHearsAllOfItOnceHoweverItIsCutOff() throws Exception {
    List<Met> all = citizens(MOST);
    boolean cutOff = true;
    int k = 0;
    for (; cutOff; k++) {
      Met met = all.get(k);
      cutOff = false;
      for (Deed deed : deeds) {
        int writes = k;
        cutOff |= cut(writes, () -> deed.by(hub, met));
        later();
        // Who saw it fail does it again; who did not may have sent it twice.
        await(deed.by(hub, met));
        later();
      }
      assertAllHeardOnce(met, "after " + k + " writes");
    }
    assertThat(k).as("there was something to cut off").isGreaterThan(8);
  }

  @Test
  void eachHearsAllOfItOnceFromTwoNodes() throws Exception {
    Hub second = open();
    Met met = citizens(1).get(0);
    for (Deed deed : deeds) {
      await(Future.join(deed.by(hub, met), deed.by(second, met)));
      clock.forward(Duration.ofMinutes(2));
      await(Future.join(hub.frictionWork.tick(), second.frictionWork.tick()));
    }
    assertAllHeardOnce(met, "two nodes");
  }

  /** What the clock brings. */
  private void later() throws Exception {
    clock.forward(Duration.ofMinutes(2));
    await(hub.caseClock.tick());
    await(hub.frictionWork.tick());
  }

  private List<Met> citizens(int many) throws Exception {
    List<Receipt> asked = new ArrayList<>();
    for (int i = 0; i < 2 * many; i++) {
      asked.add(sms("+316123920" + (10 + i), "Mijn huur is te hoog"));
      await(deliver(asked.get(i)));
    }
    await(hub.inbox.drain());
    hub = open();
    List<Met> all = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      all.add(new Met("key" + i, placed(asked.get(2 * i)), placed(asked.get(2 * i + 1))));
    }
    return all;
  }

  private Future<Done<Friction>> report(Hub node, String key, Case about, String by, String into) {
    Report report =
        new Report(
            by,
            clock.instant(),
            "wonen",
            "Formulier woonadres",
            "Wie in de opvang slaapt kan dit niet geven",
            "",
            about.id(),
            true);
    return node.frictionWork.report(report, key, into);
  }

  private Step answer() {
    return new Step(clock.instant(), TO, Step.State.CHANGED, ANSWER, null);
  }

  private Future<Friction> head(Met met) {
    return hub.frictionWork.frictions().about(met.one().id(), 2).map(found -> found.get(0));
  }

  private Future<String> id(Met met) {
    return head(met).map(Friction::id);
  }

  private void assertAllHeardOnce(Met met, String when) throws Exception {
    List<Friction> reported = await(hub.frictionWork.frictions().about(met.one().id(), 5));
    assertThat(reported).as(when).hasSize(1);
    Friction head = reported.get(0);
    List<Friction> others = await(hub.frictionWork.frictions().about(met.other().id(), 5));
    assertThat(others).as(when).extracting(Friction::into).containsExactly(head.id());
    assertThat(head.steps())
        .as(when)
        .extracting(Step::state)
        .containsExactly(Step.State.GATHERS, Step.State.CHANGED);

    Case policy = found(head.number());
    assertThat(policy.open()).as(when).isFalse();
    assertThat(policy.official()).as(when).isEqualTo(TO);
    assertThat(policy.promises()).as(when).extracting(Promise::kind).contains(PromiseKind.FRICTION);
    assertThat(policy.promises()).as(when).allMatch(one -> one.state() == Promise.State.KEPT);
    assertThat(policy.happened(CaseEvent.Kept.class)).as(when).hasSize(1);
    assertThat(await(hub.cases.find(others.get(0).number()))).as(when).isEmpty();

    for (Case each : List.of(met.one(), met.other())) {
      assertThat(heard(each)).as(when).containsExactlyInAnyOrder("looked", "owner", "CHANGED");
      Case now = found(each.id());
      assertThat(now.happened(CaseEvent.Chafed.class)).as(when).hasSize(1);
      assertThat(now.happened(CaseEvent.FrictionMoved.class)).as(when).hasSize(1);
      assertWhole(now, 1);
    }
    List<String> staff =
        Stream.of(SAMIRA, RAVI).map(who -> "friction." + head.id() + ".1." + who).toList();
    assertThat(await(hub.outbox.findAll(staff))).as(when).hasSize(2);
  }

  private List<String> heard(Case each) throws Exception {
    return await(hub.outbox.unfinished(each.id())).stream()
        .map(Outgoing::notice)
        .filter(notice -> notice.kind() == Notice.Kind.CHAFED)
        .map(notice -> notice.facts().get("what"))
        .toList();
  }
}
