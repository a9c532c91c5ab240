package nl.aanspreekpunt.trail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Something that somebody did, or tried.
 *
 * @param id derived from what it was, so that the same is on record once
 * @param by official id, or what stands for a system; null: nobody who is known
 * @param about what it was done to (case number, official id, name of a token); null if nothing
 * @param detail why, or how; shortened, without addresses or numbers of people; null if nothing
 * @param origin tells one place from another without saying which, or is the token it was done
 *     through; null if it is not kept
 */
public record Deed(
    String id, Instant at, String by, Kind kind, String about, String detail, String origin) {
  static final int LONGEST = 500;
  private static final int LONGEST_NAME = 120;
  private static final Pattern EMAIL =
      Pattern.compile("[\\p{L}0-9._%+-]{1,64}@[\\p{L}0-9.-]{1,190}");
  private static final Pattern NUMBER = Pattern.compile("(?<!\\w)\\+?\\d(?:[ .()-]{0,2}\\d){7,14}");
  private static final String VEILED = "…";

  public Deed {
    id = cut(id, 2 * LONGEST_NAME);
    about = cut(about, LONGEST_NAME);
    detail = cut(veiled(detail), LONGEST);
  }

  public static Deed of(String id, Instant at, String by, Kind kind) {
    return new Deed(id, at, by, kind, null, null, null);
  }

  public Deed about(String what) {
    return new Deed(id, at, by, kind, what, detail, origin);
  }

  public Deed detail(String what) {
    return new Deed(id, at, by, kind, about, what, origin);
  }

  public Deed from(String place) {
    return new Deed(id, at, by, kind, about, detail, place);
  }

  /** Under an id that nothing else has: for when another deed stands under its own. */
  Deed apart() {
    String all = String.join("\n", id, kind.name(), by, about, detail, origin);
    String which = UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    return new Deed(cut(id, LONGEST_NAME) + "~" + which, at, by, kind, about, detail, origin);
  }

  /** What people write may hold an address or a number of a citizen's: that is not for here. */
  private static String veiled(String text) {
    return text == null
        ? null
        : NUMBER.matcher(EMAIL.matcher(text).replaceAll(VEILED)).replaceAll(VEILED);
  }

  private static String cut(String text, int longest) {
    if (text == null || text.codePointCount(0, text.length()) <= longest) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + VEILED;
  }
}
