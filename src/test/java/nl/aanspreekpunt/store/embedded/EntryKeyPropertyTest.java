package nl.aanspreekpunt.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.ValueComparator;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EntryKeyPropertyTest {
  @Property
  void keysSortAsTheirValuesDo(
      @ForAll("values") List<Object> one, @ForAll("values") List<Object> other) {
    int keys = Arrays.compareUnsigned(EntryKey.of(one, "id"), EntryKey.of(other, "id"));

    assertThat(Integer.signum(keys)).isEqualTo(Integer.signum(order(one, other)));
  }

  private static int order(List<Object> one, List<Object> other) {
    for (int i = 0; i < one.size(); i++) {
      int order = ValueComparator.asc().compare(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @Property
  void aKeyLiesBetweenTheEndsOfItsValuesAndLeadsToItsDocument(
      @ForAll("values") List<Object> values, @ForAll("texts") String id) {
    byte[] key = EntryKey.of(values, id);

    for (int n = 0; n <= values.size(); n++) {
      List<Object> first = values.subList(0, n);
      assertThat(Arrays.compareUnsigned(EntryKey.before(first), key)).isNegative();
      assertThat(Arrays.compareUnsigned(key, EntryKey.after(first))).isNegative();
    }
    assertThat(EntryKey.position(key)).isEqualTo(id);
  }

  @Provide
  Arbitrary<List<Object>> values() {
    Arbitrary<Object> value =
        Arbitraries.oneOf(
            Arbitraries.just(null),
            Arbitraries.oneOf(texts(), Arbitraries.strings().ofMaxLength(2).alpha()),
            Arbitraries.doubles().between(-1e6, 1e6),
            Arbitraries.of(true, false),
            Arbitraries.longs()
                .between(-1_000_000_000_000L, 4_000_000_000_000L)
                .map(Instant::ofEpochMilli));
    return value.list().ofSize(2);
  }

  /** With zeros in them; surrogates are left out, since MongoDB sorts by UTF-8. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withCharRange('\u0000', '\u0002')
        .withCharRange('a', 'c')
        .withCharRange('\u00e0', '\u00ff')
        .ofMaxLength(4)
        .filter(text -> !text.isEmpty());
  }
}
