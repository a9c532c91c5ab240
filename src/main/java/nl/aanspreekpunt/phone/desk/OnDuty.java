package nl.aanspreekpunt.phone.desk;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.phone.LineUp;

/** Whose telephones ring for the general number. Pure. */
final class OnDuty {
  /** Twilio rings no more at once. */
  private static final int MOST = 10;

  private OnDuty() {}

  /**
   * Clerks who are there, who have a telephone, and whom no citizen of the desk speaks with.
   *
   * @param going calls that go on at the desk
   * @param except who did not take it before (official ids)
   * @return official ids
   */
  static List<String> at(
      LineUp lines, Instant now, List<DeskCall> going, Collection<String> except) {
    Set<String> busy = new HashSet<>(except);
    going.stream()
        .filter(one -> one.by() != null && !one.gone())
        .forEach(one -> busy.add(one.by()));
    return lines.directory().officials().stream()
        .filter(one -> one.roles().contains(Role.CLERK))
        .map(Official::id)
        .filter(id -> !busy.contains(id) && lines.atWork(id, now) && lines.number(id).isPresent())
        .limit(MOST)
        .toList();
  }
}
