package nl.aanspreekpunt.phone;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.CallStep;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Route;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.inbox.Pipeline;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Numbers;
import nl.aanspreekpunt.official.OwnNumber;
import nl.aanspreekpunt.official.OwnNumber.Meaning;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.phone.Conversation.Move;
import nl.aanspreekpunt.phone.Conversation.Next;
import nl.aanspreekpunt.phone.Script.Turn;
import nl.aanspreekpunt.routing.Routing;

/**
 * Answers the telephone. Each turn of a call is decided once and kept before it is answered, so
 * that one that is reported again is answered the same; what follows for the case is done
 * afterwards.
 */
public final class Telephone {
  private static final int TRIES = 5;

  private final Calls calls;
  private final Whom whom;
  private final Cases cases;
  private final Pipeline inbox;
  private final Directories directories;
  private final Numbers numbers;
  private final Script script;
  private final Settling settling;
  private final Picking picking;
  private final Settings settings;
  private final Clock clock;

  /**
   * How the telephone is answered.
   *
   * @param municipality its name, as it is said
   * @param base where the provider comes for turns, without a slash at the end
   * @param shown E.164 that an official sees who is rung; null: the number that was called
   * @param through E.164 that is rung when nothing can be kept; null: nobody is
   */
  public record Settings(String municipality, String base, String shown, String through) {}

  /** What it stands on. */
  public record Parts(
      Calls calls,
      Identities identities,
      Routing routing,
      Cases cases,
      Casework casework,
      Pipeline inbox,
      Directories directories) {}

  public Telephone(Parts parts, Lines lines, Voices voices, Settings settings, Clock clock) {
    this.calls = parts.calls();
    this.whom =
        new Whom(parts.identities(), parts.routing(), parts.cases(), parts.directories(), clock);
    this.cases = parts.cases();
    this.inbox = parts.inbox();
    this.directories = parts.directories();
    this.numbers = parts.directories().current().numbers();
    this.settings = settings;
    this.clock = clock;
    Twiml twiml = new Twiml(voices);
    script = new Script(lines, twiml, settings.base(), settings.shown());
    Timeline timeline = new Timeline(cases, parts.casework());
    settling = new Settling(calls, inbox, timeline, clock);
    picking =
        new Picking(
            calls, whom, cases, directories, lines, twiml, settling, settings.base(), clock);
  }

  Picking picking() {
    return picking;
  }

  Calls calls() {
    return calls;
  }

  Settling settling() {
    return settling;
  }

  /** Calls that are over come to their case; completes with how many were looked at. */
  public Future<Integer> tick() {
    return settling.tick();
  }

  /** Where a call goes that is taken in: as it was decided when it was to be connected. */
  public Future<Optional<Route>> decided(Receipt receipt) {
    return calls
        .find(receipt.facts().getOrDefault(Taken.CALL, ""))
        .map(found -> found.map(Call::route));
  }

  /** What is heard where nothing can be kept. */
  public String fallback() {
    return script.fallback(settings.through());
  }

  /**
   * Somebody calls.
   *
   * @param from E.164; null: withheld
   * @param to E.164 of ours
   */
  Future<String> comesIn(String sid, String from, String to) {
    return calls
        .find(sid)
        .compose(
            known ->
                known
                    .map(one -> Future.succeededFuture(one.course().answers().get(0)))
                    .orElseGet(() -> first(sid, from, to)));
  }

  private Future<String> first(String sid, String from, String to) {
    Instant now = clock.instant();
    Call unknown = Call.in(sid, from, to, "nl", now);
    return whom.caller(unknown)
        .compose(
            caller -> {
              Call call =
                  unknown
                      .speaking(language(caller))
                      .step(now, CallStep.CAME_IN, "citizen", null, meaning(to));
              Turn turn = script.turn(Conversation.next(call, Heard.NOTHING, now), plain(call));
              return calls
                  .add(turn.call())
                  .compose(
                      added ->
                          added ? Future.succeededFuture(turn.answer()) : comesIn(sid, from, to));
            });
  }

  /**
   * A call that is over, of which the webhooks brought nothing, or not the end. Whoever could be
   * called back has somebody who sees to that; again: nothing changes.
   *
   * @param from E.164; null: withheld
   * @return true when nothing was known of it
   */
  public Future<Boolean> missed(String sid, String from, String to, Instant at, int seconds) {
    return calls
        .find(sid)
        .compose(
            known ->
                known.isPresent()
                    ? settling.ended(sid, seconds).map(false)
                    : missed(Call.in(sid, from, to, "nl", at)));
  }

  private Future<Boolean> missed(Call unknown) {
    return whom.caller(unknown)
        .compose(
            caller -> {
              Call call =
                  unknown
                      .speaking(language(caller))
                      .step(unknown.startedAt(), CallStep.CAME_IN, "citizen", null)
                      .step(unknown.startedAt(), CallStep.MISSED, "hub", null);
              return call.citizen() == null
                  ? Future.succeededFuture(call)
                  : whom.found(call, caller)
                      .map(found -> call.routed(found.route()).at(found.caseNumber()));
            })
        .compose(call -> calls.add(call.ended(clock.instant())));
  }

  private static String language(Optional<Identity> caller) {
    return caller.map(Identity::language).filter(Lines.LANGUAGES::contains).orElse("nl");
  }

  /** What the number is for, in a word for the timeline; null: for everybody. */
  private String meaning(String number) {
    Directory directory = directories.current();
    Meaning of = numbers.of(number).map(OwnNumber::meaning).orElse(new Meaning.General());
    if (of instanceof Meaning.OfTopic topic) {
      return directory.topic(topic.id()).map(Topic::name).map(it -> it.in("nl")).orElse(null);
    }
    if (of instanceof Meaning.OfTeam team) {
      return directory.team(team.id()).map(Team::name).orElse(null);
    }
    return of instanceof Meaning.OfOfficial ? owner(number) : null;
  }

