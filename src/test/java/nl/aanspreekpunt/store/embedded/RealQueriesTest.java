package nl.aanspreekpunt.store.embedded;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseRow;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Doubt;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.standard.Keeper;
import nl.aanspreekpunt.casework.standard.StandardText;
import nl.aanspreekpunt.casework.standard.StandardTexts;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.StoreSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the repositories ask in intake, sweep, tick and Today, on many documents of which few
 * answer: none of it may be a scan.
 */
class RealQueriesTest {
  private static final int MANY = 2000;
  private static final Match CERTAIN =
      Match.by("intake-duty", new Evidence.OnDuty("meilin.chen"), List.of());
  private static final Match DOUBTED =
      Match.by("intake-duty", new Evidence.OnDuty("meilin.chen"), List.of(Doubt.SHARED));
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final Instant LATER = START.plus(Duration.ofDays(30));
  @TempDir Path folder;
  private final Vertx vertx = Vertx.vertx();
  private EmbeddedDatabase database;
  private Store store;
  private Cases cases;
  private Receipts receipts;
  private Outbox outbox;

  public record ReceiptRow(
      String id, int pieces, long size, int tries, byte[] raw, Instant nextTry) {}

  public record NoticeRow(String channel, String caseNumber, Map<String, String> facts) {}

  public record OutgoingRow(
      String id,
      NoticeRow notice,
      Outgoing.State state,
      Instant createdAt,
      Instant nextTry,
      int attempts,
      boolean perhapsTwice) {}

  @BeforeEach
  void fill() throws Exception {
    database = EmbeddedDatabase.open(folder);
    store = await(Store.open(vertx, new StoreSettings(database.uri(), folder)));
    cases = Cases.in(store);
    receipts = Receipts.in(store);
    outbox = Outbox.in(store);
    await(Future.all(cases.prepare(), receipts.prepare(), outbox.prepare()));
    fill("cases", CaseRow.class, RealQueriesTest::aCase);
    fill("receipts", ReceiptRow.class, RealQueriesTest::receipt);
    fill("outbox", OutgoingRow.class, RealQueriesTest::outgoing);
  }

  private <T extends Record> void fill(String name, Class<T> type, Function<Integer, T> row) {
    var table = store.table(name, type);
    await(Future.all(IntStream.range(0, MANY).mapToObj(i -> table.insert(row.apply(i))).toList()));
  }

  private static CaseRow aCase(int i) {
    boolean open = i % 2 == 0;
    return new CaseRow(
        "c" + i,
        1,
        false,
        0,
        false,
        "citizen" + i % 500,
        "team" + i % 200,
        open ? Case.State.OPEN : Case.State.CLOSED,
        i % 400 == 7 ? DOUBTED : CERTAIN,
        "official" + i % 100,
        open ? List.of("official" + i % 100, "deputy" + i % 50) : List.of(),
        at(i),
        open ? at(i) : null,
        open && i % 3 == 0 ? at(i) : null,
        open && i % 7 == 0 ? at(i) : null);
  }

  private static ReceiptRow receipt(int i) {
    return new ReceiptRow("r" + i, 0, 9, 1, new byte[100], i % 100 == 0 ? at(i) : null);
  }

  private static OutgoingRow outgoing(int i) {
    boolean waits = i % 100 == 0;
    return new OutgoingRow(
        "o" + i,
        new NoticeRow(i % 200 == 0 ? "SMS" : "EMAIL", "c" + i % 500, Map.of()),
        waits ? Outgoing.State.WAITING : Outgoing.State.SENT,
        at(i),
        waits ? at(i) : null,
        0,
        false);
  }

