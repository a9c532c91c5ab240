package nl.aanspreekpunt.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;

/**
 * Tells a citizen who has the message and by when, unless that would be one too many. A change of
 * the due time is told also then.
 */
final class Acknowledging {
  private static final String TOO_MANY = "too-many";

  /** They heard on the telephone who it is, and by when. */
  private static final String SPOKEN = "spoken";

  private Acknowledging() {}

  /**
   * Acknowledges a message in a draft, or notes why not.
   *
   * @param promise what the citizen is waiting for; null when nothing
   */
  static void acknowledge(Draft draft, Arrival arrival, Promise promise) {
    Optional<String> silence = silence(draft, arrival, promise);
    if (silence.isPresent()) {
      draft.event(
          new CaseEvent.HeldBack(draft.now(), Notice.Kind.ACKNOWLEDGEMENT.name(), silence.get()));
      if (silence.get().startsWith(TOO_MANY)) {
        tellWhatChanged(draft, promise);
      }
      return;
    }
    Who who = who(draft.before, draft.responsible(), draft.ownerOf(promise), promise, draft.moment);
    Map<String, String> facts =
        facts(draft.before, who, promise, arrival, draft.moment, left(draft));
    if (draft.before.version() == 0) {
      draft.promises.open(PromiseKind.DECISION).ifPresent(one -> decision(facts, one));
    }
    if (sameCall(draft, arrival)) {
      facts.put("sameCall", "yes");
    }
    draft.tell().citizen(Notice.Kind.ACKNOWLEDGEMENT, who.acts(), facts);
  }

  /** They are to be called already: this request and that one are one call. */
  private static boolean sameCall(Draft draft, Arrival arrival) {
    return arrival.callback() != null
        && draft.before.openPromises().stream().anyMatch(one -> one.callback() != null);
  }

  /** However often they wrote today: by when, when that is new, or else who acts since. */
  private static void tellWhatChanged(Draft draft, Promise promise) {
    if (changesDue(draft, promise)) {
      Requesting.tell(draft, promise);
    } else if (changesWho(draft, promise)) {
      Map<String, String> facts = new TreeMap<>(Dues.first(draft.promises.open()));
      facts.put("insteadOf", draft.responsible());
      Deputising.back(draft.responsible(), draft.moment).ifPresent(back -> facts.put("back", back));
      draft.tell().citizen(Notice.Kind.ACTING, draft.ownerOf(promise), facts);
    }
  }

  private static boolean changesWho(Draft draft, Promise promise) {
    Case before = draft.before;
    return before
        .promise(promise.id())
        .filter(was -> !before.ownerOf(was).equals(draft.ownerOf(promise)))
        .isPresent();
  }

  /** Whom the citizen knew, who left. Null if nobody. */
  private static String left(Draft draft) {
    boolean opening = draft.before.version() == 0;
    return opening ? draft.before.route().left() : draft.left();
  }

  /** A new case is no change: nobody was told anything of it yet. */
  private static boolean changesDue(Draft draft, Promise promise) {
    Case before = draft.before;
    return before.version() > 0
        && before
            .promise(promise.id())
            .filter(Promise::open)
            .filter(one -> one.due().equals(promise.due()))
            .isEmpty();
  }

  /**
   * Who answers.
   *
   * @param away official id of who does not meanwhile; null when nobody is away
   */
  private record Who(String acts, String away) {}

  /** Who is here to do it: the owner, or whoever acts while they are away; never who is barred. */
  private static Who who(
      Case about, String responsible, String owner, Promise promise, Moment moment) {
    Directory directory = moment.directory();
    String acts = directory.actingFor(owner, moment.now(), promise.due(), about.barred()).id();
    if (!acts.equals(owner)) {
      return new Who(acts, owner);
    }
    boolean instead =
        !owner.equals(responsible) && directory.absence(responsible, moment.now()).isPresent();
    return new Who(acts, instead ? responsible : null);
  }

