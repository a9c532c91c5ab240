package nl.aanspreekpunt.web;

import java.util.List;

/** What is to be mended in one field, in words. */
public record FieldError(String field, String text) {
  /** The first of that field; null when it is fine. */
  public static String of(List<FieldError> errors, String field) {
    return errors.stream()
        .filter(error -> error.field().equals(field))
        .map(FieldError::text)
        .findFirst()
        .orElse(null);
  }
}
