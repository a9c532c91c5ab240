package nl.aanspreekpunt.web.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Departing;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Reassignment;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.RouteWords;
import nl.aanspreekpunt.web.work.moving.Steps;

/** From what would move, or moves, to the page on which somebody gives it to others. */
final class DistributeView {
  /** Before the id of a team, where an official can be chosen too. */
  static final String TEAM = "team:";

  static final String CHOSEN = "to-";
  private static final List<String> STEPS = List.of("choose", "see", "confirm", "follow", "told");

  private final Frame frame;
  private final Moment moment;
  private final List<Team> teams;
  private final Names names;

  /**
   * @param teams whose work this reader gives to others
   */
  DistributeView(Frame frame, Moment moment, List<Team> teams) {
    this.frame = frame;
    this.moment = moment;
    this.teams = teams;
    this.names = new Names(moment.directory(), frame.words());
  }

  /** From 1. */
  static Steps steps(Frame frame, int now) {
    return new Steps(now, STEPS.stream().map(one -> frame.say("distribute.step." + one)).toList());
  }

  /**
   * @param items null: nothing was asked
   * @param confirms all was seen, and is to be confirmed
   */
  DistributePage page(
      Form asked,
      List<Departing.Item> items,
      boolean confirms,
      List<Reassignment> begun,
      String problem) {
    List<DistributePage.Item> shown =
        items == null ? null : items.stream().limit(DistributePage.SHOWN).map(this::item).toList();
    return new DistributePage(
        frame,
        steps(frame, items == null ? 1 : confirms ? 3 : 2),
        choices(asked),
        begun.stream().map(this::begun).toList(),
        asked,
        shown,
        items == null ? 0 : items.size(),
        confirms ? shares(items) : null,
        items == null ? "" : columns(items),
        null,
        problem);
  }

  DistributePage going(Reassignment one, boolean undoable) {
    return new DistributePage(
        frame,
        steps(frame, one.ended() ? 5 : 4),
        null,
        List.of(),
        Form.EMPTY,
        null,
        0,
        null,
        "",
        new DistributePage.Going(
            one.id(),
            one.seenTo(),
            one.cases(),
            one.goesOn(),
            one.ended(),
            undoable,
            one.takesBack()),
        null);
  }

  private Choice begun(Reassignment one) {
    String state = one.ended() ? "ended" : one.goesOn() ? "running" : "stopped";
    return new Choice(
        DistributePage.PATH + "/" + one.id(),
        frame.say(
            "distribute.begun." + state, frame.moments().say(one.at()), one.seenTo(), one.cases()),
        one.goesOn());
  }

  private DistributePage.Item item(Departing.Item item) {
    Case one = item.moves();
    boolean subject =
        Access.of(one, frame.viewer().official(), frame.viewer().roles(), moment).showsSubject(one);
    return new DistributePage.Item(
        one.id(),
        subject ? names.subject(one) : frame.say("case.title", one.id()),
        names.of(one.official()),
        names.of(item.to()),
        item.to(),
        new RouteWords(moment.directory(), frame.words()).why(item.proposal()),
        colleagues(one, item.to()));
  }

  /** Who has it first: then it stays. */
  private List<Choice> colleagues(Case one, String chosen) {
    AwayWords away = new AwayWords(frame, moment);
    return Stream.concat(
            Stream.of(
                new Choice(
                    one.official(),
                    frame.say("distribute.stays", names.of(one.official())),
                    one.official().equals(chosen))),
            employed()
                .filter(each -> !each.id().equals(one.official()))
                .filter(each -> !one.barred().contains(each.id()))
                .map(
                    each ->
                        new Choice(
                            each.id(),
                            each.name() + away.beside(each.id()),
                            each.id().equals(chosen))))
        .toList();
  }

  private Stream<Official> employed() {
    return moment.directory().officials().stream()
        .filter(one -> moment.directory().employed(one.id(), moment.now()));
  }

  private String columns(List<Departing.Item> items) {
    List<String> these =
        items.stream()
            .map(one -> moment.directory().official(one.moves().official()))
            .flatMap(java.util.Optional::stream)
            .map(Official::team)
            .distinct()
            .toList();
    return employed()
        .filter(one -> these.contains(one.team()))
        .map(Official::id)
        .collect(Collectors.joining(" "));
  }

  private List<String> shares(List<Departing.Item> items) {
    Map<String, Integer> each = new LinkedHashMap<>();
    items.stream()
        .filter(one -> !one.to().equals(one.moves().official()))
        .forEach(one -> each.merge(one.to(), 1, Integer::sum));
    List<String> shares = new ArrayList<>();
    each.forEach((who, n) -> shares.add(frame.say("distribute.share", names.of(who), n)));
    return shares;
  }

  private DistributePage.Choices choices(Form asked) {
    return new DistributePage.Choices(
        Stream.concat(
                teams.stream().map(one -> chosen(TEAM + one.id(), one.name(), asked, "whose")),
                moment.directory().officials().stream()
                    .filter(one -> teams.stream().anyMatch(team -> team.id().equals(one.team())))
                    .map(one -> chosen(one.id(), one.name(), asked, "whose")))
            .toList(),
        moment.directory().topics().stream()
            .map(one -> chosen(one.id(), one.name().in(frame.words().language()), asked, "topic"))
            .toList(),
        moment.directory().neighbourhoods().entrySet().stream()
            .map(one -> chosen(one.getKey(), one.getValue(), asked, "neighbourhood"))
            .toList(),
        employed().map(one -> chosen(one.id(), one.name(), asked, "to")).toList());
  }

  private static Choice chosen(String value, String label, Form asked, String field) {
    return new Choice(value, label, value.equals(asked.get(field)));
  }
}
