package nl.aanspreekpunt.outbox.whatsapp;

import java.util.List;
import java.util.Optional;

/**
 * The templates of this municipality, in the order of the configuration. The first in a language is
 * the one that goes where nobody chose.
 */
public record Templates(List<Template> all) {
  public static final Templates NONE = new Templates(List.of());

  public Templates {
    all = List.copyOf(all);
  }

  public List<Template> in(String language) {
    return all.stream().filter(one -> one.in(language).isPresent()).toList();
  }

  /**
   * @param chosen name; null when nobody chose. One that is no more is as none
   */
  public Optional<Template> choose(String chosen, String language) {
    List<Template> possible = in(language);
    return possible.stream()
        .filter(one -> one.name().equals(chosen))
        .findFirst()
        .or(() -> possible.stream().findFirst());
  }
}
