package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A topic that the file leaves out: people go on writing to its addresses, which lead to where it
 * moved.
 *
 * @param addresses on the hub's domain, lower case
 */
public record FormerTopic(String id, List<String> addresses) {
  public FormerTopic {
    addresses = addresses == null ? List.of() : List.copyOf(addresses);
  }

  /** Those of before and what this file leaves out, but for what is back. */
  static List<FormerTopic> of(List<FormerTopic> before, List<Topic> were, List<Topic> are) {
    Set<String> there = are.stream().map(Topic::id).collect(Collectors.toSet());
    Set<String> out = were.stream().map(Topic::id).collect(Collectors.toSet());
    List<FormerTopic> all = new ArrayList<>(before);
    all.removeIf(one -> there.contains(one.id()) || out.contains(one.id()));
    were.stream()
        .filter(one -> !there.contains(one.id()))
        .map(one -> new FormerTopic(one.id(), one.addresses()))
        .forEach(all::add);
    return all;
  }
}
