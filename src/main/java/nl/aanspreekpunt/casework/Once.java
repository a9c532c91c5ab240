package nl.aanspreekpunt.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An act that somebody may ask for again because they did not hear that it was done: it takes
 * effect once. The key is put down in the same write as the act, so that neither a crash nor a race
 * comes between; the latest {@value #REMEMBERED} keys of a case are remembered.
 *
 * @param key who asked and their key, hashed
 * @param digest of what was asked: the same key for something else is refused
 */
public record Once(String key, String digest, Act act) implements Act {
  static final int REMEMBERED = 50;

  @Override
  public Decision on(Case before, Moment moment) {
    Optional<String> known =
        before.done().stream().filter(one -> one.startsWith(key + ":")).findFirst();
    if (known.isPresent()) {
      return known.get().equals(entry())
          ? new Decision.Unchanged(before)
          : Decision.refused("key-used");
    }
    Decision decision = act.on(before, moment);
    return decision instanceof Decision.Changed changed
        ? new Decision.Changed(changed.after().withDone(with(before.done())))
        : decision;
  }

  /** Whether something took effect in this case under that key, not too long ago. */
  public static boolean knows(Case one, String key) {
    return one.done().stream().anyMatch(entry -> entry.startsWith(key + ":"));
  }

  private String entry() {
    return key + ":" + digest;
  }

  private List<String> with(List<String> done) {
    List<String> all = new ArrayList<>(done);
    all.add(entry());
    return all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
  }
}
