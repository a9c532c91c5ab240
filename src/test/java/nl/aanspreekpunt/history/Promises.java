package nl.aanspreekpunt.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.aanspreekpunt.casework.Candidate;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Choice;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Minding;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.PinUse;
import nl.aanspreekpunt.casework.Responsibility;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.promise.Promise;

/** The promises of the program, held against a town: at each moment, and once all is at rest. */
final class Promises {
  private final Town town;
  private final Whose citizens;
  private final BetweenColleagues colleagues;
  private final Map<String, List<CaseEvent>> histories = new HashMap<>();
  private final Map<String, Promise> promises = new HashMap<>();

  Promises(Town town) {
    this.town = town;
    citizens = new Whose(town);
    colleagues = new BetweenColleagues(town);
  }

  /** At any moment, also while nodes race or are dead. */
  void hold() {
    for (Case one : town.cases.all()) {
      historyIsAddedTo(one);
      one.promises().forEach(this::dueTimeStays);
      stepsComeOnceAndInOrder(one);
    }
  }

  /** 6. History is added to, never rewritten. */
  private void historyIsAddedTo(Case one) {
    List<CaseEvent> now = town.cases.history(one);
    List<CaseEvent> before = histories.put(one.id(), now);
    if (before != null) {
      addedTo(before, now, "history of " + one.id());
    }
  }

  /** 4. Only what the citizen is told moves a due time, and later; no step is taken back. */
  private void dueTimeStays(Promise promise) {
    Promise before = promises.put(promise.id(), promise);
    if (before != null) {
      boolean told = !promise.moves().equals(before.moves());
      assertThat(promise.due())
          .as("due time of " + promise.id())
          .satisfies(
              due ->
                  assertThat(due.equals(before.due()) || (told && due.isAfter(before.due())))
                      .isTrue());
      addedTo(before.steps(), promise.steps(), "steps of " + promise.id());
    }
  }

  private static <T> void addedTo(List<T> before, List<T> now, String what) {
    assertThat(now.subList(0, Math.min(before.size(), now.size()))).as(what).isEqualTo(before);
  }

  /** 4. Each step of the ladder once, and in order. */
  private void stepsComeOnceAndInOrder(Case one) {
    for (Promise promise : one.promises()) {
      for (int i = 1; i < promise.steps().size(); i++) {
        Promise.Step before = promise.steps().get(i - 1);
        Promise.Step step = promise.steps().get(i);
        boolean next =
            step.rung() == before.rung() + 1
                || (step.rung() == before.rung() && step.repetition() == before.repetition() + 1);
        assertThat(next || startsAgain(promise, before, step))
            .as(promise.id() + ": " + before + ", then " + step)
            .isTrue();
      }
    }
  }

  /** At its foot, since the promise was renewed in between. */
  private static boolean startsAgain(Promise promise, Promise.Step before, Promise.Step step) {
    return step.rung() == 0
        && promise.moves().renewals().stream()
            .anyMatch(one -> !one.at().isBefore(before.at()) && !one.at().isAfter(step.at()));
  }

  /** Once all is at rest. */
  void holdAtRest() {
    hold();
    for (Case one : town.cases.all()) {
      onlyPeopleKeep(one);
      theRulesHeld(one.route());
      whatIsToldIsInTheOutbox(one);
      if (one.joined()) {
        whatWasJoinedLeadsOn(one);
      }
      offersEnd(one);
      citizens.hold(one);
      colleagues.hold(one);
      if (one.open()) {
        somebodyByName(one);
        nothingSticksToWhoDoesNotWork(one);
        whoWaitsIsPromised(one);
        theCitizenKnowsWho(one);
      }
    }
    town.acknowledged.forEach(this::once);
    citizens.holdAtRest();
    colleagues.holdAtRest();
    new AfterAThreat(town).holdAtRest();
    whatIsSaidOfSeveralHappened();
    noAutomaticAnswerToAutomaticMail();
  }

  /** 1 and 3. What was acknowledged is in one case, once. */
  private void once(String letter) {
    List<String> in =
        town.cases.all().stream()
            .filter(one -> !one.joined() && one.wentTo(letter).isEmpty())
            .flatMap(one -> town.cases.history(one).stream().map(e -> in(one, e, letter)))
            .filter(Objects::nonNull)
            .toList();
    assertThat(in).as("cases that " + letter + " is in").hasSize(1);
  }

  /** The case's number when this is that letter coming in; else null. */
  private static String in(Case one, CaseEvent event, String letter) {
    boolean here = event instanceof CaseEvent.Received got && got.receipt().equals(letter);
    return here ? one.id() : null;
  }

