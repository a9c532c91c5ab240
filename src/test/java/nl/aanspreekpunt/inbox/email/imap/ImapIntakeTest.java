package nl.aanspreekpunt.inbox.email.imap;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.imap.ImapConstants;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javax.net.ServerSocketFactory;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.email.EmailReading;
import nl.aanspreekpunt.inbox.email.Kept;
import nl.aanspreekpunt.inbox.email.Pem;
import nl.aanspreekpunt.process.Until;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mail that stands in a mailbox: nothing is lost, nothing is taken in twice, nothing stops the
 * next.
 */
class ImapIntakeTest {
  private static final String DONE = Mailboxes.DONE;
  private static final String UNREADABLE = Mailboxes.UNREADABLE;
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final Vertx vertx = Vertx.vertx();
  private final Kept kept = new Kept();
  private final List<ImapIntake> started = new ArrayList<>();
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
  private GreenMailUser user;
  private ImapProxy proxy;
  @TempDir private Path spool;

  /** A mailbox that this node always reads. */
  private static final class Mine implements MailboxTurns {
    @Override
    public Future<Boolean> take(String mailbox, String node, Instant now, Duration lasts) {
      return Future.succeededFuture(true);
    }

    @Override
    public Future<Void> give(String mailbox, String node) {
      return Future.succeededFuture();
    }
  }

  @BeforeEach
  void open() throws Exception {
    server.start();
    user = server.setUser("vraag@voorbeeldstad.example", "vraag", "geheim");
    proxy = new ImapProxy(server.getImap().getPort());
  }

  @AfterEach
  void close() throws Exception {
    for (ImapIntake one : started) {
      await(one.stop());
    }
    proxy.close();
    server.stop();
    await(vertx.close());
  }

  @Test
  void whatStandsThereIsTakenInByItsBytesHoweverOldAndWhoeverReadItAndIsMovedAway()
      throws Exception {
    String old = mail("oud", "Al dagen geleden");
    Date daysAgo = Date.from(Instant.now().minus(Duration.ofDays(9)));
    inbox().appendMessage(message(old), new Flags(Flags.Flag.SEEN), daysAgo);
    put(mail("nieuw", "Net gekomen"));
    ImapIntake intake = read(LONG);

    until(() -> size(DONE) == 2);
    assertThat(kept.receipts).hasSize(2);
    assertThat(size("INBOX")).isZero();
    Receipt first =
        kept.receipts.values().stream()
            .filter(one -> text(one).contains("Al dagen"))
            .findFirst()
            .orElseThrow();
    assertThat(text(first)).isEqualTo(old);
    assertThat(first.envelopeFrom()).isEqualTo("ans@elders.example");
    assertThat(first.recipients()).containsExactly("vraag@voorbeeldstad.example");
    assertThat(first.facts()).containsEntry("mailbox", "vraag");
    until(() -> intake.lags().get("vraag").isZero());
  }

  @Test
  void aServerThatTellsByItselfIsNotAskedAgainAndANewMailComesAtOnce() throws Exception {
    ImapIntake intake = read(LONG);
    until(() -> intake.lags().get("vraag").isZero());
    put(mail("a", "Eerste"));
    until(() -> kept.receipts.size() == 1);
    put(mail("b", "Tweede"));
    until(() -> size(DONE) == 2);
    assertThat(kept.receipts).hasSize(2);
  }

  @Test
  void aServerThatDoesNotIsLookedIntoAgainAndAgain() throws Exception {
    proxy.said = line -> line.replace(" IDLE", "");
    proxy.refused = line -> line.toUpperCase(Locale.ROOT).contains(" IDLE");
    ImapIntake intake = read(SHORT);
    until(() -> intake.lags().get("vraag").isZero());
    put(mail("a", "Eerste"));
    until(() -> size(DONE) == 1);
    assertThat(kept.receipts).hasSize(1);
  }

