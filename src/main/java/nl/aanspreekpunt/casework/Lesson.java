package nl.aanspreekpunt.casework;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a named person taught the matcher by putting a message where it belongs. It holds until
 * somebody takes it back, and a route that rests on it says so.
 *
 * @param id made of what it says, so that the same is taught once
 * @param sender {@link nl.aanspreekpunt.citizen.Address#id()}; null for {@link Kind#WORDS}
 * @param subject as {@link nl.aanspreekpunt.citizen.Subjects#key} makes it; empty for a text
 *     message; null for {@link Kind#WORDS}
 * @param number the case it says something of; null for {@link Kind#WORDS}
 * @param words as somebody typed them, {@code topic} what they mean (topic id); null for the others
 * @param about the case in which it was taught, and {@code team} that case's team
 * @param by official id
 * @param revokedBy official id; null while it holds
 */
public record Lesson(
    String id,
    Kind kind,
    String sender,
    String subject,
    String number,
    String words,
    String topic,
    String about,
    String team,
    String by,
    Instant at,
    String revokedBy,
    Instant revokedAt) {
  /** What somebody types to teach words. */
  public static final int LONGEST_WORDS = 60;

  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** What it says. */
  public enum Kind {
    /** What this sender writes under this subject does not belong with that case. */
    APART,
    /** What this sender writes under this subject belongs with that case. */
    BELONGS,
    /** Who uses these words writes about that topic. */
    WORDS
  }

  /** A message in a case, and whose it is. */
  record Message(Case in, String sender, String subject) {}

  static Lesson apart(Message message, String number, String by, Instant at) {
    return of(Kind.APART, message, number, by, at);
  }

  static Lesson belongs(Message message, String number, String by, Instant at) {
    return of(Kind.BELONGS, message, number, by, at);
  }

  private static Lesson of(Kind kind, Message message, String number, String by, Instant at) {
    return new Lesson(
        id(kind, message.sender(), message.subject(), number),
        kind,
        message.sender(),
        message.subject(),
        number,
        null,
        null,
        message.in().id(),
        message.in().team(),
        by,
        at,
        null,
        null);
  }

  static Lesson words(Case one, String words, String topic, String by, Instant at) {
    return new Lesson(
        id(Kind.WORDS, plain(words), topic, null),
        Kind.WORDS,
        null,
        null,
        null,
        words,
        topic,
        one.id(),
        one.team(),
        by,
        at,
        null,
        null);
  }

  private static String id(Kind kind, String first, String second, String third) {
    String all = kind + "\n" + first + "\n" + second + "\n" + third;
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  public boolean holds() {
    return revokedAt == null;
  }

  /** Whether it is about what this sender writes under this subject. */
  public boolean isOf(String from, String under) {
    return sender != null && sender.equals(from) && subject.equals(under);
  }

  /** Whether its words stand in a text: whole words, whatever their capitals and accents. */
  public boolean standsIn(String text) {
    return (" " + plain(text) + " ").contains(" " + plain(words) + " ");
  }

  /** Empty when there are no words in it. */
  static String plain(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return NOT_WORDS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
