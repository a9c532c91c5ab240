package nl.aanspreekpunt.official;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the work of topics and teams goes that the file leaves out: renamed, several to one, or one
 * to several by neighbourhood or by official. What moved on later is followed.
 */
public record Moves(List<Move> all) {
  static final Moves NONE = new Moves(List.of());

  /** What is left out. */
  public enum What {
    TOPIC,
    TEAM
  }

  /**
   * One of them; the first that fits counts.
   *
   * @param from id that is no more
   * @param neighbourhoods only what is from there; empty: from anywhere
   * @param officials only whose responsible official is one of these; empty: whoever it is
   */
  public record Move(
      What what, String from, String to, List<String> neighbourhoods, List<String> officials) {
    public Move {
      neighbourhoods = List.copyOf(neighbourhoods);
      officials = List.copyOf(officials);
    }

    /** Whatever no other one takes. */
    boolean rest() {
      return neighbourhoods.isEmpty() && officials.isEmpty();
    }

    private boolean fits(String neighbourhood, String official) {
      return (neighbourhoods.isEmpty()
              || (neighbourhood != null && neighbourhoods.contains(neighbourhood)))
          && (officials.isEmpty() || (official != null && officials.contains(official)));
    }
  }

  public Moves {
    all = List.copyOf(all);
  }

  /**
   * Where one that is no more goes, followed to its end; empty when nothing moved from there.
   *
   * @param id topic or team; null: none
   * @param neighbourhood null when unknown
   * @param official who is responsible (official id); null when nobody is
   */
  public Optional<String> of(What what, String id, String neighbourhood, String official) {
    String at = id;
    for (int hop = 0; hop < all.size(); hop++) {
      Optional<String> next = next(what, at, neighbourhood, official);
      if (next.isEmpty()) {
        break;
      }
      at = next.get();
    }
    return at == null || at.equals(id) ? Optional.empty() : Optional.of(at);
  }

  private Optional<String> next(What what, String at, String neighbourhood, String official) {
    return all.stream()
        .filter(one -> one.what() == what && one.from().equals(at))
        .filter(one -> one.fits(neighbourhood, official))
        .map(Move::to)
        .findFirst();
  }

  /** The ids that are no more. */
  public Set<String> from(What what) {
    return all.stream()
        .filter(one -> one.what() == what)
        .map(Move::from)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The topics that are no more and of which this one took work; empty for null. */
  public List<String> formerly(String topic) {
    LinkedHashSet<String> found = new LinkedHashSet<>();
    int before = -1;
    while (before < found.size()) {
      before = found.size();
      all.stream()
          .filter(one -> one.what() == What.TOPIC)
          .filter(one -> one.to().equals(topic) || found.contains(one.to()))
          .map(Move::from)
          .forEach(found::add);
    }
    return List.copyOf(found);
  }
}
