package nl.aanspreekpunt.story;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Done;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Revising;
import nl.aanspreekpunt.casework.words.Likeness;
import nl.aanspreekpunt.casework.words.Veil;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;

/** Stories are told, checked by a named person, published without names, read, and withdrawn. */
public final class StoryWork {
  private static final int COMPARED = 100;
  private static final int BESIDE = 2;
  private static final int SHORTEST = 10;
  private static final int A_QUARTER = 1_000_000;

  private final Stories stories;
  private final Cases cases;
  private final Casework casework;
  private final Outbox outbox;
  private final String editor;
  private final Revising<Story> revising;

  /**
   * @param editor who checks all of them (official id); null: the coordinator of the team
   */
  public StoryWork(Stories stories, Cases cases, Casework casework, Outbox outbox, String editor) {
    this.stories = stories;
    this.cases = cases;
    this.casework = casework;
    this.outbox = outbox;
    this.editor = editor;
    this.revising =
        new Revising<Story>(
            "story",
            "story-unknown",
            stories::find,
            (before, after) -> stories.replace(after, before.version()));
  }

  /** Who checks all of them (official id); null: the coordinator of each team. */
  public String editor() {
    return editor;
  }

  public Stories stories() {
    return stories;
  }

  /** What somebody tells. */
  public record Told(
      Story.Went went, String words, String particular, Story.Consent consent, boolean beside) {}

  /** Id of what one participant tells about a case: one story at a time. */
  public static String ofCitizen(String number, String link) {
    return number + "-" + link;
  }

  /** It closed, also when it opened again since: who was not helped has a story to tell. */
  public static boolean ended(Case one) {
    return !one.open() || one.happened(CaseEvent.Closed.class).findAny().isPresent();
  }

  /** By who takes part in a case, after it closed. */
  public Future<Done<Story>> citizen(Case one, String link, Told told) {
    return !ended(one)
        ? Future.succeededFuture(Done.refused("story-open", null))
        : tell(ofCitizen(one.id(), link), null, link, one, one.team(), told);
  }

  /**
   * By an official.
   *
   * @param id made by who sends it, so that the same is told once
   * @param one null: about no case
   */
  public Future<Done<Story>> official(String id, Official by, Case one, Told told) {
    return tell(id, by.id(), null, one, one == null ? by.team() : one.team(), told);
  }

  private Future<Done<Story>> tell(
      String id, String by, String link, Case one, String team, Told told) {
    if (told.went() == null) {
      return Future.succeededFuture(Done.refused("story-went", "went"));
    }
    if (told.consent() == null) {
      return Future.succeededFuture(Done.refused("story-consent", "consent"));
    }
    String words = told.words().strip();
    boolean said = told.consent() == Story.Consent.NONE || words.length() >= SHORTEST;
    if (!said || words.length() > Story.LONGEST) {
      return Future.succeededFuture(Done.refused("story-words", "words"));
    }
    if (told.particular().length() > Story.LONGEST) {
      return Future.succeededFuture(Done.refused("text-too-long", "particular"));
    }
    Instant now = casework.moment().now();
    Story story =
        new Story(
            id,
            1,
            by,
            link,
            one == null ? null : one.id(),
            team,
            one == null ? null : one.topic(),
            one != null && one.hidesSubject(),
            one == null ? List.of() : concerned(one),
            told.went(),
            words,
            told.particular().strip(),
            told.consent(),
            told.beside(),
            Story.State.TOLD,
            null,
            now,
            now,
            List.of(),
            null,
            null);
    boolean demo = one != null && one.demo();
    return asked(story, demo).compose(done -> keep(story));
  }

  /** Whom it may be about: who is responsible does not check what is told of their own case. */
  private static List<String> concerned(Case one) {
    return Stream.concat(one.barred().stream(), Stream.of(one.official())).distinct().toList();
  }

