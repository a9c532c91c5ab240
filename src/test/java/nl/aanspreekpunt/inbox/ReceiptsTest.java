package nl.aanspreekpunt.inbox;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReceiptsTest {
  private static final Instant NOON = Instant.parse("2026-06-01T10:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(3_600);

  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private Receipts receipts;

  @BeforeEach
  void open() {
    receipts = Receipts.in(fixture.store());
    await(receipts.prepare());
  }

  private static Receipt mail(String id, String... recipients) {
    byte[] raw = "Subject: huur\r\n\r\nHoe?".getBytes(StandardCharsets.UTF_8);
    return Receipt.received(
        id,
        Channel.EMAIL,
        NOON,
        "ans@elders.example",
        List.of(recipients),
        raw,
        0,
        raw.length,
        Map.of("helo", "mail.elders.example"));
  }

  private static Receipts.Ending ending(String caseNumber) {
    Inbound read =
        new Inbound(
            null,
            null,
            List.of(),
            "huur",
            "Hoe?",
            "nl",
            null,
            null,
            false,
            null,
            null,
            false,
            null,
            "<m@elders.example>",
            List.of(),
            null,
            List.of(),
            false,
            List.of());
    return new Receipts.Ending(
        read, Receipt.State.ROUTED, caseNumber, null, "opened", NOON.plusSeconds(1));
  }

  @Test
  void aDeliveryIsStoredOnceAndFurtherRecipientsJoinIt() {
    assertThat(await(receipts.store(mail("r1", "a@hub")))).isTrue();
    assertThat(await(receipts.store(mail("r1", "b@hub", "a@hub")))).isFalse();
    Receipt stored = await(receipts.find("r1")).orElseThrow();
    assertThat(stored.recipients()).containsExactly("a@hub", "b@hub");
    assertThat(stored.raw()).isEqualTo(mail("r1").raw());
    assertThat(stored.facts()).isEqualTo(mail("r1").facts());
  }

  @Test
  void ofDeliveriesThatRaceOneIsTheFirst() {
    List<Future<Boolean>> all =
        IntStream.range(0, 24).mapToObj(i -> receipts.store(mail("r1", i + "@hub"))).toList();
    await(Future.all(all));
    assertThat(all).filteredOn(Future::result).hasSize(1);
    assertThat(await(receipts.find("r1")).orElseThrow().recipients()).hasSize(24);
  }

  @Test
  void aLargeMessageStandsInPieces() {
    await(receipts.storePiece("r1", 0, new byte[] {1, 2}));
    await(receipts.storePiece("r1", 0, new byte[] {1, 2}));
    await(receipts.storePiece("r1", 1, new byte[] {3}));
    assertThat(await(receipts.piece("r1", 0))).containsExactly(1, 2);
    assertThat(await(receipts.piece("r1", 1))).containsExactly(3);
  }

  @Test
  void whatWasLeftIsTakenUpByOneUntilItIsFinished() {
    await(receipts.store(mail("r1")));
    assertThat(await(receipts.left(NOON, 10))).isEmpty();
    Receipt left = await(receipts.left(LATER, 10)).get(0);
    assertThat(left.raw()).as("without the raw message").isNull();
    List<Future<Boolean>> claims =
        IntStream.range(0, 8).mapToObj(i -> receipts.claim(left, LATER.plusSeconds(60))).toList();
    await(Future.all(claims));
    assertThat(claims).filteredOn(Future::result).hasSize(1);
    assertThat(await(receipts.left(LATER, 10))).isEmpty();
    assertThat(await(receipts.left(LATER.plusSeconds(60), 10))).hasSize(1);

    await(receipts.finish("r1", ending("000000000")));

    assertThat(await(receipts.left(LATER.plusSeconds(600), 10))).isEmpty();
    Receipt finished = await(receipts.find("r1")).orElseThrow();
    assertThat(finished.state()).isEqualTo(Receipt.State.ROUTED);
    assertThat(finished.caseNumber()).isEqualTo("000000000");
    assertThat(finished.read()).isEqualTo(ending(null).read());
    assertThat(finished.routedAt()).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void whereAMessageIsAboutToGoIsNotedForARerun() {
    await(receipts.store(mail("r1")));
    await(receipts.aim("r1", "000000000", null));
    assertThat(await(receipts.left(LATER, 10)))
        .extracting(Receipt::caseNumber)
        .containsExactly("000000000");
  }

  @Test
  void severalAreFoundInTheOrderAsked() {
    await(receipts.store(mail("r1")));
    await(receipts.store(mail("r2")));
    assertThat(await(receipts.findAll(List.of("r2", "gone", "r1"))))
        .extracting(Receipt::id)
        .containsExactly("r2", "r1");
  }
}
