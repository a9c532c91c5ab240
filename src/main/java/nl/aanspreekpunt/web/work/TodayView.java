package nl.aanspreekpunt.web.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Acting;
import nl.aanspreekpunt.casework.Appointment;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Minding;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.SoFarNote;
import nl.aanspreekpunt.citizen.Identity;
import nl.aanspreekpunt.phone.back.MadeCall;
import nl.aanspreekpunt.promise.CallTimes;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.promise.Rung;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.work.calling.StandingCall;
import nl.aanspreekpunt.web.work.principle.PrincipleCards;
import nl.aanspreekpunt.web.work.talk.TalkWords;
import nl.aanspreekpunt.web.work.writing.MentionRow;
import nl.aanspreekpunt.web.work.writing.UnsentRow;

/** From cases to what their official sees of them on Today. */
final class TodayView {
  /** No more than a day's work is shown at once. */
  static final int MOST = 100;

  private final Frame frame;
  private final Viewer viewer;
  private final String me;
  private final List<String> watched;
  private final Moment moment;
  private final Names names;
  private final DueWords dues;

  TodayView(Frame frame, List<String> watched, Moment moment) {
    this.frame = frame;
    this.viewer = frame.viewer();
    this.me = viewer.official().id();
    this.watched = watched;
    this.moment = moment;
    this.names = new Names(moment.directory(), frame.words());
    this.dues = new DueWords(frame.moments());
  }

  TodayPage page(
      List<Case> promised,
      List<Case> idle,
      List<Case> offered,
      List<Case> owing,
      List<Case> asked,
      List<Case> unsent,
      List<Case> mentioning,
      Optional<Leaving> leaves,
      int stories,
      Map<String, Identity.AgreedContact> agreed,
      List<MadeCall> standing,
      long seen) {
    List<TodayPage.Item> all = new ArrayList<>();
    List<TodayPage.Said> said = new ArrayList<>();
    for (Case one : once(promised)) {
      for (Promise promise : one.openPromises()) {
        if (promise.unconfirmed()) {
          said.add(said(one, promise));
        } else {
          all.add(item(one, promise));
        }
      }
    }
    said.sort(Comparator.comparing(TodayPage.Said::due));
    all.sort(Comparator.comparing(TodayPage.Item::due).thenComparing(TodayPage.Item::id));
    List<TodayPage.Item> shown = all.subList(0, Math.min(MOST, all.size()));
    int late = (int) shown.stream().filter(TodayPage.Item::late).count();
    List<TodayPage.Open> open = once(idle).stream().map(this::open).toList();
    return new TodayPage(
        frame,
        leaves.map(one -> one.said(frame, names)).orElse(null),
        new PrincipleCards.View(frame, moment.directory())
            .today(once(both(promised, idle)), owing, watched),
        lost(promised, idle),
        offers(offered),
        stories,
        new AskedRows(frame, names, moment).of(asked),
        UnsentRow.of(unsent, frame, moment),
        MentionRow.of(mentioning, frame, moment),
        List.copyOf(said),
        new TodayTalks(frame, names, moment, agreed).of(once(both(promised, idle))),
        List.copyOf(shown),
        open,
        StandingCall.of(standing, frame),
        late,
        all.size() > MOST,
        seen);
  }

  /** The cases for which it proposes a talk. */
  List<Case> talks(List<Case> promised, List<Case> idle) {
    return TodayTalks.proposed(once(both(promised, idle)), moment);
  }

  /** Its subject only where that is for everybody; the text once it is accepted. */
  private List<TodayPage.Offered> offers(List<Case> offered) {
    return offered.stream()
        .map(
            one ->
                new TodayPage.Offered(
                    one.id(),
                    access(one).showsSubject(one)
                        ? names.subject(one)
                        : frame.say("case.title", one.id()),
                    frame.say(
                            "today.offered",
                            names.of(one.offer().by()),
                            frame.moments().say(one.offer().lapsesAt()))
                        + late(one)))
        .toList();
  }

  /** What is late in it already, behind what is said of it; empty when nothing is. */
  private String late(Case one) {
    return one.openPromises().stream()
        .filter(promise -> !promise.waits() && dues.late(promise.due()))
        .min(Comparator.comparing(Promise::due))
        .map(
            promise ->
                " · "
                    + frame.say("today.offered.late", names.kind(promise), dues.say(promise.due())))
        .orElse("");
  }

  /** Only whom to call, in the order of the moments proposed. */
  List<TodayPage.Item> calls(List<Case> promised) {
    Calls calls = new Calls(frame, moment);
    record Timed(TodayPage.Item item, Instant at) {}
    return once(promised).stream()
        .flatMap(
            one ->
                one.openPromises().stream()
                    .filter(promise -> promise.callback() != null)
                    .map(
                        promise ->
                            new Timed(
                                item(one, promise),
                                calls
                                    .next(one, promise)
                                    .map(CallTimes.Proposal::from)
                                    .orElse(promise.due()))))
        .sorted(Comparator.comparing(Timed::at).thenComparing(one -> one.item().due()))
        .map(Timed::item)
        .toList();
  }

