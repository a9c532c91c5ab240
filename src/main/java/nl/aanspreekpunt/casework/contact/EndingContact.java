package nl.aanspreekpunt.casework.contact;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.ContactAgreement;
import nl.aanspreekpunt.casework.ContactAgreement.How;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Owed;
import nl.aanspreekpunt.outbox.Notice;

/** How a contact agreement ends: by itself, or because somebody ends it. The citizen hears it. */
public final class EndingContact {
  private EndingContact() {}

  /** Lets it lapse when its time is over; whether it did. */
  public static boolean lapses(Draft draft) {
    boolean over =
        draft
            .care()
            .agreedContact()
            .filter(one -> one.ended() == null && !one.until().isAfter(draft.now()))
            .isPresent();
    if (over) {
      in(draft, How.LAPSED, "hub", null);
    }
    return over;
  }

  /** When it lapses; empty when none stands. */
  public static Optional<Instant> next(Draft draft) {
    return draft
        .care()
        .agreedContact()
        .filter(one -> one.ended() == null)
        .map(ContactAgreement::until);
  }

  /**
   * @param why null when it lapsed
   */
  static void in(Draft draft, How how, String by, String why) {
    end(draft, how, by, why);
    Map<String, String> facts = new TreeMap<>();
    facts.put("what", how.name().toLowerCase(Locale.ROOT));
    if (why != null) {
      facts.put("text", why);
    }
    String speaks = draft.directory().official(by).isPresent() ? by : draft.responsible();
    draft.tell().citizen(Notice.Kind.CONTACT, speaks, facts);
  }

  /** Nobody is told: it was never theirs. */
  public static void notTheirs(Draft draft, String by) {
    if (draft.care().agreedContact().filter(one -> one.stands(draft.now())).isPresent()) {
      end(draft, How.NOT_THEIRS, by, null);
    }
  }

  /** Nobody is told: they heard of the later one. It stands no more. Again: nothing changes. */
  public static Act replaced(String by) {
    return (before, moment) -> {
      Draft draft = new Draft(before, moment);
      if (draft.care().agreedContact().filter(one -> one.stands(draft.now())).isEmpty()) {
        return new Decision.Unchanged(before);
      }
      end(draft, How.REPLACED, by, null);
      return draft.done();
    };
  }

  private static void end(Draft draft, How how, String by, String why) {
    ContactAgreement one = draft.care().agreedContact().orElseThrow();
    draft.care(draft.care().with(one.ended(new ContactAgreement.End(draft.now(), how, by, why))));
    draft.event(new CaseEvent.ContactFreed(draft.now(), by, how.name(), why));
    if (how != How.NOT_THEIRS) {
      draft.owes(Owed.contact(draft.before));
    }
  }
}