  @Test
  void aConnectionThatBreaksInTheMiddleLosesNothingAndRepeatsNothing() throws Exception {
    for (int i = 0; i < 20; i++) {
      put(mail("m" + i, "Bericht " + i));
    }
    int[] fetched = {0};
    proxy.cut = line -> line.contains("FETCH") && ++fetched[0] % 9 == 0;
    read(LONG);
    until(() -> size(DONE) == 20);
    assertThat(kept.receipts).hasSize(20);
    assertThat(fetched[0]).as("it broke indeed").isGreaterThan(20);
  }

  @Test
  void aMoveThatFailsIsTriedAgainAndTheMessageIsTakenInOnce() throws Exception {
    proxy.refused = line -> line.contains(" MOVE ");
    put(mail("a", "Eerste"));
    put(mail("b", "Tweede"));
    ImapIntake intake = read(LONG);
    until(() -> kept.receipts.size() == 2);
    assertThat(size("INBOX")).isEqualTo(2);
    proxy.refused = line -> false;
    until(() -> size(DONE) == 2);
    assertThat(kept.receipts).hasSize(2);
    until(() -> intake.lags().get("vraag").isZero());
  }

  @Test
  void aFolderWhoseNumbersChangedIsReadAnewAndWhatWasTakenInIsKnown() throws Exception {
    proxy.refused = line -> line.contains(" MOVE ");
    put(mail("a", "Eerste"));
    read(LONG);
    until(() -> kept.receipts.size() == 1);
    proxy.said = line -> line.replaceAll("UIDVALIDITY \\d+", "UIDVALIDITY 4242");
    proxy.breakOff();
    put(mail("b", "Tweede"));
    until(() -> kept.receipts.size() == 2);
    proxy.refused = line -> false;
    until(() -> size(DONE) == 2);
    assertThat(kept.receipts).hasSize(2);
  }

  @Test
  void aMessageThatCannotBeFetchedIsOwnedByAPersonPutAsideAndStopsNobody() throws Exception {
    put(mail("kapot", "Deze lukt niet"));
    put(mail("goed", "Deze wel"));
    proxy.refused = line -> line.contains("UID FETCH 1 (BODY.PEEK[]<");
    read(LONG);
    until(() -> size(UNREADABLE) == 1 && size(DONE) == 1);
    assertThat(kept.receipts).hasSize(2);
    Receipt owned =
        kept.receipts.values().stream()
            .filter(one -> one.facts().containsKey(EmailReading.UNFETCHED))
            .findFirst()
            .orElseThrow();
    assertThat(text(owned)).contains("Subject: kapot", "From: Ans");
  }

  @Test
  void aMessageThatBreaksTheConnectionEachTimeIsPutAsideAsWell() throws Exception {
    put(mail("kapot", "Deze breekt"));
    put(mail("goed", "Deze niet"));
    proxy.cut = line -> line.contains("UID FETCH 1 (BODY.PEEK[]<");
    read(LONG);
    until(() -> size(UNREADABLE) == 1 && size(DONE) == 1);
    assertThat(kept.receipts).hasSize(2);
  }

  @Test
  void oneThatIsTooLargeIsSummarisedAndPutAside() throws Exception {
    put(mail("groot", "x".repeat(70_000)));
    put(mail("klein", "Past wel"));
    read(LONG, one -> Mailboxes.atMost(one, 64 * 1024));
    until(() -> size(UNREADABLE) == 1 && size(DONE) == 1);
    assertThat(kept.receipts.values())
        .filteredOn(one -> "size".equals(one.facts().get(EmailReading.UNFETCHED)))
        .singleElement()
        .satisfies(one -> assertThat(text(one)).contains("groot").hasSizeLessThan(2_000));
  }

  @Test
  void whileTheStoreIsAwayItStaysInTheMailboxAndTheLagSaysSo() throws Exception {
    kept.away = true;
    Date hourAgo = Date.from(Instant.now().minus(Duration.ofHours(1)));
    inbox().appendMessage(message(mail("a", "Eerste")), new Flags(), hourAgo);
    ImapIntake intake = read(SHORT);
    until(() -> intake.lags().get("vraag").compareTo(Duration.ofMinutes(59)) > 0);
    assertThat(size("INBOX")).isOne();
    kept.away = false;
    until(() -> size(DONE) == 1);
    until(() -> intake.lags().get("vraag").isZero());
  }

