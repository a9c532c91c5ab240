package nl.aanspreekpunt.official;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody may do beside their own work. Coordinator and manager follow from the teams. */
public enum Role {
  OFFICIAL,
  CLERK,
  COORDINATOR,
  MANAGER,
  ADMINISTRATOR,
  AUDITOR,
  /** Takes complaints about colleagues. */
  COMPLAINTS;

  private static final Set<Role> GIVABLE =
      Collections.unmodifiableSet(EnumSet.of(CLERK, ADMINISTRATOR, AUDITOR, COMPLAINTS));

  /** A role that somebody gives another, by its name in small letters. */
  static Optional<Role> given(String name) {
    return GIVABLE.stream()
        .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
