package nl.aanspreekpunt.web.follow;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.ContactAgreement;
import nl.aanspreekpunt.casework.Interleaving;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.casework.Separating;
import nl.aanspreekpunt.casework.Whose;
import nl.aanspreekpunt.casework.details.Retracting;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;

/**
 * A case as one participant may see it: the events that concern their address, in the order of time
 * and with those of what was joined to it, and the messages these name. Nothing of what was
 * exchanged with anybody else is even read.
 *
 * @param went cases where messages (receipt ids) are that went to another
 * @param agreed what was agreed about contact with who has this address; null: nothing
 * @param citizen of their address (citizen id); null: it is not known
 * @param standing their standing official (official id); null if nobody is
 */
record Followed(
    Case one,
    Participant participant,
    List<CaseEvent> events,
    Map<String, Receipt> received,
    Map<String, Outgoing> sent,
    Map<String, Case> went,
    String citizen,
    String standing,
    Identity.AgreedContact agreed) {

  /** Reads it from the store. */
  record From(Cases cases, Receipts receipts, Outbox outbox, Identities identities) {
    private static final int IN_A_PAGE = 50;
    private static final int MOST_PAGES = 10;
    private static final int MOST_EVENTS = 200;

    Future<Followed> read(Case one, Participant participant) {
      return events(one, participant, in -> true)
          .map(Followed.From::latest)
          .compose(events -> messages(one, participant, events));
    }

    /** Whether who has this address can ask to be called. */
    Future<Boolean> calls(Participant participant, Instant now) {
      return identities
          .find(participant.address())
          .map(known -> mayCall(known.map(Identity::contact).orElse(null), now));
    }

    /** Of which citizen (id) their address is known to be; null in the future: of nobody. */
    Future<String> citizen(Participant participant) {
      return identities
          .find(participant.address())
          .map(known -> known.map(Identity::citizen).orElse(null));
    }

    /**
     * What only the citizen says, or who may decide for them; that they were helped who is asked.
     */
    Future<Boolean> may(SignedLink link, String what) {
      Participant who = link.participant();
      return switch (what) {
        case "/geholpen" -> Future.succeededFuture(link.mayAnswer());
        case "/niet-geholpen", "/niet-meer" ->
            citizen(who).map(citizen -> Whose.decides(link.one(), who.link(), citizen));
        default -> Future.succeededFuture(true);
      };
    }

    /** That they take their question back. */
    Future<Act> retracting(Participant who) {
      return citizen(who).map(citizen -> new Retracting(who.link(), citizen));
    }

    /** For somebody else who may see it: not of what was joined to it and is confidential. */
    Future<Followed> shared(Case one, Participant participant) {
      return events(one, participant, in -> !in.hidesSubject())
          .map(Followed.From::latest)
          .compose(events -> messages(one, participant, events));
    }

    private Future<List<CaseEvent>> events(
        Case one, Participant participant, Predicate<Case> shown) {
      Future<List<Interleaving.Entry>> course = new Interleaving(cases).read(one, -1);
      int pages = one.paged() / IN_A_PAGE;
      List<Future<List<CaseEvent>>> older = new ArrayList<>();
      for (int n = Math.max(0, pages - MOST_PAGES); n < pages; n++) {
        older.add(cases.page(one.id(), n));
      }
      return Future.all(Stream.concat(older.stream(), Stream.of(course)).toList())
          .map(
              read ->
                  Stream.concat(
                          older.stream()
                              .flatMap(page -> page.result().stream())
                              .filter(event -> Followed.concerns(event, participant.link())),
                          course.result().stream()
                              .filter(entry -> shown.test(entry.in()))
                              .filter(entry -> concerns(entry, one, participant))
                              .map(Interleaving.Entry::event))
                      .sorted(Comparator.comparing(CaseEvent::at))
                      .toList());
    }

    /** What was exchanged with their address in a question that was joined to it is theirs too. */
    private static boolean concerns(Interleaving.Entry entry, Case one, Participant participant) {
      if (entry.in().id().equals(one.id())) {
        return Followed.concerns(entry.event(), participant.link());
      }
      return !(entry.event() instanceof CaseEvent.Reopened)
          && entry
              .in()
              .participant(participant.address())
              .filter(there -> Followed.concerns(entry.event(), there.link()))
              .isPresent();
    }

    private static List<CaseEvent> latest(List<CaseEvent> events) {
      return events.subList(Math.max(0, events.size() - MOST_EVENTS), events.size());
    }

    private Future<Followed> messages(Case about, Participant participant, List<CaseEvent> events) {
      List<String> all = ids(events, Followed::receipt);
      List<String> gone = all.stream().filter(it -> about.wentTo(it).isPresent()).toList();
      Future<Map<String, Case>> went = went(about, gone);
      Future<List<Receipt>> received =
          receipts.findAll(all.stream().filter(it -> !gone.contains(it)).toList());
      Future<List<Outgoing>> sent = outbox.findAll(ids(events, Followed::entry));
      Future<Optional<Identity>> known = identities.find(participant.address());
      return Future.all(received, sent, went, known)
          .map(
              read ->
                  new Followed(
                      about,
                      participant,
                      events,
                      byId(received.result(), Receipt::id),
                      byId(sent.result(), Outgoing::id),
                      went.result(),
                      known.result().map(Identity::citizen).orElse(null),
                      known.result().map(one -> one.standingFor(about.topic())).orElse(null),
                      known.result().map(Identity::contact).orElse(null)));
    }

    private Future<Map<String, Case>> went(Case about, List<String> gone) {
      Map<String, Case> there = new ConcurrentHashMap<>();
      return Future.all(
              gone.stream()
                  .map(
                      message ->
                          Separating.followed(cases, about.id(), message)
                              .onSuccess(found -> found.ifPresent(it -> there.put(message, it))))
                  .toList())
          .map(done -> there);
    }

    private static List<String> ids(List<CaseEvent> events, Function<CaseEvent, String> id) {
      return events.stream().map(id).filter(java.util.Objects::nonNull).distinct().toList();
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
      return all.stream().collect(Collectors.toMap(id, Function.identity(), (a, b) -> a));
    }
  }

  /** Whether they are its citizen, or may say yes or no for them. */
  boolean decides() {
    return Whose.decides(one, participant.link(), citizen);
  }

  /** Whether they can ask to be called: not while something else was agreed about contact. */
  boolean calls(Instant now) {
    return mayCall(agreed, now);
  }

  private static boolean mayCall(Identity.AgreedContact agreed, Instant now) {
    return agreed == null
        || !agreed.until().isAfter(now)
        || agreed.ways().contains(ContactAgreement.Way.PHONE.name());
  }

  private static boolean concerns(CaseEvent event, String link) {
    return (event instanceof CaseEvent.Received in && link.equals(in.link()))
        || (event instanceof CaseEvent.Replied out && link.equals(out.link()))
        || (event instanceof CaseEvent.Told told && link.equals(told.link()))
        || (event instanceof CaseEvent.Held held && bare(held) && link.equals(held.link()))
        || event instanceof CaseEvent.Reopened;
  }

  /** Nothing was agreed, so that no letter of it went. */
  private static boolean bare(CaseEvent.Held held) {
    return held.agreed().isEmpty() && held.theirs().isBlank();
  }

  private static String receipt(CaseEvent event) {
    return event instanceof CaseEvent.Received in ? in.receipt() : null;
  }

  private static String entry(CaseEvent event) {
    if (event instanceof CaseEvent.Replied out) {
      return out.entry();
    }
    return event instanceof CaseEvent.Told told ? told.entry() : null;
  }
}
