package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Arrival;
import nl.aanspreekpunt.casework.AwaySince;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Opening;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Receiving;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.casework.helped.AnsweringHelped;
import nl.aanspreekpunt.casework.helped.HelpedWords;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.citizen.Subjects;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Touch;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.routing.Question;
import nl.aanspreekpunt.routing.Routing;

/**
 * Puts a message where it belongs: its sender known, its case joined or opened, its sender told.
 */
public final class Placing {
  private final Identities identities;
  private final Routing routing;
  private final Cases cases;
  private final Casework casework;
  private final CaseNumbers numbers;
  private final Outbox outbox;
  private final Receipts receipts;
  private final Directories directories;
  private final Arriving arriving;
  private final Routed routed;
  private final OnCallAnswers onCall;
  private final PartnerReplies partner;
  private final Returns returns;
  private final SameMail sameMail;
  private final Doubtfuls doubtfuls;

  /**
   * A fact of a receipt: who called it a question (official id), though a filter called it spam.
   */
  static final String QUESTION = "question";

  /** The result of what waits for somebody to say whether it is a question. */
  static final String DOUBTFUL = "doubtful";

  /** Told of each route that was taken, for the figures and for Today. */
  public interface Routed {
    void routed(Route route, Case placed);

    /** A letter that came back, or arrived after all: whoever is to know is told. */
    default Future<Void> returned(Outgoing outcome) {
      return Future.succeededFuture();
    }

    /** Whether it is a test of a channel that came in again: nobody's question. */
    default Future<Boolean> test(Receipt receipt, Inbound inbound) {
      return Future.succeededFuture(false);
    }

    /** Where it goes, when that was decided before it was received: of a call, as it was rung. */
    default Future<Optional<Route>> decided(Receipt receipt) {
      return Future.succeededFuture(Optional.empty());
    }

    /** Whether it only says that they want no text messages any more, or again. */
    default Future<Boolean> wish(Receipt receipt, Inbound inbound) {
      return Future.succeededFuture(false);
    }

    /** It is at its case: again when it is placed again. */
    default Future<Void> placed(Receipt receipt, String caseNumber) {
      return Future.succeededFuture();
    }

    /** Opens a case, which counts as its official's already while it does. */
    default Future<Boolean> opening(Case one, Supplier<Future<Boolean>> open) {
      return open.get();
    }
  }

  /**
   * Where a message went and why; {@code result} is for the receipt.
   *
   * @param topic what its case is about (topic id); null when that is not known
   */
  record Placed(String caseNumber, Match route, String result, String topic) {}

  public Placing(
      Identities identities,
      Routing routing,
      Cases cases,
      Casework casework,
      CaseNumbers numbers,
      Outbox outbox,
      Receipts receipts,
      Directories directories,
      Arrival.Limits limits,
      Doubtfuls doubtfuls,
      Routed routed) {
    this.identities = identities;
    this.routing = routing;
    this.cases = cases;
    this.casework = casework;
    this.numbers = numbers;
    this.outbox = outbox;
    this.receipts = receipts;
    this.directories = directories;
    this.arriving = new Arriving(routing, directories, limits);
    this.routed = routed;
    this.onCall = new OnCallAnswers(cases, casework, directories, outbox);
    this.partner = new PartnerReplies(cases, casework);
    this.returns = new Returns(routing, outbox, cases, casework, routed);
    this.sameMail = new SameMail(receipts);
    this.doubtfuls = doubtfuls;
  }

  Future<Placed> place(Receipt receipt, Inbound inbound) {
    return routed
        .test(receipt, inbound)
        .compose(test -> test ? Future.succeededFuture(true) : routed.wish(receipt, inbound))
        .compose(
            nobodys ->
                nobodys ? Future.succeededFuture(Returns.NEEDS_NOBODY) : placed(receipt, inbound));
  }

  /** What comes back of a letter first: its address proves it, whatever a filter says. */
  private Future<Placed> placed(Receipt receipt, Inbound inbound) {
    return returns
        .take(receipt, inbound, asked -> partner.answers(receipt, inbound, asked))
        .compose(
            taken ->
                taken.isPresent()
                    ? Future.succeededFuture(taken.get())
                    : fromAnybody(receipt, inbound));
  }

  private Future<Placed> fromAnybody(Receipt receipt, Inbound inbound) {
    return !maybeSpam(receipt, inbound)
        ? wanted(receipt, inbound)
        : doubtfuls.add(Doubtful.of(receipt, inbound)).map(new Placed(null, null, DOUBTFUL, null));
  }

  /** Who is proven and answers a letter of ours is asked for: it is their case's, read there. */
  private boolean maybeSpam(Receipt receipt, Inbound inbound) {
    boolean answers =
        inbound.doubt() == null && routing.answersOurs(inbound.recipients(), inbound.threads());
    return inbound.origin().spam() != null && !answers && !receipt.facts().containsKey(QUESTION);
  }

  private Future<Placed> wanted(Receipt receipt, Inbound inbound) {
    return onCall
        .answer(receipt, inbound)
        .compose(
            answered ->
                answered.isPresent()
                    ? Future.succeededFuture(answered.get())
                    : fromOutside(receipt, inbound));
  }

