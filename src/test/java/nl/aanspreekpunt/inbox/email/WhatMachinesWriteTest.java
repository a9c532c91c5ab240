package nl.aanspreekpunt.inbox.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.Machine;
import nl.aanspreekpunt.inbox.Machine.Kind;
import nl.aanspreekpunt.outbox.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail that machines write, as each of them does: what it says is known, and no person's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatMachinesWriteTest {
  private static final String OURS = "<7k3m9p2qx.0011223344556677.a0123456789abcdef@v.example>";
  private final Posted post = new Posted();

  @AfterAll
  void stop() throws IOException {
    post.close();
  }

  /** RFC 3464. */
  private static String dsn(String subject, String words, String recipient) {
    return """
        From: Mail Delivery System <MAILER-DAEMON@elders.example>
        To: x@voorbeeldstad.example
        Subject: %s
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

        --b1
        Content-Type: text/plain

        %s
        --b1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.elders.example

        %s

        --b1
        Content-Type: message/rfc822

        From: Fatima <vraag@voorbeeldstad.example>
        Subject: Re: Geen water [7K3M9P2QX]
        Message-ID: %s

        Status 5.1.1 is geen onderwerp.
        --b1--
        """
        .formatted(subject, words, recipient.strip(), OURS);
  }

  private static String plain(String from, String subject, String more, String words) {
    return "From: %s\nTo: x@voorbeeldstad.example\nSubject: %s\n%s\n%s\n"
        .formatted(from, subject, more, words);
  }

  static Stream<Arguments> deliveries() {
    return Stream.of(
        Arguments.of(
            "postfix, no such user",
            dsn(
                "Undelivered Mail Returned to Sender",
                "I'm sorry to have to inform you that your message could not be delivered",
                """
                Final-Recipient: rfc822; jan@elders.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 <jan@elders.example>: Recipient address
                    rejected: User unknown in virtual mailbox table
                """),
            Kind.FAILED,
            Reason.RETURNED_NO_ADDRESS,
            "User unknown in virtual mailbox table"),
        Arguments.of(
            "postfix, delayed",
            dsn(
                "Delayed Mail (still being retried)",
                "YOU DO NOT NEED TO RESEND YOUR MESSAGE.",
                """
                Final-Recipient: rfc822; jan@elders.example
                Action: delayed
                Status: 4.4.1
                Diagnostic-Code: X-Postfix; connect to mx.elders.example[192.0.2.1]:25: timed out
                Will-Retry-Until: Mon, 14 Sep 2026 10:00:00 +0200
                """),
            Kind.DELAYED,
            Reason.DELAYED,
            "timed out"),
        Arguments.of(
            "exchange in Dutch, a full mailbox",
            dsn(
                "Niet-bestelbaar: Re: Geen water",
                "Het postvak van de geadresseerde is vol.",
                """
                Final-recipient: RFC822; jan@elders.example
                Action: failed
                Status: 5.2.2
                Diagnostic-code: smtp;554 5.2.2 mailbox full; STOREDRV.Deliver; QuotaExceeded
                """),
            Kind.FAILED,
            Reason.RETURNED_FULL,
            "mailbox full"),
        Arguments.of(
            "gmail, address not found",
            dsn(
                "Delivery Status Notification (Failure)",
                "** Address not found **",
                """
                Final-Recipient: rfc822; jan@gmail.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach
                 does not exist.
                """),
            Kind.FAILED,
            Reason.RETURNED_NO_ADDRESS,
            "does not exist"),
        Arguments.of(
            "gmail, over quota for days",
            dsn(
                "Delivery Status Notification (Failure)",
                "** Message not delivered **",
                """
                Final-Recipient: rfc822; jan@gmail.example
                Action: failed
                Status: 4.2.2
                Diagnostic-Code: smtp; 452 4.2.2 The recipient's inbox is out of storage space
                """),
            Kind.FAILED,
            Reason.RETURNED_FULL,
            "out of storage"),
        Arguments.of(
            "given up after days",
            dsn(
                "Returned mail",
                "",
                """
                Final-Recipient: rfc822; jan@elders.example
                Action: failed
                Status: 4.4.7
                Diagnostic-Code: smtp; 4.4.7 Message delayed too long
                """),
            Kind.FAILED,
            Reason.RETURNED_NOT_IN_TIME,
            "too long"),
        Arguments.of(
            "taken for spam",
            dsn(
                "Returned mail",
                "",
                """
                Final-Recipient: rfc822; jan@elders.example
                Action: failed
                Status: 5.7.1
                Diagnostic-Code: smtp; 554 5.7.1 rejected as spam
                """),
            Kind.FAILED,
            Reason.RETURNED_REFUSED,
            "spam"),
        Arguments.of(
            "too large",
            dsn(
                "Returned mail",
                "",
                """
                Final-Recipient: rfc822; jan@elders.example
                Action: failed
                Status: 5.3.4
                """),
            Kind.FAILED,
            Reason.RETURNED_TOO_LARGE,
            "5.3.4"),
        Arguments.of(
            "arrived",
            dsn(
                "Successful Mail Delivery Report",
                "",
                "Final-Recipient: rfc822; jan@elders.example\nAction: delivered\nStatus: 2.0.0"),
            Kind.DELIVERED,
            null,
            ""),
        Arguments.of(
            "passed on to who reports nothing",
            dsn("Relayed", "", "Final-Recipient: rfc822; j@x.example\nAction: relayed"),
            Kind.OTHER,
            null,
            ""),
        Arguments.of(
            "an alias of two of whom one has it",
            dsn(
                "Returned mail",
                "",
                """
                Final-Recipient: rfc822; jan@elders.example
                Action: failed
                Status: 5.1.1

                Final-Recipient: rfc822; an@elders.example
                Action: delivered
                Status: 2.0.0
                """),
            Kind.DELIVERED,
            null,
            ""),
        Arguments.of(
            "qmail",
            plain(
                "MAILER-DAEMON@elders.example",
                "failure notice",
                "",
                """
                Hi. This is the qmail-send program at elders.example.
                I'm afraid I wasn't able to deliver your message to the following addresses.
                This is a permanent error; I've given up. Sorry it didn't work out.

                <jan@elders.example>:
                Sorry, no mailbox here by that name. (#5.1.1)

                --- Below this line is a copy of the message.

                Return-Path: <retour@voorbeeldstad.example>
                Message-ID: %s
                Subject: Re: Geen water, mailbox full
                """
                    .formatted(OURS)),
            Kind.FAILED,
            Reason.RETURNED_NO_ADDRESS,
            "no mailbox here by that name"),
        Arguments.of(
            "exim",
            plain(
                "Mail Delivery System <Mailer-Daemon@elders.example>",
                "Mail delivery failed: returning message to sender",
                "X-Failed-Recipients: jan@elders.example\n",
                """
                This message was created automatically by mail delivery software.

                  jan@elders.example
                    host mx.elders.example [192.0.2.55]
                    SMTP error from remote mail server after RCPT TO:<jan@elders.example>:
                    552 5.2.2 Over quota

                ------ This is a copy of the message, including all the headers. ------

                Message-ID: %s
                """
                    .formatted(OURS)),
            Kind.FAILED,
            Reason.RETURNED_FULL,
            "Over quota"),
        Arguments.of(
            "Lotus Notes",
            plain(
                "Postmaster@elders.example",
                "DELIVERY FAILURE: User jan (jan@elders.example) not listed in Domino Directory",
                "",
                """
                Your message

                  Subject: Re: Geen water

                was not delivered to:

                  jan@elders.example

                because:

                  User jan (jan@elders.example) not listed in Domino Directory

                Message-ID: %s
                """
                    .formatted(OURS)),
            Kind.FAILED,
            Reason.RETURNED_NO_ADDRESS,
            "not listed in Domino Directory"),
        Arguments.of(
            "a Dutch provider, a full mailbox",
            plain(
                "Mailsysteem <mailer-daemon@kpnmail.example>",
                "Uw bericht kon niet worden afgeleverd",
                "",
                "Uw bericht is niet afgeleverd.\nDe mailbox is vol van jan@kpnmail.example.\n\n"
                    + "Message-ID: "
                    + OURS
                    + "\n"),
            Kind.FAILED,
            Reason.RETURNED_FULL,
            "De mailbox is vol"),
        Arguments.of(
            "sendmail, a warning",
            plain(
                "Mail Delivery Subsystem <MAILER-DAEMON@elders.example>",
                "Warning: could not send message for past 4 hours",
                "",
                """
                **  THIS IS A WARNING MESSAGE ONLY  **
                **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **
                Message could not be delivered for 4 hours
                Message will be retried until it is 5 days old

                Message-ID: %s
                """
                    .formatted(OURS)),
            Kind.DELAYED,
            Reason.DELAYED,
            ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("deliveries")
  void whatBecameOfAMessageIsReadFromHoweverItsServerSaysSo(
      String name, String raw, Kind kind, Reason cause, String said) {
    Inbound mail = post.report(raw);

    Machine machine = mail.machine();
    assertThat(machine.kind()).as(machine.toString()).isEqualTo(kind);
    assertThat(machine.cause()).isEqualTo(cause);
    assertThat(machine.said()).contains(said);
    assertThat(mail.automatic()).isTrue();
    assertThat(mail.threads()).as("the message it is about").contains(OURS);
  }

  static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of(
            "a read receipt",
            """
            From: jan@elders.example
            To: x@voorbeeldstad.example
            Subject: Gelezen: Re: Geen water
            Content-Type: multipart/report; report-type=disposition-notification; boundary=b

            --b
            Content-Type: text/plain

            Uw bericht is gelezen.
            --b
            Content-Type: message/disposition-notification

            Final-Recipient: rfc822;jan@elders.example
            Original-Message-ID: %s
            Disposition: manual-action/MDN-sent-manually; displayed
            --b--
            """
                .formatted(OURS),
            Kind.READ),
        Arguments.of(
            "a feedback report",
            """
            From: fbl@elders.example
            To: x@voorbeeldstad.example
            Subject: complaint
            Content-Type: multipart/report; report-type=feedback-report; boundary=b

            --b
            Content-Type: text/plain

            This is an email abuse report.
            --b
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            --b
            Content-Type: message/rfc822

            Message-ID: %s

            x
            --b--
            """
                .formatted(OURS),
            Kind.UNWANTED),
        Arguments.of(
            "a challenge",
            plain(
                "jan@elders.example",
                "Please confirm your message",
                "Auto-Submitted: auto-replied\nIn-Reply-To: " + OURS + "\n",
                "Click the link below and your message is delivered: https://x.example/1"),
            Kind.CHALLENGE),
        Arguments.of(
            "RFC 3834",
            plain(
                "jan@elders.example",
                "Re: Geen water",
                "Auto-Submitted: auto-replied (vacation)\nIn-Reply-To: " + OURS + "\n",
                "Ik ben er niet."),
            Kind.AWAY),
        Arguments.of(
            "Exchange",
            plain(
                "jan@elders.example",
                "Automatisch antwoord: Geen water",
                "X-Auto-Response-Suppress: All\nX-MS-Exchange-Organization-SCL: -1\n"
                    + "In-Reply-To: "
                    + OURS
                    + "\n",
                "Ik ben afwezig. Kunt u morgen terugmailen?"),
            Kind.AWAY),
        Arguments.of(
            "Gmail",
            plain(
                "jan@elders.example",
                "Met vakantie Re: Geen water",
                "Precedence: bulk\nX-Autoreply: yes\nIn-Reply-To: " + OURS + "\n",
                "Ik ben weg."),
            Kind.AWAY),
        Arguments.of(
            "a mailing list",
            plain(
                "lijst@elders.example",
                "Nieuws",
                "List-Id: <nieuws.elders.example>\nReferences: " + OURS + "\n",
                "Nieuws."),
            Kind.LIST),
        Arguments.of(
            "an invitation accepted",
            meeting("", "Geaccepteerd: Gesprek", "In-Reply-To: " + OURS),
            Kind.MEETING));
  }

  private static String meeting(String words, String subject, String more) {
    return """
        From: jan@elders.example
        To: x@voorbeeldstad.example
        Subject: %s
        %s
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        %s
        --b
        Content-Type: text/calendar; method=REPLY; charset=utf-8

        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//x//y//NL
        METHOD:REPLY
        BEGIN:VEVENT
        UID:7K3M9P2QX-p2
        DTSTAMP:20260907T080000Z
        DTSTART:20260908T080000Z
        SUMMARY:Gesprek
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:jan@elders.example
        END:VEVENT
        END:VCALENDAR
        --b--
        """
        .formatted(subject, more, words);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void whatElseMachinesWriteIsKnownForWhatItIs(String name, String raw, Kind kind) {
    Inbound mail = post.read(raw);

    assertThat(mail.machine().kind()).isEqualTo(kind);
    assertThat(mail.automatic()).isTrue();
    assertThat(mail.threads()).contains(OURS);
  }

  @Test
  void whoDeclinesAnInvitationInWordsOfTheirOwnIsAPerson() {
    Inbound mail =
        post.read(meeting("Dinsdag kan ik niet. Kan het woensdag?", "Geweigerd: Gesprek", "X: y"));

    assertThat(mail.automatic()).isFalse();
    assertThat(mail.machine()).isNull();
  }

  /**
   * What says nothing of itself in its headers: it counts only when it answers a message of ours.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Automatisch antwoord: Re: Geen water [7K3M9P2QX]",
        "Automatic reply: Re: Geen water",
        "Out of Office AutoReply: Geen water",
        "Out of office",
        "Afwezig",
        "Afwezig: Re: Geen water",
        "Niet aanwezig",
        "Ik ben afwezig tot maandag 14 september",
        "On vacation: Re: Geen water"
      })
  void anAbsenceThatSaysNothingOfItselfLooksLikeOne(String subject) {
    Inbound mail =
        post.read(
            plain(
                "jan@elders.example",
                subject,
                "",
                "Beste afzender,\n\nIk ben afwezig / out of office tot 14 september."
                    + " Kunt u niet wachten? Voor dringende zaken kunt u contact opnemen"
                    + " met mijn collega."));
    boolean says = subject.contains("utom") || subject.contains("AutoReply");
    Inbound calm =
        says
            ? mail
            : post.read(
                plain(
                    "jan@elders.example",
                    subject,
                    "",
                    "Beste afzender,\n\nIk ben afwezig / out of office tot 14 september."
                        + " Voor dringende zaken kunt u contact opnemen met mijn collega."));

    assertThat(calm.machine()).isEqualTo(Machine.perhaps(Kind.AWAY));
    assertThat(calm.automatic()).isFalse();
  }

  @Test
  void aPersonWhoWritesAboutBeingAwayIsNotTakenForAMachine() {
    Map<String, String> people =
        Map.of(
            "Afwezig bij de keuring", "Ik was afwezig. Krijg ik nu een boete?",
            "Afwezig", "Ik ben morgen afwezig. Kunnen we de afspraak verzetten?",
            "Niet aanwezig", "De wijkagent was niet aanwezig. Ik wil een andere afspraak graag.",
            "Re: Geen water", "Ik ben afwezig tot maandag.",
            "Out of office hours", "Can I call you in the evening?",
            "Afwezigheid", "Graag hoor ik wanneer u er wel bent.");
    people.forEach(
        (subject, words) ->
            assertThat(post.read(plain("jan@elders.example", subject, "", words)).machine())
                .as(subject)
                .isNull());
  }

  /** Whoever writes about such things, and is no mail server, asks something. */
  @Test
  void aPersonWhoPassesAReadReceiptOnIsNotTakenForAMachine() {
    Inbound mail =
        post.read(
            """
            From: jan@elders.example
            To: x@voorbeeldstad.example
            Subject: Wat is dit?
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            Dit kreeg ik van u. Wat moet ik ermee?
            --b
            Content-Type: message/disposition-notification

            Final-Recipient: rfc822;jan@elders.example
            Disposition: manual-action/MDN-sent-manually; displayed
            --b--
            """);
    assertThat(mail.machine()).isNull();
    assertThat(mail.automatic()).isFalse();
  }

  @Test
  void aPersonWhoWritesThatAMailCameBackIsNotTakenForAMailServer() {
    Inbound mail =
        post.read(
            plain(
                "jan@elders.example",
                "Mijn mail was niet bezorgd",
                "",
                "Ik kreeg Undelivered Mail Returned to Sender, 550 5.1.1 user unknown. Hoe nu?"));

    assertThat(mail.machine()).isNull();
    assertThat(mail.automatic()).isFalse();
  }
}
