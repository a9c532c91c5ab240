package nl.aanspreekpunt.casework;

/**
 * What was offered is refused, with a reason for who offered it; or taken back by who may act in
 * the case. It stays where it was, and the citizen hears nothing.
 *
 * @param by official id
 * @param how "declined", "withdrawn", or why it cannot be accepted any more: "lapsed", "away",
 *     "departed"
 * @param reason of who declines; empty otherwise
 */
public record Declining(String by, String how, String reason) implements Act {
  static final String DECLINED = "declined";

  /** By whom it was offered to. */
  public static Declining declining(String by, String reason) {
    return new Declining(by, DECLINED, reason);
  }

  /** By whom it is, who does not wait any longer. */
  public static Declining withdrawing(String by) {
    return new Declining(by, "withdrawn", "");
  }

  /** The one it was offered to cannot accept it. */
  static Declining lost(String to, String how) {
    return new Declining(to, how, "");
  }

  @Override
  public Decision on(Case before, Moment moment) {
    Offer offer = before.offer();
    boolean theirs = offer != null && offer.to().equals(by);
    if (offer == null || (!how.equals("withdrawn") && !theirs)) {
      return Decision.refused("not-offered");
    }
    if (how.equals(DECLINED) && reason.isBlank()) {
      return Decision.refused("decline-reason", "reason");
    }
    if (reason.length() > Offering.LONGEST) {
      return Decision.refused("text-too-long", "reason");
    }
    Draft draft = new Draft(before, moment);
    draft.offer.end(by, how, reason);
    return draft.done();
  }
}
