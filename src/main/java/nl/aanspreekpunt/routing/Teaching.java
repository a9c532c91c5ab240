package nl.aanspreekpunt.routing;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Confirming;
import nl.aanspreekpunt.casework.Correcting;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Joining;
import nl.aanspreekpunt.casework.Lesson;
import nl.aanspreekpunt.casework.Lessons;
import nl.aanspreekpunt.casework.Messages;
import nl.aanspreekpunt.casework.PuttingBack;
import nl.aanspreekpunt.casework.Righting;
import nl.aanspreekpunt.casework.Said;
import nl.aanspreekpunt.casework.Separating;
import nl.aanspreekpunt.casework.Successors;
import nl.aanspreekpunt.casework.Taken;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Identities;
import nl.aanspreekpunt.citizen.Identity;

/**
 * A named person puts messages where they belong, and the matcher remembers it: one act. What is
 * learned is on disk before the message moves, and forgotten when the move is refused.
 */
public final class Teaching {
  private final Casework casework;
  private final Identities identities;
  private final Lessons lessons;
  private final Vocabulary vocabulary;
  private final CaseNumbers numbers;
  private final Successors successors;
  private final Joining joining;
  private final Separating separating;
  private final Messages stored;
  private final Righting righting;
  private final Whose whose;
  private final SharedAddress sharing;
  private final Clock clock;

  public Teaching(
      Cases cases,
      Casework casework,
      Identities identities,
      Vocabulary vocabulary,
      CaseNumbers numbers,
      Successors successors,
      Clock clock) {
    this.casework = casework;
    this.identities = identities;
    this.lessons = vocabulary.lessons();
    this.vocabulary = vocabulary;
    this.numbers = numbers;
    this.successors = successors;
    this.joining = new Joining(cases, casework);
    this.separating = new Separating(cases, casework);
    this.stored = new Messages(cases);
    this.righting = new Righting(cases, casework, identities);
    this.whose = new Whose(casework, identities, righting, numbers);
    this.sharing = new SharedAddress(identities);
    this.clock = clock;
  }

  /**
   * Who does it, and how it is done once.
   *
   * @param differentCitizens they said that it is right also when it is of another citizen
   */
  public record By(String official, boolean differentCitizens, UnaryOperator<Act> once) {}

  /**
   * How messages begin a case of their own.
   *
   * @param subject of the first; null: as it was
   * @param topic null: as it was
   * @param stays with who has it, also when they do not know the topic
   */
  public record Own(String subject, String topic, boolean stays) {}

  /** What an uncertain match points to is right: it joins that case, or is what it says. */
  public Future<Decision> right(Case one, By by) {
    return one.suggested() == null
        ? casework.change(one.id(), by.once().apply(new Confirming(by.official())))
        : join(one, one.suggested(), by);
  }

  /** An uncertain match is a question of its own, whatever it points to. */
  public Future<Decision> own(Case one, By by) {
    return apart(one, one.suggested(), by)
        .compose(
            lessons ->
                taught(
                    Future.succeededFuture(lessons),
                    () ->
                        casework.change(
                            one.id(),
                            by.once().apply(new Confirming(by.official(), ids(lessons))))));
  }

  private static List<String> ids(List<Lesson> lessons) {
    return lessons.stream().map(Lesson::id).toList();
  }

  /**
   * It is from somebody else than the citizen we know by that address: several people use it, and
   * the question is of a citizen of its own.
   */
  public Future<Decision> somebodyElse(Case one, By by) {
    return sharing
        .said(one)
        .compose(
            undo ->
                apart(one, one.suggested(), by)
                    .compose(
                        lessons ->
                            taught(
                                Future.succeededFuture(lessons),
                                () ->
                                    whose.unknown(
                                        one,
                                        new Confirming(by.official(), ids(lessons)),
                                        by.once())))
                    .compose(decision -> undo.when(decision)));
  }

  /** It is of the citizen who is known by this address, or gave it as theirs. */
  public Future<Decision> citizen(Case one, Address address, By by) {
    return whose.of(one, address, by.official(), by.once());
  }

