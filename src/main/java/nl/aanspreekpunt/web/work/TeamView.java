package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Handover;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Renewing;
import nl.aanspreekpunt.casework.Sign;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.Rung;
import nl.aanspreekpunt.store.SetAside;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.DayWords;
import nl.aanspreekpunt.web.DeliveryWords;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.RouteWords;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.work.team.TeamNowView;
import nl.aanspreekpunt.web.work.team.TeamSigns;

/** From a team's work and people to the page of who leads it. */
final class TeamView {
  private final Frame frame;
  private final Viewer viewer;
  private final Moment moment;
  private final Names names;
  private final AwayWords away;
  private final DueWords dues;

  TeamView(Frame frame, Moment moment) {
    this.frame = frame;
    this.viewer = frame.viewer();
    this.moment = moment;
    this.names = new Names(moment.directory(), frame.words());
    this.away = new AwayWords(frame, moment);
    this.dues = new DueWords(frame.moments());
  }

  Instant now() {
    return moment.now();
  }

  /** The teams whose work this viewer sees. */
  List<Team> led() {
    return moment.directory().ledBy(viewer.official().id());
  }

  /** Those whose absence or departure is theirs to state. */
  List<Official> staff() {
    List<String> teams = led().stream().map(Team::id).toList();
    boolean all = viewer.is(Role.ADMINISTRATOR);
    return moment.directory().officials().stream()
        .filter(one -> all || teams.contains(one.team()))
        .filter(one -> moment.directory().employed(one.id(), moment.now()))
        .toList();
  }

  /** Those of these teams who left, and have work that is not with others for good. */
  List<Handover> leavers(List<Handover> underWay) {
    List<String> teams = led().stream().map(Team::id).toList();
    boolean all = viewer.is(Role.ADMINISTRATOR);
    return underWay.stream()
        .filter(
            one ->
                moment
                    .directory()
                    .official(one.id())
                    .filter(official -> all || teams.contains(official.team()))
                    .isPresent())
        .toList();
  }

  TeamPage page(
      List<Case> promised,
      List<Case> unsteady,
      List<Case> uncertain,
      Map<Outgoing, Case> undelivered,
      Map<String, Long> open,
      Map<Handover, Integer> leavers,
      List<Sign> missing,
      Map<SetAside, Optional<Case>> setAside,
      TeamSigns.Signs read,
      Form form,
      List<FieldError> errors) {
    List<Case> known = promised.stream().filter(this::mayKnow).toList();
    TeamNowView.Counts counts =
        new TeamNowView.Counts(
            (int) known.stream().filter(one -> dues.late(one.dueAt())).count(),
            (int) uncertain.stream().filter(this::mayKnow).count(),
            (int) undelivered.values().stream().filter(this::mayKnow).count(),
            (int) unsteady.stream().filter(this::mayKnow).count());
    return new TeamPage(
        frame,
        new TeamNowView(frame, moment, staff()).of(read, counts, open),
        String.join(", ", led().stream().map(Team::name).toList()),
        !led().isEmpty(),
        known.stream().map(one -> row(one, true)).filter(Objects::nonNull).toList(),
        known.stream().map(one -> row(one, false)).filter(Objects::nonNull).toList(),
        known.stream().flatMap(this::renewed).toList(),
        unsteady.stream().filter(this::mayKnow).map(this::unsteady).toList(),
        uncertain.stream().filter(this::mayKnow).map(this::uncertain).toList(),
        undelivered.entrySet().stream()
            .filter(one -> mayKnow(one.getValue()))
            .map(one -> undelivered(one.getKey(), one.getValue()))
            .toList(),
        led().stream().filter(one -> full(one, open)).map(Team::name).toList(),
        moment.directory().pins().stream()
            .filter(pin -> PinRoutes.theirs(pin.official(), viewer, moment.directory()))
            .map(new PinWords(frame, moment.directory(), names, moment.now())::trouble)
            .filter(Objects::nonNull)
            .toList(),
        staff().stream().map(one -> member(one, open.getOrDefault(one.id(), 0L))).toList(),
        leavers.entrySet().stream().map(one -> leaver(one.getKey(), one.getValue())).toList(),
        missing.stream().map(one -> missing(one, open.getOrDefault(one.id(), 0L))).toList(),
        setAside.entrySet().stream()
            .filter(one -> theirs(one.getKey(), one.getValue()))
            .map(one -> failing(one.getKey()))
            .toList(),
        moment.directory().officials().stream()
            .filter(one -> moment.directory().employed(one.id(), moment.now()))
            .map(one -> new Choice(one.id(), one.name(), false))
            .toList(),
        away.gets(form.get("gets")),
        form,
        errors);
  }

  /** Everybody of the team who is here has as much as may be shared out to them. */
  private boolean full(Team team, Map<String, Long> open) {
    List<Official> here =
        moment.directory().officials().stream()
            .filter(one -> one.team().equals(team.id()))
            .filter(one -> moment.directory().here(one.id(), moment.now()))
            .toList();
    return !here.isEmpty()
        && here.stream()
            .allMatch(
                one ->
                    one.sharing().cap() != null
                        && open.getOrDefault(one.id(), 0L) >= one.sharing().cap());
  }

