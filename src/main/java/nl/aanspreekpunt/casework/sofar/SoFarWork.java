package nl.aanspreekpunt.casework.sofar;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Done;
import nl.aanspreekpunt.casework.Revising;
import nl.aanspreekpunt.casework.SoFarNote;
import nl.aanspreekpunt.citizen.Household;
import nl.aanspreekpunt.citizen.Households;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.store.Trying;

/** The story so far is written, read by who takes over, and corrected by whom it is about. */
public final class SoFarWork {
  public static final int LONGEST_CORRECTION = 2_000;
  private static final int OF_ONE = 50;

  private final SoFars stories;
  private final Households households;
  private final Cases cases;
  private final Casework casework;
  private final Trying trying;
  private final Clock clock;
  private final Revising<SoFar> revising;

  public SoFarWork(
      SoFars stories,
      Households households,
      Cases cases,
      Casework casework,
      Trying trying,
      Clock clock) {
    this.stories = stories;
    this.households = households;
    this.cases = cases;
    this.casework = casework;
    this.trying = trying;
    this.clock = clock;
    this.revising = new Revising<SoFar>("story so far", "sofar-none", stories::find, this::replace);
  }

  /**
   * Whom a story is about.
   *
   * @param id of the household, or citizen id
   * @param household null: a citizen alone
   */
  public record Subject(String id, Household household, List<String> citizens) {
    public static Subject of(String citizen, List<Household> theirs) {
      return theirs.stream()
          .filter(it -> !it.lasting().isEmpty() && it.holds(citizen))
          .min(Comparator.comparing(Household::at).thenComparing(Household::id))
          .map(it -> new Subject(it.id(), it, it.citizens()))
          .orElseGet(() -> new Subject(citizen, null, List.of(citizen)));
    }

    /**
     * Whether one of them may read it: who may see the questions of all it is about. A story of a
     * household is about whoever agreed to a link.
     */
    public boolean readBy(String citizen) {
      return household == null
          ? id.equals(citizen)
          : household.holds(citizen)
              && household.lasting().stream()
                  .map(Household.Link::of)
                  .distinct()
                  .allMatch(of -> of.equals(citizen) || household.rights(of, citizen).see());
    }
  }

  public Households households() {
    return households;
  }

  public Future<Subject> subject(String citizen) {
    return households.ofCitizen(citizen).map(all -> Subject.of(citizen, all));
  }

  public Future<Optional<SoFar>> find(Subject of) {
    return stories.find(of.id());
  }

  /**
   * A question that came after the story of its citizen was written says so from now on, so that
   * who has it reads that first; as it then is.
   */
  public Future<Case> known(Case one) {
    if (!one.open() || one.care().soFar() != null || one.care().policy() != null) {
      return Future.succeededFuture(one);
    }
    return subject(one.citizen())
        .compose(this::find)
        .compose(
            found ->
                found
                    .map(it -> casework.change(one.id(), NotingSoFar.Written.of(it)))
                    .map(noted -> noted.map(done -> after(done, one)))
                    .orElseGet(() -> Future.succeededFuture(one)));
  }

  private static Case after(Decision decision, Case one) {
    return decision instanceof Decision.Changed changed ? changed.after() : one;
  }

  /** The one before this, when there is one. */
  public Future<Optional<SoFar>> before(SoFar one, int number) {
    return stories.earlier(one.id(), number);
  }

  /** The latest questions of whom it is about. */
  public Future<List<Case>> questions(Subject of) {
    List<Future<List<Case>>> each =
        of.citizens().stream().map(citizen -> cases.ofCitizen(citizen, OF_ONE)).toList();
    return Future.all(each)
        .map(done -> each.stream().flatMap(all -> all.result().stream()).toList());
  }

  /**
   * Takes the place of the one that its author had seen; that stays beside it.
   *
   * @param seen the number of that; 0: none
   */
  public Future<Done<SoFar>> write(Subject of, SoFar.Parts parts, int seen, String by) {
    if (parts.all().stream().allMatch(String::isBlank)) {
      return Future.succeededFuture(Done.refused("sofar-empty", "wants"));
    }
    if (parts.all().stream().anyMatch(part -> part.length() > SoFar.LONGEST)) {
      return Future.succeededFuture(Done.refused("sofar-long", "wants"));
    }
    Instant now = clock.instant();
    Future<Done<SoFar>> written =
        seen == 0
            ? first(SoFar.first(of.id(), parts, by, now))
            : revising.change(
                of.id(),
                before ->
                    before.number() != seen
                        ? newer(before, parts)
                        : Done.of(before.written(parts, by, now)));
    return written.compose(
        done ->
            done.refused()
                ? Future.succeededFuture(done)
                : follow(of, done.now()).map(noted -> done));
  }

  private Future<Done<SoFar>> first(SoFar made) {
    return stories
        .add(made)
        .compose(
            first ->
                first
                    ? Future.succeededFuture(Done.of(made))
                    : stories
                        .find(made.id())
                        .map(found -> newer(found.orElseThrow(), made.parts())));
  }

