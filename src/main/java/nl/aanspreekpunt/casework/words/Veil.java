package nl.aanspreekpunt.casework.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;

/**
 * Finds in a text what points to a person: the names that are known from a case and of who works
 * here, and what looks like an address, a number or a date of birth. It proposes plain words in
 * their place; a person looks at it before anybody else reads it, since no program knows all names.
 */
public final class Veil {
  /** What was found. */
  public enum Kind {
    CITIZEN,
    OFFICIAL,
    SOMEBODY,
    EMAIL,
    PHONE,
    ADDRESS,
    POSTCODE,
    ACCOUNT,
    NUMBER,
    DAY
  }

  /**
   * @param words as they stood there
   */
  public record Found(Kind kind, String words) {}

  /**
   * @param text with plain words in the place of what was found
   */
  public record Veiled(String text, List<Found> found) {}

  private record Look(Kind kind, Pattern pattern) {}

  private static final int SHORTEST_NAME = 3;

  /** After a word or a comma: not at the beginning of a sentence. */
  private static final Pattern CAPITAL = shape("(?<=[\\p{Ll},;] )\\p{Lu}[\\p{L}'-]+");

  /** Parts of names that are words of their own. */
  private static final Set<String> LINKS =
      Set.of("van", "den", "der", "het", "ten", "ter", "the", "von", "aan", "bij", "uit", "op");

  private static final List<Look> SHAPES =
      List.of(
          new Look(Kind.EMAIL, shape("[\\p{L}0-9._%+-]{1,64}@[\\p{L}0-9.-]{1,190}\\p{L}")),
          new Look(Kind.ACCOUNT, shape("\\b[A-Z]{2}\\d{2} ?[A-Z]{4}(?: ?\\d{2,4}){3,5}\\b")),
          new Look(Kind.DAY, shape("\\b\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d{2}\\b")),
          new Look(Kind.POSTCODE, shape("\\b[1-9]\\d{3} ?[A-Z]{2}\\b")),
          new Look(
              Kind.ADDRESS,
              shape(
                  "\\b\\p{Lu}[\\p{L}'-]{0,40}(?:straat|laan|weg|plein|kade|gracht|hof|singel|dijk|pad"
                      + "|steeg|plantsoen|dreef|markt|street|road|lane|avenue)"
                      + " ?\\d{1,5}(?: ?[a-zA-Z]\\b)?")),
          new Look(Kind.PHONE, shape("(?<![\\w+])(?:\\+|00?)[1-9](?:[ .()-]{0,2}\\d){7,12}\\b")),
          new Look(
              Kind.SOMEBODY,
              shape(
                  "\\b(?:[Mm]evrouw|[Mm]eneer|[Dd]e heer|[Mm]evr\\.|[Dd]hr\\.|[Mm]w\\.|Mrs\\.?|Mr\\.?"
                      + "|Ms\\.?) (?:van |de |der |den |el )*\\p{Lu}[\\p{L}'-]+")),
          new Look(
              Kind.SOMEBODY,
              shape(
                  "\\b([Mm]oeder|[Vv]ader|[Zz]oon|[Dd]ochter|[Bb]roer|[Zz]us|[Mm]an|[Vv]rouw"
                      + "|[Oo]ma|[Oo]pa|[Tt]ante|[Oo]om|[Bb]uurman|[Bb]uurvrouw|[Vv]riend|[Vv]riendin"
                      + "|[Pp]artner|[Kk]ind|[Ff]amilie|[Ff]amily|[Mm]other|[Ff]ather|[Ss]on|[Dd]aughter"
                      + "|[Bb]rother|[Ss]ister|[Hh]usband|[Ww]ife|[Nn]eighbour|[Ff]riend)"
                      + "(?: (?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Ee]l|[Tt]en|[Tt]er))* \\p{Lu}[\\p{L}'-]+"
                      + "(?: (?:van |de |der |den |el )*\\p{Lu}[\\p{L}'-]+)*")),
          new Look(Kind.NUMBER, shape("\\b(?=\\w*\\d)[0-9A-HJKMNP-TV-Z]{9}\\b")),
          new Look(Kind.NUMBER, shape("\\b\\d{5,}\\b")));

  private final List<Look> looks = new ArrayList<>();

  private Veil(List<Look> names) {
    looks.addAll(SHAPES.subList(0, 1)); // an address of mail may hold a name
    looks.addAll(names);
    looks.addAll(SHAPES.subList(1, SHAPES.size()));
  }

  /**
   * @param one whose people are known; null: no case
   */
  public static Veil of(Case one, Directory directory) {
    List<Look> names = new ArrayList<>();
    if (one != null) {
      for (Participant who : one.participants()) {
        add(names, Kind.CITIZEN, who.name());
      }
      one.former().forEach(who -> add(names, Kind.CITIZEN, who.name()));
    }
    for (Official official : directory.officials()) {
      names.addAll(whole(Kind.OFFICIAL, official.name()));
      if (one != null && one.met().contains(official.id())) {
        add(names, Kind.OFFICIAL, official.name());
      }
    }
    // The longest first: "Jan de Vries" before "Jan".
    names.sort(Comparator.comparingInt(look -> -look.pattern().pattern().length()));
    return new Veil(names);
  }

  private static void add(List<Look> all, Kind kind, String name) {
    if (name == null || name.contains("@")) {
      return;
    }
    all.addAll(whole(kind, name));
    for (String part : name.split("[\\s.]+", -1)) {
      if (part.length() >= SHORTEST_NAME && !LINKS.contains(part.toLowerCase(Locale.ROOT))) {
        all.add(new Look(kind, word(part)));
      }
    }
  }

  private static List<Look> whole(Kind kind, String name) {
    return name.isBlank() ? List.of() : List.of(new Look(kind, word(name.strip())));
  }

  private static Pattern word(String name) {
    int ignoring = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    return Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(name) + "(?![\\p{L}\\d])", ignoring);
  }

  private static Pattern shape(String regex) {
    return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
  }

  /**
   * Words with a capital within a sentence: a name perhaps, which only a person can tell. Each
   * once, as they stand there.
   */
  public static List<String> capitals(String text) {
    return CAPITAL
        .matcher(text == null ? "" : text)
        .results()
        .map(MatchResult::group)
        .distinct()
        .toList();
  }

  /** What points to somebody, in the order it is looked for; empty when nothing does. */
  public List<Found> in(String text) {
    return over(text, Kind::name).found();
  }

  /**
   * @param plain the words that stand for each kind
   */
  public Veiled over(String text, Function<Kind, String> plain) {
    List<Found> found = new ArrayList<>();
    String now = text == null ? "" : text;
    for (Look look : looks) {
      Matcher matcher = look.pattern().matcher(now);
      now =
          matcher.replaceAll(
              hit -> {
                found.add(new Found(look.kind(), hit.group()));
                // Whose mother it is may stand: not how she is called.
                String stays = hit.groupCount() > 0 ? hit.group(1) : null;
                return Matcher.quoteReplacement(stays == null ? plain.apply(look.kind()) : stays);
              });
    }
    return new Veiled(now, List.copyOf(found));
  }
}
