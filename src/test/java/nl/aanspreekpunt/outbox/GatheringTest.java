package nl.aanspreekpunt.outbox;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.aanspreekpunt.Hands;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.promise.Holidays;
import nl.aanspreekpunt.promise.OpeningHours;
import nl.aanspreekpunt.promise.WorkingTime;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One message per person and hour at most, the most pressing first. */
class GatheringTest {
  private static final Instant NOON = Instant.parse("2026-06-01T10:00:00Z");

  private static final Gathering.Working ALWAYS = (official, from) -> from;

  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private final Hands clock = new Hands(NOON);
  private Outbox outbox;
  private Digests digests;
  private Gathering gathering;

  @BeforeEach
  void open() {
    outbox = Outbox.in(fixture.store());
    digests = Digests.in(fixture.store());
    await(outbox.prepare());
    gathering = new Gathering(outbox, digests, Future::succeededFuture, ALWAYS, clock);
  }

  @Test
  void theFirstThingIsToldAtOnceAsItIs() {
    add(reminder("a", "samira", 3_600));

    await(gathering.tick());

    Outgoing sent = mails().get(0);
    assertThat(mails()).hasSize(1);
    assertThat(sent.notice().kind()).isEqualTo(Notice.Kind.LADDER);
    assertThat(sent.notice().caseNumber()).isEqualTo("a");
    assertThat(sent.nextTry()).isEqualTo(NOON);
    assertThat(found("a").state()).isEqualTo(Outgoing.State.GATHERED);
    assertThat(found("a").reference()).isEqualTo(sent.id());
  }

  @Test
  void whatComesWithinTheHourGoesTogetherTheMostPressingFirst() {
    add(reminder("a", "samira", 3_600));
    await(gathering.tick());
    sent();
    clock.forward(Duration.ofMinutes(10));
    add(reminder("later", "samira", 9_000), handedOver("moved", "samira"));
    add(reminder("soon", "samira", 4_000), reminder("other", "jan", 4_000));

    await(gathering.tick());
    assertThat(mails()).as("an hour has not passed").hasSize(2);
    clock.forward(Duration.ofMinutes(49));
    await(gathering.tick());
    assertThat(mails()).hasSize(2);
    clock.forward(Duration.ofMinutes(1));
    await(gathering.tick());
    await(gathering.tick());

    assertThat(mails()).hasSize(3);
    Notice digest = mails().get(2).notice();
    assertThat(digest.official()).isEqualTo("samira");
    assertThat(Gathered.lines(digest))
        .extracting(Notice::caseNumber)
        .containsExactly("soon", "later", "moved");
    Letter letter = Town.letters().letter(mails().get(2));
    assertThat(letter.subject())
        .isEqualTo("[soon] Herinnering: een belofte loopt bijna af en nog 2");
    assertThat(letter.text().indexOf("zaak soon"))
        .isPositive()
        .isLessThan(letter.text().indexOf("zaak later"));
    assertThat(letter.text()).contains("Open zaak moved");
  }

  @Test
  void twoNodesThatLookAtOnceSendOneMessage() {
    add(IntStream.range(0, 20).mapToObj(n -> reminder("c" + n, "samira", n)).toList());
    Gathering other = new Gathering(outbox, digests, Future::succeededFuture, ALWAYS, clock);

    await(Future.all(gathering.tick(), other.tick(), gathering.tick(), other.tick()));

    assertThat(mails()).hasSize(1);
    assertThat(Gathered.lines(mails().get(0).notice())).hasSize(20);
  }

  /** Cut off after each of the three writes. */
  @Test
  void aCrashHalfwayTellsNobodyTwiceAndLeavesNothingOut() {
    for (int writes = 1; writes <= 3; writes++) {
      String official = "official" + writes;
      Outgoing told = reminder("told" + writes, official, 10);
      add(told, reminder("more" + writes, official, 20));
      Outgoing message =
          Outgoing.waiting("digest." + official + ".1", Gathered.of(List.of(told)), NOON);
      Digest digest = new Digest(official, 1, NOON, message, List.of(told.id()));
      await(digests.begin(digest));
      if (writes > 1) {
        await(outbox.add(List.of(message)));
      }
      if (writes > 2) {
        await(outbox.gathered(digest.entries(), message.id(), NOON));
      }

      await(gathering.tick());
      await(gathering.tick());
      sent();
      clock.forward(Duration.ofHours(1));
      await(gathering.tick());
      clock.forward(Duration.ofHours(1));
      await(gathering.tick());

      assertThat(mails().stream().filter(mail -> mail.notice().official().equals(official)))
          .extracting(mail -> mail.notice().caseNumber())
          .containsExactly("told" + writes, "more" + writes);
    }
  }

  @Test
  void aClockThatWasPutBackKeepsNobodyWaitingLongerThanAnHour() {
    add(reminder("a", "samira", 10));
    await(gathering.tick());
    sent();
    clock.forward(Duration.ofDays(-3));
    add(reminder("b", "samira", 10));

    await(gathering.tick());

    assertThat(found("b").nextTry()).isEqualTo(clock.instant().plus(Gathering.APART));
  }

