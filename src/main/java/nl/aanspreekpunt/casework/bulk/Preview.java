package nl.aanspreekpunt.casework.bulk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Case;

/** What an act in several cases comes to now. */
public record Preview(List<Will> will, List<Stays> stays) {
  /**
   * A case in which it will be done.
   *
   * @param with whose it will be (official id)
   * @param open code of why it stays open once it was answered; null: it is closed, or was not to
   *     be
   */
  public record Will(Case one, Bulk.Item item, String with, String open) {}

  /**
   * A case in which it will not.
   *
   * @param code of the refusal
   */
  public record Stays(Case one, String code) {}

  /** The same as long as nothing of it changed: what was not shown is not done. */
  public String seen() {
    StringBuilder all = new StringBuilder();
    for (Will one : will) {
      Bulk.Item item = one.item();
      all.append(item.number()).append(' ').append(one.one().contact());
      all.append(' ').append(one.one().official()).append(' ').append(item.seen());
      all.append(' ').append(item.answered()).append(' ').append(one.open());
      all.append(' ').append(new TreeMap<>(item.words()));
      item.promised().forEach(it -> all.append(' ').append(it.kind()).append(it.due()));
      all.append('\n');
    }
    stays.forEach(one -> all.append(one.one().id()).append(' ').append(one.code()).append('\n'));
    return hash(all.toString());
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}
