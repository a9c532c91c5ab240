package nl.aanspreekpunt.inbox.sms;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.StoredFile;
import nl.aanspreekpunt.inbox.StoredFile.State;
import nl.aanspreekpunt.inbox.Unread;
import nl.aanspreekpunt.inbox.files.ScannerDouble;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.store.FileStore;
import nl.aanspreekpunt.twilio.TwilioStandIn;
import nl.aanspreekpunt.web.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Line 1 of issue 9: pictures of text messages are fetched with the login, streamed into the files,
 * checked as those of mails, and then deleted at Twilio.
 */
class MessageMediaTest {
  private static final String EVA = "+31612345678";
  private static final Vertx VERTX = Vertx.vertx();
  private static TwilioStandIn twilio;
  private static ScannerDouble clamd;
  private static Workplace workplace;
  private static int messages;

  @BeforeAll
  static void open() {
    twilio = new TwilioStandIn(VERTX);
    clamd = new ScannerDouble();
    Map<String, String> more = new HashMap<>(twilio.configuration());
    more.put("twilio.delete-media", "true");
    more.put("attachments.clamav", "127.0.0.1:" + clamd.port());
    workplace = new Workplace(Workplace.oneForEachTopic(), more);
  }

  @AfterAll
  static void close() {
    workplace.close();
    clamd.close();
    twilio.close();
    await(VERTX.close());
  }

  @BeforeEach
  void answers() {
    clamd.mood = ScannerDouble.Mood.ANSWERS;
    clamd.asked.clear();
  }

  private record Shot(String type, byte[] bytes) {}

