package nl.aanspreekpunt.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a message says between its greeting and its close. */
final class Core {
  /** Starts a clause that greets: what follows in it is a name. */
  private static final Set<String> GREETS =
      words(
          """
          dag hallo hoi beste geachte goedemorgen goedemiddag goedenavond goedendag
          hello hi hey dear""");

  /** Ends the message: what follows is who wrote it, or what their telephone adds. */
  private static final Set<String> CLOSES =
      words("groet groeten groetjes mvg regards wishes verzonden verstuurd sent");

  private static final int LONGEST_NAME = 5;

  private Core() {}

  private static Set<String> words(String all) {
    return Set.of(all.split("\\s+"));
  }

  /** In their order. */
  static List<Word> of(List<Word> words) {
    List<Word> core = new ArrayList<>();
    int greeting = -1;
    for (int at = 0; at < words.size(); at++) {
      Word word = words.get(at);
      boolean first = at == 0 || words.get(at - 1).clause() != word.clause();
      if (first && closes(words, at)) {
        return core;
      }
      greeting = first && GREETS.contains(word.text()) ? word.clause() : greeting;
      if (word.clause() != greeting || digits(word)) {
        core.add(word);
      }
    }
    return core;
  }

  /** "Met vriendelijke groet", "Kind regards": at most a name follows. */
  private static boolean closes(List<Word> words, int at) {
    int clause = words.get(at).clause();
    int end = at;
    while (end < words.size()
        && words.get(end).clause() == clause
        && !CLOSES.contains(words.get(end).text())) {
      end++;
    }
    boolean found = end < words.size() && words.get(end).clause() == clause;
    List<Word> rest = found ? words.subList(end + 1, words.size()) : List.of();
    return found
        && end - at <= 2
        && rest.size() <= LONGEST_NAME
        && rest.stream().noneMatch(Core::digits);
  }

  private static boolean digits(Word word) {
    return word.text().chars().anyMatch(Character::isDigit);
  }
}
