package nl.aanspreekpunt.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people do in a case beyond answering: decide, talk, ask colleagues, act on a principle. Each
 * part is read by its own acts only.
 *
 * @param chafes what was reported to chafe here, and what the citizen heard of that
 * @param policy the friction that it is the answer to; null for a question of a citizen
 */
public record Care(List<Chafe> chafes, Policy policy) {
  public static final Care NONE = new Care(List.of(), null);

  public Care {
    chafes = chafes == null ? List.of() : List.copyOf(chafes);
  }

  /** What was reported to chafe in this case, by the friction's id. */
  public Optional<Chafe> chafe(String friction) {
    return chafes.stream().filter(one -> one.friction().equals(friction)).findFirst();
  }

  /** In the place of what stands there under its friction's id. */
  public Care with(Chafe chafe) {
    List<Chafe> all = new ArrayList<>(chafes);
    all.removeIf(one -> one.friction().equals(chafe.friction()));
    all.add(chafe);
    return new Care(all, policy);
  }

  public Care with(Policy changed) {
    return new Care(chafes, changed);
  }
}
