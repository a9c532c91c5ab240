package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Does the same in many open cases of one official, one after the other. To do it again changes
 * nothing.
 */
final class OpenWork {
  private static final int AT_ONCE = 2_000;

  private final Cases cases;
  private final Casework casework;

  OpenWork(Cases cases, Casework casework) {
    this.cases = cases;
    this.casework = casework;
  }

  /** Makes the act in a case, when all of them and who is to have each are known. */
  @FunctionalInterface
  interface Making {
    /**
     * @param official who is to have this case
     * @param ofCitizen the same for each case of its citizen, oldest first
     */
    Act act(Case one, String official, Map<String, String> ofCitizen);
  }

  /** All open cases of an official, oldest first, without their history. */
  Future<List<Case>> of(String official) {
    return cases.openOf(official, AT_ONCE);
  }

  Future<Integer> count(String official) {
    return cases.countOpenOf(official, AT_ONCE).map(Long::intValue);
  }

  /**
   * Nothing open concerns this official, be it that it cannot be read: {@link #of} leaves that out.
   */
  Future<Boolean> none(String official) {
    return Future.all(cases.countOpen(official, 1), cases.asked(official, 1))
        .map(both -> both.<Long>resultAt(0) == 0 && both.<List<Case>>resultAt(1).isEmpty());
  }

  /**
   * What colleagues ask of an official somebody else answers while they cannot, and they again when
   * they can.
   */
  Future<Void> asked(String official) {
    return cases
        .asked(official, AT_ONCE)
        .compose(all -> Future.all(all.stream().map(one -> casework.again(one.id())).toList()))
        .mapEmpty();
  }

  /** The same act in each open case that an official acts in for somebody else. */
  Future<Void> acted(String official, Act act) {
    return cases
        .actedBy(official, AT_ONCE)
        .compose(
            all -> Future.all(all.stream().map(one -> casework.change(one.id(), act)).toList()))
        .mapEmpty();
  }

  /**
   * What an official minds for who does not work, and cannot themselves now, is another's concern.
   */
  Future<Void> minded(String official) {
    return cases
        .concerning(official, null, AT_ONCE)
        .compose(
            all ->
                Future.all(
                    all.stream()
                        .filter(one -> !one.official().equals(official))
                        .map(one -> casework.again(one.id()))
                        .toList()))
        .mapEmpty();
  }

  /** What was offered to an official who cannot accept it now is not offered any more. */
  Future<Void> offered(String official, String how) {
    return cases
        .offeredTo(official, AT_ONCE)
        .compose(
            all ->
                Future.all(
                    all.stream()
                        .map(one -> casework.change(one.id(), Declining.lost(official, how)))
                        .toList()))
        .mapEmpty();
  }

  /**
   * Completes with in how many cases something changed.
   *
   * @param whose each case and who is to have it, oldest first
   */
  Future<Integer> each(Map<Case, String> whose, Making making) {
    Map<String, Map<String, String>> byCitizen = new LinkedHashMap<>();
    whose.forEach(
        (one, official) ->
            byCitizen
                .computeIfAbsent(one.citizen(), citizen -> new LinkedHashMap<>())
                .put(one.id(), official));
    Future<Integer> done = Future.succeededFuture(0);
    for (Map.Entry<Case, String> entry : whose.entrySet()) {
      Case one = entry.getKey();
      Act act = making.act(one, entry.getValue(), byCitizen.get(one.citizen()));
      done = done.compose(n -> casework.change(one.id(), act).map(d -> n + changed(d)));
    }
    return done;
  }

  private static int changed(Decision decision) {
    return decision instanceof Decision.Changed ? 1 : 0;
  }
}