  /** What was joined is all with the other, and leads to a case that goes on. */
  private void whatWasJoinedLeadsOn(Case one) {
    assertThat(one.movesTo()).as(one.id() + " still moves").isNull();
    assertThat(one.openPromises()).as("promises left at " + one.id()).isEmpty();
    Set<String> way = new HashSet<>();
    for (Case next = one; next.joined(); ) {
      assertThat(way.add(next.id())).as(one.id() + " leads round in a circle").isTrue();
      next = town.cases.find(next.suggested()).orElseThrow();
    }
  }

  /** 2. Somebody who is employed is responsible; until a departure is confirmed somebody acts. */
  private void somebodyByName(Case one) {
    Directory directory = town.directory.directory();
    Instant now = town.clock.instant();
    boolean employed = directory.employed(one.official(), now);
    boolean acted =
        one.actingNow().filter(acting -> directory.employed(acting.official(), now)).isPresent();
    assertThat(employed || acted)
        .as(one.id() + " is with " + one.official() + ", who left, and nobody acts")
        .isTrue();
    for (Promise promise : one.openPromises()) {
      String owner = one.ownerOf(promise);
      assertThat(one.concerns()).as("Today of who is to keep " + promise.id()).contains(owner);
      assertThat(directory.employed(owner, now))
          .as(owner + ", who is to keep " + promise.id() + ", is employed")
          .isTrue();
    }
  }

  /**
   * 2. What falls due while its owner does not work, or is late on a day on which they do not, is
   * the concern of somebody who does: from the team's first hour in which the owner does not work
   * any more before it is due, or that day.
   */
  private void nothingSticksToWhoDoesNotWork(Case one) {
    Moment moment = new Moment(town.clock.instant(), town.directory.directory());
    Directory directory = moment.directory();
    if (!directory.clock(one.team()).openAt(moment.now())) {
      return;
    }
    for (Promise promise : one.openPromises()) {
      String owner = one.ownerOf(promise);
      Instant closing = directory.clock(one.team()).dayEnd(moment.now());
      Instant before = promise.due().isAfter(closing) ? promise.due() : closing;
      String standsIn = directory.actingFor(owner, moment.now(), before, one.barred()).id();
      if (Minding.needed(one, promise, moment)
          && !standsIn.equals(owner)
          && directory.present(standsIn, moment.now(), before)) {
        assertThat(one.concerns())
            .as("whose concern " + promise.id() + " is, of " + owner + ", who does not work")
            .anyMatch(who -> directory.present(who, moment.now(), before));
      }
    }
  }

