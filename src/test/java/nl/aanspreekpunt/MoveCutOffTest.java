package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Distributing;
import nl.aanspreekpunt.casework.Handover;
import nl.aanspreekpunt.casework.Import;
import nl.aanspreekpunt.casework.Importing;
import nl.aanspreekpunt.casework.Imports;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Reassignment;
import nl.aanspreekpunt.casework.Responsibility;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.official.DirectoryChange;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import org.junit.jupiter.api.Test;

/**
 * What moves many questions at once (a departure that is undone, a bulk reassignment, a table of
 * officials) is cut off after the k-th write for every k: it can be seen, goes on without anybody
 * after the restart, and nothing is done or told twice.
 */
class MoveCutOffTest extends CutOffs {
  private static final String JAN = "jan.devries";
  private static final String RAVI = "ravi.ramdin";
  private static final String FATMA = "fatma.yildiz";

  @Test
  void aDepartureThatIsUndone() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      List<Case> all = twoOfOne(k, JAN);
      await(hub.departing.mark(JAN, "test"));
      await(hub.departing.confirm(JAN, "samira.elamrani", Map.of(), "", "test"));
      assertThat(await(hub.cases.openOf(JAN, 10))).isEmpty();

      boolean cutOff = interrupted(k, () -> hub.departing.comeBack(JAN, "test"));
      if (!await(hub.handovers.find(JAN)).orElseThrow().comesBack()) {
        assertThat(hub.directories.current().employed(JAN, clock.instant())).isFalse();
        await(hub.departing.comeBack(JAN, "test"));
      }
      assertThat(await(hub.departing.underWay())).extracting(Handover::id).containsExactly(JAN);
      await(hub.departing.tick());
      await(hub.departing.tick());
      await(hub.caseClock.tick());

