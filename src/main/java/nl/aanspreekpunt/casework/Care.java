package nl.aanspreekpunt.casework;

/**
 * What people do in a case beyond answering: decide, talk, ask colleagues, act on a principle. Each
 * part is read by its own acts only.
 *
 * @param inward whom the open promises between colleagues concern
 * @param talks talks with the citizen
 */
public record Care(Inward inward, Talks talks) {
  public static final Care NONE = new Care(null, null);

  public Care {
    inward = inward == null ? Inward.NONE : inward;
    talks = talks == null ? Talks.NONE : talks;
  }

  Care inward(Inward changed) {
    return new Care(changed, talks);
  }

  public Care with(Talks changed) {
    return new Care(inward, changed);
  }
}
