package nl.aanspreekpunt.casework.contact;

import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.ContactAgreement;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.talk.Inviting;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.outbox.Notice;

/**
 * A talk is planned while an agreement about contact stands. In another way than was agreed, or by
 * somebody else than who has the contact, it needs a reason: that stands in the case, and whoever
 * set the agreement hears of it (else who leads the team). It is called off as any other.
 *
 * @param agreed what stands for the citizen, in whatever case it was made; null: nothing
 * @param despite why it is needed after all; blank: no reason was given
 * @param by official id
 */
public record DespiteContact(
    Inviting plan, Identity.AgreedContact agreed, String despite, String by) implements Act {
  /** Characters of a reason. */
  public static final int LONGEST = 500;

  @Override
  public Decision on(Case before, Moment moment) {
    Decision planned = plan.on(before, moment);
    if (!(planned instanceof Decision.Changed) || fits(before, plan.how(), agreed, moment)) {
      return planned;
    }
    if (despite.isBlank()) {
      return Decision.refused("against-contact", "despite");
    }
    if (despite.length() > LONGEST) {
      return Decision.refused("deed-too-long", "despite");
    }
    Draft draft = new Draft(before, moment);
    return plan.into(draft).orElseGet(() -> despite(draft));
  }

  /** Whether a talk is as was agreed. */
  public static boolean fits(
      Case before, CaseEvent.Talk how, Identity.AgreedContact agreed, Moment moment) {
    return stands(before, agreed, moment)
        .filter(
            one -> {
              String has = moment.directory().successorOf(one.official(), moment.now()).id();
              return !allows(one, how) || !before.official().equals(has);
            })
        .isEmpty();
  }

  /** The case's own stands at once; the citizen's other cases follow. */
  public static Optional<Identity.AgreedContact> stands(
      Case before, Identity.AgreedContact agreed, Moment moment) {
    return before
        .care()
        .agreedContact()
        .filter(it -> it.stands(moment.now()))
        .map(it -> it.known(before.id()))
        .or(() -> Optional.ofNullable(agreed).filter(it -> it.until().isAfter(moment.now())));
  }

  /** Whether a talk may be held like that. */
  public static boolean allows(Identity.AgreedContact agreed, CaseEvent.Talk how) {
    return agreed.ways().contains(how.name());
  }

  private Decision despite(Draft draft) {
    draft.event(new CaseEvent.ContactOverruled(draft.now(), by, plan.how(), despite.strip()));
    Optional<String> set = draft.before.care().agreedContact().map(ContactAgreement::by);
    set.or(() -> draft.directory().team(draft.team()).map(Team::coordinator))
        .filter(who -> !who.equals(by))
        .ifPresent(
            who ->
                draft.tell().official(who, Notice.Kind.WARNING, Map.of("what", "against-contact")));
    return draft.done();
  }
}
