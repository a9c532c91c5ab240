package nl.aanspreekpunt;

import static nl.aanspreekpunt.store.TestStore.await;

import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Reporting;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;

/** A provider that will not have a message, and a case that hears so. */
public final class Undeliverable {
  public static final String WHY = "550 no such user";

  private Undeliverable() {}

  /** The first notice of a case; gives its outbox id. */
  public static String acknowledgement(Case one, Outbox outbox, Casework casework) {
    return acknowledgement(one, WHY, outbox, casework);
  }

  /**
   * @param why in the provider's words
   */
  public static String acknowledgement(Case one, String why, Outbox outbox, Casework casework) {
    String entry =
        one.events().stream()
            .filter(CaseEvent.Told.class::isInstance)
            .map(event -> ((CaseEvent.Told) event).entry())
            .findFirst()
            .orElseThrow();
    refuse(entry, why, outbox, casework);
    return entry;
  }

  public static void refuse(String entry, Outbox outbox, Casework casework) {
    refuse(entry, WHY, outbox, casework);
  }

  private static void refuse(String entry, String why, Outbox outbox, Casework casework) {
    Outgoing sent = await(outbox.find(entry)).orElseThrow();
    Outgoing refused =
        new Outgoing(
            sent.id(),
            sent.notice(),
            Outgoing.State.REFUSED,
            sent.createdAt(),
            null,
            1,
            null,
            null,
            null,
            why,
            null,
            false,
            null,
            null);
    await(outbox.record(refused, null));
    await(casework.change(sent.notice().caseNumber(), new Reporting(refused)));
  }
}
