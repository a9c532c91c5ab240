package nl.aanspreekpunt.official;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a feed of people, or a form on top of one, makes of a directory. Pure.
 *
 * @param to the directory in use
 */
record Feed(DirectoryCopy to, DirectorySettings settings, Instant now) {
  /** What of this feed cannot be. */
  List<FedMistake> mistakes(List<Fed> people) {
    List<Fed> fed = fed(people);
    Definition merged = to.definition().with(fed);
    return new FedCheck(
            to.snapshot(),
            merged,
            to.stored().facts().withAddresses(addresses(merged)),
            settings,
            now)
        .of(people.stream().map(one -> latest(one.id(), fed)).toList(), to.definition());
  }

  private List<FormerAddress> addresses(Definition merged) {
    return FormerAddress.of(
        to.stored().facts().addresses(), to.snapshot().officials(), merged.officials());
  }

  private static Fed latest(String id, List<Fed> all) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  /** With those of before, each once. */
  private List<Fed> fed(List<Fed> people) {
    Map<String, Fed> all = new LinkedHashMap<>();
    to.stored().facts().fed().forEach(one -> all.put(one.id(), one));
    people.forEach(one -> all.merge(one.id(), one, (before, now) -> now.over(before)));
    return List.copyOf(all.values());
  }

  /** What a form says of somebody; only over what was seen. */
  Optional<StoredDirectory> next(FedForm form, String by) throws DirectoryRefused {
    Official one =
        to.snapshot()
            .official(form.id())
            .orElseThrow(() -> new DirectoryRefused("There is no official '" + form.id() + "'."));
    return next(List.of(form.over(one)), by);
  }

  Optional<StoredDirectory> next(List<Fed> people, String by) throws DirectoryRefused {
    List<FedMistake> mistakes = mistakes(people);
    if (!mistakes.isEmpty()) {
      throw DirectoryRefused.fed(mistakes);
    }
    List<Fed> fed = fed(people);
    List<WorkDays> days = stated(people);
    List<DirectoryLine> lines =
        FedDifferences.between(to.snapshot().officials(), to.definition().with(fed).working(days));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Set<String> working = fed.stream().map(Fed::id).collect(Collectors.toSet());
    List<Former> former = new ArrayList<>(to.stored().facts().former());
    former.removeIf(person -> working.contains(person.id()));
    Facts facts =
        to.stored()
            .facts()
            .withFed(fed)
            .withFormer(former)
            .withDays(days)
            .withAddresses(addresses(to.definition().with(fed)));
    DirectoryChange change = to.change(now, by, DirectoryChange.What.FED, lines);
    return Optional.of(to.stored().next(to.stored().yaml(), facts, change));
  }

  /** The days that people stated, but for whom the feed now says when they work. */
  private List<WorkDays> stated(List<Fed> people) {
    List<WorkDays> days = new ArrayList<>(to.stored().facts().days());
    days.removeIf(
        one ->
            people.stream()
                .anyMatch(said -> said.id().equals(one.official()) && said.hours() != null));
    return days;
  }
}
