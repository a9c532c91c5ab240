package nl.aanspreekpunt.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.aanspreekpunt.council.Shown;
import org.junit.jupiter.api.Test;

/** What is not shown does not follow from what is. */
class GroupPropertyTest {
  private static final Shown.Fewest FEWEST = Shown.Fewest.USUAL;

  /** So many promises, of so many officials in turn. */
  private static Sums due(int promises, int officials) {
    Sums sums = Sums.NONE;
    for (int i = 0; i < promises; i++) {
      sums = sums.due(i % 2 == 0, "official" + i % Math.max(1, officials));
    }
    return sums;
  }

  @Property(tries = 200)
  void whatIsHiddenIsEnoughTogetherOrAllOfIt(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 12) Integer> sizes,
      @ForAll @IntRange(min = 1, max = 6) int officials) {
    Map<String, Sums> parts = new TreeMap<>();
    for (int i = 0; i < sizes.size(); i++) {
      parts.put("part" + i, due(sizes.get(i), officials));
    }
    List<Group> groups = Group.of(parts, FEWEST);
    Sums hidden =
        groups.stream()
            .filter(one -> one.of(Figure.PROMISES_KEPT).says() == Shown.Says.TOO_FEW)
            .map(one -> parts.get(one.key()))
            .reduce(Sums.NONE, Sums::plus);
    boolean any = groups.stream().anyMatch(one -> one.of(Figure.PROMISES_KEPT).shown());
    assertThat(Value.tooFew(Figure.PROMISES_KEPT, hidden, FEWEST) && any).isFalse();
    groups.stream()
        .filter(one -> one.of(Figure.PROMISES_KEPT).shown())
        .forEach(
            one -> {
              assertThat(parts.get(one.key()).due()).isGreaterThanOrEqualTo(FEWEST.cases());
              assertThat(one.of(Figure.PROMISES_KEPT).cases() % FEWEST.cases()).isZero();
            });
  }

  @Property(tries = 200)
  void theNumberOfOfficialsIsNeverTooHigh(
      @ForAll @Size(max = 30) List<@IntRange(max = 20) Integer> who,
      @ForAll @Size(max = 30) List<@IntRange(max = 20) Integer> others) {
    Sums both = Sums.NONE;
    for (List<Integer> day : List.of(who, others)) {
      Sums sums = Sums.NONE;
      for (int one : day) {
        sums = sums.due(true, "official" + one);
      }
      both = both.plus(sums);
    }
    long different = Stream.concat(who.stream(), others.stream()).distinct().count();
    assertThat((long) Figure.PROMISES_KEPT.officials(both)).isLessThanOrEqualTo(different);
    assertThat(both.due()).isEqualTo(who.size() + others.size());
  }

  /** A team beside a small one is hidden with it; alone it must not tell either. */
  @Test
  void whatIsHiddenBesideOthersIsHiddenAloneAndInItsWeeks() {
    LocalDate day = LocalDate.of(2026, 11, 24);
    List<Day> all = new ArrayList<>();
    Map<String, Sums> teams =
        new TreeMap<>(Map.of("a", due(2, 2), "b", due(9, 4), "c", due(20, 4)));
    teams.forEach(
        (team, sums) ->
            all.add(
                new Day(
                    Day.id(day, team),
                    1,
                    Instant.EPOCH,
                    false,
                    0,
                    List.of(
                        new Slice(Slice.By.ALL, "", sums), new Slice(Slice.By.TEAM, team, sums)),
                    List.of())));
    Days days = new MemoryDays(all);
    Span week = Span.of(Span.Kind.WEEK, day);
    List<String> theirs = List.of("a", "b", "c");
    FiguresOverTime figures = new FiguresOverTime(days, FEWEST);
    Counted of =
        figures.read(week, new FiguresOverTime.Which(theirs, "b", Slice.By.ALL, "")).result();
    assertThat(of.whole().of(Figure.PROMISES_KEPT).says()).isEqualTo(Shown.Says.TOO_FEW);
    assertThat(of.parts().get(0).of(Figure.PROMISES_KEPT).says()).isEqualTo(Shown.Says.TOO_FEW);
    Counted other =
        figures.read(week, new FiguresOverTime.Which(theirs, "c", Slice.By.ALL, "")).result();
    assertThat(other.whole().of(Figure.PROMISES_KEPT).cases()).isEqualTo(20);
  }

  private record MemoryDays(List<Day> all) implements Days {
    @Override
    public Future<List<Day>> find(List<LocalDate> wanted, List<String> teams) {
      return Future.succeededFuture(
          all.stream()
              .filter(one -> teams.contains(one.id().substring(one.id().indexOf('/') + 1)))
              .filter(one -> wanted.contains(one.day()))
              .toList());
    }

    @Override
    public Future<List<Day>> behind(List<LocalDate> wanted, List<String> teams) {
      return find(wanted, teams);
    }

    @Override
    public Future<Boolean> keep(Day counted) {
      return Future.succeededFuture(false);
    }
  }
}
