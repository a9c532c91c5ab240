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
 * @param consults what colleagues and partners were asked, oldest first
 * @param tables the case tables, the latest last
 * @param tally what the council's report counts of it; null in a case from before this was kept
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
    Policy policy,
    List<Consult> consults,
    List<CaseTable> tables,
    Tally tally) {
  public static final Care NONE =
      new Care(null, null, null, null, null, null, null, null, null, null, null, null);

  public Care {
    inward = inward == null ? Inward.NONE : inward;
    talks = talks == null ? Talks.NONE : talks;
    principled = principled == null ? Principled.NONE : principled;
    backed = backed == null ? Backed.NONE : backed;
    chafes = chafes == null ? List.of() : List.copyOf(chafes);
    consults = consults == null ? List.of() : List.copyOf(consults);
    tables = tables == null ? List.of() : List.copyOf(tables);
  }

  Care inward(Inward changed) {
    return with(changed, intended, referred, helped);
  }

  public Care intending(Intended decision) {
    return with(inward, decision, referred, helped);
  }

  public Care referring(Referred to) {
    return with(inward, intended, to, helped);
  }

  public Care asking(AskedHelped question) {
    return with(inward, intended, referred, question);
  }

  private Care with(Inward inside, Intended decision, Referred to, AskedHelped question) {
    return new Care(
        inside,
        decision,
        to,
        question,
        talks,
        principled,
        backed,
        chafes,
        policy,
        consults,
        tables,
        tally);
  }

  public Care with(Talks changed) {
    return with(changed, principled, backed, chafes, policy);
  }

  public Care with(Principled changed) {
    return with(talks, changed, backed, chafes, policy);
  }

  public Care with(Backed changed) {
    return with(talks, principled, changed, chafes, policy);
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
    return with(talks, principled, backed, all, policy);
  }

  public Care with(Policy changed) {
    return with(talks, principled, backed, chafes, changed);
  }

  private Care with(
      Talks held, Principled touched, Backed asked, List<Chafe> reported, Policy answers) {
    return new Care(
        inward, intended, referred, helped, held, touched, asked, reported, answers, consults,
        tables, tally);
  }

  public Optional<Consult> consult(String id) {
    return consults.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** With this one instead of the one with its id, or beside the others. */
  public Care with(Consult changed) {
    List<Consult> all = new ArrayList<>(consults);
    all.replaceAll(one -> one.id().equals(changed.id()) ? changed : one);
    if (consult(changed.id()).isEmpty()) {
      all.add(changed);
    }
    return with(all, tables);
  }

  /** The table that lasts, if one does. */
  public Optional<CaseTable> table() {
    return tables.stream().filter(CaseTable::lasts).findFirst();
  }

  /** With this one instead of the one that lasts, or after the others. */
  public Care with(CaseTable changed) {
    List<CaseTable> all = new ArrayList<>(tables);
    all.removeIf(CaseTable::lasts);
    all.add(changed);
    return with(consults, all);
  }

  private Care with(List<Consult> asked, List<CaseTable> sat) {
    return new Care(
        inward,
        intended,
        referred,
        helped,
        talks,
        principled,
        backed,
        chafes,
        policy,
        asked,
        sat,
        tally);
  }

  /** As the council's report counts it now. */
  Care tallied(Tally counted) {
    return new Care(
        inward,
        intended,
        referred,
        helped,
        talks,
        principled,
        backed,
        chafes,
        policy,
        consults,
        tables,
        counted);
  }

  /** Who reads the case because they sit at its table (official ids). */
  List<String> readers() {
    return table().map(CaseTable::people).orElse(List.of());
  }
}