      assertThat(hub.directories.current().employed(JAN, clock.instant())).isTrue();
      for (Case before : all) {
        Case one = found(before.id());
        assertThat(reasons(one)).endsWith("departure", "undone");
        same(one, before, JAN);
        assertThat(told(one, Notice.Kind.HANDED_OVER))
            .filteredOn(entry -> "undone".equals(entry.notice().facts().get("reason")))
            .hasSize(1);
      }
      assertThat(heard(all, "undone")).as("one citizen, once").hasSize(1);
      close(all);
      if (!cutOff) {
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  /** Each knows of other work, so that each would give it to another. */
  @Test
  void aDepartureThatTwoNodesCarryOutAtTheSameMomentMovesEachQuestionOnce() throws Exception {
    List<Case> all = threeOfTwo(0, JAN);
    Instant leaves = clock.instant().plus(Duration.ofHours(1));
    await(hub.departing.mark(JAN, leaves, "test"));
    await(hub.departing.confirm(JAN, "samira.elamrani", Map.of(), "", "test"));
    Hub second = open();
    busy(hub, RAVI);
    busy(second, "anouk.jansen");
    clock.to(leaves.plusSeconds(1));

    await(Future.join(hub.departing.tick(), second.departing.tick()));

    for (Case before : all) {
      Case one = found(before.id());
      assertThat(reasons(one)).hasSize(before.responsibilities().size() + 1).endsWith("departure");
      same(one, before, one.official());
    }
    theyHeardWhatHappened(all, "departure");
  }

  private static void busy(Hub node, String official) {
    for (int n = 0; n < 50; n++) {
      node.load.added(official);
    }
  }

  /** Two citizens once each, of all their questions, each with whom it is now. */
  private void theyHeardWhatHappened(List<Case> all, String reason) throws Exception {
    List<Outgoing> heard = heard(all, reason);
    assertThat(heard).as("two citizens, once each").hasSize(2);
    for (Outgoing one : heard) {
      String citizen = found(one.notice().caseNumber()).citizen();
      Map<String, String> theirs = new TreeMap<>();
      for (Case before : all) {
        if (before.citizen().equals(citizen)) {
          theirs.put(before.id(), found(before.id()).official());
        }
      }
      String cases = one.notice().facts().getOrDefault("cases", "");
      if (theirs.size() == 1) {
        assertThat(cases).isEmpty();
        assertThat(theirs).containsValue(one.notice().official());
      } else {
        assertThat(cases.split(" "))
            .containsExactlyInAnyOrder(
                theirs.entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .toArray(String[]::new));
      }
    }
  }

  @Test
  void aBulkReassignment() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      List<Case> all = threeOfTwo(k, JAN);
      AtomicReference<String> id = new AtomicReference<>();
      boolean cutOff = interrupted(k, () -> begun(id).compose(begun -> hub.distributing.tick()));
      if (id.get() == null) {
        assertThat(await(hub.cases.openOf(JAN, 10))).hasSize(3);
        await(begun(id));
      }
      Reassignment seen = await(hub.distributing.find(id.get())).orElseThrow();
      assertThat(seen.cases()).isEqualTo(3);
      assertThat(seen.ended()).isEqualTo(!seen.running());
      await(hub.distributing.tick());
      await(hub.distributing.tick());

      Reassignment done = await(hub.distributing.find(id.get())).orElseThrow();
      assertThat(done.ended()).isTrue();
      assertThat(done.seenTo()).isEqualTo(3);
      for (Case before : all) {
        Case one = found(before.id());
        assertThat(reasons(one)).endsWith("reassigned");
        same(one, before, RAVI);
        assertThat(told(one, Notice.Kind.HANDED_OVER))
            .filteredOn(entry -> entry.notice().official().equals(RAVI))
            .hasSize(1);
      }
      theyHeardWhatHappened(all, "reassigned");
      close(all);
      if (!cutOff) {
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  private Future<Reassignment> begun(AtomicReference<String> id) {
    Distributing.Filter his = new Distributing.Filter(JAN, null, null, null);
    return hub.distributing
        .preview(his, RAVI, one -> true)
        .compose((List<Departing.Item> items) -> hub.distributing.begin(items, "", "test"))
        .onSuccess(one -> id.set(one.id()));
  }

  /** Each time somebody is new, one leaves with open questions, and who left before is back. */
  @Test
  void aTableOfOfficials() throws Exception {
    await(hub.departing.mark(FATMA, "test"));
    for (int k = 0; k < MOST_WRITES; k++) {
      String leaves = k % 2 == 0 ? RAVI : FATMA;
      String returns = k % 2 == 0 ? FATMA : RAVI;
      List<Case> all = twoOfOne(k, leaves);
      Import shown = shown("nieuw" + k, leaves);
      assertThat(shown.leaving()).containsExactly(leaves);
      assertThat(shown.returning()).containsExactly(returns);
      int changes = changes();

      boolean cutOff = interrupted(k, () -> importing().carryOut(shown));
      Import seen = await(importing().find(shown.id())).orElseThrow();
      if (seen.waits()) {
        assertThat(changes()).as("it was only shown").isEqualTo(changes);
        await(importing().carryOut(seen));
      }
      await(importing().tick());
      await(hub.departing.tick());
      await(hub.departing.tick());

      Import done = await(importing().find(shown.id())).orElseThrow();
      assertThat(done.ended()).isTrue();
      assertThat(done.running()).isFalse();
      assertThat(await(importing().tick())).isZero();
      assertThat(hub.directories.current().official("nieuw" + k)).isPresent();
      assertThat(hub.directories.current().employed(leaves, clock.instant())).isFalse();
      assertThat(hub.directories.current().employed(returns, clock.instant())).isTrue();
      assertThat(changes()).as("fed, left and back, once each").isEqualTo(changes + 3);
      assertThat(await(hub.departing.underWay())).extracting(Handover::id).contains(leaves);
      for (Case before : all) {
        Case one = found(before.id());
        assertThat(one.acting()).hasSize(1);
        assertThat(one.actingNow().map(Acting::insteadOf)).contains(leaves);
        assertThat(one.promises().get(0).due()).isEqualTo(before.promises().get(0).due());
        assertThat(one.pending()).isEmpty();
        assertThat(told(one, Notice.Kind.ACKNOWLEDGEMENT)).hasSize(1);
        assertThat(told(one, Notice.Kind.ACTING)).as("a day later, unless handed over").isEmpty();
      }
      assertThat(await(hub.departing.handover(leaves)).map(Handover::confirmed)).contains(false);
      close(all);
      if (!cutOff) {
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  private Importing importing() {
    return new Importing(
        Imports.in(hub.store),
        hub.trying,
        hub.directories,
        hub.departing,
        clock,
        "voorbeeldstad.example");
  }

  /** Today's officials but for one who leaves, and one who is new; who left stands in it again. */
  private Import shown(String isNew, String leaves) throws Exception {
    StringBuilder table = new StringBuilder("id;name;function;team;email\r\n");
    hub.directories.current().officials().stream()
        .filter(one -> !one.id().equals(leaves))
        .forEach(one -> table.append(one.id()).append(";;;;\r\n"));
    table.append(isNew).append(";Nieuw;medewerker;wonen;").append(isNew).append("@elders.example");
    byte[] bytes = table.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    Importing.Preview preview = await(importing().preview(bytes, true));
    assertThat(preview.mistakes()).isEmpty();
    return await(importing().keep(preview, "test"));
  }

  private int changes() throws Exception {
    return (int)
        await(hub.directories.changes(200)).stream()
            .map(DirectoryChange::what)
            .filter(what -> what != DirectoryChange.What.FILE)
            .count();
  }

  private List<Case> threeOfTwo(int k, String official) throws Exception {
    List<Case> all = new ArrayList<>(twoOfOne(k, official));
    String other = "ander" + k + "@burger.example";
    all.addAll(at(official, mail(other, "De lift", "De lift in ons gebouw is stuk.")));
    return all;
  }

  private List<Case> twoOfOne(int k, String official) throws Exception {
    String one = "een" + k + "@burger.example";
    return at(
        official,
        mail(one, "Mijn huur", "Mijn huur is te hoog."),
        mail(one, "De bomen", "Er is een boom omgewaaid."));
  }

  private List<Case> at(String official, Receipt... receipts) throws Exception {
    for (Receipt receipt : receipts) {
      await(hub.inbox.accept(receipt));
    }
    await(hub.inbox.drain());
    hub = open();
    List<Case> all = new ArrayList<>();
    for (Receipt receipt : receipts) {
      String number = await(hub.receipts.find(receipt.id())).orElseThrow().caseNumber();
      await(hub.casework.change(number, new Reassigning(official, "hub", "handover", "")));
      all.add(found(number));
    }
    return all;
  }

  private static List<String> reasons(Case one) {
    return one.responsibilities().stream().map(Responsibility::reason).toList();
  }

  private void same(Case one, Case before, String official) throws Exception {
    assertThat(one.official()).isEqualTo(official);
    assertThat(one.promises().get(0).due()).isEqualTo(before.promises().get(0).due());
    assertWhole(one, 1);
  }

  /** What the citizens of these cases heard for this reason. */
  private List<Outgoing> heard(List<Case> all, String reason) throws Exception {
    List<String> numbers = all.stream().map(Case::id).toList();
    return await(hub.outbox.list(Outgoing.State.WAITING, null, 1000)).stream()
        .filter(
            entry -> numbers.contains(Optional.ofNullable(entry.notice().caseNumber()).orElse("")))
        .filter(entry -> entry.notice().kind() == Notice.Kind.NEW_OFFICIAL)
        .filter(entry -> reason.equals(entry.notice().facts().get("reason")))
        .toList();
  }

  /** So that the next time moves only what is new. */
  private void close(List<Case> all) throws Exception {
    for (Case before : all) {
      Case one = found(before.id());
      await(
          hub.casework.change(
              one.id(),
              new Closing(one.official(), Outcome.ANSWERED, "Klaar.", one.lastReceived())));
      assertThat(found(one.id()).open()).isFalse();
    }
  }
}
