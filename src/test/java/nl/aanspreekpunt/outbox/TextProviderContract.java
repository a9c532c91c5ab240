package nl.aanspreekpunt.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.outbox.Delivery.Outcome;
import nl.aanspreekpunt.outbox.Notice.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each provider of text messages must do, whichever it is. */
public abstract class TextProviderContract {
  private static final Duration USUAL = Duration.ofSeconds(5);

  /** A provider, on a port of its own. */
  public interface Provider {
    Sending sender(Duration timeout);

    /** How many messages it has. */
    int messages();

    /** What it calls one of them, from 1. */
    String name(int message);

    String words(int message);

    /** The next message is answered so. */
    void answers(int status, boolean taken);

    /** The next message is not answered, and the connection closed. */
    void closes(boolean taken);

    /** The next message is not answered. */
    void staysSilent(boolean taken);

    void failsToLookUp(int status);

    void goes();
  }

  protected final Vertx vertx = Vertx.vertx();
  private final Outgoing entry = Town.sms("7K3M9P2QX/3/to-1", Kind.ACKNOWLEDGEMENT);

  /** Vert.x closes the client of one that nobody holds, also while it waits for an answer. */
  private final List<Sending> senders = new ArrayList<>();

  private Provider provider;

  protected abstract Provider provider();

  private Provider it() {
    provider = provider == null ? provider() : provider;
    return provider;
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void whatItTakesIsSentUnderItsNameForIt() {
    assertThat(send(entry, false)).isEqualTo(Delivery.sent(it().name(1)));
    assertThat(it().words(1)).contains("Samira El Amrani").contains("voor di 1 dec");
  }

  @Test
  void whatIsTooMuchNowIsTriedLater() {
    it().answers(429, false);

    Delivery delivery = send(entry, false);

    assertThat(delivery.outcome()).isEqualTo(Outcome.RETRY);
    assertThat(delivery.detail()).endsWith(":http-429");
    assertThat(delivery.after()).isPositive();
    assertThat(it().messages()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 503})
  void theirTroubleAndOurKeySayNothingAboutTheMessage(int status) {
    it().answers(status, false);

    Delivery delivery = send(entry, false);

    assertThat(delivery.outcome()).isEqualTo(Outcome.RETRY);
    assertThat(delivery.detail()).endsWith(":http-" + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504})
  void whereItStumbledItMayHaveTheMessageAndIsAskedFirst(int status) {
    it().answers(status, true);

    Delivery delivery = send(entry, false);

    assertThat(delivery.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(delivery.detail()).endsWith(":http-" + status);
    assertThat(send(entry, true)).isEqualTo(Delivery.sent(it().name(1)));
    assertThat(it().messages()).isEqualTo(1);
  }

  @Test
  void whereItStumblesAgainItIsTriedLater() {
    it().answers(500, false);

    assertThat(send(entry, true).outcome()).isEqualTo(Outcome.RETRY);
  }

  @Test
  void whatItRefusesIsNotTriedAgain() {
    it().answers(400, false);

    Delivery delivery = send(entry, false);

    assertThat(delivery.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(delivery.detail()).matches("[a-z]+:.+");
  }

  @Test
  void whatItHadAndDidNotSayIsFoundAgainAndNotSentAgain() {
    it().closes(true);

    assertThat(send(entry, false).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(send(entry, true)).isEqualTo(Delivery.sent(it().name(1)));
    assertThat(it().messages()).isEqualTo(1);
  }

  @Test
  void whatItDidNotHaveIsSentAndMayBeThereTwice() {
    it().closes(false);
    assertThat(send(entry, false).outcome()).isEqualTo(Outcome.UNKNOWN);
    send(Town.sms("other", Kind.PROMISED), false);

    assertThat(send(entry, true)).isEqualTo(Delivery.perhapsTwice(it().name(2)));
    assertThat(it().messages()).isEqualTo(2);
  }

  @Test
  void whileItCannotBeAskedNothingIsSentAgain() {
    it().failsToLookUp(503);

    assertThat(send(entry, true).outcome()).isEqualTo(Outcome.RETRY);
    assertThat(it().messages()).isZero();
  }

  @Test
  void whenItStaysSilentItIsWaitedForNoLongerThanATryMayTake() {
    it().staysSilent(true);
    Sending hasty = it().sender(Duration.ofMillis(500));

    assertThat(await(hasty.send(entry, false, () -> true)).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(it().messages()).isEqualTo(1);
  }

  @Test
  void whenItIsAwayItIsTriedLater() {
    it().goes();

    assertThat(send(entry, false).outcome()).isEqualTo(Outcome.RETRY);
    assertThat(send(entry, true).outcome()).isEqualTo(Outcome.RETRY);
  }

  @Test
  void nothingIsSentWhenTheClaimRanOut() {
    Delivery late = await(it().sender(USUAL).send(entry, false, () -> false));

    assertThat(late.outcome()).isEqualTo(Outcome.RETRY);
    assertThat(it().messages()).isZero();
  }

  @Test
  void nothingIsSentToWhatIsNoNumber() {
    Notice name = Town.notice(Kind.REPLY, Channel.SMS, "KPN", "nl");

    assertThat(send(Outgoing.waiting("x", name, Town.NOW), false).outcome())
        .isEqualTo(Outcome.REFUSED);
    assertThat(it().messages()).isZero();
  }

  private Delivery send(Outgoing message, boolean again) {
    Sending sender = it().sender(USUAL);
    senders.add(sender);
    return await(sender.send(message, again, () -> true));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
