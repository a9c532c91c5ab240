package nl.aanspreekpunt.search;

import java.time.Instant;
import java.util.List;

/**
 * What one case, or a stretch of a long one, is found by.
 *
 * @param id {@code <case>/<n>}, from 0, the oldest stretch first
 * @param number of the case
 * @param version raised each time it is written
 * @param content stands for the words it was made of: while that is the same these need not be read
 * @param facts stands for everything else that it was made of
 * @param at when something was last said in it
 * @param dueAt as of the case; null: nothing is due
 * @param terms see {@link Terms}; null when they were not read
 * @param barred officials who must not even know that it is there
 * @param messages receipt ids, oldest first
 * @param answers outbox entries, oldest first
 */
public record Entry(
    String id,
    String number,
    long version,
    String content,
    String facts,
    Instant at,
    Instant dueAt,
    List<String> terms,
    List<String> barred,
    List<String> messages,
    List<String> answers) {
  public Entry {
    terms = terms == null ? List.of() : List.copyOf(terms);
    barred = barred == null ? List.of() : List.copyOf(barred);
    messages = messages == null ? List.of() : List.copyOf(messages);
    answers = answers == null ? List.of() : List.copyOf(answers);
  }

  static String id(String number, int n) {
    return number + "/" + n;
  }
}