  /** 5. A pinned rule is followed as it stands, and a shared duty goes to who has most room. */
  private void theRulesHeld(Match route) {
    String chosen = chosen(route.evidence());
    for (PinUse use : route.pins()) {
      boolean followed = use.how() == PinUse.How.FOLLOWED;
      boolean kept = use.how() == PinUse.How.KEPT_AWAY;
      if (chosen != null && (followed || kept)) {
        assertThat(chosen.equals(use.official()))
            .as("with " + chosen + ", by " + use)
            .isEqualTo(followed);
      }
    }
    route
        .choice()
        .filter(choice -> choice.fit() == Choice.Fit.ON_DUTY)
        .ifPresent(
            choice -> {
              assertThat(choice.candidates()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
              Candidate first = choice.candidates().get(0);
              assertThat(first.official()).isEqualTo(chosen);
              assertThat(choice.candidates()).allMatch(other -> first.weight() <= other.weight());
            });
  }

  /** Whom these rules chose (official id); null when another rule decided. */
  private static String chosen(Evidence evidence) {
    if (evidence instanceof Evidence.Pinned pin) {
      return pin.official();
    }
    if (evidence instanceof Evidence.About about) {
      return about.choice().official();
    }
    return evidence instanceof Evidence.OnDuty duty ? duty.official() : null;
  }

  /** What is offered lies with somebody who can accept it, or is offered no more. */
  private void offersEnd(Case one) {
    if (one.offer() != null) {
      Instant now = town.clock.instant();
      assertThat(one.open()).as(one.id() + " is closed, and offered").isTrue();
      assertThat(one.offer().lapsesAt()).as("until when " + one.id() + " is offered").isAfter(now);
      assertThat(town.directory.directory().employed(one.offer().to(), now))
          .as(one.offer().to() + ", to whom " + one.id() + " is offered, is employed")
          .isTrue();
    }
  }

  /** 4. Only what a named person does keeps a promise. */
  private void onlyPeopleKeep(Case one) {
    Directory directory = town.directory.directory();
    for (CaseEvent event : town.cases.history(one)) {
      if (event instanceof CaseEvent.Kept kept) {
        assertThat(directory.official(kept.by())).as("who kept " + kept.promise()).isPresent();
      }
    }
  }

  /**
   * 4. A message that waits for a person has a promise that is open, and none is overdue unseen.
   */
  private void whoWaitsIsPromised(Case one) {
    String waiting = null;
    for (CaseEvent event : town.cases.history(one)) {
      if (event instanceof CaseEvent.Received in && !automatic(in.receipt())) {
        waiting = in.receipt();
      } else if (ends(event)) {
        waiting = null;
      } else if (event instanceof CaseEvent.Joined joined && joined.hither()) {
        // What came along may have been answered where it was.
        waiting = null;
      } else if (event instanceof CaseEvent.Parted) {
        // It is answered where it is now; what came home may have been.
        waiting = null;
      }
    }
    if (waiting != null) {
      assertThat(one.openPromises()).as(one.id() + ": " + waiting + " waits").isNotEmpty();
    }
    if (!one.openPromises().isEmpty()) {
      assertThat(one.wakeAt()).as("the clock sees to " + one.id()).isNotNull();
    }
  }

  /** A promise to the citizen. */
  private static boolean ends(CaseEvent event) {
    return (event instanceof CaseEvent.Kept kept && !kept.kind().inward())
        || (event instanceof CaseEvent.Withdrawn gone && !gone.kind().inward());
  }

  /** 7. What the history says was told is there to be sent. */
  private void whatIsToldIsInTheOutbox(Case one) {
    for (CaseEvent event : town.cases.history(one)) {
      if (event instanceof CaseEvent.Told told) {
        assertThat(town.outbox).as("told in " + one.id()).containsKey(told.entry());
      }
      if (event instanceof CaseEvent.Replied replied && replied.entry() != null) {
        assertThat(town.outbox).as("replied in " + one.id()).containsKey(replied.entry());
      }
    }
  }

  /** 7. Each change of the responsible official was told, or it says why not. */
  private void theCitizenKnowsWho(Case one) {
    if (one.contact() == null) {
      return;
    }
    Set<Instant> said = new HashSet<>();
    for (CaseEvent event : town.cases.history(one)) {
      // Who joins two cases may bring the citizen to somebody they already have.
      if (event instanceof CaseEvent.Told
          || event instanceof CaseEvent.HeldBack
          || event instanceof CaseEvent.Joined) {
        said.add(event.at());
      }
    }
    List<Instant> changes = new ArrayList<>();
    List<Responsibility> before = madeFromAnother(one);
    one.responsibilities().stream()
        .skip(1)
        .filter(change -> !before.contains(change))
        .map(Responsibility::from)
        .forEach(changes::add);
    assertThat(said)
        .as("changes of " + one.id() + " that its citizen heard of")
        .containsAll(changes);
  }

  /** Who was responsible in the case that its messages left; empty when they left none. */
  private List<Responsibility> madeFromAnother(Case one) {
    return town.cases.history(one).stream()
        .filter(event -> event instanceof CaseEvent.Parted parted && parted.hither())
        .findFirst()
        .flatMap(event -> town.cases.find(((CaseEvent.Parted) event).other()))
        .map(Case::responsibilities)
        .orElse(List.of());
  }

  /** 7. Who hears of several cases at once hears who got each. */
  private void whatIsSaidOfSeveralHappened() {
    for (Outgoing waits : List.copyOf(town.outbox.values())) {
      Outgoing entry = town.sent(waits);
      String several = entry.notice().facts().get("cases");
      if (several != null && entry.notice().kind() == Notice.Kind.NEW_OFFICIAL) {
        for (String said : several.split(" ", -1)) {
          String[] each = said.split("=", 2);
          assertThat(town.cases.find(each[0]).orElseThrow().responsibilities())
              .as(entry.id() + " says " + said)
              .extracting(Responsibility::official)
              .contains(each[1]);
        }
      }
    }
  }

  /** 8. Automatic mail is never answered automatically. */
  private void noAutomaticAnswerToAutomaticMail() {
    long askedFor = town.letters.keySet().stream().filter(letter -> !automatic(letter)).count();
    List<Outgoing> acknowledgements =
        town.outbox.values().stream()
            .filter(entry -> entry.notice().kind() == Notice.Kind.ACKNOWLEDGEMENT)
            .toList();
    assertThat((long) acknowledgements.size()).isLessThanOrEqualTo(askedFor);
    for (Outgoing entry : acknowledgements) {
      String answers = entry.notice().facts().get("inReplyTo");
      boolean toAutomatic =
          town.letters.values().stream()
              .filter(Letter::automatic)
              .map(Receipt::id)
              .anyMatch(id -> ("<" + id + "@burger.example>").equals(answers));
      assertThat(toAutomatic).as(entry.id() + " answers automatic mail").isFalse();
    }
  }

  private boolean automatic(String receipt) {
    return town.letters.containsKey(receipt) && Letter.automatic(town.letters.get(receipt));
  }
}
