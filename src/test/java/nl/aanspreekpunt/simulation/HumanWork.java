package nl.aanspreekpunt.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Backing;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Consult;
import nl.aanspreekpunt.casework.Grounds;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Talking;
import nl.aanspreekpunt.casework.backing.AnsweringBacking;
import nl.aanspreekpunt.casework.backing.AskingBacking;
import nl.aanspreekpunt.casework.consult.AnsweringConsult;
import nl.aanspreekpunt.casework.consult.Consulting;
import nl.aanspreekpunt.casework.decision.Deciding;
import nl.aanspreekpunt.casework.decision.First;
import nl.aanspreekpunt.casework.principle.Invoking;
import nl.aanspreekpunt.casework.talk.TalkSigns;
import nl.aanspreekpunt.official.TalkSettings;

/** What an official does beyond answering: decide, talk, ask, act on a principle. */
final class HumanWork {
  private static final TalkSettings PROPOSED = new TalkSettings(true, true);

  /** More than a reference to a rule, as the program asks. */
  private static final Grounds GROUNDS =
      Grounds.because("Uw inkomen was dit jaar hoger dan de grens, ook na aftrek van de zorg.")
          .restingOn("De grens voor de vergoeding staat in de verordening.", null)
          .offering("U kunt bij het noodfonds vragen of zij meebetalen.");

  private static final First NO_TALK = new First.Not("De inwoner was niet te bereiken.");

  private final Municipality town;
  private final Human human;
  private final Random random;
  private final Supplier<Instant> now;

  /** Cases in which somebody else is to answer first (numbers), and since when. */
  private final Map<String, Instant> waiting = new HashMap<>();

  /** Urgent cases that nobody acted on yet (numbers). */
  private final Set<String> urgent = new LinkedHashSet<>();

  HumanWork(Municipality town, Human human, Random random, Supplier<Instant> now) {
    this.town = town;
    this.human = human;
    this.random = random;
    this.now = now;
  }

  /** The same of a question in each scenario: drawn from who asked it and when. */
  private static double draw(Case one, String what) {
    String from = one.participants().get(0).address().value();
    long seed = Objects.hash(from, one.openedAt(), what);
    return new Random(seed * 0x9E3779B97F4A7C15L).nextDouble();
  }

  static boolean comesBack(Case one, boolean spoken) {
    return draw(one, "back") < (spoken ? Human.BACK_AFTER_TALK : Human.BACK_AFTER_LETTER);
  }

  void opened(Case one) {
    if (Staff.isUrgent(one.topic())) {
      urgent.add(one.id());
    }
  }

  /** Who is on call does what is needed at once, and says so. */
  void onCall() {
    if (!human.principles()) {
      return;
    }
    for (String number : List.copyOf(urgent)) {
      Case one = town.cases().find(number).result().orElseThrow();
      String by = Staff.onCall(one.topic());
      town.does(number, new Invoking(one.topic(), "Het waterbedrijf gebeld.", 0, by));
      urgent.remove(number);
    }
  }

  /** Somebody else is to answer first; who waited too long goes on without. */
  boolean waits(Case one) {
    Instant since = waiting.get(one.id());
    if (since != null
        && since.plus(Duration.ofDays(Human.DAYS_UNTIL_GIVEN_UP)).isBefore(now.get())) {
      waiting.remove(one.id());
      urgent.remove(one.id());
      return false;
    }
    return since != null;
  }

  /** Answers what a colleague asked; whether there was something. */
  boolean answersColleague(String official) {
    for (Map.Entry<String, Instant> one : waiting.entrySet()) {
      Instant from = one.getValue().plus(Duration.ofHours(Human.HOURS_UNTIL_ASKED_ANSWERS));
      if (!from.isAfter(now.get()) && answers(one.getKey(), official)) {
        waiting.remove(one.getKey());
        urgent.remove(one.getKey());
        return true;
      }
    }
    return false;
  }

  private boolean answers(String number, String official) {
    Case one = town.cases().find(number).result().orElse(null);
    if (one == null || one.openInward().stream().noneMatch(p -> one.ownerOf(p).equals(official))) {
      return false;
    }
    List<Backing> backings = one.care().backed().open();
    if (!backings.isEmpty()) {
      return town.did(number, new AnsweringBacking(backings.get(0).id(), official, true, null));
    }
    List<Consult> consults = one.care().consults();
    String last = consults.get(consults.size() - 1).id();
    return town.did(number, new AnsweringConsult(last, official, "Zo zit dat."));
  }

  /**
   * What is done instead of an answer in writing; whether something was.
   *
   * @param colleague whom to ask, or to give it to
   */
  boolean does(Case one, String official, Supplier<String> colleague) {
    return backed(one, official) || asks(one, official, colleague) || speaks(one, official);
  }

  /** Without a principle to act on, a manager must first stand behind what is not by the rule. */
  private boolean backed(Case one, String official) {
    if (human.principles() || !urgent.contains(one.id()) || waiting.containsKey(one.id())) {
      return false;
    }
    return wait(one, new AskingBacking("de wachttijd", "er is een klein kind", official));
  }

  private boolean wait(Case one, Act act) {
    boolean asked = town.did(one.id(), act);
    if (asked) {
      waiting.put(one.id(), now.get());
    } else {
      urgent.remove(one.id());
    }
    return asked;
  }

  private boolean asks(Case one, String official, Supplier<String> colleague) {
    boolean first = one.responsibilities().size() == 1 && one.care().consults().isEmpty();
    if (!first || draw(one, "hard") >= Human.HARD) {
      return false;
    }
    String who = colleague.get();
    if (who.equals(official)) {
      return false;
    }
    return human.consults()
        ? wait(one, new Consulting(official, who, "Hoe zit dit?", List.of(one.lastReceived())))
        : town.did(one.id(), new Reassigning(who, official, "handover", ""));
  }

  /** A call before a no, or because writing goes on too long; a no goes out without one too. */
  private boolean speaks(Case one, String official) {
    boolean no =
        one.happened(CaseEvent.Decided.class).findAny().isEmpty() && draw(one, "no") < Human.NO;
    boolean calls = human.talks() && (no || !TalkSigns.of(one, PROPOSED).isEmpty());
    boolean spoken =
        calls
            && random.nextDouble() < Work.REACHED
            && town.did(
                one.id(),
                new Talking(official, CaseEvent.Talk.PHONE, "Uitgelegd", one.lastReceived()));
    if (no) {
      First first = spoken ? new First.Spoken() : NO_TALK;
      Deciding decides =
          new Deciding(official, Outcome.REFUSED, GROUNDS, first, null, one.lastReceived());
      return town.did(one.id(), decides) || spoken;
    }
    if (spoken) {
      town.does(
          one.id(), new Closing(official, Outcome.ANSWERED, "Uitgelegd.", one.lastReceived()));
    }
    return spoken;
  }
}