  /** First who checks it hears of it: a crash after leaves a notice too many, no story unseen. */
  private Future<Void> asked(Story story, boolean demo) {
    if (story.consent() == Story.Consent.NONE) {
      return Future.succeededFuture();
    }
    Moment moment = casework.moment();
    String checker = checker(story);
    Notice notice =
        new Notice(
            "story-" + checker,
            Notice.Kind.ADMINISTRATION,
            Channel.DIGEST,
            moment.directory().official(checker).map(Official::email).orElse(""),
            checker,
            null,
            "nl",
            Map.of("what", "story", "page", "/werk/verhalen/" + story.id()));
    Instant from = moment.directory().hours(checker).opening(moment.now());
    String entry = "story." + story.id() + "." + story.toldAt().toEpochMilli();
    Outgoing made = Outgoing.waiting(entry, notice, moment.now(), from);
    return outbox.add(List.of(demo ? made.held() : made));
  }

  private Future<Done<Story>> keep(Story story) {
    return stories
        .add(story)
        .compose(first -> first ? Future.succeededFuture(Done.of(story)) : anew(story));
  }

  /** What was withdrawn may be told again, what was tapped gets words; what stands stays. */
  private Future<Done<Story>> anew(Story story) {
    return revising.change(
        story.id(),
        before ->
            before.gone() || (before.tapped() && !story.words().isEmpty())
                ? Done.of(story.after(before))
                : Done.refused("story-told", null));
  }

  /** Who checks it (official id): never whom its case concerns, nor who told it. */
  public String checker(Story story) {
    Moment moment = casework.moment();
    Optional<Team> team = moment.directory().team(story.team());
    return Stream.of(
            editor, team.map(Team::coordinator).orElse(null), team.map(Team::manager).orElse(null))
        .filter(Objects::nonNull)
        .filter(one -> !story.barred().contains(one))
        .filter(one -> !one.equals(story.by()))
        .filter(one -> moment.directory().employed(one, moment.now()))
        .map(one -> here(one, story, moment))
        .findFirst()
        .orElseGet(
            () ->
                moment.directory().officials().stream()
                    .filter(one -> one.roles().contains(Role.ADMINISTRATOR))
                    .map(Official::id)
                    .filter(one -> !story.barred().contains(one))
                    .findFirst()
                    .orElse(""));
  }

  public boolean checks(String official, Story story) {
    return story.consent() != Story.Consent.NONE && checker(story).equals(official);
  }

  /**
   * What waits to be checked by somebody, latest first.
   *
   * @param leads whether they lead a team: nobody else checks, but for the editor
   */
  public Future<List<Story>> toCheck(String official, boolean leads) {
    return leads || official.equals(editor)
        ? stories
            .waiting(null, COMPARED)
            .map(all -> all.stream().filter(one -> checks(official, one)).toList())
        : Future.succeededFuture(List.of());
  }

  private static String here(String official, Story story, Moment moment) {
    return moment.directory().actingFor(official, moment.now(), moment.now(), story.barred()).id();
  }

  /** What a program sees in it that points to somebody, with plain words in the place. */
  public Future<Story.Published> proposed(Story story, Function<Veil.Kind, String> plain) {
    return veil(story)
        .map(
            veil ->
                new Story.Published(
                    veil.over(story.words(), plain).text(),
                    veil.over(story.particular(), plain).text()));
  }

  private Future<Veil> veil(Story story) {
    Future<Optional<Case>> one =
        story.about() == null
            ? Future.succeededFuture(Optional.empty())
            : cases.find(story.about());
    return one.map(found -> Veil.of(found.orElse(null), casework.moment().directory()));
  }

