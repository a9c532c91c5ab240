package nl.aanspreekpunt.phone;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.aanspreekpunt.official.Deputies;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Numbers;
import nl.aanspreekpunt.official.Official;

/**
 * Who is rung for somebody who calls: whoever is responsible, when they are here, work at this hour
 * and have a telephone; then who stands in for them. Decided here alone, so that nobody is rung who
 * is free, and no number that leads back to the hub.
 */
public record LineUp(Directory directory, Numbers numbers) {
  /** Two telephones ring out in less time than people wait. */
  private static final int MOST = 2;

  /**
   * @param responsible official id
   * @param barred who may not read it (official ids)
   * @return official ids, in order; empty when nobody can be rung now
   */
  List<String> of(String responsible, List<String> barred, Instant now) {
    Set<String> all = new LinkedHashSet<>();
    all.add(directory.successorOf(responsible, now, barred).id());
    for (Deputies.Link link : directory.deputies(responsible, now).links()) {
      all.add(link.official());
    }
    directory.official(responsible).map(Official::deputy).ifPresent(all::add);
    return all.stream()
        .filter(one -> !barred.contains(one))
        .filter(one -> atWork(one, now) && number(one).isPresent())
        .limit(MOST)
        .toList();
  }

  /** Here, and at an hour at which they work. */
  public boolean atWork(String official, Instant now) {
    return directory.here(official, now) && directory.hours(official).openAt(now);
  }

  /** Where an official is rung; empty when they have no telephone but one of the hub's. */
  public Optional<String> number(String official) {
    return directory
        .official(official)
        .map(one -> one.rings() == null ? one.phone() : one.rings())
        .filter(number -> numbers.of(number).isEmpty());
  }
}