  private static byte[] picture(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};
    System.arraycopy(jpeg, 0, bytes, 0, jpeg.length);
    return bytes;
  }

  private static Map<String, String> form(String words, Shot... shots) {
    String sid = TwilioStandIn.sid(1000 + ++messages);
    Map<String, String> form = new HashMap<>(TwilioStandIn.sms(EVA + messages, sid, words));
    form.put("NumMedia", String.valueOf(shots.length));
    for (int part = 0; part < shots.length; part++) {
      form.put("MediaUrl" + part, twilio.media(sid, shots[part].type(), shots[part].bytes()));
      form.put("MediaContentType" + part, shots[part].type());
    }
    return form;
  }

  private static Receipt texted(Map<String, String> form) {
    String url = workplace.url("/webhooks/twilio/sms");
    assertThat(twilio.post(url, form).statusCode()).isEqualTo(200);
    return Until.present(
        "it is at its case",
        () ->
            await(workplace.receipts.find(SmsReceipt.id(TwilioStandIn.ACCOUNT, sid(form))))
                .filter(found -> found.state() == Receipt.State.ROUTED));
  }

  private static String sid(Map<String, String> form) {
    return form.get("MessageSid");
  }

  /** Its SID at Twilio. */
  private static String media(Map<String, String> form, int part) {
    String url = form.get("MediaUrl" + part);
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static Receipt looked(Receipt before) {
    workplace.files();
    return await(workplace.receipts.find(before.id())).orElseThrow();
  }

  private static String path(Receipt one, int part) {
    return "/werk/vragen/" + one.caseNumber() + "/bestanden/" + one.id() + "/" + part;
  }

  @Test
  void aPictureIsFetchedCheckedAndKeptAndThenDeletedAtTwilio() {
    byte[] bytes = picture(2 * FileStore.CHUNK + 11);
    Map<String, String> form = form("De lamp is stuk", new Shot("image/jpeg", bytes));
    Receipt one = texted(form);
    assertThat(one.read().unreadable()).isEmpty();
    assertThat(one.read().attachments()).extracting(it -> it.name()).containsExactly("mms-1.jpg");
    assertThat(twilio.kept()).contains(media(form, 0));

    Receipt after = looked(one);
    StoredFile file = after.files().get(0);
    assertThat(file.state()).isEqualTo(State.OPEN);
    assertThat(file.type()).isEqualTo("image/jpeg");
    assertThat(file.size()).isEqualTo(bytes.length);
    assertThat(clamd.asked).containsExactly(bytes);
    assertThat(twilio.kept()).as("deleted there").doesNotContain(media(form, 0));
    assertThat(after.filesTry()).isNull();
    assertThat(after.filesSince()).isNull();

    Visitor official = Visitor.loggedIn(workplace, workplace.found(one.caseNumber()).official());
    assertThat(official.bytes(path(one, 0))).isEqualTo(bytes);
    assertThat(official.get("/werk/vragen/" + one.caseNumber()).body()).contains("mms-1.jpg</a>");
  }

  @Test
  void whatIsDangerousIsHeldAsInMail() {
    Receipt one =
        looked(
            texted(
                form(
                    "Kijk",
                    new Shot("image/jpeg", "MZ and more".getBytes(StandardCharsets.US_ASCII)),
                    new Shot("image/png", ScannerDouble.EICAR.getBytes(StandardCharsets.US_ASCII)),
                    new Shot("image/gif", picture(100)))));

    assertThat(one.files())
        .extracting(StoredFile::state)
        .containsExactly(State.HELD, State.FOUND, State.OPEN);
  }

  @Test
  void whileTheScannerDoesNotAnswerNothingIsDeletedAtTwilio() {
    clamd.mood = ScannerDouble.Mood.CUTS_OFF;
    Map<String, String> form = form("Kijk", new Shot("image/jpeg", picture(5_000)));
    Receipt one = looked(texted(form));
    assertThat(one.files().get(0).state()).isEqualTo(State.WAITING);
    assertThat(twilio.kept()).contains(media(form, 0));

    clamd.mood = ScannerDouble.Mood.ANSWERS;
    workplace.clock.forward(Duration.ofMinutes(1));
    assertThat(looked(one).files().get(0).state()).isEqualTo(State.OPEN);
    assertThat(twilio.kept()).doesNotContain(media(form, 0));
  }

  @Test
  void whatNeverComesIsSaidAndKeepsNothingElseUp() {
    Map<String, String> gone = form("Kijk", new Shot("image/jpeg", picture(100)));
    gone.put("MediaUrl0", gone.get("MediaUrl0").replaceAll("/ME\\w+", "/ME" + "f".repeat(32)));
    gone.put("NumMedia", "2");
    gone.put("MediaUrl1", "http://127.0.0.1:" + clamd.port() + "/2010-04-01/Accounts/x");
    gone.put("MediaContentType1", "image/png");
    Receipt one = looked(texted(gone));
    assertThat(one.files()).as("it may come yet").isEmpty();

    workplace.clock.forward(Duration.ofMinutes(61));
    Receipt later = looked(one);
    assertThat(later.files())
        .extracting(StoredFile::state)
        .containsExactly(State.UNFETCHED, State.UNFETCHED);
    assertThat(later.filesTry()).isNull();
    Visitor official = Visitor.loggedIn(workplace, workplace.found(one.caseNumber()).official());
    assertThat(official.get("/werk/vragen/" + one.caseNumber()).body())
        .contains("niet opgehaald: het is er niet meer, of het is te groot");
    assertThat(official.get(path(one, 0)).body()).contains("komt ook niet meer");
    assertThat(clamd.asked).as("nothing was asked elsewhere").isEmpty();
  }

  @Test
  void whatIsLargerThanIsTakenIsNotKept() {
    Map<String, String> form =
        form(
            "Een film",
            new Shot("video/mp4", picture(21 << 20)),
            new Shot("image/jpeg", picture(100)));
    Receipt one = looked(texted(form));

    assertThat(one.files())
        .extracting(StoredFile::state)
        .containsExactly(State.UNFETCHED, State.OPEN);
    assertThat(twilio.kept())
        .as("what is not kept here stays there")
        .contains(media(form, 0))
        .doesNotContain(media(form, 1));
  }

  @Test
  void moreFilesThanAreNamedIsSaid() {
    Map<String, String> form = form("Kijk", new Shot("image/jpeg", picture(100)));
    form.put("NumMedia", "12");

    assertThat(texted(form).read().unreadable()).isEqualTo(List.of(Unread.MEDIA));
  }
}
