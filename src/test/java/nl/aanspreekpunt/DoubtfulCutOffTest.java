package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Doubtful;
import nl.aanspreekpunt.inbox.Doubtfuls;
import nl.aanspreekpunt.inbox.Judged;
import nl.aanspreekpunt.inbox.Receipt;
import org.junit.jupiter.api.Test;

/**
 * What a filter calls spam, cut off after the k-th write for every k and started again, and said of
 * by two people at once: it waits once, or is a question once, and what is a question is never
 * thrown away.
 */
class DoubtfulCutOffTest extends CutOffs {
  private static final String BY = "samira.elamrani";
  private static final Duration KEPT = Duration.ofDays(15);
  private int sent;

  @Override
  Map<String, String> configuration() {
    return Map.of("spam.filter", "true");
  }

  private Receipt marked() {
    String id = "marked-" + ++sent;
    String raw =
        "X-Spam-Flag: YES\r\nFrom: %1$s@burger.example\r\nTo: vraag@voorbeeldstad.example\r\n"
                .formatted(id)
            + "Subject: Huur\r\nMessage-ID: <%s@burger.example>\r\n\r\nDe huur is te hoog.\r\n"
                .formatted(id);
    byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
    return Receipt.received(
        id,
        Channel.EMAIL,
        clock.instant(),
        id + "@burger.example",
        List.of("vraag@voorbeeldstad.example"),
        bytes,
        0,
        bytes.length,
        Map.of());
  }

  private String waiting() throws Exception {
    Receipt receipt = marked();
    await(hub.inbox.accept(receipt));
    await(hub.inbox.drain());
    assertThat(stored(receipt.id()).result()).isEqualTo("doubtful");
    hub = open();
    return receipt.id();
  }

  private Receipt stored(String id) throws Exception {
    return await(hub.receipts.find(id)).orElseThrow();
  }

  private List<String> listed() throws Exception {
    return await(hub.doubting.waiting()).stream().map(Doubtful::id).toList();
  }

  private List<String> spam() throws Exception {
    return await(hub.doubting.spam()).stream().map(Doubtful::id).toList();
  }

  /** At its case, on no list, and still so after the time that spam is kept. */
  private void isAQuestion(String id) throws Exception {
    Case one = found(stored(id).caseNumber());
    assertThat(one.holds(id)).isTrue();
    assertThat(await(hub.cases.ofCitizen(one.citizen(), 10))).hasSize(1);
    assertThat(listed()).doesNotContain(id);
    assertThat(spam()).doesNotContain(id);
    clock.forward(KEPT);
    await(hub.doubting.tick());
    assertThat(stored(id).caseNumber()).isEqualTo(one.id());
    assertThat(stored(id).raw()).isNotEmpty();
  }

  @Test
  void whatIsMarkedStandsOnTheListExactlyOnceAndIsNeverLost() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      Receipt receipt = marked();
      boolean cutOff = interrupted(k, () -> deliver(receipt).compose(done -> hub.inbox.drain()));
      if (await(hub.receipts.find(receipt.id())).isEmpty()) {
        await(deliver(receipt)); // never acknowledged: it is sent again
        await(hub.inbox.drain());
      }
      assertThat(stored(receipt.id()).result()).isEqualTo("doubtful");
      assertThat(stored(receipt.id()).state()).isNotEqualTo(Receipt.State.RECEIVED);
      assertThat(listed()).containsOnlyOnce(receipt.id());
      if (!cutOff) {
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  @Test
  void whatIsCalledAQuestionIsOneOnce() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      String id = waiting();
      boolean cutOff = interrupted(k, () -> hub.doubting.question(id, BY, null));
      await(hub.doubting.tick());
      if (listed().contains(id)) {
        assertThat(k).as("not said at all").isZero();
        await(hub.doubting.question(id, BY, null));
      }
      isAQuestion(id);
      assertThat(await(hub.doubting.question(id, BY, null))).isEqualTo(Judged.Not.SO_ANY_MORE);
      if (!cutOff) {
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  @Test
  void whatIsThrownAwayLeavesNothing() throws Exception {
    for (int k = 0; k < MOST_WRITES; k++) {
      String id = waiting();
      await(hub.doubting.isSpam(id, BY, null));
      clock.forward(KEPT);
      boolean cutOff = cut(k, () -> hub.doubting.tick());
      if (k == 0) {
        assertThat(spam()).contains(id);
      } else {
        assertThat(await(hub.doubting.undo(id, null))).isInstanceOf(Judged.Not.class);
      }
      await(hub.doubting.tick());
      assertThat(await(hub.receipts.find(id))).isEmpty();
      assertThat(await(Doubtfuls.in(fixture.store()).find(id))).isEmpty();
      if (!cutOff) {
        return;
      }
    }
    throw new AssertionError("never went through");
  }

  @Test
  void ofTwoPeopleWhoSaySomethingElseAtTheSameTimeOneWins() throws Exception {
    Hub other = open();
    for (int round = 0; round < 8; round++) {
      String id = waiting();
      boolean first = round % 2 == 0;
      Future<Judged> early = first ? question(hub, id) : isSpam(hub, id);
      Future<Judged> late = first ? isSpam(other, id) : question(other, id);
      await(Future.all(early, late));
      Judged question = first ? early.result() : late.result();
      Judged spam = first ? late.result() : early.result();
      assertThat(question instanceof Judged.Done).isNotEqualTo(spam instanceof Judged.Done);
      if (question instanceof Judged.Done) {
        isAQuestion(id);
      } else {
        assertThat(spam()).contains(id);
        assertThat(stored(id).caseNumber()).isNull();
        assertThat(stored(id).state()).isNotEqualTo(Receipt.State.RECEIVED);
      }
    }
  }

  private static Future<Judged> question(Hub hub, String id) {
    return hub.doubting.question(id, BY, null);
  }

  private static Future<Judged> isSpam(Hub hub, String id) {
    return hub.doubting.isSpam(id, "jan.devries", null);
  }

  /** As a node does that took long over the message, or one of before. */
  @Test
  void aQuestionThatComesOnTheListAgainIsNotThrownAwayEither() throws Exception {
    String id = waiting();
    Doubtful seen = await(hub.doubting.waiting()).get(0);
    await(hub.doubting.question(id, BY, null));
    await(Doubtfuls.in(fixture.store()).add(seen));
    await(hub.doubting.isSpam(id, BY, null));
    clock.forward(KEPT);
    await(hub.doubting.tick());

    isAQuestion(id);
  }

  @Test
  void whatIsCalledAQuestionWhileItIsStillPutDownIsOneLater() throws Exception {
    Receipt receipt = marked();
    await(hub.receipts.store(receipt));
    await(
        Doubtfuls.in(fixture.store())
            .add(
                new Doubtful(
                    receipt.id(),
                    "a@burger.example",
                    null,
                    "Huur",
                    "De huur",
                    "x-spam-flag",
                    receipt.receivedAt(),
                    receipt.receivedAt(),
                    null,
                    null,
                    null,
                    null,
                    Map.of())));
    assertThat(await(hub.doubting.question(receipt.id(), BY, null)))
        .isInstanceOf(Judged.Done.class);
    clock.forward(Duration.ofMinutes(2));
    await(hub.inbox.sweep());
    await(hub.doubting.tick());

    isAQuestion(receipt.id());
  }
}
