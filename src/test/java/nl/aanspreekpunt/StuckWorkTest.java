package nl.aanspreekpunt;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Attendance;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Distributing;
import nl.aanspreekpunt.casework.Import;
import nl.aanspreekpunt.casework.Importing;
import nl.aanspreekpunt.casework.Imports;
import nl.aanspreekpunt.casework.Sign;
import nl.aanspreekpunt.casework.bulk.Bulk;
import nl.aanspreekpunt.casework.bulk.BulkAct;
import nl.aanspreekpunt.casework.bulk.Bulks;
import nl.aanspreekpunt.casework.bulk.Preview;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Fed;
import nl.aanspreekpunt.official.Person;
import nl.aanspreekpunt.store.SetAside;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of the clock's work what always fails for one official has its turn taken by nobody's. */
class StuckWorkTest extends CutOffs {
  private Case bad;
  private Case good;

  /** Two questions of two officials, of which one cannot be changed. */
  @BeforeEach
  void ask() throws Exception {
    bad = asked("+31612360011");
    good = asked("+31612360012");
    assertThat(good.official()).isNotEqualTo(bad.official());
    await(
        fixture
            .store()
            .table("cases", SetAsideTest.Raw.class)
            .set(bad.id(), gt("_id", ""), set("responsibilities", List.of())));
  }

