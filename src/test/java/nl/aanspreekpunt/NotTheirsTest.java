package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.aanspreekpunt.Mailroom.Came;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Reporting;
import nl.aanspreekpunt.casework.StillTheirs;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Load;
import nl.aanspreekpunt.outbox.Backoff;
import nl.aanspreekpunt.outbox.Delivery;
import nl.aanspreekpunt.outbox.Dispatcher;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.routing.Proposing;
import nl.aanspreekpunt.routing.Teaching;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits to be sent about a question goes to nobody who was taken for its citizen. */
class NotTheirsTest {
  private static final Teaching.By BY_JAN = new Teaching.By("jan.devries", false, act -> act);
  private static final Vertx VERTX = Vertx.vertx();
  private static final List<Outgoing> SENT = new CopyOnWriteArrayList<>();
  private static Mailroom room;
  private static Teaching teaching;
  private static Outbox outbox;
  private static Dispatcher dispatcher;

  @BeforeAll
  static void open() {
    room = new Mailroom();
    teaching =
        new Teaching(
            room.hub.cases,
            room.hub.casework,
            room.hub.identities,
            room.hub.vocabulary,
            room.hub.numbers,
            new Proposing(official -> Load.Work.NONE),
            room.clock);
    outbox = Outbox.in(room.hub.store);
    dispatcher =
        new Dispatcher(
            outbox,
            Map.of(Channel.EMAIL, (entry, again, lease) -> sent(entry)),
            new StillTheirs(room.hub.cases),
            entry ->
                room.hub
                    .casework
                    .change(entry.notice().caseNumber(), new Reporting(entry))
                    .mapEmpty(),
            room.clock,
            Backoff.usual(new Random(1)),
            new Dispatcher.Settings("here", Duration.ofSeconds(30), 8, 5, Duration.ofHours(1)));
    Mailroom.await(VERTX.deployVerticle(dispatcher));
  }

  private static Future<Delivery> sent(Outgoing entry) {
    SENT.add(entry);
    return Future.succeededFuture(Delivery.sent("ref-" + entry.id()));
  }

  @AfterAll
  static void close() {
    Mailroom.await(VERTX.close());
    room.close();
  }

  @BeforeEach
  void nothingWaits() {
    Mailroom.await(dispatcher.tick());
    SENT.clear();
  }

  @Test
  void whatWaitedForWhoWasTakenForTheCitizenIsWithheldAndTheAnswerIsPromisedAgain() {
    Came rent = room.mail("eva1@burger.example").says("Huur", "Mijn huur is te hoog.");
    room.answered(rent);
    Promise kept = room.found(rent.number()).promises().get(0);
    assertThat(kept.open()).isFalse();

    Mailroom.await(teaching.citizen(rent.one(), email("bo1@elders.example"), BY_JAN));
    Mailroom.await(dispatcher.tick());

    assertThat(SENT).noneMatch(entry -> entry.notice().to().equals("eva1@burger.example"));
    Case one = room.found(rent.number());
    assertThat(one.happened(CaseEvent.Delivery.class))
        .hasSize(2)
        .allMatch(it -> it.state().equals(Outgoing.State.WITHHELD.name()))
        .allMatch(it -> it.detail().equals("hub:not-theirs"));
    assertThat(one.promise(kept.id()).orElseThrow().open()).isTrue();
    assertThat(one.promise(kept.id()).orElseThrow().due()).isEqualTo(kept.due());
    assertThat(Mailroom.await(outbox.list(null, null, 100)))
        .filteredOn(entry -> entry.notice().kind() == Notice.Kind.WARNING)
        .filteredOn(entry -> rent.number().equals(entry.notice().caseNumber()))
        .extracting(entry -> entry.notice().official())
        .containsExactly(one.official());
  }

