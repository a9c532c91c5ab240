package nl.aanspreekpunt.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.decision.Confirmed;
import nl.aanspreekpunt.casework.decision.Deciding;
import nl.aanspreekpunt.casework.decision.First;
import nl.aanspreekpunt.casework.decision.Refusing;
import nl.aanspreekpunt.casework.decision.Sending;
import nl.aanspreekpunt.casework.decision.TakingBack;
import nl.aanspreekpunt.casework.helped.SayingHelped;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.CallbackRequest;
import nl.aanspreekpunt.promise.LegalClass;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/** One case and whatever happens to it; after each thing that happens {@link Kept} looks at it. */
final class Course {
  enum Happening {
    TIME_PASSES,
    WRITES,
    ASKS_FOR_A_CALL,
    A_CALL_IS_READ_IN_WORDS,
    A_MACHINE_WRITES,
    THANKS,
    ASKED,
    GOES_ON,
    RENEWED,
    FORMAL,
    ANSWERED,
    ANSWERED_WITHOUT_READING_THE_LAST,
    TALKED,
    TRIED,
    REACHED,
    A_CLERK_ASKS,
    CITIZEN_WITHDRAWS,
    OFFICIAL_UNDOES,
    NOT_SO,
    CLOSED,
    SENT,
    TAKEN_BACK,
    CONFIRMED,
    SAID_HELPED,
    NOT_HELPED,
    HANDED_OVER,
    AWAY,
    BACK,
    FAILED,
    ARRIVED
  }

  private static final List<String> COLLEAGUES =
      List.of("samira.elamrani", "jan.devries", "fatma.yildiz", "kwame.mensah");
  private static final String WORDS =
      "Uw inkomen is hoger dan de regeling toelaat; bel mij gerust.";
  private static final Grounds GROUNDS =
      Refusing.grounds(WORDS)
          .until("Volgend jaar komt er geld.")
          .sendingTo(new Body("Vitens", "Mevrouw De Wit", null, "0900"), null, List.of());
  private final Address citizen;
  private final List<Outgoing> sent = new ArrayList<>();
  private Instant now = Town.MONDAY_TEN;
  private Directory directory = Voorbeeldstad.directory();
  private int messages = 1;
  private Case one;

  /**
   * @param citizen null: nobody can be read from it
   */
  Course(Address citizen) {
    this.citizen = citizen;
    Opening.Opened opened = Town.opened(citizen, COLLEAGUES.get(0), null);
    one = opened.opened();
    sent.addAll(opened.notices());
  }

  void happens(Happening what, int n) {
    now = now.plus(Duration.ofMinutes(what == Happening.TIME_PASSES ? n : 1));
    act(what, n).ifPresent(act -> decide(act, what));
    decide(Town.climbing(), Happening.TIME_PASSES);
  }

  private void decide(Act act, Happening what) {
    if (act.on(one, new Moment(now, directory)) instanceof Decision.Changed changed) {
      Case after = changed.after();
      new Kept(one, after, what).holds();
      sent.addAll(after.pending());
      one = Town.told(after);
    }
  }

