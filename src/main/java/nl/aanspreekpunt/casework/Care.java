package nl.aanspreekpunt.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
 * @param chafes what was reported to chafe here, and what the citizen heard of that
 * @param policy the friction that it is the answer to; null for a question of a citizen
 */
public record Care(
    Inward inward,
    Intended intended,
    Referred referred,
    AskedHelped helped,
    Talks talks,
    Principled principled,
    Backed backed,
    List<Chafe> chafes,
    Policy policy) {
  public static final Care NONE =
      new Care(null, null, null, null, null, null, null, List.of(), null);

  public Care {
    inward = inward == null ? Inward.NONE : inward;
    talks = talks == null ? Talks.NONE : talks;
    principled = principled == null ? Principled.NONE : principled;
    backed = backed == null ? Backed.NONE : backed;
    chafes = chafes == null ? List.of() : List.copyOf(chafes);
  }

  Care inward(Inward changed) {
    return new Care(changed, intended, referred, helped, talks, principled, backed, chafes, policy);
  }

  public Care intending(Intended decision) {
    return new Care(inward, decision, referred, helped, talks, principled, backed, chafes, policy);
  }

  public Care referring(Referred to) {
    return new Care(inward, intended, to, helped, talks, principled, backed, chafes, policy);
  }

  public Care asking(AskedHelped question) {
    return new Care(
        inward, intended, referred, question, talks, principled, backed, chafes, policy);
  }

  public Care with(Talks changed) {
    return new Care(
        inward, intended, referred, helped, changed, principled, backed, chafes, policy);
  }

  public Care with(Principled changed) {
    return new Care(inward, intended, referred, helped, talks, changed, backed, chafes, policy);
  }

  public Care with(Backed changed) {
    return new Care(inward, intended, referred, helped, talks, principled, changed, chafes, policy);
  }

  /** What was reported to chafe in this case, by the friction's id. */
  public Optional<Chafe> chafe(String friction) {
    return chafes.stream().filter(one -> one.friction().equals(friction)).findFirst();
  }

  /** In the place of what stands there under its friction's id. */
  public Care with(Chafe chafe) {
    List<Chafe> all = new ArrayList<>(chafes);
    all.removeIf(one -> one.friction().equals(chafe.friction()));
    all.add(chafe);
    return new Care(inward, intended, referred, helped, talks, principled, backed, all, policy);
  }

  public Care with(Policy changed) {
    return new Care(inward, intended, referred, helped, talks, principled, backed, chafes, changed);
  }
}
