package nl.aanspreekpunt.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * For each text the messages in which it is read, about a question that nobody asked: found by
 * making all of them, with each text marked. Making one takes a tenth of a second: not on an event
 * loop.
 */
public final class Samples {
  /** Says nothing by itself: how moments are written, what stands in a calendar, this itself. */
  private static final Pattern NOT_OURS =
      Pattern.compile("when(\\..*)?|quote|.*\\.entry\\..*|(sms\\.)?TEST.*|sms\\.OPT.*|TRIED\\..*");

  private static final Pattern MARK = Pattern.compile("\\[\\[([\\w.-]+)]]");

  private final Map<String, List<Sample>> saying;

  public Samples(Letters letters) {
    List<Sample> all = new SampleFacts(letters.texts("nl").keys()).all();
    Map<String, List<Sample>> found = new TreeMap<>();
    for (Sample sample : all) {
      for (String key : said(letters, sample)) {
        found.computeIfAbsent(key, any -> new ArrayList<>()).add(sample);
      }
    }
    saying = new LinkedHashMap<>(found);
  }

  /** Whether it is something that is said, in words that may be others. */
  static boolean words(String key) {
    return !NOT_OURS.matcher(key).matches();
  }

  private static Set<String> said(Letters letters, Sample sample) {
    Texts program = letters.texts("nl");
    Letters marked =
        letters.fictional(
            (language, key) -> words(key) ? "[[" + key + "]]" + program.program(key) : null);
    Outgoing entry = sample.in("nl");
    String text = sample.sms() ? marked.sms(entry) : whole(marked.letter(entry));
    return MARK.matcher(text)
        .results()
        .map(mark -> mark.group(1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String whole(Letter letter) {
    return letter.sender() + letter.subject() + letter.text();
  }

  /** Every text that may be said in other words, by key, in that order. */
  public List<String> keys() {
    return List.copyOf(saying.keySet());
  }

  /** The messages that say it, the plainest first; empty when it is none of {@link #keys()}. */
  public List<Sample> of(String key) {
    return saying.getOrDefault(key, List.of());
  }
}
