package nl.aanspreekpunt.demo;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import nl.aanspreekpunt.casework.Alert;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Done;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.chafe.Chafing;
import nl.aanspreekpunt.casework.chafe.Step;
import nl.aanspreekpunt.friction.Friction;
import nl.aanspreekpunt.friction.FrictionWork;
import nl.aanspreekpunt.friction.Report;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.story.Story;
import nl.aanspreekpunt.story.StoryWork;

/**
 * Tells a story of the demo step by step, each with the act that people do in the pages, at its
 * moment in the past. A step that is refused, or changes nothing, fails and says which it is.
 */
public final class Steps {
  private final Cases cases;
  private final Casework casework;
  private final FrictionWork frictions;
  private final StoryWork stories;
  private final TogetherSteps together;
  private final Days days;

  public Steps(
      Cases cases,
      Casework casework,
      FrictionWork frictions,
      StoryWork stories,
      TogetherSteps together,
      Days days) {
    this.cases = cases;
    this.casework = casework;
    this.frictions = frictions;
    this.stories = stories;
    this.together = together;
    this.days = days;
  }

  /**
   * @param number of the case that it is about
   */
  public Future<Void> tell(String number, Words story) {
    Future<Void> told = Future.succeededFuture();
    for (Words step : story.steps()) {
      told =
          told.compose(done -> cases.find(number))
              .compose(found -> step(found.orElseThrow(), step));
    }
    return told;
  }

  private Future<Void> step(Case one, Words said) {
    return switch (said.text("does")) {
      case "friction" -> chafes(one, said);
      case "story" -> story(one, said);
      case "link" -> together.link(one, said);
      case "so-far" -> together.soFar(one, said);
      default -> act(one, said);
    };
  }

  private Future<Void> act(Case one, Words said) {
    Instant at = days.at(said.text("at"));
    DemoActs acts = new DemoActs(one, said, by(one, said), at, days, casework.moment());
    return casework
        .receive(one.id(), acts.named(said.text("does")), at)
        .compose(decision -> changed(said, decision));
  }

  private static Future<Void> changed(Words said, Decision decision) {
    if (decision instanceof Decision.Refused no) {
      return refused(said, no.refusal());
    }
    return decision instanceof Decision.Changed
        ? Future.succeededFuture()
        : Future.failedFuture(said.where() + " changes nothing");
  }

  private static Future<Void> refused(Words said, Refusal why) {
    return Future.failedFuture(said.where() + " is refused: " + why.code() + " " + why.field());
  }

  /** Who does it (official id): the responsible official, unless it says who or in what role. */
  private String by(Case one, Words said) {
    Optional<Team> team = casework.moment().directory().team(one.team());
    return switch (said.find("by").orElse("")) {
      case "" -> one.official();
      case "coordinator" -> team.map(Team::coordinator).orElseThrow();
      case "manager" -> team.map(Team::manager).orElseThrow();
      case "on-call" ->
          one.care()
              .principled()
              .alert(one.topic())
              .flatMap(Alert::lastTold)
              .map(Alert.Told::official)
              .orElseThrow();
      default -> said.text("by");
    };
  }

  /** "This rule chafes here", and what its owner answered. */
  private Future<Void> chafes(Case one, Words said) {
    String by = one.official();
    Instant at = days.at(said.text("at"));
    Report report =
        new Report(
            by,
            at,
            one.team(),
            said.text("rule"),
            said.text("what"),
            said.text("helps"),
            one.id(),
            true);
    String key = "demo-" + one.id();
    Chafing here = new Chafing(FrictionWork.id(by, key), by, report.rule(), true, at);
    return casework
        .receive(one.id(), here, at)
        .compose(noted -> frictions.report(report, key, null))
        .compose(done -> done(said, done))
        .compose(
            friction ->
                said.within("answer")
                    .map(answer -> answered(friction, answer))
                    .orElseGet(Future::succeededFuture));
  }

  private Future<Void> answered(Friction friction, Words said) {
    return frictions
        .policy(friction)
        .compose(
            policy -> {
              Step step =
                  new Step(
                      days.at(said.text("at")),
                      policy.orElseThrow().official(),
                      Step.State.valueOf(said.text("state").toUpperCase(Locale.ROOT)),
                      said.text("text"),
                      null);
              return frictions.step(friction.id(), step, said.text("plain"));
            })
        .compose(done -> done(said, done))
        .mapEmpty();
  }

  private static Future<Friction> done(Words said, Done<Friction> done) {
    return done.refused()
        ? refused(said, done.refusal()).mapEmpty()
        : Future.succeededFuture(done.now());
  }

  /** What went well, told by the citizen or the official, and published when it says how. */
  private Future<Void> story(Case one, Words said) {
    StoryWork.Told told =
        new StoryWork.Told(
            Story.Went.WELL,
            said.text("text"),
            said.text("particular"),
            Story.Consent.valueOf(said.text("consent").toUpperCase(Locale.ROOT)),
            false);
    Moment now = casework.moment();
    Official official = now.directory().official(one.official()).orElseThrow();
    Future<Done<Story>> made =
        said.text("by").equals("citizen")
            ? stories.citizen(one, one.contact(), told)
            : stories.official("demo-" + one.id(), official, one, told);
    return made.compose(done -> storyDone(said, done))
        .compose(
            story ->
                said.within("published")
                    .map(as -> published(story, as, now.now()))
                    .orElseGet(Future::succeededFuture));
  }

  private Future<Void> published(Story story, Words as, Instant at) {
    Story.Published published = new Story.Published(as.text("text"), as.text("particular"));
    return stories
        .publish(story.id(), published, published.capitals(), stories.checker(story), at)
        .compose(done -> storyDone(as, done))
        .mapEmpty();
  }

  private static Future<Story> storyDone(Words said, Done<Story> done) {
    return done.refused()
        ? refused(said, done.refusal()).mapEmpty()
        : Future.succeededFuture(done.now());
  }
}