  /** She works Monday to Thursday until five; on Monday her first is told at half past four. */
  @Test
  void whatWaitsForItsHourComesOnTheNextDayThatSomebodyWorksAndNotInTheirEveningOrDayOff() {
    WorkingTime hers =
        WorkingTime.of(
            OpeningHours.parse(Map.of("mon-thu", "08:30-17:00")),
            Holidays.lawful(),
            ZoneId.of("Europe/Amsterdam"));
    Gathering theirs =
        new Gathering(
            outbox,
            digests,
            Future::succeededFuture,
            (official, from) -> official.equals("sanne") ? hers.opening(from) : from,
            clock);
    clock.to(Instant.parse("2026-06-04T14:30:00Z"));
    add(reminder("a", "sanne", 10), reminder("a-of-jan", "jan", 10));
    await(theirs.tick());
    assertThat(mails()).hasSize(2);
    sent();
    clock.forward(Duration.ofMinutes(10));
    add(reminder("b", "sanne", 10), reminder("b-of-jan", "jan", 10));
    await(theirs.tick());
    clock.forward(Duration.ofMinutes(50));
    await(theirs.tick());
    sent();
    Instant monday = Instant.parse("2026-06-08T06:30:00Z");

    assertThat(mails()).extracting(mail -> mail.notice().official()).contains("jan").hasSize(3);
    assertThat(found("b").nextTry()).isEqualTo(monday);
    clock.to(monday);
    await(theirs.tick());
    assertThat(mails()).hasSize(4);
  }

  @Test
  void whatIsOverByThenIsNotToldAndMakesNoMessage() {
    add(reminder("over", "samira", 10), reminder("also-over", "jan", 10));
    add(reminder("open", "samira", 20));
    Gathering looking =
        new Gathering(
            outbox,
            digests,
            entries ->
                Future.succeededFuture(
                    entries.stream().filter(one -> one.id().equals("open")).toList()),
            ALWAYS,
            clock);

    await(looking.tick());

    assertThat(mails()).extracting(mail -> mail.notice().caseNumber()).containsExactly("open");
    assertThat(found("over").detail()).isEqualTo(Reason.OVER.code());
    assertThat(found("also-over").nextTry()).isNull();
  }

  @Test
  void afterDowntimeTheNextComesAnHourAfterTheLastOneWasSentAndNotAtOnce() {
    add(reminder("a", "samira", 10));
    await(gathering.tick());
    clock.forward(Duration.ofHours(3));
    add(reminder("b", "samira", 20));

    await(gathering.tick());
    assertThat(mails()).as("the first did not go out yet").hasSize(1);
    sent();
    clock.forward(Duration.ofMinutes(59));
    await(gathering.tick());
    assertThat(mails()).as("it went less than an hour ago").hasSize(1);
    clock.forward(Duration.ofMinutes(1));
    await(gathering.tick());
    assertThat(mails()).hasSize(2);
  }

  /** What waits for the relay goes out now. */
  private void sent() {
    for (Outgoing mail : mails()) {
      if (mail.state() == Outgoing.State.WAITING) {
        Instant now = clock.instant();
        Outgoing claimed = await(outbox.claim(mail, "n1", now.plusSeconds(60), null)).orElseThrow();
        Outgoing gone = claimed.became(Outgoing.State.SENT, null, claimed.id(), null, now, false);
        assertThat(await(outbox.record(gone, "n1"))).isTrue();
      }
    }
  }

  @Test
  void withoutARelayItWaitsAndSaysWhy() {
    add(reminder("a", "samira", 10));
    Outbox without = Outbox.in(fixture.store(), Map.of(Channel.EMAIL, Reason.NO_RELAY));

    await(new Gathering(without, digests, Future::succeededFuture, ALWAYS, clock).tick());

    assertThat(mails()).isEmpty();
    assertThat(await(without.find("a")).orElseThrow().detail()).isEqualTo(Reason.NO_RELAY.code());
  }

  @Test
  void whatCannotBeGatheredKeepsNobodyElseFromBeingTold() {
    await(digests.begin(new Digest("jan", 1, NOON, null, List.of())));
    await(
        fixture
            .store()
            .table("digests", Broken.class)
            .upsert("jan", com.mongodb.client.model.Updates.set("at", "no moment")));
    add(reminder("x", "jan", 1), reminder("a", "samira", 10));

    await(gathering.tick());

    assertThat(mails()).extracting(mail -> mail.notice().official()).containsExactly("samira");
    assertThat(found("x").nextTry()).as("looked into again, later").isAfter(NOON);
  }

  /** As it stands in the database when something went wrong there. */
  public record Broken(String id, String at) {}

  private void add(Outgoing... entries) {
    add(List.of(entries));
  }

  private void add(List<Outgoing> entries) {
    await(outbox.add(entries));
  }

  private Outgoing reminder(String number, String official, int due) {
    return entry(
        number,
        official,
        Notice.Kind.LADDER,
        Map.of(
            "promise",
            number + "-p1",
            "promiseKind",
            "ANSWER",
            "does",
            "REMIND",
            "due",
            NOON.plusSeconds(due).toString()));
  }

  private Outgoing handedOver(String number, String official) {
    return entry(
        number, official, Notice.Kind.HANDED_OVER, Map.of("from", "joost", "reason", "handover"));
  }

  private Outgoing entry(
      String number, String official, Notice.Kind kind, Map<String, String> facts) {
    String email = official + "@voorbeeldstad.example";
    return Outgoing.waiting(
        number,
        new Notice("k", kind, Channel.DIGEST, email, official, number, "nl", facts),
        clock.instant());
  }

  private Outgoing found(String id) {
    return await(outbox.find(id)).orElseThrow();
  }

  /** Oldest first. */
  private List<Outgoing> mails() {
    return await(outbox.list(null, null, 100)).stream()
        .filter(entry -> entry.notice().channel() == Channel.EMAIL)
        .sorted(java.util.Comparator.comparing(Outgoing::createdAt))
        .toList();
  }
}