  /** Whose own number it is; null: nobody's. */
  private String owner(String number) {
    return numbers
        .of(number)
        .map(OwnNumber::meaning)
        .filter(Meaning.OfOfficial.class::isInstance)
        .map(of -> ((Meaning.OfOfficial) of).id())
        .map(id -> directories.current().successorOf(id, clock.instant()).name())
        .orElse(null);
  }

  private Facts plain(Call call) {
    return Facts.plain(
        clock.instant(),
        directories.current().zone(),
        settings.municipality(),
        owner(call.number()));
  }

  /** The next turn, in the order in which they are asked for; one that was answered is again. */
  Future<String> turn(String sid, int turn, Heard heard) {
    return turn(sid, turn, heard, TRIES);
  }

  private Future<String> turn(String sid, int turn, Heard heard, int tries) {
    return calls
        .find(sid)
        .map(found -> found.orElseThrow(() -> new Changing.NoSuchCall(sid)))
        .compose(
            call ->
                turn < call.course().answers().size()
                    ? Future.succeededFuture(call.course().answers().get(turn))
                    : goOn(call, heard)
                        .compose(
                            next ->
                                calls
                                    .replace(next.call().next(), call.version())
                                    .compose(
                                        written ->
                                            written
                                                ? answered(next)
                                                : again(sid, turn, heard, tries))));
  }

  private Future<String> again(String sid, int turn, Heard heard, int tries) {
    return tries <= 1
        ? Future.failedFuture("call " + sid + " changes too often")
        : turn(sid, turn, heard, tries - 1);
  }

  private Future<String> answered(Turn turn) {
    settling.put(turn.call());
    return Future.succeededFuture(turn.answer());
  }

  private Future<Turn> goOn(Call call, Heard heard) {
    Next next = Conversation.next(call, heard, clock.instant());
    if (!call.goesOn() && next.move() != Move.STORED && next.move() != Move.PROMISE) {
      return Future.succeededFuture(
          new Turn(
              next.call().on(next.call().course().at(Course.Stage.OVER).answered(Twiml.EMPTY)),
              Twiml.EMPTY));
    }
    return switch (next.move()) {
      case GREET, ASK_NUMBER, OVER -> Future.succeededFuture(script.turn(next, plain(call)));
      default -> whom.caller(call).compose(caller -> known(next, caller));
    };
  }

  private Future<Turn> known(Next next, Optional<Identity> caller) {
    return whom.found(next.call(), caller)
        .compose(
            found -> {
              Next decided = decided(next, found);
              boolean callable = Whom.callable(caller, clock.instant());
              boolean keeps = next.move() == Move.PROMISE || next.move() == Move.STORED;
              return keeps
                  ? kept(decided, callable).map(one -> script.turn(one.next(), one.facts()))
                  : Future.succeededFuture(
                      script.turn(decided, facts(decided.call(), found, callable, null)));
            });
  }

  /** Kept to from now on, whatever the rules would say later. */
  private Next decided(Next next, Whom.Found found) {
    Call call = next.call();
    if (call.route() != null) {
      return next;
    }
    LineUp lineUp = new LineUp(directories.current(), numbers);
    List<String> ring = lineUp.of(found.official(), found.barred(), clock.instant());
    Call routed = call.routed(found.route()).at(found.caseNumber());
    return new Next(routed.on(routed.course().toRing(ring)), next.move(), next.again());
  }

  private Facts facts(Call call, Whom.Found found, boolean callable, Facts.Returns promised) {
    Instant now = clock.instant();
    LineUp lineUp = new LineUp(directories.current(), numbers);
    Facts.Who responsible = whom.who(found.official());
    Facts.Returns returns = promised == null ? whom.returns(found) : promised;
    return new Facts(
        now,
        directories.current().zone(),
        settings.municipality(),
        null,
        responsible,
        callable ? rung(call, lineUp, responsible) : null,
        callable,
        call.course().ring().isEmpty()
            && !directories.current().hours(found.official()).openAt(now),
        returns);
  }

  /** Null when everybody was rung, or nobody can be. */
  private Facts.Rung rung(Call call, LineUp lineUp, Facts.Who responsible) {
    Optional<String> next = call.course().nextToRing();
    Optional<String> number = next.flatMap(lineUp::number).filter(to -> !to.equals(call.citizen()));
    if (number.isEmpty()) {
      return null;
    }
    boolean tried = call.official() != null && call.happened(CallStep.RANG);
    Facts.Who before = tried ? whom.who(call.official()) : responsible;
    String instead = next.get().equals(responsible.id()) && !tried ? null : before.name();
    return new Facts.Rung(whom.who(next.get()), number.get(), instead, tried);
  }

  private record Kept(Next next, Facts facts) {}

  /** The promise that is spoken is the one that is kept: it is stored before it is said. */
  private Future<Kept> kept(Next next, boolean callable) {
    Call call = next.call();
    String back = callable ? call.reachable().orElse(null) : null;
    return inbox
        .place(Taken.of(call, back, clock.instant()))
        .compose(cases::find)
        .map(Optional::orElseThrow)
        .map(
            one ->
                new Kept(
                    new Next(call.at(one.id()), next.move(), next.again()),
                    promised(one, callable)));
  }

  private Facts promised(Case one, boolean callable) {
    return new Facts(
        clock.instant(),
        directories.current().zone(),
        settings.municipality(),
        null,
        whom.who(one.official()),
        null,
        callable,
        false,
        whom.promised(one));
  }
}
