package nl.aanspreekpunt.inbox.files;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.inbox.StoredFile.State;
import nl.aanspreekpunt.inbox.email.SmtpDialogue;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.store.FileStore;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Attachments are stored as files, streamed, with what they are, their size and digest; what is
 * dangerous is held back; the virus scanner is asked before anybody opens one.
 */
class AttachmentsTest {
  private static final String TOKEN = "the-administrator-of-the-tests";
  private static ScannerDouble clamd;
  private static Workplace workplace;
  private static Visitor samira;
  private static int mails;

  @BeforeAll
  static void open() {
    clamd = new ScannerDouble();
    workplace =
        new Workplace(
            Workplace.oneForEachTopic(),
            Map.of(
                "api.token",
                TOKEN,
                "attachments.clamav",
                "127.0.0.1:" + clamd.port(),
                "attachments.clamav-timeout",
                "PT1.5S"));
    samira = Visitor.loggedIn(workplace, "samira.elamrani");
  }

  @AfterAll
  static void close() {
    workplace.close();
    clamd.close();
  }

  @BeforeEach
  void answers() {
    clamd.mood = ScannerDouble.Mood.ANSWERS;
    clamd.asked.clear();
  }

  private record Attached(String name, String type, byte[] bytes) {
    static Attached of(String name, String type, String text) {
      return new Attached(name, type, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Over a real socket; its receipt once it is at its case. */
  private static Receipt mail(Attached... files) {
    String from = "vrager" + ++mails + "@elders.example";
    StringBuilder raw =
        new StringBuilder(
            """
            From: Jan <%1$s>
            To: huur@voorbeeldstad.example
            Subject: Lamp %2$s
            Message-ID: <%2$s@elders.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: text/plain

            De lamp is stuk.
            """
                .formatted(from, mails));
    for (Attached file : files) {
      raw.append("--x\nContent-Type: ").append(file.type());
      raw.append(
          "\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=\"");
      raw.append(file.name()).append("\"\n\n");
      raw.append(Base64.getMimeEncoder().encodeToString(file.bytes())).append('\n');
    }
    raw.append("--x--");
    try (SmtpDialogue smtp = SmtpDialogue.greeted(workplace.smtpPort())) {
      String reply = smtp.delivers(raw.toString().replace("\r\n", "\n").replace("\n", "\r\n"));
      assertThat(reply).startsWith("250");
      return routed(reply.substring(reply.lastIndexOf(' ') + 1).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Receipt routed(String id) {
    return Until.present(
        "it is at its case",
        () ->
            await(workplace.receipts.find(id))
                .filter(found -> found.state() == Receipt.State.ROUTED));
  }

  private static Receipt now(Receipt before) {
    return await(workplace.receipts.find(before.id())).orElseThrow();
  }

  /** After a turn of the clock. */
  private static Receipt looked(Receipt before) {
    workplace.files();
    return now(before);
  }

  private static String path(Receipt one, int n) {
    int part = one.read().attachments().get(n).part();
    return page(one) + "/bestanden/" + one.id() + "/" + part;
  }

  private static String page(Receipt one) {
    return "/werk/vragen/" + one.caseNumber();
  }

  private static byte[] large(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    System.arraycopy("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 9);
    return bytes;
  }

  @Test
  void aFileIsStoredWithWhatItIsItsSizeAndItsDigestAndStreamed() {
    byte[] bytes = large(3 * FileStore.CHUNK + 11);
    Receipt one = looked(mail(new Attached("brief.doc", "application/msword", bytes)));
    StoredFile file = one.files().get(0);
    assertThat(file.type()).as("by its bytes").isEqualTo("application/pdf");
    assertThat(file.size()).isEqualTo(bytes.length);
    assertThat(file.digest()).hasSize(64);
    assertThat(file.state()).isEqualTo(State.OPEN);
    assertThat(file.checkedAt()).isEqualTo(workplace.clock.instant());
    assertThat(clamd.asked).hasSize(1);
    assertThat(clamd.asked.get(0)).as("the scanner saw all of it").isEqualTo(bytes);
    assertThat(one.filesTry()).isNull();

    long before = workplace.store.commands().reads();
    byte[] got = samira.bytes(path(one, 0));
    assertThat(got).isEqualTo(bytes);
    assertThat(workplace.store.commands().reads() - before).as("piece by piece").isLessThan(20);
    assertThat(samira.get(page(one)).body()).contains("brief.doc</a>", "(PDF, 765 kB)");
  }

  /** Of 72 pieces; what is on its way to who takes nothing is in the buffers of both sides. */
  @Test
  void whoTakesNothingOfALargeFileHoldsNoMoreOfItInMemoryAndNobodyUp() throws IOException {
    byte[] bytes = large(72 * FileStore.CHUNK);
    Receipt one = looked(mail(new Attached("groot.pdf", "application/pdf", bytes)));
    assertThat(one.pieces()).as("a large mail stands in pieces").isPositive();
    assertThat(one.files().get(0).state()).isEqualTo(State.OPEN);
    long before = workplace.store.commands().reads();
    try (InputStream stalled = samira.stalled(path(one, 0))) {
      assertThat(samira.bytes(path(one, 0))).isEqualTo(bytes);
      assertThat(workplace.store.commands().reads() - before).isBetween(73L, 140L);
      assertThat(stalled.read()).isEqualTo('%');
    }
  }

  @Test
  void theMessageStaysAsItCameAndAReRunMakesTheSameFileOnce() {
    Receipt one = looked(mail(Attached.of("a.txt", "text/plain", "De lamp.")));
    byte[] raw = one.raw();
    await(new MongoFilings(workplace.store).claim(one, one.receivedAt(), one.receivedAt()));
    await(
        new MongoFilings(workplace.store)
            .keep(one.id(), one.receivedAt(), List.of(), one.receivedAt()));
    assertThat(now(one).files()).isEmpty();
    Receipt again = looked(one);
    assertThat(again.files().get(0).digest()).isEqualTo(one.files().get(0).digest());
    assertThat(again.raw()).isEqualTo(raw);
    assertThat(samira.get(path(one, 0)).body()).isEqualTo("De lamp.");
  }

  @Test
  void aFileThatIsNotThereAsItWasWrittenIsMadeAgain() {
    Receipt one = looked(mail(Attached.of("a.txt", "text/plain", "De lamp.")));
    FileStore files = FileStore.in(workplace.store);
    await(files.delete(one.id() + "/" + one.files().get(0).part(), one.files().get(0).size()));
    assertThat(samira.get(path(one, 0)).status()).isEqualTo(503);
    assertThat(samira.get(path(one, 0)).body()).isEqualTo("De lamp.");
  }

  @Test
  void whatIsDangerousIsHeldBackAndMarkedAndSaysWhatToDo() {
    Receipt one =
        looked(
            mail(
                Attached.of("factuur.exe", "application/pdf", "MZ"),
                Attached.of("inlog.html", "text/plain", "<html><form></form></html>"),
                Attached.of("goed.txt", "text/plain", "De lamp.")));
    assertThat(one.files())
        .extracting(StoredFile::state)
        .containsExactly(State.HELD, State.HELD, State.OPEN);
    String body = samira.get(page(one)).body();
    assertThat(body)
        .contains("tegengehouden: dit is een programma", "tegengehouden: dit is een webpagina")
        .doesNotContain("factuur.exe</a>")
        .contains("goed.txt</a>");
    Visitor.Answer held = samira.get(path(one, 0));
    assertThat(held.status()).isEqualTo(403);
    assertThat(held.body()).contains("factuur.exe", "een PDF zonder wachtwoord");
    assertThat(samira.get(path(one, 2)).body()).isEqualTo("De lamp.");
  }

  @Test
  void whoLeadsTheTeamLetsOneThroughWithAReasonOnRecordAndNobodyElse() {
    Receipt one =
        looked(
            mail(
                Attached.of("opdracht.html", "text/html", "<html><p>Zie</p></html>"),
                Attached.of("ziek.exe", "text/plain", ScannerDouble.EICAR)));
    Case of = workplace.found(one.caseNumber());
    String lead = workplace.directories.current().team(of.team()).orElseThrow().coordinator();
    assertThat(lead).isNotEqualTo("samira.elamrani");
    assertThat(samira.get(path(one, 0)).body()).doesNotContain("/doorlaten");
    assertThat(samira.post(path(one, 0) + "/doorlaten", Map.of("why", "ik wil")).status())
        .isNotEqualTo(303);
    Visitor leads = Visitor.loggedIn(workplace, lead);
    assertThat(leads.get(path(one, 0)).body()).contains("/doorlaten");
    Visitor.Answer silent = leads.post(path(one, 0) + "/doorlaten", Map.of("why", " "));
    assertThat(silent.status()).isEqualTo(422);
    assertThat(silent.body()).contains("Schrijf op waarom dit bestand open mag");
    assertThat(samira.get(path(one, 0)).status()).isEqualTo(403);

    leads.get(path(one, 0));
    Map<String, String> why = Map.of("why", "Van de notaris, gebeld.");
    assertThat(leads.post(path(one, 0) + "/doorlaten", why).status()).isEqualTo(303);
    assertThat(samira.get(path(one, 0)).body()).isEqualTo("<html><p>Zie</p></html>");
    assertThat(samira.get(page(one)).body())
        .contains("liet het bestand “opdracht.html” door", "Van de notaris, gebeld.");
    assertThat(leads.get(path(one, 1)).body()).as("a virus stays").doesNotContain("/doorlaten");
    assertThat(leads.post(path(one, 1) + "/doorlaten", why).status()).isEqualTo(404);
  }

  @Test
  void aVirusIsHeldBackByNameAndTheCitizenIsToldThatItDoesNotOpen() {
    Receipt one = looked(mail(Attached.of("brief.txt", "text/plain", "x" + ScannerDouble.EICAR)));
    assertThat(one.files().get(0).state()).isEqualTo(State.FOUND);
    assertThat(samira.get(page(one)).body())
        .contains("er zit een virus in (Win.Test.EICAR_HDB-1)")
        .doesNotContain("brief.txt</a>");
    Visitor.Answer held = samira.get(path(one, 0));
    assertThat(held.status()).isEqualTo(403);
    assertThat(held.body()).contains("Vertel de afzender").doesNotContain(ScannerDouble.EICAR);
    Case of = workplace.found(one.caseNumber());
    assertThat(new Visitor(workplace).get(workplace.followPath(of, "1")).body())
        .contains("brief.txt (kunnen wij niet openen; stuur het anders)")
        .doesNotContain("EICAR");
  }

  @ParameterizedTest
  @EnumSource(
      value = ScannerDouble.Mood.class,
      names = {"SILENT", "CUTS_OFF", "NONSENSE"})
  void aScannerThatDoesNotAnswerHoldsAFileAndLosesNone(ScannerDouble.Mood mood) {
    clamd.mood = mood;
    heldThenOpen(() -> clamd.mood = ScannerDouble.Mood.ANSWERS);
  }

  @Test
  void aScannerThatIsAwayHoldsAFileAndLosesNone() {
    clamd.away();
    heldThenOpen(clamd::back);
  }

  private static void heldThenOpen(Runnable mended) {
    Receipt one = looked(mail(Attached.of("a.txt", "text/plain", "De lamp.")));
    assertThat(one.files().get(0).state()).isEqualTo(State.WAITING);
    assertThat(one.filesTry()).as("asked again").isAfter(workplace.clock.instant());
    Visitor.Answer held = samira.get(path(one, 0));
    assertThat(held.status()).isEqualTo(503);
    assertThat(held.whole().headers().firstValue("Retry-After")).isPresent();
    assertThat(held.body()).contains("raakt niet kwijt").doesNotContain("De lamp.");
    assertThat(samira.get(page(one)).body())
        .contains("wordt nog gecontroleerd")
        .doesNotContain("a.txt</a>");
    workplace.clock.forward(Duration.ofMinutes(1));
    assertThat(workplace.measured())
        .contains("aanspreekpunt_files_waiting{state=\"messages\"} 1.0")
        .contains("aanspreekpunt_files_longest{state=\"seconds\"} 60.0");
    mended.run();
    Receipt checked = looked(one);
    assertThat(checked.files().get(0).state()).isEqualTo(State.OPEN);
    assertThat(checked.filesTry()).isNull();
    assertThat(samira.get(path(one, 0)).body()).isEqualTo("De lamp.");
  }

  @Test
  void askedAgainLaterEachTimeAndNeverLessThanOnceInTenMinutes() {
    clamd.mood = ScannerDouble.Mood.CUTS_OFF;
    Receipt one = mail(Attached.of("a.txt", "text/plain", "De lamp."));
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      one = looked(one);
      pauses.add(Duration.between(workplace.clock.instant(), one.filesTry()).toSeconds());
      workplace.clock.to(one.filesTry());
    }
    assertThat(pauses.get(0)).isEqualTo(10);
    assertThat(pauses).isSorted().allMatch(pause -> pause <= 600);
    workplace.clock.forward(Duration.ofDays(2));
    one = looked(one);
    assertThat(Duration.between(workplace.clock.instant(), one.filesTry()).toSeconds())
        .isEqualTo(600);
    clamd.mood = ScannerDouble.Mood.ANSWERS;
    samira = Visitor.loggedIn(workplace, "samira.elamrani");
    assertThat(samira.get(path(one, 0)).body()).as("asked when it is opened").isEqualTo("De lamp.");
  }

  @Test
  void administratorsHearOfFilesThatWaitForLongOnceADay() {
    clamd.mood = ScannerDouble.Mood.CUTS_OFF;
    Receipt one = looked(mail(Attached.of("a.txt", "text/plain", "De lamp.")));
    workplace.clock.forward(Duration.ofMinutes(16));
    workplace.measured();
    workplace.measured();
    assertThat(
            await(workplace.outbox.list(Outgoing.State.WAITING, null, 200)).stream()
                .filter(it -> "files-late".equals(it.notice().facts().get("what"))))
        .hasSize(1);
    clamd.mood = ScannerDouble.Mood.ANSWERS;
    assertThat(looked(one).filesTry()).isNull();
  }

  @Test
  void whatANodeLeftHalfwayIsTakenUpByAnother() {
    Receipt one = mail(Attached.of("a.txt", "text/plain", "De lamp."));
    Filings other = Filings.in(workplace.store);
    Instant until = workplace.clock.instant().plus(Filing.LEASE);
    assertThat(await(other.claim(one, workplace.clock.instant(), until))).isPresent();
    assertThat(looked(one).files()).as("it may be busy still").isEmpty();
    workplace.clock.forward(Filing.LEASE);
    Receipt taken = looked(one);
    assertThat(taken.files()).hasSize(1);
    assertThat(taken.filesTry()).isNull();
    assertThat(await(other.keep(one.id(), until, List.of(), null)))
        .as("what it says late is not taken")
        .isEmpty();
    assertThat(now(one).files()).hasSize(1);
  }

  @Test
  void manyAtOnceAreAllLookedAt() {
    List<Receipt> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(mail(Attached.of("a.txt", "text/plain", "Lamp " + i)));
    }
    await(workplace.filing.tick());
    Until.until("all are", () -> all.stream().allMatch(one -> now(one).filesTry() == null));
    assertThat(all).allMatch(one -> now(one).files().get(0).state() == State.OPEN);
  }

  @Test
  void whatTheScannerTakesNoMoreOfIsHeldBack() {
    clamd.mood = ScannerDouble.Mood.TOO_LARGE;
    Receipt one =
        looked(mail(new Attached("b.pdf", "application/pdf", large(2 * FileStore.CHUNK))));
    assertThat(one.files().get(0).state()).isEqualTo(State.TOO_LARGE);
    assertThat(one.filesTry()).isNull();
    assertThat(samira.get(path(one, 0)).status()).isEqualTo(403);
    assertThat(samira.get(page(one)).body()).contains("te groot om op virussen te controleren");
  }

  @Test
  void whoOpensItBeforeTheClockCameRoundHasItCheckedFirst() {
    Receipt one = mail(Attached.of("a.txt", "text/plain", "De lamp."));
    assertThat(one.files()).isEmpty();
    assertThat(samira.get(path(one, 0)).body()).isEqualTo("De lamp.");
    assertThat(clamd.asked).hasSize(1);
    Receipt bad = mail(Attached.of("b.txt", "text/plain", ScannerDouble.EICAR));
    assertThat(samira.get(path(bad, 0)).status()).isEqualTo(403);
  }

  @Test
  void aPictureInTheTextIsShownOnceItIsChecked() {
    String png =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5E"
            + "rkJggg==";
    clamd.mood = ScannerDouble.Mood.CUTS_OFF;
    Case of =
        workplace.mail(
            "plaatje@elders.example",
            """
            From: Jan <plaatje@elders.example>
            To: huur@voorbeeldstad.example
            Subject: Lamp
            MIME-Version: 1.0
            Content-Type: multipart/related; boundary=x

            --x
            Content-Type: text/html

            <p>Zie</p><img src="cid:lamp" alt="De lamp">
            --x
            Content-Type: image/png
            Content-ID: <lamp>
            Content-Transfer-Encoding: base64

            %s
            --x--
            """
                .formatted(png));
    String layout = "/werk/vragen/" + of.id() + "/berichten/" + of.openedBy() + "/opmaak";
    assertThat(samira.get(layout).body()).contains("Zie").doesNotContain("data:image/png");
    clamd.mood = ScannerDouble.Mood.ANSWERS;
    assertThat(samira.get(layout).body()).contains("data:image/png");
  }

  @Test
  void whatIsHeldBackDoesNotGoAlongToAnother() {
    Receipt one =
        looked(
            mail(
                Attached.of("kwaad.js", "text/plain", "x"),
                Attached.of("ziek.txt", "text/plain", ScannerDouble.EICAR),
                Attached.of("goed.txt", "text/plain", "De lamp.")));
    assertThat(workplace.enclosed(forwarding(one)))
        .extracting(file -> file.name() + " " + file.type() + " " + file.bytes())
        .containsExactly("goed.txt text/plain De lamp.");
    clamd.mood = ScannerDouble.Mood.CUTS_OFF;
    Receipt unchecked = mail(Attached.of("goed.txt", "text/plain", "De lamp."));
    assertThat(workplace.enclosed(forwarding(unchecked))).isEmpty();
    clamd.mood = ScannerDouble.Mood.ANSWERS;
    assertThat(workplace.enclosed(forwarding(unchecked))).hasSize(1);
  }

  private static Outgoing forwarding(Receipt one) {
    Notice notice =
        new Notice(
            one.id(),
            Notice.Kind.FORWARD,
            Channel.EMAIL,
            "dewit@vitens.example",
            "samira.elamrani",
            one.caseNumber(),
            "nl",
            Map.of("messages", one.id()));
    return Outgoing.waiting(one.id(), notice, workplace.clock.instant());
  }

  @Test
  void theApiSaysHowEachFileStands() {
    Receipt one =
        looked(
            mail(
                Attached.of("ziek.txt", "text/plain", ScannerDouble.EICAR),
                Attached.of("x.exe", "text/plain", "x")));
    JsonObject shown =
        new JsonObject(
            Visitor.withToken(workplace, token()).get("/api/v1/cases/" + one.caseNumber()).body());
    assertThat(shown.encode())
        .contains("\"state\":\"found\"", "\"signature\":\"Win.Test.EICAR_HDB-1\"")
        .contains("\"held\":\"programs\"", "\"sha256\":\"");
  }

  private static String token() {
    JsonObject asked =
        new JsonObject()
            .put("name", "samira")
            .put("official", "samira.elamrani")
            .put("scopes", new JsonArray(List.of("cases:read")));
    Visitor.Answer made = Visitor.withToken(workplace, TOKEN).post("/api/v1/tokens", asked);
    return new JsonObject(made.body()).getString("token");
  }

  @Test
  void destroyingAMessageTakesItsFilesAlong() {
    Receipt one = looked(mail(new Attached("b.pdf", "application/pdf", large(600_000))));
    await(workplace.filing.destroy(one));
    assertThat(samira.get(path(one, 0)).status()).isEqualTo(503);
  }
}
