package nl.aanspreekpunt.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What comes out of a heap is in order, however many of it are asked for. */
class FirstOfPropertyTest {
  @Property(tries = 300)
  void theFirstOnesAreThoseOfTheWholeInOrder(
      @ForAll int[] numbers, @ForAll @IntRange(max = 20) int wanted) {
    int[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int[] first = new FirstOf(numbers.clone(), Integer::compare).stream().limit(wanted).toArray();
    assertThat(first).containsExactly(Arrays.copyOf(sorted, first.length));
    assertThat(first).hasSize(Math.min(wanted, numbers.length));
  }
}
