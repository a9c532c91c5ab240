package nl.aanspreekpunt.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nl.aanspreekpunt.casework.Attempting;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Reassigning;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.promise.Attempt;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.promise.PromiseKind;
import nl.aanspreekpunt.promise.Rung;

/** What an official does in an hour: the most pressing first, except for what they leave lying. */
final class Work {
  /** Acts an hour: enough for what comes in, calls and passing on included, and some more. */
  private static final double AN_HOUR = 1.4;

  private static final int LOOKED_AT = 100;

  /** Of a hundred promises one official never comes round to so many; half after a reminder. */
  private static final int LEFT_LYING = 3;

  private static final double CLOSES = 0.8;
  static final double REACHED = 0.6;

  private final Municipality town;
  private final Ledger ledger;
  private final Size size;
  private final Random random;

  /** Null when officials only answer. */
  private final HumanWork human;

  Work(Municipality town, Ledger ledger, Size size, Random random, HumanWork human) {
    this.human = human;
    this.town = town;
    this.ledger = ledger;
    this.size = size;
    this.random = random;
  }

  static int poisson(double mean, Random random) {
    if (mean > 30) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int n = 0;
    while (product > limit) {
      product *= random.nextDouble();
      n++;
    }
    return n;
  }

  void anHour(String official) {
    for (int left = poisson(AN_HOUR, random); left > 0; left--) {
      next(official);
    }
  }

  private void next(String official) {
    if (human != null && human.answersColleague(official)) {
      return;
    }
    List<Case> list = town.cases().promised(official, LOOKED_AT).result();
    for (Case one : list) {
      if (human != null && human.waits(one)) {
        continue;
      }
      Optional<Promise> promise =
          one.openPromises().stream().filter(p -> takesUp(one, p, official)).findFirst();
      if (promise.isPresent()) {
        does(one, promise.get(), official);
        ledger.answered(official);
        return;
      }
    }
  }

  private static boolean takesUp(Case one, Promise promise, String official) {
    return mustReassign(promise, official)
        || (one.ownerOf(promise).equals(official) && !leavesLying(promise, official));
  }

  private static boolean mustReassign(Promise promise, String official) {
    return promise
        .lastStep()
        .filter(step -> step.does().equals(Rung.Does.REQUIRE_REASSIGNMENT.name()))
        .filter(step -> step.to().equals(official))
        .isPresent();
  }

  /** The same promise stays lying with the same person. */
  private static boolean leavesLying(Promise promise, String official) {
    int chance = Math.floorMod((promise.id() + official).hashCode() * 0x9E3779B9, 200);
    boolean reminded = promise.steps().stream().anyMatch(step -> step.to().equals(official));
    return chance < (reminded ? LEFT_LYING : 2 * LEFT_LYING);
  }

  private void does(Case one, Promise promise, String official) {
    String seen = one.lastReceived();
    if (mustReassign(promise, official) && !one.ownerOf(promise).equals(official)) {
      town.does(one.id(), new Reassigning(colleague(one), official, "reassigned", ""));
    } else if (promise.kind() == PromiseKind.FIND_OUT) {
      town.does(one.id(), new Reassigning(anybody(), official, "handover", ""));
    } else if (promise.kind() == PromiseKind.CALLBACK) {
      boolean reached = random.nextDouble() < REACHED;
      Attempt.Outcome outcome = reached ? Attempt.Outcome.REACHED : Attempt.Outcome.NO_ANSWER;
      town.answers(one.id(), new Attempting(promise.id(), official, outcome, "", seen), official);
    } else if (human == null || !human.does(one, official, this::anybody)) {
      town.answers(
          one.id(), new Replying(official, "Wij doen dit.", null, seen, Map.of()), official);
      if (random.nextDouble() < CLOSES) {
        town.does(one.id(), new Closing(official, Outcome.ANSWERED, "Het is geregeld.", seen));
      }
    }
  }

  /** Of the same team, who has least to do. */
  private String colleague(Case one) {
    return present(one.team(), one.official());
  }

  private String anybody() {
    return present("t" + random.nextInt(size.teams()), "");
  }

  /** Else the coordinator, here or not. */
  private String present(String team, String except) {
    return town.directory().officials().stream()
        .filter(one -> one.team().equals(team) && !one.id().equals(except))
        .filter(one -> town.here(one.id()))
        .min(Comparator.comparingLong(one -> town.open(one.id())))
        .map(Official::id)
        .orElseGet(() -> town.directory().team(team).orElseThrow().coordinator());
  }
}