  /** The whole case belongs with another. */
  public Future<Decision> belongs(Case one, Case into, By by) {
    Future<List<Lesson>> learned =
        apart(one, into.id().equals(one.suggested()) ? null : one.suggested(), by)
            .compose(apart -> also(apart, belongs(one, first(one), into, by)));
    return taught(learned, () -> join(one, into.id(), by));
  }

  private Future<Decision> join(Case one, String into, By by) {
    return joining.join(one.id(), into, by.official(), by.differentCitizens(), by.once());
  }

  /** Some messages of a case become a case of their own. */
  public Future<Decision> split(Case one, List<String> messages, Own own, By by) {
    return citizen(one, messages)
        .compose(
            citizen ->
                taught(
                    apart(one, messages, by),
                    () ->
                        separating.split(
                            new Separating.What(one.id(), messages, by.official()),
                            new Separating.Own(
                                own.subject() == null ? one.subject() : own.subject(),
                                own.topic(),
                                citizen,
                                own.stays() ? null : successors),
                            numbers,
                            by.once())));
  }

  /** Some messages of a case belong with another; those that came by a join go back so. */
  public Future<Decision> move(Case one, List<String> messages, Case into, By by) {
    return by.differentCitizens() || into.joined()
        ? moved(one, messages, into, by)
        : citizens(one, messages)
            .compose(
                theirs ->
                    theirs.stream().allMatch(into.citizen()::equals)
                        ? moved(one, messages, into, by)
                        : Future.succeededFuture(Decision.refused(Joining.DIFFERENT_CITIZENS)));
  }

  private Future<Decision> moved(Case one, List<String> messages, Case into, By by) {
    Future<List<Lesson>> learned =
        into.joined()
            ? Future.succeededFuture(List.of())
            : apart(one, messages, by)
                .compose(
                    apart ->
                        apart.isEmpty()
                            ? Future.succeededFuture(apart)
                            : also(apart, belongs(one, messages.get(0), into, by)));
    return taught(
        learned,
        () ->
            separating.move(
                new Separating.What(one.id(), messages, by.official()), into.id(), by.once()));
  }

  /**
   * It is about another topic.
   *
   * @param words by which that is known the next time; null: nothing is taught
   * @param stays with who has it, also when they do not know the topic
   */
  public Future<Decision> topic(Case one, String topic, String words, boolean stays, By by) {
    Optional<Lesson> lesson = Taken.words(one, words, topic, by.official(), clock.instant());
    if (words != null && lesson.isEmpty()) {
      return Future.succeededFuture(Decision.refused("words", "words"));
    }
    return taught(
            Future.succeededFuture(lesson.stream().toList()),
            () ->
                casework.change(
                    one.id(),
                    by.once()
                        .apply(
                            new Correcting(
                                topic,
                                by.official(),
                                stays ? null : successors,
                                ids(lesson.stream().toList())))))
        .compose(done -> vocabulary.refresh().map(done));
  }

  /**
   * What was said of a case was a mistake: what was learned from it there holds no longer, and it
   * is as it was. Taken back first, so that a crash between leaves no lesson of a mistake; doing it
   * again finishes it.
   *
   * @param reason told to the citizen when they were promised a decision because of it; or null
   */
  public Future<Decision> putBack(Case one, PuttingBack.What what, String reason, By by) {
    Optional<Said> said =
        PuttingBack.said(one, what).filter(it -> PuttingBack.since(one, it).isEmpty());
    PuttingBack act = new PuttingBack(what, by.official(), reason);
    return learnedIn(one, said.map(Said::taught).orElse(List.of()))
        .compose(learned -> putBack(one, said, learned, act, by))
        .compose(righting::finish)
        .compose(done -> vocabulary.refresh().map(done));
  }

  private Future<Decision> putBack(
      Case one, Optional<Said> said, List<Lesson> learned, PuttingBack act, By by) {
    return each(learned, it -> lessons.revoke(it.id(), by.official(), clock.instant()))
        .compose(revoked -> sharing.takenBack(one, said))
        .compose(
            undo ->
                casework
                    .change(one.id(), by.once().apply(act))
                    .compose(decision -> undo.when(decision)))
        .compose(
            decision ->
                decision instanceof Decision.Refused
                    ? each(learned, lessons::teach).map(decision)
                    : Future.succeededFuture(decision));
  }

