package nl.aanspreekpunt.casework;

/**
 * What people do in a case beyond answering: decide, talk, ask colleagues, act on a principle. Each
 * part is read by its own acts only.
 *
 * @param intended a decision whose letter waits for a talk; null: none
 * @param referred to whom the citizen was sent on, while that is not confirmed; null: to nobody
 * @param helped what was asked when it was closed; null: nothing, or it was opened again
 * @param inward whom the open promises between colleagues concern
 */
public record Care(Intended intended, Referred referred, AskedHelped helped, Inward inward) {
  public static final Care NONE = new Care(null, null, null, null);

  public Care {
    inward = inward == null ? Inward.NONE : inward;
  }

  Care inward(Inward changed) {
    return new Care(intended, referred, helped, changed);
  }

  public Care intending(Intended decision) {
    return new Care(decision, referred, helped, inward);
  }

  public Care referring(Referred to) {
    return new Care(intended, to, helped, inward);
  }

  public Care asking(AskedHelped question) {
    return new Care(intended, referred, question, inward);
  }
}
