package nl.aanspreekpunt.casework;

/**
 * What people do in a case beyond answering: decide, talk, ask colleagues, act on a principle. Each
 * part is read by its own acts only.
 */
public record Care() {
  public static final Care NONE = new Care();
}
