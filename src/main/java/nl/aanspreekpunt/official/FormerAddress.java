package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An address that somebody had before: mail to it still goes to them, and it is never another's.
 *
 * @param address on the hub's domain, lower case
 * @param official official id
 */
public record FormerAddress(String address, String official) {
  /** Those of before and what changes now, but for what is theirs again. */
  static List<FormerAddress> of(
      List<FormerAddress> before, List<Official> were, List<Official> are) {
    Map<String, String> there = new HashMap<>();
    are.forEach(one -> there.put(one.id(), one.address()));
    List<FormerAddress> all = new ArrayList<>(before);
    were.stream()
        .filter(one -> there.containsKey(one.id()))
        .map(one -> new FormerAddress(one.address(), one.id()))
        .filter(one -> !all.contains(one))
        .forEach(all::add);
    all.removeIf(one -> one.address().equals(there.get(one.official())));
    return all;
  }

  /** An address that is to be of somebody, or of a topic, and was another's before. */
  static Optional<String> taken(List<FormerAddress> all, Definition by) {
    return all.stream()
        .filter(
            one ->
                by.officials().stream()
                        .anyMatch(
                            who ->
                                who.address().equals(one.address())
                                    && !who.id().equals(one.official()))
                    || by.topics().stream()
                        .anyMatch(topic -> topic.addresses().contains(one.address())))
        .map(FormerAddress::address)
        .findFirst();
  }
}
