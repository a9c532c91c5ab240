package nl.aanspreekpunt.casework;

import java.util.Optional;

/**
 * Whose question it is: what only its citizen does is done by nobody else who takes part in it. Not
 * by who asks about it for them, who got a copy of their mail, or whose own question was joined.
 */
public final class Whose {
  private Whose() {}

  /**
   * Whether this participant is its citizen: their address is known as the citizen's, or is where
   * notices go. The last is not enough once others' questions were joined.
   *
   * @param link of the participant
   * @param citizen of the participant's address (citizen id); null: it is not known
   */
  public static boolean theirs(Case one, String link, String citizen) {
    Optional<Participant> who = one.participant(link);
    return who.isPresent()
        && one.care().linked(link).isEmpty()
        && !one.care().wasCopied(who.get().address())
        && ((citizen != null && citizen.equals(one.citizen()))
            || (link.equals(one.contact()) && alone(one)));
  }

  /** The same, or whether they may say yes or no for its citizen. */
  public static boolean decides(Case one, String link, String citizen) {
    return one.care().linked(link).map(Linked::decides).orElseGet(() -> theirs(one, link, citizen));
  }

  /** Nothing came to it from another; what its older pages say is not looked up. */
  private static boolean alone(Case one) {
    return one.paged() == 0
        && one.happened(CaseEvent.Joined.class).noneMatch(CaseEvent.Joined::hither)
        && one.happened(CaseEvent.Parted.class).noneMatch(CaseEvent.Parted::hither);
  }
}
