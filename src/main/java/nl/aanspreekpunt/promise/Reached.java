package nl.aanspreekpunt.promise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * How far a promise is in a ladder that may have been changed since its last step: what was done is
 * known by what it was, not by where it stood. Pure.
 */
final class Reached {
  private enum Is {
    NEW,
    DONE,
    TO_COME
  }

  /**
   * A step that was taken, or that was to come after the last one taken.
   *
   * @param rung as in {@link Rung#written}; null: not known, of a step from before that was kept
   * @param step null when it was to come
   */
  private record Old(String rung, Promise.Step step) {
    boolean sameAs(int position, Rung other) {
      return rung == null ? step.rung() == position && may(other) : rung.equals(other.written());
    }

    boolean doesAs(Rung other) {
      return rung == null
          ? step.does().equals(other.does().name())
          : Rung.deed(rung).equals(other.deed());
    }

    /** What passes a question on may have told somebody only. */
    private boolean may(Rung other) {
      boolean told = step.does().equals(Rung.Does.TELL.name());
      return doesAs(other) || (told && other.does().passesOn());
    }

    Is now() {
      return step == null ? Is.TO_COME : Is.DONE;
    }
  }

  private final List<Rung> rungs;
  private final List<Promise.Step> taken;
  private final Is[] is;

  private Reached(List<Rung> rungs, List<Promise.Step> taken) {
    this.rungs = rungs;
    this.taken = taken;
    is = new Is[rungs.size()];
    Arrays.fill(is, Is.NEW);
  }

  /**
   * The positions of what is still to be done, in order: what was to come, wherever it stands now,
   * and what is new after all that was done.
   *
   * @param taken since the foot of the ladder, in order
   */
  static List<Integer> left(List<Rung> rungs, List<Promise.Step> taken) {
    Reached reached = new Reached(rungs, taken);
    reached.recognise();
    int done = reached.done();
    return IntStream.range(0, rungs.size())
        .filter(i -> reached.is[i] == Is.TO_COME || (reached.is[i] == Is.NEW && i > done))
        .boxed()
        .toList();
  }

  /** First as it was written, then by what it does and to whom: its time may be another. */
  private void recognise() {
    List<Old> left = new ArrayList<>();
    for (Old old : olds()) {
      if (!found(old, (one, i) -> one.sameAs(i, rungs.get(i)))) {
        left.add(old);
      }
    }
    for (Old old : left) {
      found(old, (one, i) -> one.doesAs(rungs.get(i)));
    }
  }

  private boolean found(Old old, BiPredicate<Old, Integer> same) {
    for (int i = 0; i < is.length; i++) {
      if (is[i] == Is.NEW && same.test(old, i)) {
        is[i] = old.now();
        return true;
      }
    }
    return false;
  }

  private List<Old> olds() {
    List<Old> olds = new ArrayList<>();
    for (Promise.Step step : taken) {
      if (step.repetition() == 0) {
        olds.add(new Old(step.stood() == null ? null : step.stood().rung(), step));
      }
    }
    if (!taken.isEmpty() && last().stood() != null) {
      last().stood().then().forEach(rung -> olds.add(new Old(rung, null)));
    }
    return olds;
  }

  private Promise.Step last() {
    return taken.get(taken.size() - 1);
  }

  /**
   * The highest position that was done. When nothing that was done stands there any more: what is
   * before the first that was to come, else where the last step stood.
   */
  private int done() {
    if (taken.isEmpty()) {
      return -1;
    }
    int highest = IntStream.range(0, is.length).filter(i -> is[i] == Is.DONE).max().orElse(-1);
    if (highest >= 0) {
      return highest;
    }
    int stood = last().stood() == null ? last().rung() - 1 : last().rung();
    return IntStream.range(0, is.length)
        .filter(i -> is[i] == Is.TO_COME)
        .map(i -> i - 1)
        .findFirst()
        .orElse(stood);
  }
}
