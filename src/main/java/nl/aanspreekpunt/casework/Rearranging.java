package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.DirectoryLine;
import nl.aanspreekpunt.official.DirectoryRefused;
import nl.aanspreekpunt.official.FileChange;
import nl.aanspreekpunt.official.Moves;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Pin;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.official.Would;

/**
 * Teams and topics are merged, split or left out by the directory's file: their open work goes
 * where the file says, and a file that does not say it is refused. The steps are stored, and {@link
 * Distributing} carries them out, on any node and after a crash.
 */
public final class Rearranging {
  private static final int MOST = 2_000;

  /** A node that had not read the file yet may have placed a question as before. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final Reassignments reassignments;
  private final Cases cases;
  private final Directories directories;
  private final Successors successors;
  private final Clock clock;
  private volatile Looked looked = new Looked(0, Instant.MIN);

  private record Looked(long version, Instant at) {}

  public Rearranging(
      Reassignments reassignments,
      Cases cases,
      Directories directories,
      Successors successors,
      Clock clock) {
    this.reassignments = reassignments;
    this.cases = cases;
    this.directories = directories;
    this.successors = successors;
    this.clock = clock;
  }

  /**
   * Where one case goes.
   *
   * @param moves without its history
   * @param topic null when unknown
   * @param to who is responsible then (official id)
   */
  public record Item(Case moves, String topic, String team, String to) {
    public boolean stays() {
      return to.equals(moves.official());
    }
  }

  /**
   * What applying a file would change and what would move, oldest case first.
   *
   * @param after the directory as it would be
   * @param stay open questions that stay with who has them, though their topic goes to another team
   */
  public record Preview(List<DirectoryLine> lines, List<Item> items, Directory after, int stay) {}

  /** Nothing changes. Fails with {@link DirectoryRefused} as {@link #apply} does. */
  public Future<Preview> preview(FileChange change) {
    return directories
        .would(change)
        .compose(
            would ->
                open(would.topics(), would.teams())
                    .compose(
                        open ->
                            homeless(would, open, moment())
                                .compose(none -> staying(would.after()))
                                .map(
                                    staying ->
                                        new Preview(
                                            would.lines(),
                                            items(open, would.after()),
                                            would.after(),
                                            staying))));
  }

  /** How many open questions have a topic that another team gets. */
  private Future<Integer> staying(Directory after) {
    List<String> topics =
        directories.current().topics().stream()
            .filter(
                was ->
                    after.topics().stream()
                        .anyMatch(is -> is.id().equals(was.id()) && !is.team().equals(was.team())))
            .map(Topic::id)
            .toList();
    return open(topics, List.of()).map(List::size);
  }

  /** Changes the file; the clock moves what is open where it says. */
  public Future<List<DirectoryLine>> apply(FileChange change, String by, Instant now) {
    return preview(change)
        .compose(fits -> directories.apply(change, by, now))
        .compose(lines -> begin(by).map(lines));
  }

  /** Open cases under any of these, oldest first. */
  private Future<List<Case>> open(Collection<String> topics, Collection<String> teams) {
    List<Future<List<Case>>> each = new ArrayList<>();
    topics.forEach(topic -> each.add(cases.openAbout(topic, MOST)));
    teams.forEach(team -> each.add(cases.openInTeam(team, MOST)));
    return Future.all(each)
        .map(
            all -> {
              Map<String, Case> found = new LinkedHashMap<>();
              each.forEach(some -> some.result().forEach(one -> found.putIfAbsent(one.id(), one)));
              return found.values().stream().sorted(Comparator.comparing(Case::openedAt)).toList();
            });
  }

  private Moment moment() {
    return new Moment(clock.instant(), directories.current());
  }

  /**
   * Refuses a file that leaves out what work is open under, or a pinned rule is about, and does not
   * say where that goes.
   */
  private static Future<Void> homeless(Would would, List<Case> open, Moment moment) {
    List<String> lines = new ArrayList<>();
    Moves moves = would.after().moves();
    for (String topic : would.topics()) {
      long here = open.stream().filter(one -> topic.equals(one.topic())).count();
      refuse("topic", topic, here, moves.of(Moves.What.TOPIC, topic, null, null), lines);
    }
    for (String team : would.teams()) {
      long here = open.stream().filter(one -> team.equals(one.team())).count();
      refuse("team", team, here, moves.of(Moves.What.TEAM, team, null, null), lines);
    }
    boolean leavesOpen = !lines.isEmpty();
    lines.addAll(lost(would.after(), moment));
    if (lines.isEmpty()) {
      return Future.succeededFuture();
    }
    return Future.failedFuture(
        leavesOpen ? DirectoryRefused.leavingOpen(lines) : DirectoryRefused.because(lines));
  }

  private static void refuse(
      String what, String id, long open, Optional<String> moved, List<String> lines) {
    if (open > 0 && moved.isEmpty()) {
      String many = open == 1 ? "1 open case stands" : open + " open cases stand";
      lines.add(
          "%ss: '%s' is left out, but %s there; say in moved where they go, as in {%s: %s, to: ...}"
              .formatted(what, id, many, what, id));
    }
  }

