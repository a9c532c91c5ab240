package nl.aanspreekpunt.web.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token may be used for. */
public enum Scope {
  CASES_READ,
  CASES_WRITE,
  MESSAGES_WRITE,
  DIRECTORY_READ,
  /** Absences and departures. */
  STAFF_WRITE,
  OUTBOX_READ,
  /** Who works here, said by another system over SCIM. */
  SCIM,
  /** Tokens and the directory's file; also stands for every other scope. */
  ADMIN;

  /** As it is written in requests: {@code cases:read}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ':');
  }

  static Optional<Scope> of(String text) {
    return Arrays.stream(values()).filter(scope -> scope.text().equals(text)).findFirst();
  }
}