  private List<Lost> lost(List<Case> promised, List<Case> idle) {
    return once(both(promised, idle)).stream()
        .flatMap(one -> Lost.in(one, frame, names).stream())
        .toList();
  }

  private static List<Case> both(List<Case> promised, List<Case> idle) {
    return Stream.concat(promised.stream(), idle.stream()).toList();
  }

  /** A case may concern several whose work is on this list; barred ones never show. */
  private List<Case> once(List<Case> found) {
    Map<String, Case> once = new LinkedHashMap<>();
    for (Case one : found) {
      if (access(one).mayAct()) {
        once.putIfAbsent(one.id(), one);
      }
    }
    return List.copyOf(once.values());
  }

  private Access access(Case one) {
    return Access.of(one, viewer.official(), viewer.roles(), moment);
  }

  private TodayPage.Item item(Case one, Promise promise) {
    boolean call = promise.kind() == PromiseKind.CALLBACK && promise.callback() != null;
    String why = why(one, promise);
    TalkWords talks = new TalkWords(frame, names, moment);
    boolean assign = mustReassign(promise) && !one.ownerOf(promise).equals(me);
    String act = assign ? "assign" : call ? "log" : "do." + promise.kind();
    return new TodayPage.Item(
        promise.id(),
        one.id(),
        names.subject(one),
        names.citizen(one),
        names.kind(promise),
        promise.attentionAt(),
        when(promise),
        !promise.waits() && dues.late(promise.due()),
        !promise.waits() && dues.soon(promise.due()),
        talk(one, promise).map(it -> talks.beside(one, it, why)).orElse(why),
        names.routes().why(one.route()),
        call ? new Calls(frame, moment).of(one, promise) : null,
        frame.say("today.act." + act),
        anchor(promise, call, assign));
  }

  private TodayPage.Said said(Case one, Promise promise) {
    OffDay off = new OffDay(frame, names, moment);
    return new TodayPage.Said(
        one.id(),
        names.subject(one),
        names.citizen(one),
        ReadPage.offer(off, one, promise),
        promise.due(),
        when(promise),
        !promise.waits() && dues.late(promise.due()));
  }

  private String when(Promise promise) {
    return promise.waits()
        ? frame.say("today.waits", frame.moments().say(promise.attentionAt()))
        : dues.say(promise.due());
  }

  private static Optional<Appointment> talk(Case one, Promise promise) {
    return one.care().talks().of(promise.id());
  }

  private static String anchor(Promise promise, boolean call, boolean assign) {
    if (!assign && promise.kind() == PromiseKind.TALK) {
      return "/afspraak";
    }
    if (!assign && promise.kind() == PromiseKind.UNDERTAKING) {
      return "/afspraak#afspraken";
    }
    if (assign || promise.kind() == PromiseKind.FIND_OUT) {
      return "#overdragen";
    }
    return call ? "#" + promise.id() : "#antwoord";
  }

  private boolean mustReassign(Promise promise) {
    return promise
        .lastStep()
        .filter(step -> step.does().equals(Rung.Does.REQUIRE_REASSIGNMENT.name()))
        .filter(step -> step.to().equals(me))
        .isPresent();
  }

  /** Null for the official's own work that nobody else has taken on. */
  private String why(Case one, Promise promise) {
    String why = whose(one, promise);
    if (!SoFarNote.toRead(one, me)) {
      return why;
    }
    String first = frame.say("sofar.read-first");
    return why == null ? first : why + " " + first;
  }

  private String whose(Case one, Promise promise) {
    String owner = one.ownerOf(promise);
    if (mustReassign(promise) && !owner.equals(me)) {
      return frame.say("today.why.reassign", names.of(owner));
    }
    if (owner.equals(me)) {
      return one.official().equals(me)
          ? null
          : frame.say("today.why." + acting(one, promise), names.of(one.official()));
    }
    if (Minding.needed(one, promise, moment) && !moment.directory().absent(owner, moment.now())) {
      return frame.say("today.why.minds", names.of(owner));
    }
    if (watched.contains(owner)) {
      return frame.say("today.why.instead", names.of(owner));
    }
    boolean mine = watched.contains(one.official());
    return frame.say(mine ? "today.why.taken" : "today.why.also", names.of(owner));
  }

  /** Why it is somebody else's than the responsible official's. */
  private static String acting(Case one, Promise promise) {
    return one.acting().stream()
        .filter(it -> it.lasts() && promise.id().equals(it.promise()))
        .map(Acting::reason)
        .filter(List.of("not-helped", "backing")::contains)
        .findFirst()
        .orElse("acting");
  }

  private TodayPage.Open open(Case one) {
    return new TodayPage.Open(one.id(), names.subject(one), names.citizen(one));
  }
}
