package nl.aanspreekpunt.outbox;

import java.util.List;
import java.util.stream.Stream;

/**
 * An email as people read it, before it is text or HTML.
 *
 * @param sender the display name it comes from
 * @param subject one line
 * @param greeting null for staff
 * @param person who helps; null for staff
 * @param closing null for staff
 * @param small the last lines, in small print
 * @param quote what it answers; null when it quotes nothing
 */
public record Letter(
    String language,
    String sender,
    String subject,
    String greeting,
    List<Part> parts,
    String closing,
    Person person,
    List<String> small,
    Quote quote) {

  public Letter(
      String language,
      String sender,
      String subject,
      String greeting,
      List<Part> parts,
      String closing,
      Person person,
      List<String> small) {
    this(language, sender, subject, greeting, parts, closing, person, small, null);
  }

  /** The same with what it answers below it. */
  Letter quoting(String intro, String text) {
    return new Letter(
        language, sender, subject, greeting, parts, closing, person, small, new Quote(intro, text));
  }

  /**
   * @param intro whose words they are, and of when
   */
  public record Quote(String intro, String text) {
    public List<String> lines() {
      return text.lines().toList();
    }

    String marked() {
      return intro + "\n" + String.join("\n", lines().stream().map(it -> "> " + it).toList());
    }
  }

  /** How a part looks. */
  public enum Look {
    TEXT,
    /** By when: stands out. */
    FIRM,
    /** Somebody's own words, with their line breaks. */
    OWN,
    LINK
  }

  /**
   * @param url for a {@link Look#LINK}; null otherwise
   */
  public record Part(Look look, String text, String url) {
    public List<String> lines() {
      return text.lines().toList();
    }
  }

  /**
   * @param phone as people write it; null if none
   * @param dial E.164; null if none
   * @param portrait whether a picture of them goes along
   */
  public record Person(
      String name, String function, String phone, String dial, String address, boolean portrait) {}

  public Letter {
    parts = List.copyOf(parts);
    small = List.copyOf(small);
  }

  /** The same letter for a reader without HTML. */
  public String text() {
    Stream<String> end =
        person == null
            ? Stream.empty()
            : Stream.of(
                String.join(
                    "\n",
                    Stream.of(closing, person.name, person.function, person.phone, person.address)
                        .filter(line -> line != null)
                        .toList()));
    Stream<String> body =
        parts.stream().map(part -> part.url == null ? part.text : part.text + ":\n" + part.url);
    Stream<String> start = greeting == null ? Stream.empty() : Stream.of(greeting);
    Stream<String> last = small.isEmpty() ? Stream.empty() : Stream.of(String.join("\n", small));
    Stream<String> below = quote == null ? Stream.empty() : Stream.of(quote.marked());
    return Stream.of(start, body, end, last, below)
            .flatMap(part -> part)
            .reduce((one, other) -> one + "\n\n" + other)
            .orElse("")
        + "\n";
  }
}
