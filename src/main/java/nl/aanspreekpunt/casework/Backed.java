package nl.aanspreekpunt.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deviations in a case for which backing was asked, in that order. */
public record Backed(List<Backing> all) {
  public static final Backed NONE = new Backed(List.of());

  public Backed {
    all = all == null ? List.of() : List.copyOf(all);
  }

  public Optional<Backing> find(String id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  public List<Backing> open() {
    return all.stream().filter(Backing::isOpen).toList();
  }

  /** In place of the one with its id, or beside the others when there is none. */
  public Backed with(Backing changed) {
    List<Backing> next = new ArrayList<>(all);
    next.replaceAll(one -> one.id().equals(changed.id()) ? changed : one);
    if (find(changed.id()).isEmpty()) {
      next.add(changed);
    }
    return new Backed(next);
  }
}
