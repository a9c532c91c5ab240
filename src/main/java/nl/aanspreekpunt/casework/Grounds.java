package nl.aanspreekpunt.casework;

import java.util.List;

/**
 * What a decision says besides its outcome. All but the outcome's own is null when it is not said.
 *
 * @param reason in the official's own words
 * @param rule the rule or principle it rests on, in words
 * @param principle the topic whose principle that is (topic id); null when it is no principle
 * @param alternative what the citizen can do now, besides what the law offers
 * @param changes of what is not possible now: what could change, and when
 * @param talk the offer to talk, in the official's own words; null: in the usual ones
 * @param body who does help, for what is not ours
 * @param consent that the body may have the citizen's words; null: nothing is forwarded
 * @param messages which of them (receipt ids)
 * @param appeal what they asked is itself an objection, so that they can appeal to the court now;
 *     null: as its subject says
 */
public record Grounds(
    String reason,
    String rule,
    String principle,
    String alternative,
    String changes,
    String talk,
    Body body,
    Consent consent,
    List<String> messages,
    Boolean appeal) {
  public Grounds {
    messages = messages == null ? List.of() : List.copyOf(messages);
  }

  /** A reason and no more. */
  public static Grounds because(String reason) {
    return new Grounds(reason, null, null, null, null, null, null, null, List.of(), null);
  }

  public Grounds restingOn(String words, String topic) {
    return new Grounds(
        reason, words, topic, alternative, changes, talk, body, consent, messages, appeal);
  }

  public Grounds offering(String instead) {
    return new Grounds(
        reason, rule, principle, instead, changes, talk, body, consent, messages, appeal);
  }

  public Grounds until(String change) {
    return new Grounds(
        reason, rule, principle, alternative, change, talk, body, consent, messages, appeal);
  }

  public Grounds inviting(String words) {
    return new Grounds(
        reason, rule, principle, alternative, changes, words, body, consent, messages, appeal);
  }

  public Grounds sendingTo(Body helper, Consent agreed, List<String> sent) {
    return new Grounds(
        reason, rule, principle, alternative, changes, talk, helper, agreed, sent, appeal);
  }

  /**
   * After an objection it is an appeal, to the court (Algemene wet bestuursrecht, article 8:1).
   *
   * @param is null: as its subject says
   */
  public Grounds appealing(Boolean is) {
    return new Grounds(
        reason, rule, principle, alternative, changes, talk, body, consent, messages, is);
  }

  /** Whether something goes to another body. */
  public boolean forwards() {
    return body != null && body.email() != null && consent != null;
  }
}
