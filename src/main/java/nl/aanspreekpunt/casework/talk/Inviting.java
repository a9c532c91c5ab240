package nl.aanspreekpunt.casework.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Appointment;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.DatedOffers;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.Talks;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * A talk is planned: both get an invitation, and it is a promise. A call is a promise to call.
 *
 * @param until null: as long as such a talk usually takes
 * @param place needed at a desk and on a visit
 * @param about what it is about, for the citizen; may be empty
 * @param phone whom to call (E.164); null: the number that is known
 * @param caution what to be careful of on a visit, for staff; may be empty
 * @param by official id
 */
public record Inviting(
    CaseEvent.Talk how,
    Instant from,
    Instant until,
    String place,
    String about,
    String phone,
    String caution,
    String by)
    implements Act {
  /** Characters of a place, and of what it is about. */
  public static final int LINE = 200;

  /** Characters of what to be careful of. */
  public static final int CAUTION = 1_000;

  /** After it, to put down how it went: only then is the promise late. */
  static final Duration TO_PUT_DOWN = Duration.ofHours(1);

  private static final Duration LONGEST = Duration.ofHours(8);
  private static final Duration FURTHEST = Duration.ofDays(366);

  /** How long such a talk usually takes. */
  public static Duration length(CaseEvent.Talk how) {
    return switch (how) {
      case PHONE -> Duration.ofMinutes(15);
      case DESK -> Duration.ofMinutes(30);
      case VISIT -> Duration.ofHours(1);
    };
  }

  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.open()) {
      return Decision.refused("closed");
    }
    Optional<Appointment> same = before.care().talks().planned().stream().findFirst();
    if (same.isPresent()) {
      return same.get().from().equals(from) && same.get().how() == how
          ? new Decision.Unchanged(before)
          : Decision.refused("talk-planned");
    }
    Draft draft = new Draft(before, moment);
    return into(draft).orElseGet(draft::done);
  }

  /**
   * Plans it in a change that does more: it is the last of the talks to come then. Empty when it is
   * planned; otherwise why it cannot be, and the change is to be dropped.
   */
  public Optional<Decision> into(Draft draft) {
    Optional<Decision> refused = Decision.refused(wrong(draft));
    if (refused.isEmpty()) {
      invite(draft);
    }
    return refused;
  }

  /** All that is to be mended before it can be planned, in the order of its form. */
  public List<Refusal> wrong(Draft draft) {
    if (how == null) {
      return List.of(new Refusal("talk-how", "how"));
    }
    List<Refusal> all = new ArrayList<>();
    if (when(draft, draft.before.official(), from, ends()).orElse(null)
        instanceof Decision.Refused refused) {
      all.add(refused.refusal());
    }
    all.addAll(wanting(draft.before));
    return all;
  }

  private Instant ends() {
    return until == null && from != null ? from.plus(length(how)) : until;
  }

  /** Why it cannot be then; empty when it can. */
  static Optional<Decision> when(Draft draft, String official, Instant from, Instant until) {
    if (from == null || !from.isAfter(draft.now())) {
      return Optional.of(Decision.refused("talk-to-come", "from"));
    }
    if (from.isAfter(draft.now().plus(FURTHEST))) {
      return Optional.of(Decision.refused("moment-too-far", "from"));
    }
    if (!until.isAfter(from) || until.isAfter(from.plus(LONGEST))) {
      return Optional.of(Decision.refused("talk-length", "until"));
    }
    boolean away = draft.directory().absence(official, from).isPresent();
    return away || DatedOffers.isOff(official, until, draft.moment)
        ? Optional.of(Decision.refused("talk-off-day", "from"))
        : Optional.empty();
  }

  private List<Refusal> wanting(Case before) {
    List<Refusal> all = new ArrayList<>();
    if (how != CaseEvent.Talk.PHONE && place.isBlank()) {
      all.add(new Refusal("talk-place", "place"));
    }
    if (place.length() > LINE) {
      all.add(new Refusal("line-too-long", "place"));
    }
    if (about.length() > LINE) {
      all.add(new Refusal("line-too-long", "about"));
    }
    if (caution.length() > CAUTION) {
      all.add(new Refusal("caution-too-long", "caution"));
    }
    if (how == CaseEvent.Talk.PHONE && number(before).isEmpty()) {
      all.add(new Refusal("phone-needed", "phone"));
    }
    return all;
  }

  private Optional<String> number(Case before) {
    return Optional.ofNullable(phone).or(() -> Promising.known(before));
  }

  private void invite(Draft draft) {
    Promise made = promise(draft);
    String official = Following.who(draft, made, from);
    Appointment planned =
        new Appointment(
            made.id(),
            made.id(),
            how,
            from,
            ends(),
            how == CaseEvent.Talk.PHONE ? "" : place.strip(),
            about.strip(),
            draft.contact().map(Participant::address).orElse(null),
            official,
            0,
            null);
    Talks talks = draft.care().talks().with(planned);
    if (how == CaseEvent.Talk.VISIT && !caution.isBlank() && !known(talks.cautions())) {
      talks = talks.with(new Talks.Caution(draft.now(), by, caution.strip()));
    }
    draft.care(draft.care().with(talks));
    draft.event(
        new CaseEvent.Invited(
            draft.now(), by, made.id(), how, from, ends(), planned.place(), planned.about()));
    new Calendar(draft, planned).told("planned");
  }

  private boolean known(List<Talks.Caution> all) {
    return !all.isEmpty() && all.get(all.size() - 1).words().equals(caution.strip());
  }

  private Promise promise(Draft draft) {
    if (how != CaseEvent.Talk.PHONE) {
      Instant due = ends().plus(TO_PUT_DOWN);
      return draft.promises.make(PromiseKind.TALK, due, null, by);
    }
    Promise call = draft.promises.make(PromiseKind.CALLBACK, ends(), null, by);
    CallbackRequest request =
        new CallbackRequest(number(draft.before).orElseThrow(), about.strip(), "", by, List.of());
    draft.promises.put(call.inWords("").notBefore(from).withCallback(request));
    return draft.promises.current(call.id());
  }
}
