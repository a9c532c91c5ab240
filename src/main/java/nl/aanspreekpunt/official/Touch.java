package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a message touch a principle.
 *
 * @param topic topic id, of whose principle
 * @param words that say so, as the directory has them
 * @param certain one of the principle's own signs; else only words of its topic, for a person to
 *     judge
 */
public record Touch(String topic, List<String> words, boolean certain) {
  /** One word of a topic is said too easily ("the water in the ditch"). */
  private static final int ENOUGH = 2;

  public Touch {
    words = List.copyOf(words);
  }

  /** Each principle at most once, in the order of the file. */
  public static List<Touch> in(String text, Directory directory) {
    List<Touch> all = new ArrayList<>();
    for (Topic topic : directory.topics()) {
      if (topic.principle() != null) {
        List<String> signs = found(text, topic.principle().signs());
        List<String> words = signs.isEmpty() ? found(text, topic.keywords()) : signs;
        if (!signs.isEmpty() || words.size() >= ENOUGH) {
          all.add(new Touch(topic.id(), words, !signs.isEmpty()));
        }
      }
    }
    return all;
  }

  private static List<String> found(String text, List<String> phrases) {
    Keywords<String> keywords = new Keywords<>();
    phrases.forEach(phrase -> keywords.add(phrase, phrase));
    Set<String> found = new LinkedHashSet<>();
    keywords.in(text).forEach(one -> found.add(one.phrase()));
    return List.copyOf(found);
  }
}
