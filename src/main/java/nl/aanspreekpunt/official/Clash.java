package nl.aanspreekpunt.official;

/**
 * Somebody else changed what an edit is about, after who edits had seen it.
 *
 * @param place null: the file as a whole
 * @param was what was seen; null: nothing
 * @param is what stands there now: a text, a list or a map; null: nothing
 */
public record Clash(Place place, Object was, Object is) {
  static final Clash WHOLE = new Clash(null, null, null);

  @Override
  public String toString() {
    return place
        + ": was changed by somebody else meanwhile; now it is "
        + (is == null ? "not there" : "'" + is + "'");
  }
}
