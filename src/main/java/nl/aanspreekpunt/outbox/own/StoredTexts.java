package nl.aanspreekpunt.outbox.own;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All own texts, as they are stored: in one document, so that every node says what stands together.
 *
 * @param texts those that were ever changed, by key; also what is the program's again, for its
 *     version
 * @param change what made this version, until it is in the history; null at first
 */
public record StoredTexts(String id, long version, List<OwnText> texts, TextChange change) {
  static final String ID = "own";
  static final StoredTexts NONE = new StoredTexts(ID, 0, List.of(), null);

  /** Characters, of all together. */
  static final int LARGEST = 200_000;

  public StoredTexts {
    texts = texts == null ? List.of() : List.copyOf(texts);
  }

  OwnText text(String key) {
    return texts.stream()
        .filter(text -> text.key().equals(key))
        .findFirst()
        .orElseGet(() -> OwnText.never(key));
  }

  /**
   * Somebody wants a text to be said so.
   *
   * @param version of the text that they saw
   * @param dutch null: as the program says it
   * @param english null: as the program says it
   * @param dutchFrom {@link OwnText#mark} of the program's text
   */
  record Wish(
      String key,
      long version,
      String dutch,
      String english,
      String dutchFrom,
      String englishFrom,
      String by,
      Instant at) {
    boolean stands(OwnText now) {
      return Objects.equals(dutch, now.dutch())
          && Objects.equals(english, now.english())
          && (dutch == null || dutchFrom.equals(now.dutchFrom()))
          && (english == null || englishFrom.equals(now.englishFrom()));
    }
  }

  /** Empty when nothing would change, or when it may not: see {@link #full}. */
  Optional<StoredTexts> with(Wish wish) {
    OwnText now = text(wish.key());
    if (wish.stands(now)) {
      return Optional.empty();
    }
    OwnText next =
        new OwnText(
            wish.key(),
            now.version() + 1,
            wish.dutch(),
            wish.english(),
            wish.dutch() == null ? null : wish.dutchFrom(),
            wish.english() == null ? null : wish.englishFrom());
    List<OwnText> all =
        Stream.concat(
                texts.stream().filter(text -> !text.key().equals(wish.key())), Stream.of(next))
            .toList();
    return Optional.of(
        new StoredTexts(id, version + 1, all, TextChange.of(next, wish.at(), wish.by())));
  }

  boolean full() {
    return texts.stream().mapToInt(OwnText::size).sum() > LARGEST;
  }
}