  @Test
  void theRightCitizenHearsAndWhatIsMadeForTheWrongOneLaterDoesNotGoEither() {
    Came rent = room.mail("eva2@burger.example").says("Huur", "Mijn huur is te hoog.");
    Mailroom.await(dispatcher.tick());
    assertThat(SENT).extracting(it -> it.notice().to()).contains("eva2@burger.example");
    SENT.clear();
    Case asItWas = room.found(rent.number());
    Mailroom.await(teaching.citizen(rent.one(), email("bo2@elders.example"), BY_JAN));

    Mailroom.await(outbox.add(List.of(late(asItWas))));
    Mailroom.await(dispatcher.tick());

    assertThat(SENT)
        .filteredOn(entry -> !entry.notice().toStaff())
        .extracting(entry -> entry.notice().to(), entry -> entry.notice().kind())
        .containsExactly(tuple("bo2@elders.example", Notice.Kind.NEW_OFFICIAL));
    assertThat(Mailroom.await(outbox.find("late." + rent.number())).orElseThrow().state())
        .isEqualTo(Outgoing.State.WITHHELD);
  }

  /** A crash kept it out of the outbox until after the correction. */
  private static Outgoing late(Case one) {
    Notice notice =
        new Notice(
            "late-1",
            Notice.Kind.LATE,
            Channel.EMAIL,
            "eva2@burger.example",
            one.official(),
            one.id(),
            "nl",
            Map.of("subject", one.subject(), "link", "1"));
    return Outgoing.waiting("late." + one.id(), notice, room.clock.instant());
  }

  @Test
  void whatAnotherNodeHadTakenAndDidNotFinishIsNotTriedAgain() {
    Came rent = room.mail("eva3@burger.example").says("Huur", "Mijn huur is te hoog.");
    Outgoing taken = Mailroom.await(outbox.unfinished(rent.number())).get(0);
    assertThat(
            Mailroom.await(outbox.claim(taken, "gone", room.clock.instant().plusSeconds(90), null)))
        .isPresent();
    Mailroom.await(teaching.citizen(rent.one(), email("bo3@elders.example"), BY_JAN));
    room.clock.forward(Duration.ofMinutes(2));
    Mailroom.await(dispatcher.tick());

    assertThat(SENT).noneMatch(entry -> entry.notice().to().equals("eva3@burger.example"));
    assertThat(Mailroom.await(outbox.find(taken.id())).orElseThrow().state())
        .as("nobody knows whether the other node sent it")
        .isEqualTo(Outgoing.State.UNKNOWN);
  }

  @Test
  void ofANoticeAboutSeveralQuestionsTheyHearOfTheirOwn() {
    Came rent = room.mail("eva4@burger.example").says("Huur", "Mijn huur is te hoog.");
    String leaves = rent.official();
    Came leak = room.mail("eva4@burger.example").says("Lek", "Mijn huur is te hoog.");
    room.acted(leak.number(), new Reassigning(leaves, "jan.devries", "reassigned", ""));
    Mailroom.await(dispatcher.tick());
    SENT.clear();
    Mailroom.await(room.hub.departing.mark(leaves, "test"));
    Mailroom.await(room.hub.departing.confirm(leaves, null, Map.of(), "", "test"));
    Mailroom.await(room.hub.departing.tick());
    Mailroom.await(
        teaching.citizen(room.found(rent.number()), email("bo4@elders.example"), BY_JAN));
    Mailroom.await(dispatcher.tick());

    List<Notice> heard =
        SENT.stream()
            .map(Outgoing::notice)
            .filter(notice -> notice.to().equals("eva4@burger.example"))
            .toList();
    assertThat(heard)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.caseNumber()).isEqualTo(leak.number());
              assertThat(it.official()).isEqualTo(room.found(leak.number()).official());
              assertThat(it.facts().values()).noneMatch(value -> value.contains(rent.number()));
              assertThat(it.facts()).containsEntry("subject", "Lek");
            });
    Mailroom.await(room.hub.departing.comeBack(leaves, "test"));
  }

  private static Address email(String address) {
    return new Address(Address.Kind.EMAIL, address);
  }
}
