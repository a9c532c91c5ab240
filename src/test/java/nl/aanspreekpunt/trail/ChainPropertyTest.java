package nl.aanspreekpunt.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import nl.aanspreekpunt.casework.Signer;
import org.junit.jupiter.api.Test;

/** Whatever is done to a chain by who has no key is found. */
class ChainPropertyTest {
  private static final Instant BEGAN = Instant.parse("2026-11-24T09:00:00Z");
  private static final Signer HUBS = new Signer("1", "a key".getBytes(StandardCharsets.UTF_8));
  private static final Seal SEALING = new Seal(null, HUBS);

  /** Somebody who wrote a program like the hub's, and has another key of the same look. */
  private static final Seal FORGING =
      new Seal(null, new Signer("1", "b key".getBytes(StandardCharsets.UTF_8)));

  private Chain chain;
  private List<Entry> entries;

  private void written(int many) {
    chain = Chain.begun("run", Kept.ACTS, BEGAN, List.of(), SEALING);
    entries = new ArrayList<>();
    for (int i = 1; i <= many; i++) {
      Instant at = BEGAN.plusSeconds(60L * i);
      Deed deed = Deed.of("deed/" + i, at, "jan.devries", Kind.CASE_READ).detail("Reden " + i);
      Entry entry = Entry.of(deed, chain, SEALING);
      entries.add(entry);
      chain = chain.with(entry);
    }
  }

  private List<Finding> found() {
    return found(chain, BEGAN.minusSeconds(1));
  }

  private List<Finding> found(Chain of, Instant over) {
    ChainCheck check = new ChainCheck(of, SEALING, over);
    entries.stream().sorted(Comparator.comparingLong(Entry::seq)).forEach(check::next);
    return check.end();
  }

  @Property(tries = 60)
  void aChainAsItWasWrittenIsWhole(@ForAll @IntRange(min = 0, max = 30) int many) {
    written(many);
    assertThat(found()).isEmpty();
  }

  @Property(tries = 100)
  void oneThatIsRemovedIsMissed(
      @ForAll @IntRange(min = 1, max = 20) int many, @ForAll @IntRange(min = 0, max = 19) int at) {
    written(many);
    long gone = entries.remove(at % many).seq();
    assertThat(found())
        .anySatisfy(
            one -> {
              assertThat(one.what()).isEqualTo(Finding.What.MISSING);
              assertThat(one.first()).isEqualTo(gone);
              assertThat(one.last()).isEqualTo(gone);
            });
  }

  @Property(tries = 100)
  void aChangeOfAnyFactIsFoundAtItsPlace(
      @ForAll @IntRange(min = 1, max = 12) int many,
      @ForAll @IntRange(min = 0, max = 11) int at,
      @ForAll @IntRange(min = 0, max = 10) int fact,
      @ForAll @StringLength(max = 12) String becomes) {
    written(many);
    Entry was = entries.get(at % many);
    Entry now = changed(was, fact, becomes);
    if (now.equals(was)) {
      return;
    }
    entries.set(at % many, now);
    assertThat(found())
        .anySatisfy(
            one -> {
              assertThat(one.what()).isEqualTo(Finding.What.CHANGED);
              assertThat(one.first()).isEqualTo(was.seq());
            });
  }

  private static Entry changed(Entry one, int fact, String to) {
    return new Entry(
        fact == 0 ? to : one.id(),
        one.chain(),
        one.seq(),
        fact == 1 ? to : one.key(),
        fact == 2 ? one.at().plusMillis(1 + to.length()) : one.at(),
        fact == 3 ? to : one.by(),
        fact == 4 ? Subject.LOGIN : one.subject(),
        fact == 5 ? Kind.TOKEN_MADE : one.kind(),
        fact == 6 ? to : one.about(),
        fact == 7 ? to : one.detail(),
        fact == 9 ? to : one.salt(),
        fact == 10 ? to : one.told(),
        fact == 8 ? to : one.origin(),
        one.before(),
        one.seal());
  }

  @Property(tries = 100)
  void twoThatChangePlacesAreFound(
      @ForAll @IntRange(min = 2, max = 12) int many,
      @ForAll @IntRange(min = 0, max = 11) int one,
      @ForAll @IntRange(min = 0, max = 11) int other) {
    written(many);
    Entry first = entries.get(one % many);
    Entry second = entries.get(other % many);
    if (first.equals(second)) {
      return;
    }
    entries.set(one % many, at(first, second));
    entries.set(other % many, at(second, first));
    assertThat(found()).extracting(Finding::what).contains(Finding.What.CHANGED);
  }

