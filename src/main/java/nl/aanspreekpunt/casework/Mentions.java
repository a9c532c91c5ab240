package nl.aanspreekpunt.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Colleagues who were named in notes, so that they look.
 *
 * @param all oldest first
 * @param waiting who did not say that they saw it (official ids): on their Today it stands
 */
public record Mentions(List<Mention> all, List<String> waiting) {
  private static final int MOST = 50;

  public static final Mentions NONE = new Mentions(null, null);

  /**
   * @param id within the case
   * @param to who was named (official id)
   * @param by who wrote the note (official id)
   * @param at when the note was written
   * @param seen when they said that they saw it; null: not yet
   */
  public record Mention(String id, String to, String by, Instant at, Instant seen) {
    boolean waits() {
      return seen == null;
    }
  }

  public Mentions {
    all = all == null ? List.of() : List.copyOf(all);
    waiting = all.stream().filter(Mention::waits).map(Mention::to).distinct().toList();
  }

  /** Of a note that was written then, by that official. */
  public List<Mention> of(Instant at, String by) {
    return all.stream().filter(one -> one.at().equals(at) && one.by().equals(by)).toList();
  }

  /** What this official did not say yes to yet. */
  public List<Mention> waitingFor(String official) {
    return all.stream().filter(one -> one.waits() && one.to().equals(official)).toList();
  }

  Mentions with(List<Mention> more) {
    List<Mention> both = new ArrayList<>(all);
    both.addAll(more);
    return new Mentions(both.subList(Math.max(0, both.size() - MOST), both.size()), null);
  }

  /** Empty when there is none of theirs with that id, or they saw it before. */
  Optional<Mentions> seen(String id, String official, Instant now) {
    boolean theirs = waitingFor(official).stream().anyMatch(one -> one.id().equals(id));
    return theirs
        ? Optional.of(
            new Mentions(
                all.stream()
                    .map(
                        one ->
                            one.id().equals(id)
                                ? new Mention(one.id(), one.to(), one.by(), one.at(), now)
                                : one)
                    .toList(),
                null))
        : Optional.empty();
  }
}
