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
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.promise.Promise;

/**
 * Who was asked to look at an objection says what comes of it, in own words: the agreement stands,
 * or ends at once. The citizen reads it.
 *
 * @param ends the citizen is right
 * @param by official id
 */
public record AnsweringObjection(boolean ends, String explanation, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<ContactAgreement> one =
        before.care().agreedContact().filter(it -> it.openObjection().isPresent());
    Optional<Promise> promise =
        one.flatMap(it -> before.promise(it.objection().promise())).filter(Promise::open);
    if (promise.isEmpty()) {
      return Decision.refused("no-objection");
    }
    if (!answers(before, by)) {
      return Decision.refused("not-asked-objection");
    }
    return AgreeingContact.why(explanation, "explanation")
        .orElseGet(
            () -> {
              Draft draft = new Draft(before, moment);
              answer(draft, one.get(), promise.get());
              return draft.done();
            });
  }

  /** Whether this official is who is to answer it, or acts for them. */
  public static boolean answers(Case one, String official) {
    return one.care()
        .agreedContact()
        .flatMap(ContactAgreement::openObjection)
        .flatMap(it -> one.promise(it.promise()))
        .filter(Promise::open)
        .filter(it -> official.equals(it.actor()) || official.equals(one.ownerOf(it)))
        .isPresent();
  }

  private void answer(Draft draft, ContactAgreement one, Promise promise) {
    String words = explanation.strip();
    ContactAgreement.Objection said = one.objection();
    draft.promises.keep(promise, by, "answered");
    draft.endActing(promise.id());
    draft.care(
        draft
            .care()
            .with(
                one.objected(
                    new ContactAgreement.Objection(
                        said.at(), said.words(), said.promise(), by, words))));
    if (ends && one.stands(draft.now())) {
      EndingContact.in(draft, ContactAgreement.How.OBJECTION, by, words);
    } else {
      draft.event(new CaseEvent.ContactUpheld(draft.now(), by, words));
      draft.tell().citizen(Notice.Kind.CONTACT, by, Map.of("what", "upheld", "text", words));
    }
  }
}
