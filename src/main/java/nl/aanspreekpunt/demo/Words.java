package nl.aanspreekpunt.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the demo's script says of one question or one step of it, by name.
 *
 * @param where names it, for whoever mends the script
 */
public record Words(String where, Map<String, Object> said) {
  public boolean has(String name) {
    return said.get(name) != null;
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(said.get(name)).map(one -> one.toString().strip());
  }

  /** Fails when it is not said. */
  public String text(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException(where + " lacks " + name));
  }

  public List<String> list(String name) {
    return ((List<?>) said.getOrDefault(name, List.of())).stream().map(Object::toString).toList();
  }

  /** What is said within it; empty when nothing is. */
  @SuppressWarnings("unchecked") // YAML: names with what is said of them
  public Optional<Words> within(String name) {
    return Optional.ofNullable((Map<String, Object>) said.get(name))
        .map(one -> new Words(where + " " + name, one));
  }

  /** Its steps, in order, each naming what is done in it. */
  @SuppressWarnings("unchecked") // as above
  public List<Words> steps() {
    return ((List<Map<String, Object>>) said.getOrDefault("steps", List.of()))
        .stream().map(one -> new Words(where + " " + one.get("does"), one)).toList();
  }
}
