package nl.aanspreekpunt.casework;

/**
 * What people do in a case beyond answering: decide, talk, ask colleagues, act on a principle. Each
 * part is read by its own acts only.
 *
 * @param inward whom the open promises between colleagues concern
 * @param principled principles that its messages touch, and what was done on them
 * @param backed deviations for which backing was asked
 */
public record Care(Inward inward, Principled principled, Backed backed) {
  public static final Care NONE = new Care(null, null, null);

  public Care {
    inward = inward == null ? Inward.NONE : inward;
    principled = principled == null ? Principled.NONE : principled;
    backed = backed == null ? Backed.NONE : backed;
  }

  Care inward(Inward changed) {
    return new Care(changed, principled, backed);
  }

  public Care with(Principled changed) {
    return new Care(inward, changed, backed);
  }

  public Care with(Backed changed) {
    return new Care(inward, principled, changed);
  }
}
