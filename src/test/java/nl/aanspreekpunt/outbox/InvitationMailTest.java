package nl.aanspreekpunt.outbox;

import static nl.aanspreekpunt.store.StoreFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.outbox.Notice.Kind;
import org.junit.jupiter.api.Test;

/** A planned talk goes out as an entry that any calendar takes, and can be taken out again. */
class InvitationMailTest {
  private record Sent(String type, String text, ICalendar calendar) {
    VEvent event() {
      return calendar.getEvents().get(0);
    }
  }

  private static Sent sent(Outgoing entry) throws Exception {
    Vertx vertx = Vertx.vertx();
    GreenMail sink = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    sink.start();
    EmailSender sender = new EmailSender(vertx, relay(sink), 1, Town.letters());
    try {
      assertThat(await(sender.send(entry, false, () -> true)).outcome())
          .isEqualTo(Delivery.Outcome.SENT);
      MimeMultipart mixed = (MimeMultipart) sink.getReceivedMessages()[0].getContent();
      BodyPart file = mixed.getBodyPart(mixed.getCount() - 1);
      assertThat(file.getFileName()).isEqualTo("afspraak.ics");
      String text = new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Sent(file.getContentType(), text, Biweekly.parse(text).first());
    } finally {
      await(sender.close());
      sink.stop();
      await(vertx.close());
    }
  }

  /** The parts of a mail beside its text. */
  private static List<BodyPart> parts(Outgoing entry, Enclosures enclosures) throws Exception {
    Vertx vertx = Vertx.vertx();
    GreenMail sink = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    sink.start();
    EmailSender sender = new EmailSender(vertx, relay(sink), 1, Town.letters(), enclosures, null);
    try {
      assertThat(await(sender.send(entry, false, () -> true)).outcome())
          .isEqualTo(Delivery.Outcome.SENT);
      MimeMultipart mixed = (MimeMultipart) sink.getReceivedMessages()[0].getContent();
      List<BodyPart> parts = new ArrayList<>();
      for (int i = 1; i < mixed.getCount(); i++) {
        parts.add(mixed.getBodyPart(i));
      }
      return parts;
    } finally {
      await(sender.close());
      sink.stop();
      await(vertx.close());
    }
  }

  private static EmailSender.Relay relay(GreenMail sink) {
    return new EmailSender.Relay(
        "127.0.0.1",
        sink.getSmtp().getPort(),
        null,
        null,
        EmailSender.Tls.OFF,
        null,
        Duration.ofSeconds(10),
        "hub.voorbeeldstad.example");
  }

  @Test
  void theFilesOfAQuestionThatIsPassedOnGoAlong() throws Exception {
    Enclosures.File photo = new Enclosures.File("lek.jpg", "image/jpeg", Buffer.buffer("jpeg"));
    Enclosures.File text = new Enclosures.File("stand.csv", "text/csv", Buffer.buffer("a;1"));

    List<BodyPart> parts =
        parts(
            Town.email("7K3M9P2QX/4/forward", Kind.FORWARD),
            entry -> Future.succeededFuture(List.of(photo, text)));

    assertThat(parts).hasSize(2);
    assertThat(parts.get(0).getFileName()).isEqualTo("lek.jpg");
    assertThat(parts.get(1).getFileName()).isEqualTo("stand.csv");
    assertThat(new String(parts.get(0).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("jpeg");
    assertThat(new String(parts.get(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("a;1");
  }

  @Test
  void theInvitationIsARequestInUtcWithAStableNameAndTextThatIsEscapedAndFolded() throws Exception {
    Sent one = sent(Town.email("7K3M9P2QX/1/to-1", Kind.APPOINTMENT));

    assertThat(one.type()).startsWith("text/calendar").contains("method=REQUEST");
    assertThat(one.text())
        .contains("METHOD:REQUEST", "DTSTART:20261201T140000Z", "DTEND:20261201T150000Z")
        .contains("UID:7K3M9P2QX-p2@voorbeeldstad.example", "SEQUENCE:0", "STATUS:CONFIRMED")
        .contains("LOCATION:Kerkstraat 1\\, Voorbeeldstad\\; achterom");
    assertThat(one.text().split("\r\n"))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    assertThat(one.event().getLocation().getValue())
        .isEqualTo("Kerkstraat 1, Voorbeeldstad; achterom");
    assertThat(one.event().getOrganizer().getEmail()).isEqualTo("samira@voorbeeldstad.example");
    assertThat(one.event().getAttendees().get(0).getEmail()).isEqualTo("jan@burger.example");
  }

  @Test
  void callingOffIsACancellationOfTheSameNameWithAHigherSequence() throws Exception {
    Sent off =
        sent(Town.email("7K3M9P2QX/2/to-1", Kind.APPOINTMENT, "what", "off", "sequence", "2"));

    assertThat(off.type()).contains("method=CANCEL");
    assertThat(off.text()).contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:2");
    assertThat(off.event().getUid().getValue()).isEqualTo("7K3M9P2QX-p2@voorbeeldstad.example");
  }

  @Test
  void theOfficialGetsOneForTheirOwnCalendar() throws Exception {
    Sent own = sent(Town.email("7K3M9P2QX/3/agenda", Kind.AGENDA));

    assertThat(own.event().getSummary().getValue()).isEqualTo("Huisbezoek, zaak 7K3M9P2QX");
    assertThat(own.event().getClassification().getValue()).isEqualTo("PRIVATE");
  }
}