  private static Entry at(Entry one, Entry place) {
    return new Entry(
        one.id(),
        one.chain(),
        place.seq(),
        one.key(),
        one.at(),
        one.by(),
        one.subject(),
        one.kind(),
        one.about(),
        one.detail(),
        one.salt(),
        one.told(),
        one.origin(),
        place.before(),
        one.seal());
  }

  @Property(tries = 100)
  void oneThatNoHubWroteIsFoundWhereverItIsPut(
      @ForAll @IntRange(min = 1, max = 12) int many, @ForAll @IntRange(min = 1, max = 13) int at) {
    written(many);
    long place = Math.min(at, many + 1);
    Entry before = place == 1 ? null : entries.get((int) place - 2);
    Deed deed = Deed.of("forged", BEGAN.plusSeconds(1), "jan.devries", Kind.LEARNED_ON);
    Chain behind = chain.moved(place - 1, BEGAN, before == null ? "1" : before.seal());
    entries.add(Entry.of(deed, behind, FORGING));
    assertThat(found()).extracting(Finding::what).contains(Finding.What.CHANGED);
  }

  /** The end that the chain itself says is forged too: what follows another does not. */
  @Property(tries = 60)
  void aTailThatWasWrittenAnewIsFound(
      @ForAll @IntRange(min = 2, max = 12) int many,
      @ForAll @IntRange(min = 1, max = 11) int from) {
    written(many);
    int kept = from % many;
    Entry last = kept == 0 ? null : entries.get(kept - 1);
    entries = new ArrayList<>(entries.subList(0, kept));
    Chain forged = chain.moved(kept, BEGAN, last == null ? chain.seal() : last.seal());
    for (int i = kept; i < many; i++) {
      Deed deed = Deed.of("forged/" + i, BEGAN.plusSeconds(60), "x", Kind.LEARNED_ON);
      Entry entry = Entry.of(deed, forged, FORGING);
      entries.add(entry);
      forged = forged.with(entry);
    }
    assertThat(found(forged, BEGAN)).extracting(Finding::what).contains(Finding.What.CHANGED);
  }

  @Property(tries = 60)
  void afterItsOldestWereDestroyedInTimeTheRestIsWhole(
      @ForAll @IntRange(min = 1, max = 12) int many, @ForAll @IntRange(min = 1, max = 12) int old) {
    written(many);
    int gone = Math.min(old, many);
    Chain shorter = chain.without(entries.get(gone - 1), SEALING);
    Instant over = BEGAN.plusSeconds(60L * gone + 1);
    assertThat(found(shorter, over)).as("cut off before they went").isEmpty();
    entries = new ArrayList<>(entries.subList(gone, many));
    assertThat(found(shorter, over)).isEmpty();

    assertThat(found(shorter, BEGAN))
        .as("before their time")
        .extracting(Finding::what)
        .contains(Finding.What.TOO_EARLY);
    assertThat(found(chain.without(shorterBy(shorter), FORGING), over))
        .as("by somebody without the key")
        .extracting(Finding::what)
        .contains(Finding.What.BEGINNING);
  }

  /** As the last one that went would have been. */
  private static Entry shorterBy(Chain shorter) {
    return new Entry(
        "x",
        shorter.id(),
        shorter.gone(),
        "",
        shorter.goneAt(),
        null,
        Subject.READING,
        Kind.CASE_READ,
        null,
        null,
        null,
        null,
        null,
        null,
        shorter.goneLast());
  }

  @Test
  void anotherBeginningIsFound() {
    written(3);
    Chain other =
        new Chain(
            chain.id(),
            chain.kept(),
            chain.day(),
            chain.begunAt(),
            List.of("acts-2026-11-23-other 3 1abc"),
            chain.opened(),
            chain.seq(),
            chain.at(),
            chain.seal(),
            0,
            null,
            null,
            null);
    assertThat(found(other, BEGAN)).extracting(Finding::what).contains(Finding.What.BEGINNING);
  }

  @Test
  void whatWasSealedWithAnotherKindOfKeyIsNotCalledWhole() {
    written(3);
    Seal own = new Seal("the municipality's own key, of 32 letters", HUBS);
    ChainCheck check = new ChainCheck(chain, own, BEGAN);
    entries.forEach(check::next);
    assertThat(check.end()).extracting(Finding::what).containsExactly(Finding.What.OTHER_KEY);
  }

  @Test
  void factsThatReadTheSameOneAfterTheOtherAreSealedApart() {
    assertThat(SEALING.of("a", "bc")).isNotEqualTo(SEALING.of("ab", "c"));
    assertThat(SEALING.of("a", null)).isNotEqualTo(SEALING.of("a", "")).isNotEqualTo("a");
  }
}
