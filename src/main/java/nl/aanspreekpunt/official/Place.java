package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where something stands in the directory's file: {@code teams[wonen].coordinator}. A step is a key
 * of a map, or the id of an entry of a list; never a position, which another's change would move.
 *
 * @param steps from the top of the file; at least one
 */
public record Place(List<String> steps) {
  private static final Set<String> LISTS = Set.of("teams", "topics", "officials");
  private static final Pattern STEP = Pattern.compile("\\[([^\\[\\]]+)]|([^.\\[\\]]+)");

  public Place {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a place has at least one step");
    }
  }

  public static Place of(String... steps) {
    return new Place(List.of(steps));
  }

  /** Reads what {@link #toString} writes. */
  public static Place parse(String written) {
    List<String> steps = new ArrayList<>();
    Matcher step = STEP.matcher(written);
    while (step.find()) {
      steps.add(step.group(1) == null ? step.group(2) : step.group(1));
    }
    return new Place(steps);
  }

  public Place then(String step) {
    List<String> further = new ArrayList<>(steps);
    further.add(step);
    return new Place(further);
  }

  /** This place, or one within it. */
  public boolean holds(Place other) {
    return other.steps.size() >= steps.size() && other.steps.subList(0, steps.size()).equals(steps);
  }

  @Override
  public String toString() {
    StringBuilder written = new StringBuilder(steps.get(0));
    for (int i = 1; i < steps.size(); i++) {
      String step = steps.get(i);
      boolean entry = i == 1 && LISTS.contains(steps.get(0));
      if (entry || step.indexOf('.') >= 0) {
        written.append('[').append(step).append(']');
      } else {
        written.append('.').append(step);
      }
    }
    return written.toString();
  }
}
