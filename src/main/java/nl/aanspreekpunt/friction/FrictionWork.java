package nl.aanspreekpunt.friction;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Done;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Revising;
import nl.aanspreekpunt.casework.chafe.PolicyCase;
import nl.aanspreekpunt.casework.chafe.Step;
import nl.aanspreekpunt.casework.decision.OwnReason;
import nl.aanspreekpunt.casework.words.Likeness;
import nl.aanspreekpunt.casework.words.Veil;

/**
 * What people do with what chafes. Each act is one conditional write of the friction; what follows
 * from it is done by {@link Following}, at once, and again by the clock when a crash came between.
 */
public final class FrictionWork {
  private static final int SHORTEST_WHY = 20;
  private static final int COMPARED = 200;
  private static final int SUGGESTED = 5;

  private final Frictions frictions;
  private final Following following;
  private final Cases cases;
  private final Casework casework;
  private final CaseNumbers numbers;
  private final Revising<Friction> revising;

  public FrictionWork(
      Frictions frictions,
      Following following,
      Cases cases,
      Casework casework,
      CaseNumbers numbers) {
    this.frictions = frictions;
    this.following = following;
    this.cases = cases;
    this.casework = casework;
    this.numbers = numbers;
    this.revising =
        new Revising<Friction>(
            "friction",
            "friction-unknown",
            frictions::find,
            (before, after) -> frictions.replace(after, before.version()));
  }

  public Frictions frictions() {
    return frictions;
  }

  /** One that is like another, and the words that stand in both. */
  public record Alike(Friction friction, Likeness.Shared shared) {}

  /**
   * The same under the same key is reported once.
   *
   * @param key made by who sends it; null: none
   * @param into the id of one that is the same, as a person says; null: none
   */
  public Future<Done<Friction>> report(Report report, String key, String into) {
    String id = key == null ? UUID.randomUUID().toString() : id(report.by(), key);
    return about(report)
        .compose(
            one -> {
              Optional<Done<Friction>> wrong = wrong(report, one.orElse(null));
              if (wrong.isPresent()) {
                return Future.succeededFuture(wrong.get());
              }
              Friction made = Friction.reported(id, report, numbers.of(PolicyCase.PREFIX + id, 1));
              return into == null ? add(made) : addTo(made, into);
            });
  }

  /** Id of what this official reports under a key. */
  public static String id(String by, String key) {
    return UUID.nameUUIDFromBytes((by + "\n" + key).getBytes(StandardCharsets.UTF_8)).toString();
  }

  private Future<Optional<Case>> about(Report report) {
    return report.about() == null
        ? Future.succeededFuture(Optional.empty())
        : cases.find(report.about());
  }

  private Optional<Done<Friction>> wrong(Report report, Case about) {
    if (blank(report.rule()) || report.rule().length() > Report.LONGEST_RULE) {
      return Optional.of(Done.refused("friction-rule", "rule"));
    }
    if (blank(report.what()) || report.what().length() > Report.LONGEST) {
      return Optional.of(Done.refused("friction-what", "what"));
    }
    if (report.helps().length() > Report.LONGEST) {
      return Optional.of(Done.refused("text-too-long", "helps"));
    }
    Veil veil = Veil.of(about, casework.moment().directory());
    for (String field : List.of("rule", "what", "helps")) {
      String text =
          switch (field) {
            case "rule" -> report.rule();
            case "what" -> report.what();
            default -> report.helps();
          };
      boolean citizens =
          veil.in(text).stream().anyMatch(one -> one.kind() != Veil.Kind.OFFICIAL && tells(one));
      if (citizens) {
        return Optional.of(Done.refused("friction-names", field));
      }
    }
    return Optional.empty();
  }

