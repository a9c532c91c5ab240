package nl.aanspreekpunt.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.aanspreekpunt.citizen.Address;

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
 * @param linked participants who ask about it for its citizen
 * @param soFar that the story so far was written, and who read it; null: none was
 * @param contact who may have contact with the citizen after a threat, also when that ended; null:
 *     nothing was agreed
 * @param asked whether their words may go to who does help, as the citizen was asked; null: not
 *     asked
 * @param copied addresses (lower case) that who asked sent their own messages to as well
 * @param tally what the council's report counts of it; null in a case from before this was kept
 * @param plans answers that have not gone
 * @param mentions colleagues who were named in notes
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
    List<Linked> linked,
    SoFarNote soFar,
    ContactAgreement contact,
    AskedConsent asked,
    List<String> copied,
    Tally tally,
    Plans plans,
    Mentions mentions) {
  private static final int MOST_COPIED = 50;

  public static final Care NONE =
      new Care(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null);

  public Care {
    inward = inward == null ? Inward.NONE : inward;
    talks = talks == null ? Talks.NONE : talks;
    principled = principled == null ? Principled.NONE : principled;
    backed = backed == null ? Backed.NONE : backed;
    chafes = chafes == null ? List.of() : List.copyOf(chafes);
    consults = consults == null ? List.of() : List.copyOf(consults);
    tables = tables == null ? List.of() : List.copyOf(tables);
    linked = linked == null ? List.of() : List.copyOf(linked);
    copied = copied == null ? List.of() : List.copyOf(copied);
    plans = plans == null ? Plans.NONE : plans;
    mentions = mentions == null ? Mentions.NONE : mentions;
  }

  /** The parts while one of them changes. */
  private static final class Parts {
    private Inward inward;
    private Intended intended;
    private Referred referred;
    private AskedHelped helped;
    private Talks talks;
    private Principled principled;
    private Backed backed;
    private List<Chafe> chafes;
    private Policy policy;
    private List<Consult> consults;
    private List<CaseTable> tables;
    private List<Linked> linked;
    private SoFarNote soFar;
    private ContactAgreement contact;
    private AskedConsent asked;
    private List<String> copied;
    private Tally tally;
    private Plans plans;
    private Mentions mentions;
  }

  private Care but(Consumer<Parts> change) {
    Parts of = new Parts();
    of.inward = inward;
    of.intended = intended;
    of.referred = referred;
    of.helped = helped;
    of.talks = talks;
    of.principled = principled;
    of.backed = backed;
    of.chafes = chafes;
    of.policy = policy;
    of.consults = consults;
    of.tables = tables;
    of.linked = linked;
    of.soFar = soFar;
    of.contact = contact;
    of.asked = asked;
    of.copied = copied;
    of.tally = tally;
    of.plans = plans;
    of.mentions = mentions;
    change.accept(of);
    return new Care(
        of.inward,
        of.intended,
        of.referred,
        of.helped,
        of.talks,
        of.principled,
        of.backed,
        of.chafes,
        of.policy,
        of.consults,
        of.tables,
        of.linked,
        of.soFar,
        of.contact,
        of.asked,
        of.copied,
        of.tally,
        of.plans,
        of.mentions);
  }

  Care inward(Inward changed) {
    return but(of -> of.inward = changed);
  }

  public Care intending(Intended decision) {
    return but(of -> of.intended = decision);
  }

  public Care referring(Referred to) {
    return but(of -> of.referred = to);
  }

  public Care asking(AskedHelped question) {
    return but(of -> of.helped = question);
  }

  public Care with(Talks changed) {
    return but(of -> of.talks = changed);
  }

  public Care with(Principled changed) {
    return but(of -> of.principled = changed);
  }

  public Care with(Backed changed) {
    return but(of -> of.backed = changed);
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
    return but(of -> of.chafes = all);
  }

  public Care with(Policy changed) {
    return but(of -> of.policy = changed);
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
    return but(of -> of.consults = all);
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
    return but(of -> of.tables = all);
  }

  /** How a participant (link) takes part for the citizen; empty when they are none of those. */
  public Optional<Linked> linked(String link) {
    return linked.stream().filter(one -> one.link().equals(link)).findFirst();
  }

  /** Whether this participant (link) may say yes or no for the citizen. */
  public boolean decides(String link) {
    return linked(link).map(Linked::decides).orElse(true);
  }

  /** With this one instead of what stood under its link. */
  public Care with(Linked one) {
    List<Linked> all = new ArrayList<>(without(one.link()).linked);
    all.add(one);
    return but(of -> of.linked = all);
  }

  /** Who has this link takes part for nobody else. */
  public Care without(String link) {
    List<Linked> all = linked.stream().filter(one -> !one.link().equals(link)).toList();
    return but(of -> of.linked = all);
  }

  public Care with(SoFarNote note) {
    return but(of -> of.soFar = note);
  }

  /** What was agreed about contact, also when it ended; empty: nothing was. */
  public Optional<ContactAgreement> agreedContact() {
    return Optional.ofNullable(contact);
  }

  public Care with(ContactAgreement agreement) {
    return but(of -> of.contact = agreement);
  }

  public Care consenting(AskedConsent consent) {
    return but(of -> of.asked = consent);
  }

  /** Whether who asked sent a message of theirs to this address as well. */
  public boolean wasCopied(Address address) {
    return address.kind() == Address.Kind.EMAIL && copied.contains(address.value());
  }

  Care copying(List<String> addresses) {
    List<String> all =
        Stream.concat(copied.stream(), addresses.stream()).distinct().limit(MOST_COPIED).toList();
    return all.equals(copied) ? this : but(of -> of.copied = all);
  }

  /** As the council's report counts it now. */
  Care tallied(Tally counted) {
    return but(of -> of.tally = counted);
  }

  public Care with(Plans changed) {
    return but(of -> of.plans = changed);
  }

  Care with(Mentions changed) {
    return but(of -> of.mentions = changed);
  }

  /** Who reads the case because they sit at its table (official ids). */
  List<String> readers() {
    return table().map(CaseTable::people).orElse(List.of());
  }
}