  private static Instant at(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  @AfterEach
  void close() {
    await(store.close());
    database.close();
    await(vertx.close());
  }

  private <T> void looksAtNoMore(Supplier<Future<List<T>>> query, int expected) {
    looksAtNoMore(query, expected, expected);
  }

  private <T> void looksAtNoMore(Supplier<Future<List<T>>> query, int expected, int looked) {
    long before = database.looked();
    assertThat(await(query.get())).hasSize(expected);
    assertThat(database.looked() - before).isLessThanOrEqualTo(looked);
  }

  @Test
  void theTickReadsOnlyWhatIsDue() {
    looksAtNoMore(() -> cases.due(at(19), 100), 10);
    looksAtNoMore(() -> cases.due(LATER, 25), 25);
  }

  @Test
  void todayReadsOnlyWhatConcernsTheOfficial() {
    looksAtNoMore(() -> cases.promised("official6", 5), 5);
    looksAtNoMore(() -> cases.concerning("official6", null, 50), 20);
    looksAtNoMore(() -> cases.concerning("official6", null, 5), 5);
    looksAtNoMore(() -> cases.openOf("official6", 7), 7);
    // Of the many that concern them, those that are theirs are not looked at.
    looksAtNoMore(() -> cases.actedBy("official6", 50), 0);
    long before = database.looked();
    int idle = await(cases.idle("official6", 50)).size();
    assertThat(idle).isPositive();
    assertThat(database.looked() - before).isEqualTo(idle);
  }

  public record TakesPartRow(
      String id,
      long version,
      boolean confidential,
      int paged,
      boolean demo,
      Case.State state,
      Instant openedAt,
      List<Participant> participants) {}

  @Test
  void whatSomebodyTakesPartInIsFoundByTheirAddress() {
    var table = store.table("cases", TakesPartRow.class);
    for (int i = 0; i < 12; i++) {
      Participant first =
          new Participant(
              "1", new Address(Address.Kind.EMAIL, "a" + i % 3), null, null, null, null);
      Participant second =
          new Participant(
              "2", new Address(Address.Kind.PHONE, "+31" + i % 4), null, null, null, null);
      await(
          table.insert(
              new TakesPartRow(
                  "part" + i, 1, false, 0, false, Case.State.OPEN, at(i), List.of(first, second))));
    }
    looksAtNoMore(() -> cases.ofAddress(new Address(Address.Kind.EMAIL, "a1"), 50), 4);
    looksAtNoMore(() -> cases.ofAddress(new Address(Address.Kind.PHONE, "+312"), 2), 2);
    looksAtNoMore(() -> cases.ofAddress(new Address(Address.Kind.EMAIL, "b"), 50), 0);
  }

  public record UsedRow(
      String id,
      long version,
      boolean confidential,
      int paged,
      boolean demo,
      Case.State state,
      Instant openedAt,
      CareRow care) {}

  public record CareRow(PrincipledRow principled) {}

  public record PrincipledRow(List<String> used, List<String> owing) {}

  @Test
  void whatWasDoneOnAPrincipleIsFoundWithoutTheRest() {
    var table = store.table("cases", UsedRow.class);
    for (int i = 0; i < 12; i++) {
      List<String> used = List.of("water", "warmte");
      List<String> owing = i < 3 ? List.of("official6") : List.of();
      CareRow care = new CareRow(new PrincipledRow(used, owing));
      await(table.insert(new UsedRow("u" + i, 1, false, 0, false, Case.State.CLOSED, at(i), care)));
    }
    looksAtNoMore(() -> cases.invoked("warmte", 50), 12);
    looksAtNoMore(() -> cases.invoked("warmte", 5), 5);
    looksAtNoMore(() -> cases.invoked("schuld", 5), 0);
    looksAtNoMore(() -> cases.owing("official6", 50), 3);
  }

  public record WrittenRow(
      String id,
      long version,
      boolean confidential,
      int paged,
      boolean demo,
      Case.State state,
      Instant openedAt,
      WrittenCareRow care) {}

  public record WrittenCareRow(WritersRow plans, WaitingRow mentions) {}

  public record WritersRow(List<String> writers) {}

  public record WaitingRow(List<String> waiting) {}

  @Test
  void whatWasWrittenAndWhoWasNamedIsFoundWithoutTheRest() {
    var table = store.table("cases", WrittenRow.class);
    for (int i = 0; i < 12; i++) {
      List<String> who = i < 3 ? List.of("writer") : List.of();
      WrittenCareRow care = new WrittenCareRow(new WritersRow(who), new WaitingRow(who));
      await(
          table.insert(
              new WrittenRow("w" + i, 1, false, 0, false, Case.State.CLOSED, at(i), care)));
    }
    looksAtNoMore(() -> cases.unsentOf("writer", 50), 3);
    looksAtNoMore(() -> cases.mentioning("writer", 50), 3);
    looksAtNoMore(() -> cases.unsentOf("nobody", 50), 0);
  }

  @Test
  void standardTextsAreReadByWhoseTheyAre() {
    StandardTexts texts = StandardTexts.in(store);
    await(texts.prepare());
    for (int i = 0; i < 40; i++) {
      StandardText.Version first =
          new StandardText.Version("Tekst " + i, "Dag", null, at(i), "official1");
      Keeper keeper = i % 4 == 0 ? Keeper.own("official1") : Keeper.EVERYBODY;
      StandardText made = StandardText.made("text" + i, keeper, first);
      await(texts.add(i % 8 == 0 ? made.deleted(at(i)) : made));
    }
    looksAtNoMore(() -> texts.of(List.of(Keeper.own("official1"))), 5);
    looksAtNoMore(() -> texts.of(List.of(Keeper.team("wonen"))), 0);
  }

  public record TalliedRow(
      String id,
      long version,
      boolean confidential,
      int paged,
      boolean demo,
      String citizen,
      Case.State state,
      Instant openedAt,
      TallyCareRow care) {}

  public record TallyCareRow(TallyRow tally) {}

  public record TallyRow(int messages, List<String> quarters) {}

  @Test
  void theCouncilsReportReadsTheCasesOfItsQuarterByCitizen() {
    var table = store.table("cases", TalliedRow.class);
    for (int i = 0; i < 12; i++) {
      List<String> quarters = i < 8 ? List.of("2026-Q3", "2026-Q4") : List.of("2026-Q3");
      TallyCareRow care = new TallyCareRow(new TallyRow(1, quarters));
      await(
          table.insert(
              new TalliedRow(
                  "t" + i, 1, false, 0, false, "z" + i % 3, Case.State.CLOSED, at(i), care)));
    }
    looksAtNoMore(() -> cases.tallied("2026-Q4", null, 50), 8);
    looksAtNoMore(() -> cases.tallied("2026-Q4", null, 5), 5);
    var after = new Cases.ByCitizen("z1", "t4");
    looksAtNoMore(() -> cases.tallied("2026-Q4", after, 50), 3, 5);
    looksAtNoMore(() -> cases.tallied("2026-Q2", null, 50), 0);
  }

  @Test
  void theCallListReadsOnlyWhereSomebodyIsToBeCalled() {
    looksAtNoMore(() -> cases.toCall("official6", null, 50), 3);
    looksAtNoMore(() -> cases.toCall("official6", null, 2), 2);
    var after = new Cases.Cursor(at(406), "c406");
    looksAtNoMore(() -> cases.toCall("official6", after, 50), 2, 3);
    // Nor does a start read all there is for those that lack it.
    long before = database.looked();
    await(cases.prepare());
    assertThat(database.looked()).isEqualTo(before);
  }

  @Test
  void whatIsCountedIsCountedByTheIndex() {
    long before = database.looked();
    assertThat(await(cases.countOpen("official6", 1000))).isEqualTo(20);
    assertThat(await(cases.countOpen("official6", 3))).isEqualTo(3);
    assertThat(await(cases.countOpenOf("official6", 1000))).isEqualTo(20);
    assertThat(await(outbox.count(Outgoing.State.WAITING, 1000))).isEqualTo(20);
    assertThat(await(cases.countDue(Instant.EPOCH, LATER, MANY))).isGreaterThan(300);
    assertThat(database.looked()).isEqualTo(before);
  }

  @Test
  void aTeamsPageReadsOnlyItsOwnCases() {
    looksAtNoMore(() -> cases.ofTeam("team6", 2), 2);
    looksAtNoMore(() -> cases.waking("team6", LATER, 2), 2);
    looksAtNoMore(() -> cases.uncertain("team7", 50), 5);
  }

  @Test
  void listsReadOnePage() {
    looksAtNoMore(() -> cases.ofCitizen("citizen3", 50), 4);
    looksAtNoMore(() -> cases.list(new Cases.Filter(null, null, null), null, 10), 10);
    looksAtNoMore(() -> cases.list(new Cases.Filter(null, null, Case.State.OPEN), null, 10), 10);
    looksAtNoMore(() -> cases.list(new Cases.Filter(null, "official6", null), null, 10), 10);
    // The last case of the page before is looked at once in each of the two ranges.
    var after = new Cases.Cursor(at(1000), "c1000");
    var open = new Cases.Filter(null, null, Case.State.OPEN);
    looksAtNoMore(() -> cases.list(open, after, 10), 10, 12);
    looksAtNoMore(() -> cases.list(new Cases.Filter(null, null, null), after, 10), 10, 12);
    looksAtNoMore(() -> outbox.list(Outgoing.State.WAITING, null, 5), 5);
    looksAtNoMore(() -> outbox.list(null, null, 5), 5);
    looksAtNoMore(() -> outbox.list(null, "o1000", 5), 5, 8);
  }

  @Test
  void theSweeperReadsOnlyWhatStayedBehind() {
    looksAtNoMore(() -> receipts.left(LATER, 100), 20);
    looksAtNoMore(() -> receipts.left(at(350), 100), 4);
  }

  @Test
  void theDispatcherReadsOnlyWhatIsDue() {
    looksAtNoMore(() -> outbox.unfinished("c100"), 4);
    long before = database.looked();
    assertThat(await(outbox.due(LATER, 8))).hasSize(8);
    assertThat(database.looked() - before).isLessThanOrEqualTo(16);
  }
}
