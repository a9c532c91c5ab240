package nl.aanspreekpunt.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What was put under a term is found under it, and nothing else. */
class TermPostingsPropertyTest {
  @Property(tries = 200)
  void whatIsAddedIsFound(
      @ForAll @Size(max = 300) List<@IntRange(max = 60) Integer> terms,
      @ForAll @IntRange(min = 1, max = 20_000) int step) {
    TermPostings postings = new TermPostings();
    Map<String, BitSet> expected = new TreeMap<>();
    for (int i = 0; i < terms.size(); i++) {
      String term = "term" + terms.get(i);
      postings.add(term, i * step);
      expected.computeIfAbsent(term, t -> new BitSet()).set(i * step);
    }
    expected.forEach((term, all) -> assertThat(found(postings, term)).isEqualTo(all));
    assertThat(found(postings, "other").isEmpty()).isTrue();
    assertThat(postings.size()).isEqualTo(expected.size());
    // Every second one goes, the others close up.
    TermPostings half = postings.renumbered(n -> n / step % 2 == 0 ? n / step / 2 : -1);
    expected.forEach(
        (term, all) -> {
          BitSet left = new BitSet();
          all.stream().filter(n -> n / step % 2 == 0).forEach(n -> left.set(n / step / 2));
          assertThat(found(half, term)).isEqualTo(left);
        });
  }

  @Property(tries = 5)
  void manyTermsStandApart(@ForAll @IntRange(min = 5_000, max = 20_000) int many) {
    TermPostings postings = new TermPostings();
    for (int i = 0; i < many; i++) {
      postings.add("w" + i, i);
      postings.add("all", i);
    }
    assertThat(found(postings, "w" + (many - 1)).nextSetBit(0)).isEqualTo(many - 1);
    assertThat(found(postings, "all").cardinality()).isEqualTo(many);
  }

  private static BitSet found(TermPostings postings, String term) {
    BitSet found = new BitSet();
    postings.find(term, found);
    return found;
  }
}
