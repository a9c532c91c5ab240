package nl.aanspreekpunt.outbox;

/** Signed addresses, ids and links that lead back to the case. Pure: the same facts, the same. */
public interface Tokens {
  /**
   * Where an answer to this recipient's message goes: {@code vraag+<case>-<signature>@<domain>}.
   */
  String replyAddress(String caseNumber, String recipient);

  /**
   * Where a mail comes back to that could not be delivered (the envelope's sender): {@code
   * retour+<case>.<entry>-<signature>@<domain>}.
   */
  String returnAddress(Outgoing entry);

  /** Where a partner's answer to a consult goes: never to its case as the citizen's. */
  String partnerAddress(String caseNumber, String consult);

  /** The Message-ID of an entry, with its angle brackets; the same at each try. */
  String messageId(Outgoing entry);

  /** The code of six digits that this stands for; only the hub can tell. */
  String code(String nonce);

  /** The follow page for a citizen, without a fragment; for staff the case page; a partner's. */
  String followLink(Notice notice);
}
