package nl.aanspreekpunt.official;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How somebody wants to be seen and to work, as they said it themselves: over what the file says,
 * and kept when the file is applied again.
 *
 * @param official official id
 * @param words about them, which citizens read: by language; none in a language says nothing
 * @param portrait null: the file's; empty: none, their initials stand instead; else the name of a
 *     picture of their own
 * @param quietKeys letters on the keyboard do nothing on their pages
 * @param daily what is not urgent is mailed to them once a day, at the start of their day
 * @param by who said so last (official id)
 */
public record Profile(
    String official,
    Map<String, String> words,
    String portrait,
    boolean quietKeys,
    boolean daily,
    String by,
    Instant at) {
  /** Characters of words about somebody. */
  public static final int LONGEST = 300;

  /** The names of pictures that people put there themselves begin so. */
  public static final String OWN = "eigen-";

  public Profile {
    words = words == null ? Map.of() : Map.copyOf(words);
  }

  /** Of who said nothing. */
  public static Profile none(String official) {
    return new Profile(official, Map.of(), null, false, false, official, Instant.EPOCH);
  }

  /** Null when there are none in that language. */
  public String in(String language) {
    return words.get(language);
  }

  public Profile saying(Map<String, String> said, String who, Instant now) {
    Map<String, String> kept = new TreeMap<>(said);
    kept.values().removeIf(String::isBlank);
    return new Profile(official, kept, portrait, quietKeys, daily, who, now);
  }

  /**
   * @param file as {@link #portrait}
   */
  public Profile pictured(String file, String who, Instant now) {
    return new Profile(official, words, file, quietKeys, daily, who, now);
  }

  public Profile working(boolean noKeys, boolean onceADay, String who, Instant now) {
    return new Profile(official, words, portrait, noKeys, onceADay, who, now);
  }

  /** Citizens see them as the file says. */
  public boolean plain() {
    return words.isEmpty() && portrait == null;
  }

  private boolean says(Profile other) {
    return words.equals(other.words)
        && Objects.equals(portrait, other.portrait)
        && quietKeys == other.quietKeys
        && daily == other.daily;
  }

  /** The next version of the directory; empty when it says so already. */
  Optional<StoredDirectory> over(DirectoryCopy copy) throws DirectoryRefused {
    if (!copy.snapshot().employed(official, at)) {
      throw new DirectoryRefused("'" + official + "' does not work here.");
    }
    if (words.values().stream().anyMatch(text -> text.length() > LONGEST)) {
      throw new DirectoryRefused("Words about somebody are " + LONGEST + " characters at most.");
    }
    StoredDirectory stored = copy.stored();
    Profile was = copy.snapshot().profile(official);
    if (says(was)) {
      return Optional.empty();
    }
    List<Profile> all = new ArrayList<>(stored.facts().profiles());
    all.removeIf(known -> known.official().equals(official));
    if (!says(none(official))) {
      all.add(this);
    }
    DirectoryChange change =
        DirectoryChange.of(stored.version() + 1, at, by, DirectoryChange.What.PROFILE, lines(was));
    return Optional.of(stored.next(stored.yaml(), stored.facts().withProfiles(all), change));
  }

  /** What citizens see otherwise; how somebody works is their own affair. */
  private List<DirectoryLine> lines(Profile was) {
    List<DirectoryLine> lines = new ArrayList<>();
    String place = "officials[" + official + "].";
    if (!words.equals(was.words)) {
      lines.add(new DirectoryLine.Differs(place + "words", text(was), text(this)));
    }
    if (!Objects.equals(portrait, was.portrait)) {
      lines.add(new DirectoryLine.Differs(place + "portrait", picture(was), picture(this)));
    }
    return lines;
  }

  private static String text(Profile one) {
    return one.words.isEmpty() ? "" : String.join(" / ", new TreeMap<>(one.words).values());
  }

  private static String picture(Profile one) {
    return one.portrait == null ? "" : one.portrait.isEmpty() ? "-" : one.portrait;
  }
}
