package nl.aanspreekpunt.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StoredDocumentPropertyTest {
  private static final List<String> NAMES = List.of("_id", "a", "b", "naïve", "wakeAt", "x y");

  @Property(tries = 1000)
  void aChangeInTheBytesIsTheChangeOfTheDocument(
      @ForAll("documents") Document before, @ForAll("documents") Document set) {
    Set<String> without = Set.of("a", "none");
    set.remove("a");
    Document after = new Document(before);
    after.putAll(set);
    without.forEach(after::remove);

    byte[] changed =
        StoredDocument.of(StoredDocument.encoded(before)).orElseThrow().with(set, without);

    assertThat(changed).isEqualTo(StoredDocument.encoded(after));
    assertThat(StoredDocument.decoded(changed))
        .isEqualTo(StoredDocument.decoded(StoredDocument.encoded(after)));
  }

  @Property(tries = 1000)
  void theFieldsThatDifferAreThoseWhoseValuesDiffer(
      @ForAll("documents") Document one, @ForAll("documents") Document other) {
    Document before = StoredDocument.decoded(StoredDocument.encoded(one));
    Document after = StoredDocument.decoded(StoredDocument.encoded(other));
    Set<String> fields = new HashSet<>(before.keySet());
    fields.addAll(after.keySet());
    fields.removeIf(field -> Objects.equals(before.getOrMissing(field), after.getOrMissing(field)));

    assertThat(
            StoredDocument.of(StoredDocument.encoded(one))
                .orElseThrow()
                .differing(StoredDocument.of(StoredDocument.encoded(other)).orElseThrow()))
        .isEqualTo(fields);
  }

  @Property(tries = 300)
  void someFieldsReadAloneAreThoseOfTheWhole(@ForAll("documents") Document document) {
    byte[] bytes = StoredDocument.encoded(document);
    Document whole = StoredDocument.decoded(bytes);
    whole.keySet().removeIf(field -> !Set.of("b", "naïve", "none").contains(field));

    assertThat(StoredDocument.of(bytes).orElseThrow().only(Set.of("b", "naïve", "none")))
        .isEqualTo(whole);
  }

  @Provide
  Arbitrary<Document> documents() {
    return Arbitraries.maps(Arbitraries.of(NAMES), values()).ofMaxSize(6).map(this::document);
  }

  private Document document(Map<String, Object> values) {
    Document document = new Document();
    values.forEach((field, value) -> document.put(field, value == ABSENT ? null : value));
    return document;
  }

  /** A map of jqwik's holds no null. */
  private static final Object ABSENT = new Object();

  private Arbitrary<Object> values() {
    Arbitrary<Object> texts = Arbitraries.strings().ofMaxLength(9).map(text -> text);
    Arbitrary<Object> plain =
        Arbitraries.of(
            1,
            -7L,
            2.5,
            true,
            false,
            Instant.parse("2026-11-29T10:00:00Z"),
            new ObjectId(),
            UUID.fromString("6a9f0c4e-8a3b-4a53-9c40-0a5b8d2f3e11"),
            new BinData(new byte[] {1, 0, 2}),
            ABSENT);
    Arbitrary<Object> nested =
        Arbitraries.of(
            List.of(), List.of(1, "two", List.of(3)), new Document(new HashMap<>(Map.of("k", 1))));
    return Arbitraries.oneOf(texts, plain, nested);
  }
}
