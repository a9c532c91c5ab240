package nl.aanspreekpunt.casework;

/**
 * What people do in a case beyond answering: decide, talk, ask colleagues, act on a principle. Each
 * part is read by its own acts only.
 *
 * @param inward whom the open promises between colleagues concern
 * @param intended a decision whose letter waits for a talk; null: none
 * @param referred to whom the citizen was sent on, while that is not confirmed; null: to nobody
 * @param helped what was asked when it was closed; null: nothing, or it was opened again
 * @param talks talks with the citizen
 * @param principled principles that its messages touch, and what was done on them
 * @param backed deviations for which backing was asked
 */
public record Care(
    Inward inward,
    Intended intended,
    Referred referred,
    AskedHelped helped,
    Talks talks,
    Principled principled,
    Backed backed) {
  public static final Care NONE = new Care(null, null, null, null, null, null, null);

  public Care {
    inward = inward == null ? Inward.NONE : inward;
    talks = talks == null ? Talks.NONE : talks;
    principled = principled == null ? Principled.NONE : principled;
    backed = backed == null ? Backed.NONE : backed;
  }

  Care inward(Inward changed) {
    return new Care(changed, intended, referred, helped, talks, principled, backed);
  }

  public Care intending(Intended decision) {
    return new Care(inward, decision, referred, helped, talks, principled, backed);
  }

  public Care referring(Referred to) {
    return new Care(inward, intended, to, helped, talks, principled, backed);
  }

  public Care asking(AskedHelped question) {
    return new Care(inward, intended, referred, question, talks, principled, backed);
  }

  public Care with(Talks changed) {
    return new Care(inward, intended, referred, helped, changed, principled, backed);
  }

  public Care with(Principled changed) {
    return new Care(inward, intended, referred, helped, talks, changed, backed);
  }

  public Care with(Backed changed) {
    return new Care(inward, intended, referred, helped, talks, principled, changed);
  }
}
