package nl.aanspreekpunt;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.own.OwnTexts;
import nl.aanspreekpunt.outbox.own.OwnTexts.Became;
import nl.aanspreekpunt.outbox.own.TextChange;
import org.junit.jupiter.api.Test;

/**
 * A text is changed, cut off after the k-th write for every k, and by two nodes at once: what is
 * said is the latest that the history tells, no change is lost and none is told twice.
 */
class OwnTextsCutOffTest extends CutOffs {
  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
  private static final String KEY = "ACKNOWLEDGEMENT.helps";

  private Future<Became> says(Hub node, long version, String text) {
    return node.ownTexts.keep(KEY, version, text, null, "thomas.bakker", clock.instant());
  }

  private static String said(Hub node) {
    return node.ownTexts.current().said("nl", KEY);
  }

  /** The same notice to a citizen, as a node would send it. */
  private String read(Hub node) {
    Map<String, String> facts =
        Map.of("promise", "ANSWER", "due", "2026-06-02T08:00:00Z", "link", "1", "subject", "Huur");
    Notice notice =
        new Notice(
            "to-1",
            Notice.Kind.ACKNOWLEDGEMENT,
            Channel.EMAIL,
            "jan@burger.example",
            "samira.elamrani",
            "7K3M9P2QX",
            "nl",
            facts);
    return node.letters().letter(Outgoing.waiting("n", notice, clock.instant())).text();
  }

  private static void assertAgrees(Hub node) throws Exception {
    await(node.follow());
    List<TextChange> trail =
        await(node.ownTexts.changes("thomas.bakker", Instant.EPOCH, LATER, 50)).stream()
            .filter(one -> one.key().equals(KEY))
            .toList();
    List<TextChange> history = await(node.ownTexts.history(KEY, 50));
    long version = node.ownTexts.current().text(KEY).version();
    assertThat(history)
        .extracting(TextChange::version)
        .containsExactlyElementsOf(
            LongStream.iterate(version, it -> it - 1).limit(version).boxed().toList());
    assertThat(trail).as("on the audit trail").containsExactlyInAnyOrderElementsOf(history);
    assertThat(said(node)).isEqualTo(history.isEmpty() ? null : history.get(0).dutch());
  }

  @Test
  void historyAndTextAgreeHoweverAChangeIsCutOff() throws Exception {
    boolean cutOff = true;
    for (int k = 0; cutOff; k++) {
      Hub node = hub;
      long version = hub.ownTexts.current().text(KEY).version();
      String text = "Ik help u, keer " + k + ".";
      cutOff = cut(k, () -> says(node, version, text));
      hub = open();
      assertAgrees(hub);
      assertThat(await(says(hub, version, text)))
          .as("who saw it fail does it again")
          .isEqualTo(Became.KEPT);
      assertThat(said(hub)).isEqualTo(text);
      assertAgrees(hub);
      assertThat(k).isLessThan(MOST_WRITES);
    }
  }

  @Test
  void aNodeBesideItSaysTheSameOnceItLooks() throws Exception {
    Hub second = open();
    assertThat(await(says(hub, 0, "Ik help u graag."))).isEqualTo(Became.KEPT);
    assertThat(said(second)).isNull();
    assertThat(read(second)).doesNotContain("Ik help u graag.");
    await(second.follow());
    assertThat(read(second)).isEqualTo(read(hub)).contains("Ik help u graag.");
    assertThat(await(says(second, 1, null))).isEqualTo(Became.KEPT);
    await(hub.follow());
    assertThat(said(hub)).isNull();
    assertAgrees(hub);
  }

  @Test
  void ofTwoWhoChangeTheSameTextOneHearsThatAnotherWasFirst() throws Exception {
    Hub second = open();
    Future<Became> one = says(hub, 0, "Van de een.");
    Future<Became> other = says(second, 0, "Van de ander.");
    await(Future.join(one, other));
    assertThat(List.of(one.result(), other.result()))
        .containsExactlyInAnyOrder(Became.KEPT, Became.MOVED);
    assertAgrees(hub);
    assertAgrees(second);
    assertThat(said(hub)).isEqualTo(said(second));
  }

  @Test
  void changesOfDifferentTextsAtOnceAllStand() throws Exception {
    Hub second = open();
    List<String> keys = List.copyOf(hub.ownTexts.check().samples().keys()).subList(0, 12);
    List<Future<Became>> all = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      OwnTexts node = (i % 2 == 0 ? hub : second).ownTexts;
      String program = hub.letters().texts("nl").program(keys.get(i));
      all.add(
          node.keep(keys.get(i), 0, program + " Echt.", null, "thomas.bakker", clock.instant()));
    }
    await(Future.join(all));
    await(hub.follow());
    Set<String> own = new TreeSet<>(hub.ownTexts.current().texts().keySet());
    assertThat(own).containsExactlyInAnyOrderElementsOf(keys);
    for (String key : keys) {
      assertThat(await(hub.ownTexts.history(key, 50))).as(key).hasSize(1);
    }
  }

  @Test
  void thereIsNoRoomForWordsWithoutEnd() throws Exception {
    List<String> keys = hub.ownTexts.check().samples().keys();
    Became became = Became.KEPT;
    int kept = 0;
    for (String key : keys) {
      if (became == Became.KEPT) {
        // More than the check lets through: the store has a limit of its own.
        String much = "a".repeat(50_000);
        became = await(hub.ownTexts.keep(key, 0, much, null, "thomas.bakker", clock.instant()));
        kept++;
      }
    }
    assertThat(became).isEqualTo(Became.FULL);
    assertThat(kept).isEqualTo(5);
  }
}