  /**
   * As others read it, by who checked it.
   *
   * @param noNames words with a capital of which they said that they are nobody's name
   */
  public Future<Done<Story>> publish(
      String id, Story.Published as, List<String> noNames, String by, Instant at) {
    return stories
        .find(id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Done.refused("story-unknown", null))
                    : veil(found.get())
                        .compose(
                            veil ->
                                revising.change(
                                    id, story -> published(story, veil, as, noNames, by, at))));
  }

  private static Done<Story> published(
      Story story, Veil veil, Story.Published as, List<String> noNames, String by, Instant at) {
    if (story.gone() || story.consent() == Story.Consent.NONE) {
      return Done.refused("story-no-consent", null);
    }
    if (as.words().strip().length() < SHORTEST || as.words().length() > Story.LONGEST) {
      return Done.refused("story-words", "words");
    }
    if (!veil.in(as.words()).isEmpty()) {
      return Done.refused("story-names", "words");
    }
    if (as.particular().length() > Story.LONGEST || !veil.in(as.particular()).isEmpty()) {
      return Done.refused("story-names", "particular");
    }
    return noNames.containsAll(as.capitals())
        ? Done.of(story.published(as, by, at))
        : Done.refused("story-capitals", "no_names");
  }

  /** It cannot be published, by who checked it. */
  public Future<Done<Story>> aside(String id, String why, String by, Instant at) {
    return why.isBlank() || why.length() > Story.LONGEST
        ? Future.succeededFuture(Done.refused("story-why", "why"))
        : revising.change(
            id,
            story ->
                story.gone()
                    ? Done.refused("story-no-consent", null)
                    : Done.of(story.aside(why, by, at)));
  }

  /** At any time, by who told it: gone from every page at once. */
  public Future<Done<Story>> withdraw(String id, Instant at) {
    return revising.change(
        id, story -> story.gone() ? Done.of(story) : Done.of(story.withdrawn(at)));
  }

  /** All that was told about a case, when what is in it is to go. */
  public Future<Void> forget(String number, Instant at) {
    return stories
        .about(number, COMPARED)
        .compose(
            all -> Future.all(all.stream().map(one -> withdraw(one.id(), at)).toList()).mapEmpty());
  }

  /**
   * At most two that are like a case: about its topic, with words in both. One about a confidential
   * topic only where its teller said so.
   *
   * @param words of the case
   */
  public Future<List<Story>> beside(Case one, String words) {
    if (one.topic() == null) {
      return Future.succeededFuture(List.of());
    }
    Map<Story, Double> share = new HashMap<>();
    return stories
        .published(new Stories.Wanted(one.topic(), List.of(), false), null, COMPARED)
        .map(
            all ->
                all.stream()
                    .filter(story -> !one.id().equals(story.about()))
                    .filter(story -> !story.confidential() || story.beside())
                    .filter(
                        story -> {
                          Likeness.Shared shared =
                              Likeness.of(
                                  words,
                                  story.published().words() + " " + story.published().particular());
                          share.put(story, shared.share());
                          return shared.alike();
                        })
                    .sorted(Comparator.comparingDouble((Story story) -> -share.get(story)))
                    .limit(BESIDE)
                    .toList());
  }

  /** Somebody read one. */
  public Future<Void> read() {
    return stories.read(quarter(casework.moment()));
  }

  private static String quarter(Moment moment) {
    ZonedDateTime now = moment.now().atZone(moment.directory().zone());
    return name(now.getYear(), (now.getMonthValue() - 1) / 3 + 1);
  }

  private static String name(int year, int quarter) {
    return year + "-Q" + quarter;
  }

  /** How many were told, and how often one was read, in a quarter; about nobody. */
  public record Figures(long told, long read) {}

  /**
   * @param quarter from 1 to 4
   */
  public Future<Figures> figures(int year, int quarter) {
    ZonedDateTime from =
        ZonedDateTime.of(
            year, quarter * 3 - 2, 1, 0, 0, 0, 0, casework.moment().directory().zone());
    return stories
        .told(from.toInstant(), from.plusMonths(3).toInstant(), A_QUARTER)
        .compose(
            told -> stories.readings(name(year, quarter)).map(read -> new Figures(told, read)));
  }
}
