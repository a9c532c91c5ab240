package nl.aanspreekpunt;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.imap.ImapConstants;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.process.Until;
import org.junit.jupiter.api.Test;

/** Mail from a mailbox is mail like any other; a mailbox that is behind is somebody's to see to. */
class FetchingTest {
  private static final String SAMIRA = "samira.elamrani";

  @Test
  void aMailFromAMailboxComesToTheNamedOfficialOnceByWhicheverRouteItCame() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    server.start();
    GreenMailUser user = server.setUser("post@elders.example", "post", "geheim");
    MailFolder inbox =
        server.getManagers().getImapHostManager().getFolder(user, ImapConstants.INBOX_NAME);
    try (Workplace workplace = workplace(server.getImap().getPort())) {
      String mail =
          "From: Ans <ans@elders.example>\r\nTo: "
              + workplace.email(SAMIRA)
              + "\r\nSubject: De lekkende kraan\r\nMessage-ID: <kraan@elders.example>\r\n\r\n"
              + "Wie komt er?\r\n";
      put(inbox, "Received: by een.example\r\nDelivered-To: een@elders.example\r\n" + mail);
      put(inbox, "Received: by twee.example\r\nX-Spam-Score: 0\r\n" + mail);

      List<Case> cases =
          Until.present(
              "a case",
              () ->
                  Stream.of(await(workplace.cases.promised(SAMIRA, 10)))
                      .filter(all -> !all.isEmpty() && inbox.getMessageCount() == 0)
                      .findFirst());
      assertThat(cases)
          .singleElement()
          .satisfies(one -> assertThat(one.official()).isEqualTo(SAMIRA));
    } finally {
      server.stop();
    }
  }

  @Test
  void aMailboxThatCannotBeReachedIsAFigureAndAdministratorsHearOfItOnceADay() throws Exception {
    int nobody = FreePort.on("127.0.0.1");
    try (Workplace workplace = workplace(nobody)) {
      Fetching fetching = workplace.fetching();
      workplace.clock.forward(Duration.ofMinutes(14));
      await(fetching.watch());
      assertThat(told(workplace)).isEmpty();
      workplace.clock.forward(Duration.ofMinutes(2));
      await(fetching.watch());
      await(fetching.watch());
      assertThat(told(workplace)).hasSize(1);
      assertThat(workplace.hub.measures.scrape())
          .containsPattern("aanspreekpunt_imap_lag_seconds\\{mailbox=\"post\"} 9[56]\\d");
      workplace.clock.forward(Duration.ofDays(1));
      await(fetching.watch());
      assertThat(told(workplace)).hasSize(2);
    }
  }

  private static Workplace workplace(int port) {
    return new Workplace(
        Workplace.oneForEachTopic(),
        Map.of(
            "imap.mailboxes", "post",
            "imap.post.host", "127.0.0.1",
            "imap.post.port", String.valueOf(port),
            "imap.post.tls", "off",
            "imap.post.username", "post",
            "imap.post.password", "geheim"));
  }

  private static void put(MailFolder inbox, String raw) throws Exception {
    byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
    Session session = Session.getInstance(new Properties());
    inbox.appendMessage(
        new MimeMessage(session, new ByteArrayInputStream(bytes)),
        new Flags(),
        Date.from(Instant.now()));
  }

  private static List<Outgoing> told(Workplace workplace) {
    return await(workplace.outbox.list(null, null, 100)).stream()
        .filter(one -> one.notice().kind() == Notice.Kind.ADMINISTRATION)
        .filter(one -> "mailbox-late".equals(one.notice().facts().get("what")))
        .toList();
  }
}