  @Test
  void itLogsInWithATokenWhereAPasswordIsNotTaken() throws Exception {
    HttpServer tokens =
        await(
            vertx
                .createHttpServer()
                .requestHandler(request -> request.response().end("{\"access_token\":\"geheim\"}"))
                .listen(0, "127.0.0.1"));
    ImapSettings.OAuth oauth =
        new ImapSettings.OAuth("http://127.0.0.1:" + tokens.actualPort(), "hub", "s", null);
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    proxy.cut = line -> !asked.add(line);
    put(mail("a", "Eerste"));
    read(LONG, one -> Mailboxes.byToken(one.port(), oauth));
    until(() -> size(DONE) == 1);
    assertThat(asked)
        .anyMatch(line -> line.contains("AUTHENTICATE XOAUTH2"))
        .noneMatch(line -> line.contains("LOGIN"));
  }

  @Test
  void aServerIsTrustedByItsCertificateAndName() throws Exception {
    Pem pem = Pem.of(spool, "localhost");
    ServerSocketFactory sockets = pem.serving().getServerSocketFactory();
    try (ImapProxy secured = new ImapProxy(server.getImap().getPort(), sockets)) {
      put(mail("a", "Eerste"));
      List<String> asked = Collections.synchronizedList(new ArrayList<>());
      secured.cut = line -> !asked.add(line);
      ImapIntake untrusted =
          read(SHORT, one -> Mailboxes.secured(one, secured.port(), "localhost", null));
      ImapIntake otherName =
          read(
              SHORT, one -> Mailboxes.secured(one, secured.port(), "127.0.0.1", pem.certificate()));
      until(() -> lag(untrusted) > 300 && lag(otherName) > 300);
      assertThat(kept.receipts).isEmpty();
      assertThat(asked).as("not even a name was told to it").isEmpty();
      read(LONG, one -> Mailboxes.secured(one, secured.port(), "localhost", pem.certificate()));
      until(() -> size(DONE) == 1);
    }
  }

  private static long lag(ImapIntake one) {
    return one.lags().get("vraag").toMillis();
  }

  private ImapIntake read(Duration poll) {
    return read(poll, one -> one);
  }

  private ImapIntake read(Duration poll, UnaryOperator<ImapSettings> how) {
    ImapSettings plain = Mailboxes.at(proxy.port(), poll);
    ImapIntake intake =
        new ImapIntake(
            vertx,
            List.of(how.apply(plain)),
            spool,
            kept,
            kept,
            new Mine(),
            Clock.systemUTC(),
            Duration.ofMillis(20));
    started.add(intake);
    await(intake.start());
    return intake;
  }

  private static String mail(String subject, String text) {
    return "Return-Path: <ans@elders.example>\r\n"
        + "From: Ans <ans@elders.example>\r\n"
        + "To: vraag@voorbeeldstad.example\r\n"
        + "Subject: "
        + subject
        + "\r\nMessage-ID: <"
        + subject
        + "@elders.example>\r\n\r\n"
        + text
        + "\r\n";
  }

  private static MimeMessage message(String raw) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private void put(String raw) throws Exception {
    inbox().appendMessage(message(raw), new Flags(), Date.from(Instant.now()));
  }

  private MailFolder inbox() {
    return folder(ImapConstants.INBOX_NAME);
  }

  private MailFolder folder(String name) {
    try {
      return server.getManagers().getImapHostManager().getFolder(user, name);
    } catch (RuntimeException none) {
      return null;
    }
  }

  private int size(String name) {
    MailFolder there = folder(name);
    return there == null ? 0 : there.getMessageCount();
  }

  private static String text(Receipt one) {
    return new String(one.raw(), StandardCharsets.ISO_8859_1);
  }

  private void until(BooleanSupplier holds) {
    try {
      Until.until("the mailbox is as it should be", holds);
    } catch (AssertionError never) {
      String now =
          "INBOX %d, done %d, unreadable %d, receipts %d"
              .formatted(size("INBOX"), size(DONE), size(UNREADABLE), kept.receipts.size());
      throw new AssertionError(now, never);
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
