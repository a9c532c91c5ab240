package nl.aanspreekpunt.casework;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.aanspreekpunt.store.StoreFixture;
import nl.aanspreekpunt.store.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CasesTest {
  private static final Instant START = Town.MONDAY_TEN;

  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private Cases cases;
  private Table<CaseRow> rows;

  @BeforeEach
  void open() {
    cases = Cases.in(fixture.store());
    await(cases.prepare());
    rows = fixture.store().table("cases", CaseRow.class);
  }

  private static Instant at(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  /** Opened after so many minutes, due a day later; null: nothing is due. */
  private CaseRow row(String id, int opened, Integer due, Case.State state, String... concerns) {
    return new CaseRow(
        id,
        1,
        false,
        0,
        false,
        "citizen",
        "wonen",
        state,
        Town.ABOUT_RENT,
        "samira",
        List.of(concerns),
        at(opened),
        due == null ? null : at(due - 5),
        due == null ? null : at(due),
        null);
  }

  private void stored(CaseRow... all) {
    await(Future.all(List.of(all).stream().map(rows::insert).toList()));
  }

  private CaseRow open(String id, int opened, Integer due, String... concerns) {
    return row(id, opened, due, Case.State.OPEN, concerns);
  }

  private static List<String> ids(Future<List<Case>> found) {
    return await(found).stream().map(Case::id).toList();
  }

  @Test
  void aCaseComesBackAsItWasStoredAndANumberIsUsedOnce() {
    Case asked = Town.rentQuestion();
    assertThat(await(cases.insert(asked))).isTrue();
    assertThat(await(cases.find(asked.id()))).contains(asked);
    assertThat(await(cases.insert(asked))).isFalse();
    assertThat(await(cases.find("111111111"))).isEmpty();
  }

  @Test
  void ofTwoChangesToOneVersionOneIsMade() {
    Case asked = Town.rentQuestion();
    await(cases.insert(asked));
    Case after = Town.after(new Noting("samira.elamrani", "Gebeld").on(asked, moment()));
    List<Future<Boolean>> both =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    i % 2 == 0
                        ? cases.replace(after, asked.version())
                        : cases.receive(after, asked.version()))
            .toList();
    await(Future.all(both));
    assertThat(both).filteredOn(Future::result).hasSize(1);
    assertThat(await(cases.find(asked.id()))).contains(after);
  }

  @Test
  void thoseWithACorrectedTopicAreFoundTheLatestFirst() {
    Case asked = Town.rentQuestion();
    Case other = Town.opening(Town.JAN, "samira.elamrani", null).as("111111111", moment()).opened();
    Case never = Town.opening(Town.JAN, "samira.elamrani", null).as("222222222", moment()).opened();
    Case first = Town.after(new Correcting("afval", "samira.elamrani", null).on(asked, moment()));
    Moment later = Town.moment(START.plusSeconds(120));
    Case second = Town.after(new Correcting("afval", "samira.elamrani", null).on(other, later));
    await(Future.all(cases.insert(first), cases.insert(second), cases.insert(never)));
    assertThat(ids(cases.corrected(5))).containsExactly("111111111", "000000000");
    assertThat(ids(cases.corrected(1))).containsExactly("111111111");
  }

  private static Moment moment() {
    return Town.moment(START.plusSeconds(60));
  }

  @Test
  void whatIsPendingIsSettledForTheVersionItWasDecidedOnOnly() {
    Case asked = Town.rentQuestion();
    await(cases.insert(asked));
    await(cases.settle(asked.id(), asked.version() + 1, at(1)));
    assertThat(await(cases.find(asked.id()))).contains(asked);
    await(cases.settle(asked.id(), asked.version(), at(1)));
    assertThat(await(cases.find(asked.id())).orElseThrow().wakeAt()).isEqualTo(at(1));
    await(cases.settle(asked.id(), asked.version(), null));
    Case settled = await(cases.find(asked.id())).orElseThrow();
    assertThat(settled.wakeAt()).isNull();
    assertThat(settled.pending()).isEmpty();
  }

  @Test
  void aPageOfEventsIsKeptOnce() {
    List<CaseEvent> events = List.of(new CaseEvent.Noted(START, "samira", "een"));
    await(cases.keep("n", 0, events));
    await(cases.keep("n", 0, List.of(new CaseEvent.Noted(START, "samira", "twee"))));
    assertThat(await(cases.page("n", 0))).isEqualTo(events);
    assertThat(await(cases.page("n", 1))).isEmpty();
  }

  @Test
  void whatIsDueComesEarliestFirst() {
    stored(open("b", 0, 20), open("a", 0, 10), open("c", 0, 30), open("rests", 0, null));
    assertThat(ids(cases.due(at(15), 10))).containsExactly("a", "b");
    assertThat(ids(cases.due(at(15), 1))).containsExactly("a");
    assertThat(ids(cases.due(at(4), 10))).isEmpty();
    assertThat(await(cases.countDue(at(10), at(30), 10))).isEqualTo(2);
    assertThat(await(cases.countDue(at(0), at(30), 2))).isEqualTo(2);
  }

  @Test
  void todayHasWhatWasPromisedInOrderAndWhatWasNot() {
    stored(
        open("late", 0, 30, "samira", "jan"),
        open("soon", 1, 10, "samira"),
        open("idle", 2, null, "samira"),
        open("other", 3, 5, "jan"));
    assertThat(ids(cases.promised("samira", 10))).containsExactly("soon", "late");
    assertThat(ids(cases.promised("jan", 10))).containsExactly("other", "late");
    assertThat(ids(cases.idle("samira", 10))).containsExactly("idle");
    assertThat(await(cases.countOpen("samira", 10))).isEqualTo(3);
    assertThat(await(cases.countOpen("samira", 2))).isEqualTo(2);
  }

  @Test
  void whereSomebodyIsToBeCalledIsFoundPageByPageTheSoonestFirst() {
    stored(open("idle", 0, null, "samira"), open("other", 0, 5, "samira"));
    for (String id : List.of("a", "b", "c", "d", "e")) {
      Instant due = id.compareTo("c") < 0 ? at(20) : at(10);
      CaseRow one = open(id, 0, 5, "samira", "jan");
      await(rows.insert(one));
      await(rows.set(id, Updates.set("callAt", due)));
    }
    List<String> seen = new ArrayList<>();
    Cases.Cursor after = null;
    for (int i = 0; i < 3; i++) {
      List<Case> page = await(cases.toCall("samira", after, 2));
      page.forEach(one -> seen.add(one.id()));
      after = CallList.after(CallList.key(page.get(page.size() - 1))).orElseThrow();
    }
    assertThat(seen).containsExactly("c", "d", "e", "a", "b");
    assertThat(ids(cases.toCall("samira", after, 2))).isEmpty();
    CallList list = new CallList(cases);
    assertThat(ids(list.of(List.of("jan", "samira"), null, 3)))
        .as("each once, and one more as a sign that a page follows")
        .containsExactly("c", "d", "e", "a");
    assertThat(CallList.after("tomorrow/x")).isEmpty();
  }

  @Test
  void aCallFromBeforeItWasKeptWhenItIsDueIsFoundAfterTheNextStart() {
    Arrival.Wish wish = new Arrival.Wish("+31612345678", "huur", "", "citizen");
    Case asked = Town.opened(Town.JAN, "samira.elamrani", wish).opened();
    await(cases.insert(asked));
    await(rows.set(asked.id(), Updates.unset("callAt")));
    assertThat(ids(cases.toCall(asked.official(), null, 5))).isEmpty();

    await(cases.prepare());

    assertThat(ids(cases.toCall(asked.official(), null, 5))).containsExactly(asked.id());
    assertThat(await(cases.find(asked.id()))).contains(asked);
    assertThat(asked.callAt()).isEqualTo(asked.promises().get(0).due());
  }

  @Test
  void ofAnOfficialTheOpenOnesAreFoundOldestFirst() {
    stored(open("b", 2, 10), open("a", 1, null), row("closed", 0, null, Case.State.CLOSED));
    assertThat(ids(cases.openOf("samira", 10))).containsExactly("a", "b");
    assertThat(await(cases.countOpenOf("samira", 10))).isEqualTo(2);
    assertThat(await(cases.countOpenOf("samira", 1))).isEqualTo(1);
    assertThat(ids(cases.openOf("jan", 10))).isEmpty();
    assertThat(ids(cases.ofTeam("wonen", 10))).containsExactly("b");
    Instant wakes = await(cases.find("b")).orElseThrow().wakeAt();
    assertThat(ids(cases.waking("wonen", wakes.plusMillis(1), 10))).contains("b");
    assertThat(ids(cases.waking("wonen", wakes, 10))).doesNotContain("b");
    assertThat(ids(cases.waking("elsewhere", wakes.plusMillis(1), 10))).isEmpty();
  }

  @Test
  void listsAreReadPageByPageNewestFirstAlsoWithinOneMoment() {
    for (int i = 0; i < 12; i++) {
      stored(
          row(
              "c" + (char) ('a' + i),
              i / 4,
              null,
              i % 3 == 0 ? Case.State.CLOSED : Case.State.OPEN));
    }
    var all = new Cases.Filter("citizen", "samira", null);
    assertThat(pages(all, 5)).hasSize(12).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(pages(new Cases.Filter(null, null, null), 4)).hasSize(12);
    assertThat(pages(new Cases.Filter(null, null, Case.State.CLOSED), 1))
        .containsExactly("cj", "cg", "cd", "ca");
    assertThat(pages(new Cases.Filter(null, "jan", null), 5)).isEmpty();
    assertThat(ids(cases.ofCitizen("citizen", 3))).containsExactly("cl", "ck", "cj");
  }

  private List<String> pages(Cases.Filter filter, int limit) {
    List<String> seen = new ArrayList<>();
    Cases.Cursor after = null;
    List<Case> page;
    do {
      page = await(cases.list(filter, after, limit));
      page.forEach(one -> seen.add(one.id()));
      after =
          page.isEmpty()
              ? null
              : new Cases.Cursor(
                  page.get(page.size() - 1).openedAt(), page.get(page.size() - 1).id());
    } while (!page.isEmpty());
    return seen;
  }
}