  /** Why this message is not acknowledged; empty when it is. Automatic mail never is (RFC 3834). */
  private static Optional<String> silence(Draft draft, Arrival arrival, Promise promise) {
    if (arrival.automatic()) {
      return Optional.of("automatic");
    }
    if (arrival.channel() == Channel.PHONE) {
      return Optional.of(SPOKEN);
    }
    if (promise == null || arrival.sender() == null) {
      return Optional.of("nobody-to-tell");
    }
    if (draft.left() != null) {
      return Optional.empty();
    }
    if (arrival.today() >= arrival.limits().perSenderADay()) {
      return Optional.of(TOO_MANY + "-for-sender");
    }
    return toldToday(draft) >= arrival.limits().perCaseADay()
        ? Optional.of(TOO_MANY + "-for-case")
        : Optional.empty();
  }

  /** Acknowledgements that this sender had in this case in the 24 hours before. */
  private static long toldToday(Draft draft) {
    Instant dayBefore = draft.now().minus(Duration.ofDays(1));
    String sender = draft.contact().map(Participant::link).orElse(null);
    return draft
        .before
        .happened(CaseEvent.Told.class)
        .filter(one -> one.kind().equals(Notice.Kind.ACKNOWLEDGEMENT.name()))
        .filter(one -> one.link().equals(sender) && one.at().isAfter(dayBefore))
        .count();
  }

  /** The notice that opening this case decided on: its official and promise are the stored ones. */
  static Outgoing again(Case stored, CaseEvent.Told told, Arrival arrival, Moment moment) {
    String responsible = stored.responsibilities().get(0).official();
    String owner =
        stored.acting().stream()
            .filter(one -> one.promise() == null && one.from().equals(stored.openedAt()))
            .map(Acting::official)
            .findFirst()
            .orElse(responsible);
    Promise promise = stored.promises().get(0);
    Who who = who(stored, responsible, owner, promise, moment);
    Map<String, String> facts = facts(stored, who, promise, arrival, moment, stored.route().left());
    stored.promises().stream()
        .filter(one -> one.kind() == PromiseKind.DECISION && one.madeAt().equals(promise.madeAt()))
        .findFirst()
        .ifPresent(one -> decision(facts, one));
    Participant to = stored.anybody(told.link()).orElseThrow();
    Notice notice =
        Telling.notice(stored, to, Notice.Kind.ACKNOWLEDGEMENT, told.channel(), who.acts(), facts);
    Outgoing entry = Outgoing.waiting(told.entry(), notice, moment.now());
    return stored.demo() ? entry.held() : entry;
  }

  /** That the law has a decision made besides, and by when. */
  private static void decision(Map<String, String> facts, Promise decision) {
    facts.put("decision", decision.due().toString());
  }

  private static Map<String, String> facts(
      Case about, Who who, Promise promise, Arrival arrival, Moment moment, String left) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("promise", promise.kind().name());
    facts.put("due", promise.due().toString());
    if (arrival.messageId() != null) {
      facts.put("inReplyTo", arrival.messageId());
      facts.put("references", references(arrival));
    }
    // A topic that is only suggested is another case's: not for this reader.
    Stream<String> topic =
        about.suggested() == null ? Stream.ofNullable(about.topic()) : Stream.empty();
    Stream.concat(topic, arrival.heard().named())
        .flatMap(one -> Dues.principle(moment.directory(), one).stream())
        .findFirst()
        .ifPresent(one -> facts.put("meanwhile", one.meanwhile().in(arrival.language())));
    if (Vouching.settles(about.route())) {
      facts.put("vouch", "yes");
    }
    if (left != null) {
      facts.put("left", left);
    }
    returns(who.acts(), moment).ifPresent(at -> facts.put("returns", at.toString()));
    if (who.away() != null) {
      facts.put("actingFor", who.away());
      Deputising.back(who.away(), moment).ifPresent(back -> facts.put("back", back));
    }
    return facts;
  }

  /** When who works days of their own does so next, unless that is today. */
  private static Optional<Instant> returns(String official, Moment moment) {
    Directory directory = moment.directory();
    LocalDate today = LocalDate.ofInstant(moment.now(), directory.zone());
    return directory
        .official(official)
        .filter(one -> one.hours() != null)
        .flatMap(one -> directory.back(official, moment.now()))
        .filter(at -> LocalDate.ofInstant(at, directory.zone()).isAfter(today));
  }

  private static String references(Arrival arrival) {
    List<String> earlier = arrival.threads();
    StringBuilder all = new StringBuilder();
    for (int i = Math.min(earlier.size(), 10) - 1; i >= 0; i--) {
      all.append(earlier.get(i)).append(' ');
    }
    return all.append(arrival.messageId()).toString();
  }
}
