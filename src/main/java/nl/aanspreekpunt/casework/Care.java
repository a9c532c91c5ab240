package nl.aanspreekpunt.casework;

/**
 * What people do in a case beyond answering: decide, talk, ask colleagues, act on a principle. Each
 * part is read by its own acts only.
 *
 * @param inward whom the open promises between colleagues concern
 */
public record Care(Inward inward) {
  public static final Care NONE = new Care(null);

  public Care {
    inward = inward == null ? Inward.NONE : inward;
  }

  Care inward(Inward changed) {
    return new Care(changed);
  }
}
