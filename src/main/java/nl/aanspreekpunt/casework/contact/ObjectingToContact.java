package nl.aanspreekpunt.casework.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.ContactAgreement;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * The citizen does not agree with a contact agreement. The manager looks at it, who did not set it:
 * the citizen hears who, and by when. Once for each agreement. It stands meanwhile.
 *
 * @param words what the citizen says
 * @param by "citizen", or who put it down for them (official id)
 */
public record ObjectingToContact(String words, String by) implements Act {
  /** Characters of an objection. */
  public static final int LONGEST = 5_000;

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<ContactAgreement> stands =
        before.care().agreedContact().filter(one -> one.stands(moment.now()));
    if (stands.isEmpty()) {
      return Decision.refused("no-contact-agreement");
    }
    if (stands.get().objection() != null) {
      return Decision.refused("objected-already");
    }
    if (words == null || words.isBlank()) {
      return Decision.refused("objection-needed", "objection");
    }
    if (words.length() > LONGEST) {
      return Decision.refused("deed-too-long", "objection");
    }
    Draft draft = new Draft(before, moment);
    if (!before.open()) {
      draft.reopen(by, "objection");
    }
    object(draft, stands.get());
    return draft.done();
  }

  private void object(Draft draft, ContactAgreement one) {
    Instant due = Dues.due(PromiseKind.ANSWER, draft.moment, draft.matter());
    String decides = decides(draft, one, due);
    boolean english = "en".equals(draft.before.language());
    String said =
        english
            ? "I look at your objection to the agreement on contact."
            : "Ik kijk naar uw bezwaar tegen de afspraak over contact.";
    Promise made = draft.promises.make(PromiseKind.ANSWER, due, null, by).inWords(said);
    draft.promises.put(made);
    if (!decides.equals(draft.responsible())) {
      draft.act(made.id(), decides, draft.responsible(), AgreeingContact.REASON);
    }
    draft.care(
        draft
            .care()
            .with(
                one.objected(
                    new ContactAgreement.Objection(
                        draft.now(), words.strip(), made.id(), null, null))));
    draft.event(new CaseEvent.ContactObjected(draft.now(), by, decides, words.strip()));
    draft
        .tell()
        .official(
            decides,
            Notice.Kind.LADDER,
            Map.of(
                "promise", made.id(),
                "promiseKind", made.kind().name(),
                "due", due.toString(),
                "does", "OBJECTION"));
    draft
        .tell()
        .citizen(
            Notice.Kind.CONTACT,
            decides,
            Map.of("what", "objected", "promise", "ANSWER", "due", due.toString()));
  }

  /** The manager, else whoever stands in for them: nobody who set it or has the contact. */
  private static String decides(Draft draft, ContactAgreement one, Instant due) {
    Directory directory = draft.directory();
    List<String> except = new ArrayList<>(draft.before.barred());
    except.add(one.by());
    except.add(one.official());
    return directory
        .team(draft.team())
        .map(Team::manager)
        .map(manager -> directory.actingFor(manager, draft.now(), due, except))
        .map(Official::id)
        .filter(who -> !except.contains(who))
        .orElse(draft.responsible());
  }
}