  /** Of these the ones that hold, and that nobody taught elsewhere since. */
  private Future<List<Lesson>> learnedIn(Case one, List<String> ids) {
    List<Future<Optional<Lesson>>> each = ids.stream().map(lessons::find).toList();
    return Future.all(each)
        .map(
            all ->
                each.stream()
                    .flatMap(found -> found.result().stream())
                    .filter(it -> it.holds() && it.about().equals(one.id()))
                    .toList());
  }

  /** A lesson holds no longer. */
  public Future<Void> revoke(Lesson lesson, String by) {
    return lessons.revoke(lesson.id(), by, clock.instant()).compose(done -> vocabulary.refresh());
  }

  private Future<Decision> taught(Future<List<Lesson>> learned, Supplier<Future<Decision>> act) {
    return learned.compose(
        all ->
            each(all, lessons::teach)
                .compose(known -> act.get())
                .compose(
                    decision ->
                        decision instanceof Decision.Refused
                            ? each(all, one -> lessons.forget(one.id())).map(decision)
                            : Future.succeededFuture(decision)));
  }

  private static Future<Void> each(List<Lesson> all, Function<Lesson, Future<Void>> how) {
    return Future.all(all.stream().map(how).toList()).mapEmpty();
  }

  private static Future<List<Lesson>> also(List<Lesson> some, Future<List<Lesson>> others) {
    return others.map(
        more -> {
          List<Lesson> all = new ArrayList<>(some);
          all.addAll(more);
          return all;
        });
  }

  private static String first(Case one) {
    return one.messages().stream().findFirst().map(in -> in.receipt()).orElse(one.openedBy());
  }

  /** An uncertain message does not belong with the case it points to (null: to none). */
  private Future<List<Lesson>> apart(Case one, String suggested, By by) {
    return suggested == null
        ? Future.succeededFuture(List.of())
        : known(one, first(one))
            .map(
                who ->
                    Taken.apart(one, first(one), suggested, who, by.official(), clock.instant()));
  }

  /** Messages do not belong with a case that they came to for nothing but their sender. */
  private Future<List<Lesson>> apart(Case one, List<String> messages, By by) {
    return messages.isEmpty() || !Taken.byAddress(one, messages.get(0))
        ? Future.succeededFuture(List.of())
        : known(one, messages.get(0))
            .map(
                who ->
                    Taken.apart(
                        one, messages.get(0), one.id(), who, by.official(), clock.instant()));
  }

  private Future<List<Lesson>> belongs(Case one, String message, Case into, By by) {
    return known(one, message)
        .map(who -> Taken.belongs(one, message, into.id(), who, by.official(), clock.instant()));
  }

  /** Who is known by the address a message came from. */
  private Future<Optional<Identity>> known(Case one, String message) {
    return stored.of(one).compose(all -> known(one, all, message));
  }

  private Future<Optional<Identity>> known(Case one, List<CaseEvent.Received> all, String message) {
    return all.stream()
        .filter(in -> in.receipt().equals(message))
        .findFirst()
        .flatMap(in -> one.participant(in.link() == null ? "" : in.link()))
        .map(who -> identities.find(who.address()))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  /** Who wrote each. */
  private Future<List<String>> citizens(Case one, List<String> messages) {
    return stored
        .of(one)
        .compose(
            all -> {
              List<Future<String>> each =
                  messages.stream()
                      .map(message -> known(one, all, message).map(who -> citizen(one, who)))
                      .toList();
              return Future.all(each)
                  .map(done -> each.stream().map(Future::result).distinct().toList());
            });
  }

  private Future<String> citizen(Case one, List<String> messages) {
    return messages.isEmpty()
        ? Future.succeededFuture(one.citizen())
        : known(one, messages.get(messages.size() - 1)).map(who -> citizen(one, who));
  }

  private static String citizen(Case one, Optional<Identity> who) {
    return who.map(Identity::citizen).orElse(one.citizen());
  }
}