  private boolean mayKnow(Case one) {
    return access(one) != Access.NONE;
  }

  private Access access(Case one) {
    return Access.of(one, viewer.official(), viewer.roles(), moment);
  }

  private String subject(Case one) {
    return access(one).showsSubject(one) ? names.subject(one) : frame.say("case.title", one.id());
  }

  /** Null when nothing in it is late, or it belongs in the other list. */
  private TeamPage.Row row(Case one, boolean assign) {
    Optional<Promise> late =
        one.openPromises().stream().filter(promise -> dues.late(promise.attentionAt())).findFirst();
    if (late.isEmpty() || mustAssign(one) != assign) {
      return null;
    }
    Promise promise = late.get();
    String what = names.kind(promise) + " · " + dues.say(promise.attentionAt());
    return new TeamPage.Row(one.id(), subject(one), names.of(one.ownerOf(promise)), what);
  }

  private Stream<TeamPage.Row> renewed(Case one) {
    return one.openPromises().stream()
        .filter(Renewing::isForWhoLeads)
        .map(
            promise ->
                new TeamPage.Row(
                    one.id(),
                    subject(one),
                    names.of(one.ownerOf(promise)),
                    names.kind(promise) + " · " + dues.say(promise.attentionAt())));
  }

  private static boolean mustAssign(Case one) {
    return one.openPromises().stream()
        .map(Promise::lastStep)
        .flatMap(Optional::stream)
        .anyMatch(step -> step.does().equals(Rung.Does.REQUIRE_REASSIGNMENT.name()));
  }

  private TeamPage.Row unsteady(Case one) {
    String what = frame.say("team.unsteady.what", one.met().size());
    return new TeamPage.Row(one.id(), subject(one), names.of(one.official()), what);
  }

  private TeamPage.Row uncertain(Case one) {
    RouteWords routes = names.routes();
    String why = access(one).mayAct() ? routes.why(one.route()) : routes.brief(one.route());
    return new TeamPage.Row(one.id(), subject(one), names.of(one.official()), why);
  }

  /** What a provider says often names the address, which only who reads the text may know. */
  private TeamPage.Unsent undelivered(Outgoing entry, Case one) {
    String state = frame.say("work.state." + entry.state());
    boolean acts = access(one).mayAct();
    String detail =
        acts && entry.detail() != null
            ? state + ": " + new DeliveryWords(frame.words()).why(entry.detail())
            : state;
    String who = acts && !entry.notice().toStaff() ? entry.notice().to() : toStaff(entry, one);
    return new TeamPage.Unsent(
        new TeamPage.Row(one.id(), subject(one), who, detail), acts ? entry.id() : null);
  }

  /** The official it is for, or is about for who may not know whom it was for. */
  private String toStaff(Outgoing entry, Case one) {
    return names.of(entry.notice().toStaff() ? entry.notice().official() : one.official());
  }

  private TeamPage.Member member(Official one, long open) {
    return new TeamPage.Member(
        one.id(),
        one.name(),
        one.function(),
        open,
        one.capacity(),
        one.sharing().cap() == null ? null : frame.say("team.cap", one.sharing().cap()),
        away.now(one.id()),
        away.chain(one.id()),
        away.of(one.id()),
        new DayWords(frame).of(one, moment.directory(), frame.moments().now()));
  }

  private TeamPage.Missing missing(Sign one, long open) {
    String why = frame.say("team.missing." + one.doubt(), frame.moments().say(one.seenAt()));
    Instant back = one.until();
    String until =
        back == null ? "" : LocalDate.ofInstant(back, moment.directory().zone()).toString();
    return new TeamPage.Missing(one.id(), names.of(one.id()), why, until, open);
  }

  private TeamPage.Leaver leaver(Handover one, int left) {
    boolean ahead = one.ahead(moment.now());
    String when =
        ahead
            ? frame.say("team.leaver.ahead", frame.moments().date(one.markedAt()))
            : frame.say("team.leaver.since", frame.moments().say(one.markedAt()));
    String next = "team.leaver." + (one.confirmed() ? "confirmed" : "choose");
    return new TeamPage.Leaver(
        one.id(),
        names.of(one.id()),
        one.comesBack() ? frame.say("team.leaver.back") : when,
        one.comesBack() ? "" : frame.say(ahead ? next + ".ahead" : next),
        !ahead && !one.confirmed() && !one.comesBack(),
        left);
  }

  /**
   * Work of the clock about somebody is for who speaks for them, and a case for who may know of it;
   * other work is for all.
   *
   * @param about the case it is; empty when it is none, or cannot be read
   */
  boolean theirs(SetAside one, Optional<Case> about) {
    return about.map(this::mayKnow).orElse(true)
        && (one.official() == null
            || viewer.is(Role.ADMINISTRATOR)
            || staff().stream().anyMatch(official -> official.id().equals(one.official())));
  }

  private TeamPage.Failing failing(SetAside one) {
    String said =
        frame.say(
            "team.set-aside." + one.queue(),
            one.official() == null ? one.reference() : names.of(one.official()),
            one.tries(),
            frame.moments().say(one.since()),
            frame.moments().say(one.until()));
    return new TeamPage.Failing(
        one.id(), one.rests() ? said + " " + frame.say("team.set-aside.rests") : said);
  }
}