  /** Pinned rules that would point nowhere, and do not yet. */
  private static List<String> lost(Directory after, Moment moment) {
    return moment.directory().pins().stream()
        .filter(pin -> pin.stands(moment.now()) && !pin.pointsNowhere(moment.directory()))
        .filter(pin -> pin.pointsNowhere(after))
        .map(pin -> lost(pin, after))
        .toList();
  }

  private static String lost(Pin pin, Directory after) {
    boolean place =
        pin.topic() == null || after.topic(pin.topic(), pin.neighbourhood()).isPresent();
    return place
        ? "neighbourhoods: '%s' is left out, but pinned rule %s is about it; revoke the rule first"
            .formatted(pin.neighbourhood(), pin.id())
        : "topics: '%s' is left out, but pinned rule %s is about it; say in moved where it goes,"
                .formatted(pin.topic(), pin.id())
            + " as in {topic: %s, to: ...}, or revoke the rule first".formatted(pin.topic());
  }

  private List<Item> items(List<Case> open, Directory directory) {
    Moment moment = new Moment(clock.instant(), directory);
    Map<String, Long> given = new HashMap<>();
    return open.stream()
        .filter(one -> !Rearranged.there(one, moment).equals(Place.of(one)))
        .map(one -> item(one, moment, given))
        .toList();
  }

  private Item item(Case one, Moment moment, Map<String, Long> given) {
    Place there = Rearranged.there(one, moment);
    if (stays(one, there, moment)) {
      Place with = there.with(one.official(), moment.directory());
      return new Item(one, with.topic(), with.team(), one.official());
    }
    String to = successors.propose(at(one, there, moment), moment, given).official();
    given.merge(to, 1L, Long::sum);
    Place with = there.with(to, moment.directory());
    return new Item(one, with.topic(), with.team(), to);
  }

  private static Case at(Case one, Place there, Moment moment) {
    Draft draft = new Draft(one, moment);
    draft.stand(there);
    return draft.done() instanceof Decision.Changed changed ? changed.after() : one;
  }

  /**
   * Who covers the topic there, or is of the team that it goes to without another topic. So does
   * whom the citizen chose, who leaves anyway, and who has a complaint about a colleague.
   */
  private static boolean stays(Case one, Place there, Moment moment) {
    Official official = moment.directory().official(one.official()).orElse(null);
    if (official == null || !moment.directory().employed(one.official(), moment.now())) {
      return true;
    }
    boolean covers = there.topic() != null && official.topics().contains(there.topic());
    boolean sameTopic = Objects.equals(one.topic(), there.topic());
    boolean chosen = one.responsibilities().size() == 1 && one.route().personal();
    return covers
        || chosen
        || one.route().rule().equals(Match.COMPLAINT)
        || !one.barred().isEmpty()
        || (sameTopic && official.team().equals(there.team()));
  }

  /** The latest, with how far each is. */
  public Future<List<Reassignment>> latest(int limit) {
    return reassignments.rearranged(limit);
  }

  /** What a crash left, or came in under a topic that was no more; completes with how many. */
  public Future<Integer> tick() {
    Instant now = clock.instant();
    long version = directories.current().version();
    return due()
        ? begin("hub").onSuccess(found -> looked = new Looked(version, now))
        : Future.succeededFuture(0);
  }

  /** The directory has moves that this node did not look into lately. */
  boolean due() {
    Directory directory = directories.current();
    boolean known =
        looked.version() == directory.version()
            && clock.instant().isBefore(looked.at().plus(LOOK_AGAIN));
    return !directory.moves().all().isEmpty() && !known;
  }

  /** Stores what is to be done, once over all nodes; completes with how many cases that are. */
  private Future<Integer> begin(String by) {
    Directory directory = directories.current();
    Moves moves = directory.moves();
    return open(moves.from(Moves.What.TOPIC), moves.from(Moves.What.TEAM))
        .map(open -> items(open, directory))
        .compose(items -> items.isEmpty() ? Future.succeededFuture(0) : begin(items, moves, by, 0));
  }

  /** Under the next id of these moves, so that two nodes begin one and the same. */
  private Future<Integer> begin(List<Item> items, Moves moves, String by, int n) {
    String id =
        UUID.nameUUIDFromBytes((moves + " " + n).getBytes(StandardCharsets.UTF_8)).toString();
    return reassignments
        .find(id)
        .compose(
            found -> {
              if (found.isPresent()) {
                return found.get().ended()
                    ? begin(items, moves, by, n + 1)
                    : Future.succeededFuture(0);
              }
              Map<Case, String> whose = new LinkedHashMap<>();
              items.forEach(one -> whose.put(one.moves(), one.to()));
              return reassignments
                  .add(Reassignment.rearranged(id, by, clock.instant(), whose))
                  .map(items.size());
            });
  }
}
