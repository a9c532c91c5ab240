package nl.aanspreekpunt.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.aanspreekpunt.council.Shown;

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
    long different =
        java.util.stream.Stream.concat(who.stream(), others.stream()).distinct().count();
    assertThat((long) Figure.PROMISES_KEPT.officials(both)).isLessThanOrEqualTo(different);
    assertThat(both.due()).isEqualTo(who.size() + others.size());
  }
}
