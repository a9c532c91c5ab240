package nl.aanspreekpunt.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * When each official is really at work, whatever the hub knows of it. Days count from 0; the same
 * in every scenario.
 */
final class Lives {
  /** Of sick people: of the others nobody says so. */
  private static final double SAID = 0.85;

  /** Of leavers: of the others it is noticed after {@link #UNNOTICED} days. */
  private static final double MARKED = 0.8;

  private static final int UNNOTICED = 15;
  private static final int UNTIL_REPLACED = 30;
  private static final int[] HOLIDAYS = {60, 200, 290, 345};
  private static final int[] LENGTHS = {7, 21, 7, 9};

  /**
   * @param until the first day back
   * @param known whether the hub hears of it
   * @param planned known two weeks before
   */
  record Away(int from, int until, boolean known, boolean planned) {}

  /**
   * @param starts first day at work
   * @param leaves the first day they are gone; {@link Integer#MAX_VALUE} for who stays
   * @param marked on which day the hub hears that they left
   */
  record Life(int team, int starts, int leaves, int marked, List<Away> away) {
    boolean employedOn(int day) {
      return day >= starts && day < leaves;
    }

    boolean atWorkOn(int day) {
      return employedOn(day)
          && away.stream().noneMatch(one -> day >= one.from() && day < one.until());
    }
  }

  private final Map<String, Life> each = new HashMap<>();
  private final List<Integer> hires = new ArrayList<>();

  Lives(Size size, Random random) {
    double leavers = size.turnover() * size.days() / 365;
    for (int team = 0; team < size.teams(); team++) {
      for (int n = 0; n < size.inTeam(); n++) {
        boolean leaves = n > 0 && random.nextDouble() < leavers;
        int last = leaves ? 10 + random.nextInt(size.days() - 20) : Integer.MAX_VALUE;
        int marked = !leaves ? last : random.nextDouble() < MARKED ? last : last + UNNOTICED;
        each.put(Staff.official(team, n), new Life(team, 0, last, marked, absences(size, random)));
        if (leaves) {
          each.put(
              Staff.hired(hires.size()),
              new Life(
                  team,
                  last + UNTIL_REPLACED,
                  Integer.MAX_VALUE,
                  Integer.MAX_VALUE,
                  absences(size, random)));
          hires.add(team);
        }
      }
    }
  }

  private static List<Away> absences(Size size, Random random) {
    List<Away> all = new ArrayList<>();
    for (int i = 0; i < HOLIDAYS.length; i++) {
      int from = HOLIDAYS[i] + random.nextInt(60) - 30;
      all.add(new Away(from, from + LENGTHS[i], true, true));
    }
    for (int from = spell(random); from < size.days(); from += spell(random)) {
      int length = 1 + (int) (-7 * Math.log(1 - random.nextDouble()));
      all.add(new Away(from, from + length, random.nextDouble() < SAID, false));
      from += length;
    }
    return all;
  }

  /** Days until somebody is ill: twice a year, on average. */
  private static int spell(Random random) {
    return 1 + (int) (-180 * Math.log(1 - random.nextDouble()));
  }

  Map<String, Life> each() {
    return each;
  }

  /** The teams of who comes in the place of a leaver, in order. */
  List<Integer> hires() {
    return hires;
  }
}
