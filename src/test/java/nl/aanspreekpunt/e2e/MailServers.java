package nl.aanspreekpunt.e2e;

import java.util.List;
import java.util.Map;

/** The servers that a hub stands between: one that mail goes through, one that it waits in. */
interface MailServers extends AutoCloseable {
  String HUB_MAILBOX = "vraag@voorbeeldstad.example";
  String PASSWORD = "geheim";

  /** Who have a mailbox from the start. */
  List<String> WITH_A_MAILBOX =
      List.of(HUB_MAILBOX, "jan@elders.example", "an@elders.example", "eva@elders.example");

  /** What a hub needs to know of them. */
  Map<String, String> configuration();

  /** Return paths ({@code retour+…}) go straight to a hub's own port, as behind a forward. */
  void hubListensAt(int port);

  /** Where anybody hands in mail. */
  int smtpPort();

  /** Takes somebody's mailbox away: what is sent there is accepted, and comes back. */
  void leaves(String address);

  /** To read somebody's mailbox; close it. */
  ReadByImap mailboxOf(String address);

  /** What they wrote down, for a failure's message. */
  String said();

  @Override
  void close();
}
