package nl.aanspreekpunt.casework;

/**
 * What people do in a case beyond answering: decide, talk, ask colleagues, act on a principle. Each
 * part is read by its own acts only.
 *
 * @param talks talks with the citizen
 */
public record Care(Talks talks) {
  public static final Care NONE = new Care(null);

  public Care {
    talks = talks == null ? Talks.NONE : talks;
  }

  public Care with(Talks changed) {
    return new Care(changed);
  }
}