  private Optional<Act> act(Happening what, int n) {
    String by = COLLEAGUES.get(n % COLLEAGUES.size());
    String last = one.lastReceived();
    return switch (what) {
      case TIME_PASSES -> Optional.empty();
      case WRITES -> Optional.of(arrives(null, false));
      case ASKS_FOR_A_CALL -> Optional.of(arrives("citizen", false));
      case A_CALL_IS_READ_IN_WORDS -> Optional.of(arrives(CallbackRequest.WORDS, false));
      case A_MACHINE_WRITES -> Optional.of(arrives(null, true));
      case THANKS ->
          Optional.of(
              new Receiving(
                  Town.courtesy(Town.arrival("r" + ++messages, citizen, null)), Town.ANSWERS));
      case ASKED -> Optional.of(new Asking(new Replying(by, "Welk adres?", null, last, Map.of())));
      case GOES_ON -> promise(n).map(p -> new GoingOn(p.id(), by, null));
      case RENEWED -> promise(n).map(p -> renews(p, by, n));
      case FORMAL -> Optional.of(new Classing(by, LegalClass.FORMAL));
      case ANSWERED -> Optional.of(new Replying(by, "Dag", null, last, Map.of()));
      case ANSWERED_WITHOUT_READING_THE_LAST ->
          Optional.of(new Replying(by, "Dag", null, n % 2 == 0 ? "r1" : null, Map.of()));
      case TALKED -> Optional.of(new Talking(by, CaseEvent.Talk.DESK, "besproken", last));
      case TRIED -> callback(n).map(p -> tries(p, by, Attempt.Outcome.values()[1 + n % 3]));
      case REACHED -> callback(n).map(p -> tries(p, by, Attempt.Outcome.REACHED));
      case A_CLERK_ASKS -> Optional.of(new Requesting("+31612345678", "", "", by));
      case CITIZEN_WITHDRAWS -> callback(n).map(p -> new Withdrawing(p.id(), "citizen"));
      case OFFICIAL_UNDOES -> callback(n).map(p -> new Withdrawing(p.id(), by));
      case NOT_SO -> callback(n).map(p -> new Contradicting(p.id()));
      case CLOSED -> Optional.of(closes(by, n));
      case SENT -> Optional.of(new Sending(by, "De inwoner wil het lezen.", null, last));
      case TAKEN_BACK -> Optional.of(new TakingBack(by));
      case CONFIRMED -> Optional.of(new Confirmed(by, "Mevrouw De Wit", null));
      case SAID_HELPED ->
          Optional.of(new SayingHelped("citizen", one.contact(), n % 2 == 0, n % 3 == 0));
      case NOT_HELPED -> Optional.of(new Reopening("citizen", "not-helped"));
      case HANDED_OVER ->
          Optional.of(new Reassigning(by, "hub", n % 2 == 0 ? "handover" : "departure", ""));
      case AWAY -> covered();
      case BACK -> back();
      case FAILED -> report(n, Outgoing.State.REFUSED);
      case ARRIVED -> report(n, Outgoing.State.DELIVERED);
    };
  }

  private Act arrives(String callback, boolean automatic) {
    Arrival.Wish wish =
        callback == null ? null : new Arrival.Wish("+31612345678", "huur", "", callback);
    Arrival plain = Town.arrival("r" + ++messages, citizen, automatic ? null : wish);
    return new Receiving(automatic ? Town.automatic(plain) : plain, Town.ANSWERS);
  }

  private Act tries(Promise callback, String by, Attempt.Outcome how) {
    return new Attempting(callback.id(), by, how, "", one.lastReceived());
  }

  private Act closes(String by, int n) {
    Outcome outcome = Outcome.values()[n % Outcome.JOINED.ordinal()];
    String last = one.lastReceived();
    return outcome.reasoned()
        ? new Deciding(by, outcome, GROUNDS, first(n), null, last)
        : new Closing(by, outcome, WORDS, last);
  }

  private First first(int n) {
    return n % 2 == 0
        ? new First.Not("De inwoner wil het lezen.")
        : new First.Planned(
            CaseEvent.Talk.VISIT, now.plus(Duration.ofHours(n)), "Kerkstraat 1", null);
  }

  private static Act renews(Promise promise, String by, int n) {
    Instant to = n % 3 == 0 ? null : promise.due().plus(Duration.ofMinutes(n));
    return new Renewing(promise.id(), by, to, n % 2 == 0, "Het advies is er nog niet.");
  }

  private Optional<Promise> promise(int n) {
    List<Promise> open = one.openPromises();
    return open.isEmpty() ? Optional.empty() : Optional.of(open.get(n % open.size()));
  }

  private Optional<Promise> callback(int n) {
    List<Promise> all =
        one.promises().stream().filter(p -> p.kind() == PromiseKind.CALLBACK).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(n % all.size()));
  }

  private Optional<Act> covered() {
    away(List.of(Town.away(one.official(), now)));
    String acts = directory.actingFor(one.official(), now, now).id();
    return Optional.of(new Covering(acts, Covering.ABSENCE, together("absence.")));
  }

  private void away(List<Absence> absences) {
    directory = Voorbeeldstad.directory(absences, List.of());
  }

  private Optional<Act> back() {
    away(List.of());
    return Optional.of(new Returning(together("returned.")));
  }

  private Together together(String what) {
    return new Together(what + messages + now, Map.of(one.id(), one.official()));
  }

  private Optional<Act> report(int n, Outgoing.State state) {
    List<Outgoing> told = sent.stream().filter(e -> !e.notice().toStaff()).toList();
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reporting(Town.became(told.get(n % told.size()), state)));
  }

  /** What was told, and what happened, because of one act. */
  static List<Notice> told(Case after) {
    return after.pending().stream().map(Outgoing::notice).filter(n -> !n.toStaff()).toList();
  }

  static Stream<CaseEvent> happened(Case before, Case after) {
    return after.events().stream().skip(before.events().size());
  }
}