  private Future<Placed> fromOutside(Receipt receipt, Inbound inbound) {
    return routing
        .partner(inbound.recipients())
        .map(asked -> partner.answers(receipt, inbound, asked))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .compose(
            answered ->
                answered.isPresent()
                    ? Future.succeededFuture(answered.get())
                    : asCitizen(receipt, inbound));
  }

  private Future<Placed> asCitizen(Receipt receipt, Inbound inbound) {
    List<Touch> touches = onCall.touches(inbound);
    return asCitizen(receipt, inbound, touches)
        .compose(placed -> onCall.touched(receipt, touches, placed).map(placed))
        .compose(
            placed ->
                placed.caseNumber() == null
                    ? Future.succeededFuture(placed)
                    : routed.placed(receipt, placed.caseNumber()).map(placed));
  }

  private Future<Placed> asCitizen(Receipt receipt, Inbound inbound, List<Touch> touches) {
    return identify(receipt, inbound)
        .compose(
            sender -> {
              Arrival arrival = arriving.of(receipt, inbound, sender, touches);
              return receipt.caseNumber() != null
                  ? join(receipt, inbound, arrival, receipt.route(), receipt.caseNumber())
                  : openedBefore(receipt, 0)
                      .compose(
                          there ->
                              there.isPresent()
                                  ? goOn(there.get(), arrival)
                                  : once(receipt, inbound, sender, arrival));
            });
  }

