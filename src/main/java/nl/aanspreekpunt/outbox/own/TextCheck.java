package nl.aanspreekpunt.outbox.own;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.OwnWords;
import nl.aanspreekpunt.outbox.Sample;
import nl.aanspreekpunt.outbox.Samples;
import nl.aanspreekpunt.outbox.SmsAlphabet;
import nl.aanspreekpunt.outbox.Texts;

/**
 * Whether a municipality's own text can be said. It must keep every fact that the program's text
 * has in either language, since each is who, by when, how to reach them or what the law asks to be
 * said; but for what only describes ({@link #COURTESY}). A text that is not so is refused when it
 * is kept, and not said when a later version of the program asks more of it: then the program's
 * text is said.
 */
public final class TextCheck {
  /** Characters. */
  public static final int LONGEST = 600;

  /** Characters of a subject, which has a question's own in it, and of what stands in one. */
  public static final int LONGEST_SUBJECT = 80;

  private static final int LONGEST_IN_SUBJECT = 120;
  private static final Pattern IN_SUBJECT =
      Pattern.compile("subject\\.none|staff\\.sender|(what|does)\\..*");

  /** Of the whole text message in which it is said; each is paid for. */
  public static final int MOST_PARTS = 3;

  /** What a text may leave out: a name says who without a function, and mail says from whom. */
  private static final Set<String> COURTESY = Set.of("function", "otherFunction", "municipality");

  /** What a program reads in the answer to it, in each language. */
  private static final Map<String, List<String>> ANSWERS =
      Map.of(
          "nl sms.CLOSED.helped", List.of("1", "2", "3"),
          "en sms.CLOSED.helped", List.of("1", "2", "3"),
          "nl sms.PRINCIPLE.touched", List.of("JA"),
          "en sms.PRINCIPLE.touched", List.of("YES"),
          "nl sms.PRINCIPLE.which", List.of("JA"),
          "en sms.PRINCIPLE.which", List.of("YES"));

  /** A link that ends in a full stop, or a number stuck to a word, is not known again. */
  private static final Pattern STUCK =
      Pattern.compile(
          "(?<!^|\\s)\\{(link|action)}|\\{(link|action)}(?!\\s|$)"
              + "|(?<=[\\p{L}\\p{N}}])\\{(case|code)}|\\{(case|code)}(?=[\\p{L}\\p{N}{])");

  private final Letters letters;
  private final Samples samples;

  public TextCheck(Letters letters, Samples samples) {
    this.letters = letters;
    this.samples = samples;
  }

  public Samples samples() {
    return samples;
  }

  /** The facts that this text may have a place for, by name. */
  public Set<String> may(String key) {
    Set<String> may = new TreeSet<>(must(key));
    for (String language : List.of("nl", "en")) {
      may.addAll(Texts.facts(letters.texts(language).program(key)));
    }
    return may;
  }

  /** Those that it must have. */
  public Set<String> must(String key) {
    Set<String> must = new TreeSet<>();
    for (String language : List.of("nl", "en")) {
      must.addAll(Texts.facts(letters.texts(language).program(key)));
    }
    must.removeAll(COURTESY);
    return must;
  }

  /** Empty when it can be said so, among what the program says. */
  public List<TextMistake> of(String key, String language, String text) {
    return of(key, language, text, OwnWords.NONE);
  }

  /**
   * Empty when it can be said so. Some messages are made of it: not much work, but not nothing.
   *
   * @param others that stand beside it: many a little longer must not cut off the link at the end
   */
  public List<TextMistake> of(String key, String language, String text, OwnWords others) {
    List<TextMistake> all = new ArrayList<>(letters(key, text));
    all.addAll(facts(key, text));
    String missing =
        ANSWERS.getOrDefault(language + " " + key, List.of()).stream()
            .filter(answer -> !text.contains(answer))
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      all.add(new TextMistake("answer", missing, ""));
    }
    if (all.isEmpty() && key.startsWith("sms.")) {
      all.addAll(parts(key, language, text, others));
    }
    return all;
  }

  private static List<TextMistake> letters(String key, String text) {
    List<TextMistake> all = new ArrayList<>();
    boolean subject = key.endsWith("subject");
    int longest =
        subject
            ? LONGEST_SUBJECT
            : IN_SUBJECT.matcher(key).matches() ? LONGEST_IN_SUBJECT : LONGEST;
    if (text.length() > longest) {
      all.add(new TextMistake("long", String.valueOf(text.length()), String.valueOf(longest)));
    }
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      all.add(new TextMistake(subject ? "subject-line" : "line", "", ""));
    } else if (text.codePoints().anyMatch(TextCheck::isHidden)) {
      all.add(new TextMistake("hidden", "", ""));
    }
    return all;
  }

  /** What nobody sees, and what turns what stands beside it around. */
  private static boolean isHidden(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private List<TextMistake> facts(String key, String text) {
    List<TextMistake> all = new ArrayList<>();
    Set<String> may = may(key);
    Set<String> said = Texts.facts(text);
    Set<String> unknown = new TreeSet<>(said);
    unknown.removeAll(may);
    Set<String> missing = must(key);
    missing.removeAll(said);
    if (!unknown.isEmpty()) {
      all.add(new TextMistake("unknown", typed(unknown), typed(may)));
    }
    if (!missing.isEmpty()) {
      all.add(new TextMistake("missing", typed(missing), ""));
    }
    String rest = text.replaceAll("\\{\\w+}", "");
    if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
      all.add(new TextMistake("brace", "", typed(may)));
    }
    STUCK
        .matcher(text)
        .results()
        .map(stuck -> new TextMistake("stuck", stuck.group(), ""))
        .distinct()
        .forEach(all::add);
    return all;
  }

  private static String typed(Set<String> facts) {
    return facts.stream().map(fact -> "{" + fact + "}").collect(Collectors.joining(" "));
  }

  private List<TextMistake> parts(String key, String language, String text, OwnWords others) {
    String dear = SmsAlphabet.dear(text);
    if (!dear.isEmpty()) {
      return List.of(new TextMistake("dear", dear, ""));
    }
    Letters own = letters.fictional(others.with(language, key, text));
    Letters ours = letters.fictional(others.with(language, key, null));
    for (Sample sample : samples.of(key)) {
      Outgoing message = sample.in(language);
      int parts = SmsAlphabet.segments(own.sms(message));
      // A message that was long before is no fault of this text.
      if (parts > MOST_PARTS && parts > SmsAlphabet.segments(ours.sms(message))) {
        return List.of(new TextMistake("parts", String.valueOf(parts), String.valueOf(MOST_PARTS)));
      }
    }
    return List.of();
  }
}
