package nl.aanspreekpunt.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.outbox.Notice.Kind;
import nl.aanspreekpunt.outbox.Outgoing.State;
import org.junit.jupiter.api.Test;

/** What is heard later about a message, from its provider or from a person. */
class OutcomeTest extends Dispatching {
  @Test
  void statusesMayComeInAnyOrderAndBeforeTheRecord() {
    add(Town.sms(prefix + "a", Kind.ACKNOWLEDGEMENT));
    Outgoing claimed =
        await(outbox.claim(find("a"), "node-1", time.instant().plusSeconds(90), null))
            .orElseThrow();

    assertThat(await(outbox.record(status("delivered", null), null))).isTrue();
    assertThat(await(outbox.record(status("sent", null), null))).isFalse();
    assertThat(await(outbox.record(status("undelivered", "30003"), null))).isFalse();
    Outgoing sent = claimed.became(State.SENT, null, "SM1", null, time.instant(), false);
    assertThat(await(outbox.record(sent, "node-1"))).isFalse();
    assertThat(find("a").state()).isEqualTo(State.DELIVERED);
    assertThat(find("a").reference()).isEqualTo("SM1");
  }

  @Test
  void aLetterThatComesBackIsFoundByItsAddressAndTakenInByOneOfTwoNodes() {
    add(Town.email(prefix + "a", Kind.REPLY));
    String returns = find("a").returns();
    assertThat(await(outbox.returned(returns))).as("it did not leave").isEmpty();
    Outgoing claimed =
        await(outbox.claim(find("a"), "node-1", time.instant().plusSeconds(90), null))
            .orElseThrow();
    Outgoing sent = claimed.became(State.SENT, null, "<a@x>", null, time.instant(), false);
    await(outbox.record(sent, "node-1"));

    Outgoing found = await(outbox.returned(returns)).orElseThrow();
    assertThat(found.id()).isEqualTo(prefix + "a");
    Outgoing back = found.returned("returned:full", time.instant());
    Future<Boolean> one = outbox.record(back, null);
    Future<Boolean> other = outbox.record(back, null);
    assertThat(List.of(await(one), await(other))).containsExactlyInAnyOrder(true, false);
    tick();
    tick();

    assertThat(told).singleElement().extracting(Outgoing::detail).isEqualTo("returned:full");
  }

  @Test
  void aTextMessageThatDidNotArriveIsTold() {
    sent();

    assertThat(await(outbox.record(status("undelivered", "30005"), null))).isTrue();
    tick();

    assertThat(told).singleElement().extracting(Outgoing::detail).isEqualTo("twilio:30005");
  }

  @Test
  void thatItArrivedAfterAllIsToldToWhoHeardThatItDidNot() {
    sent();
    await(outbox.record(status("undelivered", "30005"), null));
    tick();

    assertThat(await(outbox.record(status("delivered", null), null))).isTrue();
    tick();

    assertThat(told).extracting(Outgoing::state).containsExactly(State.REFUSED, State.DELIVERED);
  }

  @Test
  void whatIsSaidOnceMoreOfTheTryThatFailedDoesNotKeepItFromGoingAgain() {
    sent();
    await(outbox.record(status("undelivered", "30005"), null));
    await(outbox.resend(find("a"), "jan.devries", time.instant()));

    for (String late : List.of("undelivered", "failed", "sent", "queued")) {
      assertThat(SmsStatus.of(find("a"), "SM1", late, "30005", time.instant())).as(late).isEmpty();
    }
    assertThat(SmsStatus.of(find("a"), "SM1", "delivered", null, time.instant())).isPresent();
    answer("a", Delivery.sent("SM2"));
    tick();
    assertThat(find("a").reference()).isEqualTo("SM2");
  }

  @Test
  void ofTwoThatWentTheFailureOfTheFirstSaysNothing() {
    sent();

    assertThat(SmsStatus.of(find("a"), "SM0", "failed", "30005", time.instant())).isEmpty();
    assertThat(SmsStatus.of(find("a"), "SM0", "delivered", null, time.instant())).isPresent();
    assertThat(SmsStatus.of(find("a"), "SM1", "whatever", null, time.instant()))
        .isEqualTo(Optional.empty());
  }

  @Test
  void aStatusBeforeTheRecordOfASecondTryDoesNotHideThatItWentPerhapsTwice() {
    add(Town.sms(prefix + "a", Kind.ACKNOWLEDGEMENT));
    await(outbox.claim(find("a"), "dead-node", time.instant().plusSeconds(90), null));
    time.forward(Duration.ofSeconds(91));
    Dispatcher overtaken =
        dispatcher(
            "node-2",
            entry -> {
              told.add(entry);
              return Future.succeededFuture();
            },
            (entry, again, lease) ->
                outbox
                    .record(
                        SmsStatus.of(entry, "SM1", "sent", null, time.instant()).orElseThrow(),
                        null)
                    .map(recorded -> Delivery.perhapsTwice("SM1")));

    await(overtaken.tick());
    await(overtaken.tick());

    assertThat(find("a").perhapsTwice()).isTrue();
    assertThat(told).singleElement().extracting(Outgoing::perhapsTwice).isEqualTo(true);
    await(vertx.undeploy(overtaken.deploymentID()));
  }