  /** What came before by another route is there already. */
  private Future<Placed> once(
      Receipt receipt, Inbound inbound, Optional<Identity> sender, Arrival arrival) {
    return sender
        .map(known -> sameMail.before(receipt, inbound, known))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()))
        .compose(
            same ->
                same.isPresent()
                    ? Future.succeededFuture(
                        new Placed(same.get().caseNumber(), same.get().route(), "duplicate", null))
                    : route(receipt, inbound, sender, arrival));
  }

  /** The case that an earlier run opened: this one goes on there, whatever it would decide now. */
  private Future<Optional<Case>> openedBefore(Receipt receipt, int attempt) {
    if (receipt.tries() == 0) {
      return Future.succeededFuture(Optional.empty());
    }
    return cases
        .find(numbers.of(receipt.id(), attempt))
        .compose(
            found ->
                found.isEmpty() || found.get().holds(receipt.id())
                    ? Future.succeededFuture(found)
                    : openedBefore(receipt, attempt + 1));
  }

  private Future<Placed> goOn(Case there, Arrival arrival) {
    Moment moment = new Moment(there.openedAt(), directories.current());
    return tell(Opening.again(there, arrival, moment))
        .compose(told -> stillEmployed(there))
        .map(still -> new Placed(there.id(), there.route(), "opened", there.topic()));
  }

  private Future<Optional<Identity>> identify(Receipt receipt, Inbound inbound) {
    if (inbound.sender() == null) {
      return Future.succeededFuture(Optional.empty());
    }
    // Whoever pretends to be somebody gives them no other name, and a nickname is none.
    boolean named = inbound.doubt() == null && receipt.channel() != Channel.WHATSAPP;
    String name = named ? inbound.senderName() : null;
    Identity.Recent message =
        new Identity.Recent(
            receipt.id(),
            receipt.sentAt(),
            receipt.channel(),
            Subjects.key(inbound.subject()),
            name,
            inbound.messageId());
    String citizen = "c" + numbers.of(receipt.id(), 0);
    return language(inbound, citizen)
        .compose(it -> identities.sender(inbound.sender(), citizen, it, message))
        .map(Optional::of);
  }

  /** Whoever pretends to be somebody does not change theirs either. */
  private Future<String> language(Inbound inbound, String citizen) {
    return inbound.doubt() == null
        ? Future.succeededFuture(inbound.language())
        : identities
            .known(inbound.sender(), citizen, inbound.language())
            .map(known -> known.language() == null ? inbound.language() : known.language());
  }

  private Future<Placed> route(
      Receipt receipt, Inbound inbound, Optional<Identity> sender, Arrival arrival) {
    Question question = question(receipt, inbound, sender.orElse(null), callNumber(arrival));
    return routed
        .decided(receipt)
        .compose(
            before -> before.map(Future::succeededFuture).orElseGet(() -> routing.route(question)))
        .compose(
            route ->
                route.caseNumber() == null && staffAway(inbound)
                    ? Future.succeededFuture(new Placed(null, route.match(), "automatic", null))
                    : route.caseNumber() == null
                        ? open(receipt, inbound, sender, arrival, route, 0)
                        : receipts
                            .aim(receipt.id(), route.caseNumber(), route.match())
                            .compose(
                                aimed ->
                                    join(
                                        receipt,
                                        inbound,
                                        arrival,
                                        route.match(),
                                        route.caseNumber()))
                            .onSuccess(placed -> routed.routed(route, null)));
  }

  /** An official's own mailbox that answers by itself asks nothing: no citizen wrote it. */
  private boolean staffAway(Inbound inbound) {
    return arriving.automatic(inbound)
        && inbound.sender() != null
        && directories.current().officials().stream()
            .anyMatch(one -> inbound.sender().value().equalsIgnoreCase(one.email()));
  }

  private static String callNumber(Arrival arrival) {
    if (arrival.callback() != null) {
      return arrival.callback().phone();
    }
    return arrival.call() == null ? null : Arriving.phoneOf(arrival.sender()).orElse(null);
  }

  private Question question(Receipt receipt, Inbound inbound, Identity sender, String callNumber) {
    return new Question(
        receipt.id(),
        receipt.channel(),
        inbound.sender(),
        sender,
        inbound.recipients(),
        inbound.subject(),
        // What is quoted was said before, perhaps by us; but a message may be all quote.
        inbound.brief(),
        inbound.language(),
        inbound.topic(),
        inbound.neighbourhood(),
        inbound.complaint(),
        arriving.automatic(inbound),
        inbound.threads(),
        inbound.caseNumber(),
        callNumber,
        inbound.doubt(),
        directories.current(),
        receipt.receivedAt(),
        List.of(),
        List.of(),
        false,
        inbound.origin().forward());
  }

  private Future<Placed> join(
      Receipt receipt, Inbound inbound, Arrival arrival, Match route, String number) {
    Act receiving =
        HelpedWords.in(inbound.text())
            .<Act>map(said -> new AnsweringHelped(arrival, route, said))
            .orElseGet(() -> new Receiving(arrival, route));
    return casework
        .receive(number, receiving, receipt.receivedAt())
        .compose(
            decision ->
                decision instanceof Decision.Refused refused
                        && refused.refusal().code().equals(Receiving.JOINED)
                    ? joinFollowed(receipt, inbound, arrival, route, number)
                    : Future.succeededFuture(new Placed(number, route, "joined", topic(decision))));
  }

  private static String topic(Decision decision) {
    return decision instanceof Decision.Changed changed
        ? changed.after().topic()
        : decision instanceof Decision.Unchanged same ? same.as().topic() : null;
  }

  private Future<Placed> joinFollowed(
      Receipt receipt, Inbound inbound, Arrival arrival, Match route, String number) {
    return Joining.followed(cases, number)
        .map(Optional::orElseThrow)
        .compose(
            one ->
                one.joined()
                    ? Future.failedFuture("case " + number + " is being joined to another")
                    : receipts
                        .aim(receipt.id(), one.id(), route)
                        .compose(aimed -> join(receipt, inbound, arrival, route, one.id())));
  }

  private Future<Placed> open(
      Receipt receipt,
      Inbound inbound,
      Optional<Identity> sender,
      Arrival arrival,
      Route route,
      int attempt) {
    String number = numbers.of(receipt.id(), attempt);
    Moment moment = new Moment(receipt.receivedAt(), directories.current());
    String citizen = sender.map(Identity::citizen).orElse("c" + numbers.of(receipt.id(), 0));
    Opening opening = new Opening(arrival, route, inbound.subject(), citizen, inbound.demo());
    Opening.Opened opened = opening.as(number, moment);
    return routed
        .opening(opened.opened(), () -> cases.insert(opened.opened()))
        .compose(
            first -> {
              if (first) {
                routed.routed(route, opened.opened());
                return tell(opened.notices())
                    .compose(told -> stillEmployed(opened.opened()))
                    .map(
                        still ->
                            new Placed(number, route.match(), "opened", opened.opened().topic()));
              }
              return cases
                  .find(number)
                  .map(Optional::orElseThrow)
                  .compose(
                      there ->
                          there.holds(receipt.id())
                              ? goOn(there, arrival)
                              : open(receipt, inbound, sender, arrival, route, attempt + 1));
            });
  }

  private Future<Void> tell(List<Outgoing> notices) {
    return notices.isEmpty() ? Future.succeededFuture() : outbox.add(notices);
  }

  /**
   * Somebody may have left between the choice and the write, or since the message was received:
   * their work moves on at once. Who went away since is stood in for.
   */
  private Future<Case> stillEmployed(Case opened) {
    boolean leaves =
        directories.current().departures().stream()
            .anyMatch(one -> one.official().equals(opened.official()));
    Future<?> employed =
        leaves ? casework.change(opened.id(), Placing::unlessEmployed) : Future.succeededFuture();
    return employed
        .compose(
            moved ->
                AwaySince.from(opened, casework.moment()).isEmpty()
                    ? Future.succeededFuture()
                    : casework.change(opened.id(), new AwaySince()))
        .map(decision -> opened);
  }

  /** Who leaves on a day ahead keeps their work until then. */
  private static Decision unlessEmployed(Case opened, Moment moment) {
    Directory now = moment.directory();
    String official = opened.official();
    if (now.employed(official, moment.now())) {
      return new Decision.Unchanged(opened);
    }
    String successor = now.successorOf(official, moment.now(), opened.barred()).id();
    return new Reassigning(successor, "hub", "departure", "").on(opened, moment);
  }
}