  /** The same sent again is the same. */
  private static Done<SoFar> newer(SoFar there, SoFar.Parts parts) {
    return there.parts().equals(parts) ? Done.of(there) : Done.refused("sofar-newer", null);
  }

  public Future<Void> prepare() {
    return stories.prepare();
  }

  /** What a crash left: cases that are yet to say what happened. */
  public Future<Integer> tick() {
    return trying.each(
        SetAside.Queue.HOUSEHOLD,
        most -> stories.due(clock.instant(), most),
        OF_ONE,
        one -> "so-far." + one.id(),
        one -> subjectOf(one.id()).compose(of -> follow(of, one)));
  }

  private Future<Subject> subjectOf(String id) {
    return households
        .find(id)
        .map(
            found ->
                found
                    .map(it -> new Subject(id, it, it.citizens()))
                    .orElseGet(() -> new Subject(id, null, List.of(id))));
  }

  /** Its cases say that it was written, and what was said of it. */
  private Future<Void> follow(Subject of, SoFar one) {
    if (one.checkAt() == null) {
      return Future.succeededFuture();
    }
    Future<Void> done = note(of, NotingSoFar.Written.of(one));
    for (SoFar.Correction it : one.corrections()) {
      if (it.open()) {
        done =
            done.compose(
                before ->
                    casework
                        .change(it.number(), new NotingSoFar.Corrected(it.id()))
                        .<Void>mapEmpty());
      }
    }
    // When another change came first, that one follows it up.
    return done.compose(all -> stories.replace(one.noted(), one.version())).mapEmpty();
  }

  /** In each open question of whom it is about. */
  private Future<Void> note(Subject of, Act act) {
    return questions(of)
        .compose(
            all -> {
              Future<Void> done = Future.succeededFuture();
              for (Case one : all) {
                if (one.open() && one.care().policy() == null) {
                  done = done.compose(before -> casework.change(one.id(), act).mapEmpty());
                }
              }
              return done;
            });
  }

  /** Somebody read it, in a question that they have. */
  public Future<Done<SoFar>> read(Subject of, Case in, String by) {
    Instant now = clock.instant();
    return revising
        .change(
            of.id(),
            before -> Done.of(before.readBy(by) ? before : before.read(new SoFar.Reading(by, now))))
        .compose(
            done ->
                done.refused()
                    ? Future.succeededFuture(done)
                    : casework
                        .change(in.id(), new NotingSoFar.Read(by, done.now()))
                        .compose(noted -> readIn(of, by, done.now()))
                        .map(noted -> done));
  }

  /** Also in the other questions of theirs that they are to read it first for. */
  private Future<Void> readIn(Subject of, String by, SoFar story) {
    return questions(of)
        .compose(
            all -> {
              Future<Void> done = Future.succeededFuture();
              for (Case one : all) {
                if (SoFarNote.toRead(one, by)) {
                  done =
                      done.compose(
                          before ->
                              casework
                                  .change(one.id(), new NotingSoFar.Read(by, story))
                                  .<Void>mapEmpty());
                }
              }
              return done;
            });
  }

  /**
   * Whom it is about says what is otherwise, from the page of a question. It stands beside the
   * text.
   *
   * @param id made by who sends it, so that the same is said once
   */
  public Future<Done<SoFar>> correct(Subject of, String id, Case from, String name, String words) {
    if (words.isBlank() || words.length() > LONGEST_CORRECTION) {
      return Future.succeededFuture(Done.refused("sofar-correction", "words"));
    }
    SoFar.Correction one =
        new SoFar.Correction(
            id, from.id(), name, words.strip(), clock.instant(), null, null, null, null);
    return revising
        .change(
            of.id(),
            before ->
                before.correction(id).isPresent()
                    ? Done.of(before)
                    : before.full()
                        ? Done.refused("sofar-full", "words")
                        : Done.of(before.with(one)))
        .compose(
            done ->
                done.refused()
                    ? Future.succeededFuture(done)
                    : follow(of, done.now()).map(noted -> done));
  }

  /** An official takes a correction over, or says why not. */
  public Future<Done<SoFar>> answer(
      Subject of, String correction, boolean taken, String why, String by) {
    String reason = why == null ? "" : why.strip();
    if ((!taken && reason.isEmpty()) || reason.length() > LONGEST_CORRECTION) {
      return Future.succeededFuture(Done.refused("sofar-why", "why"));
    }
    Instant now = clock.instant();
    return revising.change(
        of.id(),
        before ->
            before
                .correction(correction)
                .map(
                    it ->
                        it.open()
                            ? Done.of(
                                before.with(
                                    new SoFar.Correction(
                                        it.id(),
                                        it.number(),
                                        it.name(),
                                        it.words(),
                                        it.at(),
                                        by,
                                        now,
                                        taken,
                                        taken ? null : reason)))
                            : Done.of(before))
                .orElseGet(() -> Done.refused("sofar-unknown", null)));
  }

  /** What was is kept before something else takes its place. */
  private Future<Boolean> replace(SoFar before, SoFar after) {
    Future<Void> kept =
        after.number() > before.number()
            ? stories.keep(before.earlier())
            : Future.succeededFuture();
    return kept.compose(there -> stories.replace(after, before.version()));
  }
}
