package nl.aanspreekpunt.official;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.aanspreekpunt.official.OwnNumber.Ability;
import nl.aanspreekpunt.official.OwnNumber.Meaning;

/**
 * The municipality's telephone numbers.
 *
 * @param all in the order of the configuration; no two the same
 */
public record Numbers(List<OwnNumber> all) {
  public static final Numbers NONE = new Numbers(List.of());

  public Numbers {
    all = List.copyOf(all);
  }

  /**
   * @param number E.164; null: empty
   */
  public Optional<OwnNumber> of(String number) {
    return first(one -> one.number().equals(number));
  }

  /** The first that is sent through this service; empty for null. */
  public Optional<OwnNumber> ofService(String service) {
    return first(one -> service != null && service.equals(one.service()));
  }

  /** The first general one that can do this; else the first that can. */
  public Optional<OwnNumber> general(Ability ability) {
    return first(one -> one.can(ability) && one.meaning() instanceof Meaning.General)
        .or(() -> first(one -> one.can(ability)));
  }

  /** This official's own that can do this, by id. */
  public Optional<OwnNumber> own(String official, Ability ability) {
    return meaning(new Meaning.OfOfficial(official), ability);
  }

  /** The first of exactly this meaning that can do this. */
  public Optional<OwnNumber> meaning(Meaning meaning, Ability ability) {
    return first(one -> one.can(ability) && one.meaning().equals(meaning));
  }

  /**
   * From which to answer who wrote to or called this number: the same when it can, else a general
   * one; never an official's own, which would be taken for theirs.
   *
   * @param used null when not known
   */
  public Optional<OwnNumber> answering(String used, Ability ability) {
    return of(used)
        .filter(one -> one.can(ability))
        .or(() -> meaning(new Meaning.General(), ability))
        .or(() -> first(one -> one.can(ability) && !isOfficials(one)));
  }

  private static boolean isOfficials(OwnNumber one) {
    return one.meaning() instanceof Meaning.OfOfficial;
  }

  private Optional<OwnNumber> first(Predicate<OwnNumber> fits) {
    return all.stream().filter(fits).findFirst();
  }
}