  @Test
  void whatFailedIsSentAgainByHandWithAllItsTriesAndThatItWentIsTold() {
    add(email("a", "jan"));
    answer("a", Delivery.refused("550 no such user"));
    tick();

    assertThat(await(outbox.resend(find("a"), "jan.devries", time.instant()))).isTrue();
    assertThat(find("a").attempts()).isZero();
    assertThat(find("a").state()).isEqualTo(State.WAITING);
    tick();

    assertThat(tried).containsExactly("a", "a");
    assertThat(find("a").state()).isEqualTo(State.SENT);
    assertThat(find("a").resentBy()).isEqualTo("jan.devries");
    assertThat(told).extracting(Outgoing::state).containsExactly(State.REFUSED, State.SENT);
  }

  @Test
  void ofWhichNobodyKnowsWhetherItWentTheProviderIsAskedFirstAlsoByHand() {
    add(email("a", "jan"));
    answer("a", Delivery.unknown("ref", "no answer"));
    answer("a", Delivery.unknown("ref", "no answer"));
    tick();
    time.forward(Duration.ofMinutes(2));
    tick();

    await(outbox.resend(find("a"), "jan.devries", time.instant()));
    tick();

    assertThat(tried).containsExactly("a", "a again", "a again");
  }

  @Test
  void whatWentOrWaitsOrIsHeldIsNotSentAgain() {
    add(email("a", "jan"), email("b", "piet").held(), email("c", "klaas"));
    answer("c", Delivery.retry("451 later"));
    tick();

    for (String id : new String[] {"a", "b", "c"}) {
      assertThat(await(outbox.resend(find(id), "jan.devries", time.instant()))).isFalse();
    }
    tick();
    assertThat(tried).containsExactlyInAnyOrder("a", "c");
    time.forward(Duration.ofMinutes(1));
    tick();
    assertThat(find("c").state()).isEqualTo(State.SENT);
  }

  /** A look-up that fails leaves it unknown whether the first try arrived. */
  @Test
  void theWordsThatMayHaveArrivedAreKeptUntilItIsKnown() {
    add(email("a", "jan"));
    await(outbox.claim(find("a"), "dead-node", time.instant().plusSeconds(90), "the first words"));
    time.forward(Duration.ofSeconds(91));
    answer("a", Delivery.retry("Twilio cannot be asked"));

    tick();
    assertThat(find("a").state()).isEqualTo(State.WAITING);
    assertThat(find("a").written()).isEqualTo("the first words");
    time.forward(Duration.ofMinutes(5));
    tick();

    assertThat(tried).containsExactly("a again", "a again");
    assertThat(find("a").state()).isEqualTo(State.SENT);
    assertThat(find("a").written()).isNull();
  }

  @Test
  void aClaimIsInTheStoreBeforeTheProviderIsSpokenTo() {
    add(email("a", "jan"));
    Dispatcher looking =
        dispatcher(
            "node-2",
            entry -> Future.succeededFuture(),
            (entry, again, lease) ->
                outbox
                    .find(entry.id())
                    .map(
                        stored -> {
                          Outgoing claimed = stored.orElseThrow();
                          assertThat(claimed.state()).isEqualTo(State.SENDING);
                          assertThat(claimed.node()).isEqualTo("node-2");
                          assertThat(claimed.attempts()).isEqualTo(1);
                          assertThat(claimed.leaseUntil())
                              .as("three times the whole send timeout")
                              .isEqualTo(time.instant().plusSeconds(90));
                          time.forward(Duration.ofSeconds(89));
                          assertThat(lease.getAsBoolean()).isTrue();
                          time.forward(Duration.ofSeconds(1));
                          assertThat(lease.getAsBoolean()).isFalse();
                          return Delivery.sent("ref");
                        }));

    await(looking.tick());

    assertThat(find("a").state()).isEqualTo(State.SENT);
    await(vertx.undeploy(looking.deploymentID()));
  }

  private void sent() {
    add(Town.sms(prefix + "a", Kind.ACKNOWLEDGEMENT));
    answer("a", Delivery.sent("SM1"));
    tick();
  }

  private Outgoing status(String status, String code) {
    return SmsStatus.of(find("a"), "SM1", status, code, time.instant()).orElseThrow();
  }
}
