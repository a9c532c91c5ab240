package nl.aanspreekpunt;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Correspondent;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.api.ApiMessage;
import nl.aanspreekpunt.inbox.webform.FormMessage;
import nl.aanspreekpunt.inbox.webform.WebQuestion;
import nl.aanspreekpunt.store.Commands;
import org.junit.jupiter.api.Test;

/** What a message and a tick ask of the database. */
class CostTest extends CutOffs {
  private static final int MOST_FOR_A_MESSAGE = 5;
  private static final Correspondent EVA =
      new Correspondent("Eva", new Address(Address.Kind.EMAIL, "eva@burger.example"), null, null);

  private int sent = 20_000_000;

  @Test
  void aNewMailCostsFiveRoundTripsAtMost() throws Exception {
    assertCheap(mail("ans@burger.example", "Mijn huur", "Mijn huur is te hoog."));
  }

  @Test
  void aNewTextMessageCostsFiveRoundTripsAtMost() throws Exception {
    assertCheap(sms("+31612345001", "Mijn huur is te hoog"));
  }

  @Test
  void aFormCostsFiveRoundTripsAtMost() throws Exception {
    WebQuestion question = new WebQuestion(EVA, null, null, null, null, "Mijn huur.", "nl");
    byte[] raw =
        FormMessage.of(question, List.of(), "form-1", "voorbeeldstad.example", clock.instant());
    assertCheap(
        Receipt.received(
            "form-1",
            Channel.WEB,
            clock.instant(),
            null,
            List.of(),
            raw,
            0,
            raw.length,
            question.facts()));
  }

  @Test
  void aMessageOfAnotherSystemCostsFiveRoundTripsAtMost() throws Exception {
    Map<String, String> facts =
        new ApiMessage(EVA, null, "Mijn huur is te hoog", null, null, "nl", null, null, null)
            .facts();
    assertCheap(
        Receipt.received(
            "api-1", Channel.API, clock.instant(), null, List.of(), null, 0, 100, facts));
  }

  private void assertCheap(Receipt receipt) throws Exception {
    Commands commands = fixture.store().commands();
    long before = commands.roundTrips();
    await(hub.inbox.accept(receipt));
    await(hub.inbox.drain());
    assertThat(commands.roundTrips() - before).isPositive().isLessThanOrEqualTo(MOST_FOR_A_MESSAGE);
    assertThat(placed(receipt).openPromises()).hasSize(1);
  }

  @Test
  void aTickCostsAsMuchHoweverManyAreOpen() throws Exception {
    int due = 5;
    long few = tickWith(due, 20);
    clock.to(MONDAY_TEN);
    long many = tickWith(due, 400);

    assertThat(few).isPositive();
    assertThat(many).isEqualTo(few);
  }

  /** What is asked of the database for so many that are due, with so many more open. */
  private long tickWith(int due, int open) throws Exception {
    List<Receipt> first = received(due);
    Case one = found(await(hub.receipts.find(first.get(0).id())).orElseThrow().caseNumber());
    clock.to(one.wakeAt());
    received(open);
    Commands commands = fixture.store().commands();
    long before = commands.reads() + commands.writes();
    assertThat(await(hub.caseClock.tick())).isEqualTo(due);
    long asked = commands.reads() + commands.writes() - before;
    assertThat(await(hub.caseClock.tick())).isZero();
    return asked;
  }

  private List<Receipt> received(int count) throws Exception {
    List<Receipt> receipts = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      receipts.add(sms("+316%08d".formatted(sent++), "Mijn huur is te hoog"));
    }
    await(Future.all(receipts.stream().map(hub.inbox::accept).toList()));
    await(hub.inbox.drain());
    hub = open();
    return receipts;
  }
}
