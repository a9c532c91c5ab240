package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whom the open promises between colleagues in a case concern. The citizen is told nothing of it,
 * and it opens the text of the case to nobody: see {@link Access#ASKED}.
 *
 * @param standIns who sees to what another was asked, and did, oldest first
 * @param concerns official ids on whose Today it stands: who was asked, who stands in, and whom the
 *     ladder reached; nobody while the case is closed
 * @param dueAt by when the first of them is due; null when none is open
 */
public record Inward(List<Acting> standIns, List<String> concerns, Instant dueAt) {
  public static final Inward NONE = new Inward(null, null, null);

  public Inward {
    standIns = standIns == null ? List.of() : List.copyOf(standIns);
    concerns = concerns == null ? List.of() : List.copyOf(concerns);
  }

  /** Who sees to this promise (id) instead of whom was asked, if somebody does. */
  Optional<Acting> standIn(String promise) {
    return standIn(standIns, promise);
  }

  static Optional<Acting> standIn(List<Acting> among, String promise) {
    return among.stream().filter(one -> one.lasts() && one.promise().equals(promise)).findFirst();
  }
}
