package nl.aanspreekpunt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import nl.aanspreekpunt.inbox.email.SmtpDialogue;
import nl.aanspreekpunt.process.RunningHub;
import nl.aanspreekpunt.process.Until;

/** A citizen, and the mail servers between them and a hub. */
final class Mails {
  final RunningHub hub;
  final Relay relay;
  private int asked;

  Mails(RunningHub hub, Relay relay) {
    this.hub = hub;
    this.relay = relay;
  }

  /** A question that was acknowledged; gives its case. */
  JsonObject asks(String citizen, String subject) {
    comes(
        citizen,
        "afval@voorbeeldstad.example",
        """
        From: Jan de Boer <%s>
        To: afval@voorbeeldstad.example
        Subject: %s
        Message-ID: <%d.%s>

        Er ligt vuilnis. Wat nu?
        """
            .formatted(citizen, subject, ++asked, citizen));
    relay.firstTo(citizen);
    return hub.caseOf(citizen);
  }

  /** Its official answers in writing; what the citizen's mail server got. */
  MimeMessage answers(String citizen, String text) {
    int before = relay.to(citizen).size();
    hub.post("/cases/" + number(citizen) + "/replies", 201, new JsonObject().put("text", text));
    return Until.present("the answer", () -> relay.to(citizen).stream().skip(before).findFirst());
  }

  String number(String citizen) {
    return hub.caseOf(citizen).getString("number");
  }

  /** The envelope's sender of a mail that the hub sent. */
  static String returnPath(MimeMessage mail) {
    return Relay.header(mail, "Return-Path").replaceAll("[<>]", "");
  }

  /** A whole mail, over SMTP. */
  void comes(String from, String to, String raw) {
    comes(hub.smtpPort(), from, to, raw);
  }

  /** The same, at any server. */
  static void comes(int port, String from, String to, String raw) {
    try (SmtpDialogue smtp = SmtpDialogue.greeted(port)) {
      assertThat(smtp.says("MAIL FROM:<" + from + ">")).startsWith("250");
      assertThat(smtp.says("RCPT TO:<" + to + ">")).startsWith("250");
      assertThat(smtp.says("DATA")).startsWith("354");
      smtp.send((raw.replaceAll("(?m)^\\.", "..") + "\n.\n").replace("\n", "\r\n"));
      assertThat(smtp.reply()).startsWith("250");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What its mail server says of a mail (RFC 3464). */
  void reports(MimeMessage mail, String action, String status, String said) {
    reports(returnPath(mail), mail, action, status, said);
  }

  void reports(String to, MimeMessage mail, String action, String status, String said) {
    comes("", to, report(to, mail, action, status, said));
  }

  static String report(String to, MimeMessage mail, String action, String status, String said) {
    return """
        From: MAILER-DAEMON@elders.example
        To: %s
        Subject: Undelivered Mail Returned to Sender
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        %s
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.elders.example

        Action: %s
        Status: %s
        Diagnostic-Code: smtp; %s

        --b
        Content-Type: text/rfc822-headers

        Message-ID: %s
        --b--
        """
        .formatted(to, said, action, status, said, Relay.messageId(mail));
  }

  List<JsonObject> deliveries(String citizen) {
    return RunningHub.entries(hub.caseOf(citizen), "delivery");
  }

  JsonObject delivery(String citizen, String state) {
    return Until.present(
        "the timeline says " + state,
        () ->
            deliveries(citizen).stream()
                .filter(entry -> entry.getString("state").equals(state))
                .findFirst());
  }

  List<JsonObject> heldBack(String number, String reason) {
    return RunningHub.entries(hub.one(number), "held-back").stream()
        .filter(entry -> reason.equals(entry.getString("reason")))
        .toList();
  }

  /** What waits for the citizen: the promises as they stand, first the first. */
  static List<JsonObject> promises(JsonObject one) {
    return RunningHub.each(one.getJsonArray("promises"))
        .sorted(Comparator.comparing(promise -> promise.getString("id")))
        .toList();
  }

  long cases() {
    return hub.all("/cases").size();
  }
}
