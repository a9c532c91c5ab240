package nl.aanspreekpunt.casework.standard;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Words that are used in many answers, with names in them that are filled in from a case.
 *
 * @param keptBy whose it is: see {@link Keeper#key()}
 * @param earlier how it was before, latest first
 * @param deletedAt null: it was not deleted
 * @param there it was not deleted: what the list is found by
 */
public record StandardText(
    String id,
    long version,
    String keptBy,
    Version now,
    List<Version> earlier,
    Instant deletedAt,
    boolean there) {
  /** As many as are kept of how it was. */
  public static final int MOST_EARLIER = 20;

  /** Characters. */
  public static final int LONGEST = 5_000;

  public static final int LONGEST_TITLE = 80;

  /** Of one keeper. */
  public static final int MOST = 200;

  /**
   * How it is or was.
   *
   * @param dutch null: only in English
   * @param english null: only in Dutch
   * @param by official id
   */
  public record Version(String title, String dutch, String english, Instant at, String by) {
    /** In that language, else in the other. */
    public String in(String language) {
      String first = language.equals("en") ? english : dutch;
      String other = language.equals("en") ? dutch : english;
      return first == null ? other : first;
    }

    boolean says(Version other) {
      return title.equals(other.title)
          && Objects.equals(dutch, other.dutch)
          && Objects.equals(english, other.english);
    }
  }

  public StandardText {
    earlier = earlier == null ? List.of() : List.copyOf(earlier);
    there = deletedAt == null;
  }

  public static StandardText made(String id, Keeper keeper, Version first) {
    return new StandardText(id, 1, keeper.key(), first, List.of(), null, true);
  }

  public Keeper keeper() {
    return Keeper.of(keptBy);
  }

  /** The same when nothing changes. */
  public StandardText changed(Version to) {
    return now.says(to)
        ? this
        : new StandardText(
            id,
            version + 1,
            keptBy,
            to,
            Stream.concat(Stream.of(now), earlier.stream()).limit(MOST_EARLIER).toList(),
            deletedAt,
            there);
  }

  /**
   * @param at null: it is there again
   */
  public StandardText deleted(Instant at) {
    return new StandardText(id, version + 1, keptBy, now, earlier, at, at == null);
  }
}