  /** That and nothing else, tried so often. */
  private void onRecord(SetAside.Queue queue, int tries) throws Exception {
    assertThat(await(hub.setAsides.list(clock.instant(), 10)))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.queue()).isEqualTo(queue);
              assertThat(one.tries()).isEqualTo(tries);
            });
    assertThat(await(hub.setAsides.count(queue, clock.instant(), 10))).isEqualTo(1);
  }

  @Test
  void anAbsenceThatCannotBeDealtWithDelaysNoOther() throws Exception {
    Instant now = clock.instant();
    for (Case one : List.of(bad, good)) {
      await(hub.directories.absent(new Absence(one.official(), now, null, null, "ziek", "test")));
    }

    await(hub.absences.tick());

    assertThat(found(good.id()).actingNow()).isPresent();
    onRecord(SetAside.Queue.ABSENCE, 1);
    await(hub.absences.tick());
    onRecord(SetAside.Queue.ABSENCE, 1);
    clock.forward(Duration.ofSeconds(5));
    await(hub.absences.tick());
    onRecord(SetAside.Queue.ABSENCE, 2);
  }

  @Test
  void aDepartureThatCannotGoOnDelaysNoOther() throws Exception {
    settled(hub.departing.mark(bad.official(), "test"));
    await(hub.departing.mark(good.official(), "test"));
    await(hub.departing.confirm(good.official(), null, Map.of(), "", "test"));

    await(hub.departing.tick());

    assertThat(found(good.id()).official()).isNotEqualTo(good.official());
    onRecord(SetAside.Queue.DEPARTURE, 1);
    await(hub.departing.tick());
    onRecord(SetAside.Queue.DEPARTURE, 1);
  }

  /** However it ends. */
  private static void settled(Future<?> one) throws Exception {
    await(one.otherwiseEmpty());
  }

  @Test
  void aDistributionThatCannotGoOnDelaysNoOther() throws Exception {
    for (Case one : List.of(bad, good)) {
      Distributing.Filter of = new Distributing.Filter(one.official(), null, null, null);
      await(
          hub.distributing
              .preview(of, "fatma.yildiz", all -> true)
              .compose(items -> hub.distributing.begin(items, "", "test")));
    }

    await(hub.distributing.tick());

    assertThat(found(good.id()).official()).isEqualTo("fatma.yildiz");
    onRecord(SetAside.Queue.REASSIGNMENT, 1);
  }

  @Test
  void oneOfSeveralCasesThatCannotBeLookedIntoDelaysNoOther() throws Exception {
    BulkAct note = new BulkAct.Note("Gaat over de boom");
    Bulk shown = await(hub.bulkWork.show(note, List.of(good.id()), good.official()));
    Preview preview = await(hub.bulkWork.preview(shown, one -> Map.of()));
    Bulk.Item item = preview.will().get(0).item();
    Bulk begun =
        await(hub.bulkWork.begin(shown, preview.seen(), true, one -> Map.of())).orElseThrow();
    Bulk.Item broken =
        new Bulk.Item(bad.id(), null, "", Map.of(), List.of(), Bulk.State.TODO, null);
    Bulk both =
        new Bulk(
            begun.id(),
            begun.version() + 1,
            begun.by(),
            begun.at(),
            note,
            List.of(bad.id(), good.id()),
            List.of(broken, item),
            begun.begunAt(),
            0,
            null,
            begun.wakeAt());
    await(Bulks.in(fixture.store()).replace(both, begun.version()));

    await(hub.bulkWork.tick());

    assertThat(found(good.id()).happened(CaseEvent.Noted.class)).hasSize(1);
    onRecord(SetAside.Queue.BULK, 1);
    await(hub.bulkWork.tick());
    onRecord(SetAside.Queue.BULK, 1);
    assertThat(found(good.id()).happened(CaseEvent.Noted.class)).hasSize(1);
  }

  @Test
  void aTableThatCannotBeTakenInFurtherDelaysNoOther() throws Exception {
    Imports imports = Imports.in(fixture.store());
    Importing importing =
        new Importing(
            imports, hub.trying, hub.directories, hub.departing, clock, "voorbeeldstad.example");
    for (Case one : List.of(bad, good)) {
      List<String> leaves = List.of(one.official());
      await(
          imports.add(
              new Import(
                  one.id(), 1, "test", clock.instant(), List.of(), leaves, List.of(), 1, true)));
    }

    await(importing.tick());

    assertThat(await(imports.find(good.id())).orElseThrow().ended()).isTrue();
    assertThat(await(imports.find(bad.id())).orElseThrow().ended()).isFalse();
    onRecord(SetAside.Queue.IMPORT, 1);
  }

  @Test
  void whatAFeedSaysOfSomebodyAndCannotBeDoneDelaysNobodyElse() throws Exception {
    for (Case one : List.of(bad, good)) {
      await(hub.people.add(leaving(one.official())));
    }

    await(hub.feeding.tick());

    assertThat(await(hub.people.find(good.official())).orElseThrow().waiting()).isFalse();
    assertThat(await(hub.people.find(bad.official())).orElseThrow().waiting()).isTrue();
    onRecord(SetAside.Queue.FEED, 1);
  }

  private Person leaving(String official) {
    Instant now = clock.instant();
    Fed says =
        new Fed(
            official, null, null, null, null, null, null, null, null, null, null, null, null, null);
    return new Person(
        official,
        1,
        official,
        null,
        false,
        false,
        "{}",
        says,
        List.of(),
        false,
        Person.Turn.LEAVES,
        true,
        now,
        now);
  }

  @Test
  void aSignThatCannotBeLookedIntoDelaysNoOther() throws Exception {
    Attendance attendance =
        new Attendance(
            fixture.store(),
            hub.trying,
            unableToCount(bad.official()),
            hub.absences,
            hub.departing,
            hub.outbox,
            hub.directories,
            clock);
    await(attendance.prepare());
    await(attendance.tick());
    clock.forward(Duration.ofDays(5));

    await(attendance.tick());

    assertThat(await(attendance.asked(List.of(bad.official(), good.official()))))
        .extracting(Sign::id)
        .containsExactly(good.official());
    assertThat(await(hub.setAsides.list(clock.instant(), 10)))
        .extracting(SetAside::id)
        .contains("sign/" + bad.official());
  }

  /** The hub's cases, of which those of one official cannot be counted. */
  private Cases unableToCount(String official) {
    return (Cases)
        Proxy.newProxyInstance(
            Cases.class.getClassLoader(),
            new Class<?>[] {Cases.class},
            (proxy, method, with) -> {
              if (method.getName().equals("countOpen") && official.equals(with[0])) {
                return Future.failedFuture(new IllegalStateException("cannot be counted"));
              }
              try {
                return method.invoke(hub.cases, with);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
