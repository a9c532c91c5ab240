package nl.aanspreekpunt.casework;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who helps with what is not ours: not only an organisation, but somebody there.
 *
 * @param name of the organisation
 * @param person who helps there, by name or function
 * @param email where they are written to; null when it is not known
 * @param phone as people write it; null when it is not known
 */
public record Body(String name, String person, String email, String phone) {
  /** In one line, as a citizen reads it. */
  public String shown() {
    return Stream.of(name, person, phone, email)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }
}