  /** A rule may have a number and a form a date: those point to nobody. */
  private static boolean tells(Veil.Found found) {
    return found.kind() != Veil.Kind.DAY && found.kind() != Veil.Kind.NUMBER;
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private Future<Done<Friction>> add(Friction made) {
    return frictions
        .add(made)
        .compose(first -> frictions.find(made.id()))
        .compose(found -> followed(found.orElseThrow()));
  }

  /** A person said that it is the same: it stands there from the first write. */
  private Future<Done<Friction>> addTo(Friction made, String into) {
    return Future.all(frictions.find(made.id()), frictions.find(into))
        .compose(
            both -> {
              Optional<Friction> there = both.resultAt(0);
              Optional<Friction> other = both.resultAt(1);
              if (there.isPresent()) {
                return followed(there.get());
              }
              return other.isEmpty() || other.get().ended() || other.get().gathered()
                  ? Future.succeededFuture(Done.refused("friction-into", "into"))
                  : add(
                      made.after(
                          new Step(
                              made.report().at(),
                              made.report().by(),
                              Step.State.GATHERED,
                              into,
                              null),
                          null));
            });
  }

  /** What is like it and open, the most alike first. */
  public Future<List<Alike>> alike(String id, String text) {
    return frictions
        .list(null, null, COMPARED)
        .map(
            all ->
                all.stream()
                    .filter(one -> !one.id().equals(id) && !one.ended())
                    .map(one -> new Alike(one, Likeness.of(text, one.text())))
                    .filter(one -> one.shared().alike())
                    .sorted(Comparator.comparingDouble((Alike one) -> -one.shared().share()))
                    .limit(SUGGESTED)
                    .toList());
  }

  /**
   * How it stands now, in its owner's own words.
   *
   * @param plain the same for everybody, without names; null: not
   */
  public Future<Done<Friction>> step(String id, Step step, String plain) {
    return changing(
        id,
        friction -> {
          if (friction.gathered()) {
            return Done.refused("friction-gathered", "state");
          }
          if (step.state() == Step.State.REPORTED || !step.state().says()) {
            return Done.refused("friction-state", "state");
          }
          String words = step.words() == null ? "" : step.words().strip();
          int least = step.state() == Step.State.LOOKED_AT ? 1 : SHORTEST_WHY;
          if (words.length() < least) {
            return Done.refused("friction-words", "words");
          }
          if (step.state() == Step.State.STAYS && !OwnReason.in(words)) {
            return Done.refused("friction-bare", "words");
          }
          if (words.length() > Report.LONGEST
              || (plain != null && plain.length() > Report.LONGEST)) {
            return Done.refused("text-too-long", "words");
          }
          boolean said = plain == null || plain.equals(friction.plain());
          if (said && friction.said().filter(last -> same(last, step)).isPresent()) {
            return Done.of(friction);
          }
          if (step.until() != null && !step.until().isAfter(step.at())) {
            return Done.refused("due-to-come", "until");
          }
          if (plain != null && !Veil.of(null, casework.moment().directory()).in(plain).isEmpty()) {
            return Done.refused("friction-names", "plain");
          }
          return Done.of(friction.after(step, plain));
        });
  }

  /** The form was sent twice, or from two windows at once. */
  private static boolean same(Step last, Step step) {
    return last.by().equals(step.by())
        && last.state() == step.state()
        && Objects.equals(last.words(), step.words())
        && Objects.equals(last.until(), step.until());
  }

  /** A person says that it is the same as another: that one's answer is for both. */
  public Future<Done<Friction>> gather(String id, String into, String by, Instant at) {
    return frictions
        .find(into)
        .compose(
            other -> {
              boolean fits = other.isPresent() && !other.get().ended() && !other.get().gathered();
              if (!fits || id.equals(into)) {
                return Future.succeededFuture(Done.refused("friction-into", "into"));
              }
              return frictions
                  .gathered(id, 1)
                  .compose(
                      has ->
                          has.isEmpty()
                              ? gatherInto(id, into, by, at)
                              : Future.succeededFuture(
                                  Done.refused("friction-has-others", "into")));
            });
  }

  private Future<Done<Friction>> gatherInto(String id, String into, String by, Instant at) {
    return changing(
        id,
        friction -> {
          if (friction.gathered() && friction.into().equals(into)) {
            return Done.of(friction);
          }
          if (friction.gathered() || friction.ended()) {
            return Done.refused("friction-gathered", "into");
          }
          return Done.of(friction.after(new Step(at, by, Step.State.GATHERED, into, null), null));
        });
  }

  /** It is not the same after all: it is answered by itself again, at its own due time. */
  public Future<Done<Friction>> split(String id, String by, Instant at) {
    return changing(
        id,
        friction ->
            friction.gathered()
                ? Done.of(
                    friction.after(new Step(at, by, Step.State.APART, friction.into(), null), null))
                : Done.refused("friction-apart", null));
  }

  private Future<Done<Friction>> changing(String id, Function<Friction, Done<Friction>> how) {
    return revising
        .change(id, how)
        .compose(done -> done.refused() ? Future.succeededFuture(done) : followed(done.now()));
  }

  private Future<Done<Friction>> followed(Friction changed) {
    return following
        .follow(changed)
        .compose(done -> frictions.find(changed.id()))
        .map(now -> Done.of(now.orElse(changed)));
  }

  /** Another is to answer it: at once, as any work that passes on. */
  public Future<Decision> owner(Friction friction, String to, String by, String note) {
    return casework
        .change(friction.number(), new Reassigning(to, by, "reassigned", note))
        .compose(decision -> following.follow(friction).map(decision));
  }

  /**
   * The case in which its answer is owed; empty while another's answers it, or before it opened.
   */
  public Future<Optional<Case>> policy(Friction friction) {
    return cases.find(friction.number());
  }

  /** Now, for who is to decide something. */
  public Moment moment() {
    return casework.moment();
  }

  /** What a crash left, and whoever answers or when that changed since all heard. */
  public Future<Integer> tick() {
    return following.tick();
  }
}
