package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Puts a case's messages and promises at the case where they belong. First one conditional write
 * claims the case that leaves, then the other takes it in, then what it promised ends where it was.
 * What a crash leaves half done the clock goes on with. Both numbers go on working.
 */
public final class Joining {
  /** They are of different citizens, and nobody said yet that this is right. */
  public static final String DIFFERENT_CITIZENS = "different-citizens";

  private static final int TRIES = 10;
  private static final int HOPS = 5;
  private final Cases cases;
  private final Casework casework;

  public Joining(Cases cases, Casework casework) {
    this.cases = cases;
    this.casework = casework;
  }

  /**
   * The case that took them in, or why not. Fails when there is no such case.
   *
   * @param differentCitizens it is right also when they are of different citizens
   * @param once makes the claim one that may be asked for again: see {@link Once}
   */
  public Future<Decision> join(
      String number, String into, String by, boolean differentCitizens, UnaryOperator<Act> once) {
    return number.equals(into)
        ? Future.succeededFuture(Decision.refused("same-case", "into"))
        : read(into)
            .compose(
                other ->
                    casework.change(
                        number, once.apply(new GoingOver(other, by, differentCitizens))))
            .compose(
                claimed ->
                    claimed instanceof Decision.Refused
                        ? Future.succeededFuture(claimed)
                        : goOn(number));
  }

  /** Goes on with a case that was claimed; one that moved already leads to where it went. */
  Future<Decision> goOn(String number) {
    return goOn(number, TRIES);
  }

  private Future<Decision> goOn(String number, int left) {
    return left == 0
        ? Future.failedFuture("case " + number + " is joined to what is joined too often")
        : read(number)
            .compose(
                leaving -> goal(leaving, List.of()).compose(goal -> move(leaving, goal, left)));
  }

  private Future<Decision> move(Case leaving, Optional<Case> goal, int left) {
    if (goal.isEmpty()) {
      return goOn(leaving.id(), left - 1);
    }
    Case into = goal.get();
    if (!leaving.moving()) {
      return Future.succeededFuture(new Decision.Unchanged(into));
    }
    String by = leaving.joinedBy();
    return casework
        .change(into.id(), new TakingIn(leaving, by))
        .compose(
            taken ->
                taken instanceof Decision.Refused
                    ? goOn(leaving.id(), left - 1)
                    : casework.change(leaving.id(), new Moved(by)).map(taken));
  }

  /**
   * Where a joined case leads to in the end. Empty when it led round in a circle: that was opened,
   * and what it leads to is to be looked for anew.
   */
  private Future<Optional<Case>> goal(Case one, List<Case> way) {
    if (!one.joined()) {
      return Future.succeededFuture(Optional.of(one));
    }
    for (int i = 0; i < way.size(); i++) {
      if (way.get(i).id().equals(one.id())) {
        return opened(way.subList(i, way.size())).map(Optional.empty());
      }
    }
    List<Case> longer = new ArrayList<>(way);
    longer.add(one);
    return read(one.suggested()).compose(next -> goal(next, longer));
  }

  /** Of cases joined to each other at the same moment the one with the lowest number stays. */
  private Future<?> opened(List<Case> circle) {
    return circle.stream()
        .filter(Case::moving)
        .min(Comparator.comparing(Case::id))
        .map(stays -> casework.change(stays.id(), new Staying(stays.movesTo())))
        .orElseGet(() -> Future.failedFuture("cases lead to each other: " + circle.get(0).id()));
  }

  private Future<Case> read(String number) {
    return cases
        .find(number)
        .map(found -> found.orElseThrow(() -> new Casework.NoSuchCase(number)));
  }

  /**
   * The case that goes on with what was joined: follows where its messages went. One that is joined
   * itself when two were joined to each other just now; the clock settles that.
   */
  public static Future<Optional<Case>> followed(Cases cases, String number) {
    return followed(cases, number, HOPS);
  }

  private static Future<Optional<Case>> followed(Cases cases, String number, int hops) {
    return cases
        .find(number)
        .compose(
            found ->
                found.filter(Case::joined).isPresent() && hops > 0
                    ? followed(cases, found.get().suggested(), hops - 1)
                    : Future.succeededFuture(found));
  }
}
