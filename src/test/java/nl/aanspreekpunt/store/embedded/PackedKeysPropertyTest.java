package nl.aanspreekpunt.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;

class PackedKeysPropertyTest {
  private final PackedKeys packed = new PackedKeys();
  private final NavigableSet<byte[]> plain = new TreeSet<>(Arrays::compareUnsigned);

  @Property(tries = 300)
  void whatComesAndGoesStandsThereAsInAPlainSortedSet(
      @ForAll("changes") List<Tuple2<Boolean, byte[]>> changes,
      @ForAll("keys") byte[] one,
      @ForAll("keys") byte[] other) {
    byte[] from = Arrays.compareUnsigned(one, other) < 0 ? one : other;
    byte[] to = from == one ? other : one;

    for (Tuple2<Boolean, byte[]> change : changes) {
      if (change.get1()) {
        packed.add(change.get2());
        plain.add(change.get2());
      } else {
        packed.remove(change.get2());
        plain.remove(change.get2());
      }
    }

    assertThat(packed.size()).isEqualTo(plain.size());
    assertSame(packed.between(from, to, false).iterator(), plain.subSet(from, true, to, true));
    assertSame(
        packed.between(from, to, true).iterator(),
        plain.subSet(from, true, to, true).descendingSet());
  }

  private static void assertSame(Iterator<byte[]> found, Iterable<byte[]> expected) {
    expected.forEach(key -> assertThat(found.next()).isEqualTo(key));
    assertThat(found.hasNext()).isFalse();
  }

  /** Some long, so that blocks are full soon; with starts in common, as an index has. */
  @Provide
  Arbitrary<byte[]> keys() {
    return Arbitraries.oneOf(
        Arbitraries.bytes().array(byte[].class).ofMaxSize(3),
        Arbitraries.bytes()
            .between((byte) 0, (byte) 3)
            .array(byte[].class)
            .ofMinSize(150)
            .ofMaxSize(300)
            .map(key -> Arrays.copyOfRange(key, key.length % 2, key.length)));
  }

  @Provide
  Arbitrary<List<Tuple2<Boolean, byte[]>>> changes() {
    return Arbitraries.integers()
        .between(1, 40)
        .flatMap(
            different ->
                keys()
                    .list()
                    .ofSize(different)
                    .flatMap(
                        some ->
                            Arbitraries.frequencyOf(
                                    Tuple.of(3, Arbitraries.of(true)),
                                    Tuple.of(2, Arbitraries.of(false)))
                                .flatMap(add -> Arbitraries.of(some).map(key -> Tuple.of(add, key)))
                                .list()
                                .ofMaxSize(200)));
  }

  @Test
  void nothingIsLeftWhenAllIsCleared() {
    IntStream.range(0, 1000).forEach(i -> packed.add(new byte[] {(byte) (i >> 8), (byte) i}));

    packed.clear();

    assertThat(packed.size()).isZero();
    assertThat(packed.between(new byte[0], new byte[] {(byte) 0xff}, false)).isEmpty();
  }
}
