package nl.aanspreekpunt.casework;

/**
 * What people do in a case beyond answering: decide, talk, ask colleagues, act on a principle. Each
 * part is read by its own acts only.
 *
 * @param principled principles that its messages touch, and what was done on them
 */
public record Care(Principled principled) {
  public static final Care NONE = new Care(Principled.NONE);

  public Care {
    principled = principled == null ? Principled.NONE : principled;
  }

  public Care with(Principled changed) {
    return new Care(changed);
  }
}
