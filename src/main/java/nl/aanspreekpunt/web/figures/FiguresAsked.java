package nl.aanspreekpunt.web.figures;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.aanspreekpunt.figures.FiguresOverTime;
import nl.aanspreekpunt.figures.Slice;
import nl.aanspreekpunt.figures.Span;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.work.Form;

/**
 * Which figures somebody asks for, of those that are for them.
 *
 * @param span null: what was chosen is no period
 * @param teams those that are theirs to choose from
 * @param team the one that was chosen (id); empty: all of theirs
 * @param all theirs are all teams
 */
public record FiguresAsked(
    Span span, List<Team> teams, String team, String topic, String neighbourhood, boolean all) {

  /**
   * The teams whose figures somebody reads: those that they coordinate; a manager and an auditor
   * all. Empty: none.
   */
  public static List<Team> teams(Viewer viewer, Directory directory) {
    return readsAll(viewer) ? directory.teams() : directory.ledBy(viewer.official().id());
  }

  static boolean readsAll(Viewer viewer) {
    return viewer.is(Role.MANAGER) || viewer.is(Role.AUDITOR);
  }

  /**
   * Empty when it asks for what is not theirs, or is not there.
   *
   * @param today where a week, month or quarter is when no day is named
   */
  public static Optional<FiguresAsked> of(
      Form asked, Viewer viewer, Directory directory, LocalDate today) {
    List<Team> teams = teams(viewer, directory);
    String team = asked.get("team");
    boolean theirs =
        !teams.isEmpty()
            && (team.isEmpty() || teams.stream().anyMatch(one -> one.id().equals(team)));
    String topic = asked.get("onderwerp");
    String neighbourhood = topic.isEmpty() ? asked.get("wijk") : "";
    boolean there =
        (topic.isEmpty() || directory.topics().stream().anyMatch(one -> one.id().equals(topic)))
            && (neighbourhood.isEmpty() || directory.neighbourhoods().containsKey(neighbourhood));
    return theirs && there
        ? Optional.of(
            new FiguresAsked(
                span(asked, today), teams, team, topic, neighbourhood, readsAll(viewer)))
        : Optional.empty();
  }

  private static Span span(Form asked, LocalDate today) {
    Optional<LocalDate> first = day(asked.get("van"));
    Optional<LocalDate> last = day(asked.get("tot"));
    return switch (asked.get("periode")) {
      case "eigen" ->
          first
              .flatMap(from -> last.flatMap(to -> Span.own(from, to)))
              .filter(one -> !one.first().isAfter(today))
              .orElse(null);
      case "week" -> Span.of(Span.Kind.WEEK, first.orElse(today));
      case "kwartaal" -> Span.of(Span.Kind.QUARTER, first.orElse(today));
      default -> Span.of(Span.Kind.MONTH, first.orElse(today));
    };
  }

  private static Optional<LocalDate> day(String written) {
    try {
      return written.matches("2\\d{3}-\\d\\d-\\d\\d")
          ? Optional.of(LocalDate.parse(written))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static String code(Span.Kind kind) {
    return switch (kind) {
      case WEEK -> "week";
      case MONTH -> "maand";
      case QUARTER -> "kwartaal";
      case OWN -> "eigen";
    };
  }

  public FiguresOverTime.Which which() {
    Slice.By by =
        !topic.isEmpty()
            ? Slice.By.TOPIC
            : !neighbourhood.isEmpty() ? Slice.By.NEIGHBOURHOOD : Slice.By.ALL;
    return new FiguresOverTime.Which(
        all ? null : teams.stream().map(Team::id).toList(),
        team.isEmpty() ? null : team,
        by,
        topic.isEmpty() ? neighbourhood : topic);
  }

  /** For an address: the same of another stretch. */
  String query(Span other) {
    StringBuilder query = new StringBuilder("periode=" + code(other.kind()));
    query.append("&van=").append(other.first());
    if (other.kind() == Span.Kind.OWN) {
      query.append("&tot=").append(other.last());
    }
    add(query, "team", team);
    add(query, "onderwerp", topic);
    add(query, "wijk", neighbourhood);
    return query.toString();
  }

  /** For an address: the same of one group; ids are letters, digits and dashes. */
  String query(Slice.By by, String key) {
    return switch (by) {
      case TEAM -> with(key, topic, neighbourhood).query(span);
      case TOPIC -> with(team, key, "").query(span);
      case NEIGHBOURHOOD -> with(team, "", key).query(span);
      case ALL -> with(team, "", "").query(span);
    };
  }

  private FiguresAsked with(String ofTeam, String about, String from) {
    return new FiguresAsked(span, teams, ofTeam, about, from, all);
  }

  private static void add(StringBuilder query, String name, String value) {
    if (!value.isEmpty()) {
      query
          .append('&')
          .append(name)
          .append('=')
          .append(
              java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)
                  .toLowerCase(Locale.ROOT));
    }
  }
}
