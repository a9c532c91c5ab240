package nl.aanspreekpunt.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what a message quotes and how it is signed, by ordered rules over its lines: lines marked
 * with {@code >}, what says whose they are, the header that Outlook, Exchange, Notes and telephones
 * put above a message quoted whole, and signatures. Time grows with the length of the text only.
 */
public final class Quotes {
  /** Lines of a signature (RFC 3676, section 4.3, asks for four); what is longer is not one. */
  private static final int LONGEST_SIGNATURE = 20;

  private static final int HEADER = 10;
  private static final int MOST = 200;

  /** Of a text longer than this the rest is shown as it is. */
  private static final int MOST_LINES = 20_000;

  private static final int MOST_SIGNATURES = 50;

  /** What people say when they answer between the lines of a quote that nothing marks. */
  private static final List<String> BELOW =
      List.of(
          "hieronder",
          "onderstaand",
          "zie onder",
          "tussen de tekst",
          "tussen de regels",
          "tussen uw",
          "in rood",
          "in het rood",
          "in blauw",
          "in het blauw",
          "in groen",
          "in kleur",
          "see below",
          "below in",
          "answers below",
          "inline",
          "in red",
          "in blue",
          "in green");

  private static final Set<String> FORWARD_PREFIXES =
      Set.of("fw", "fwd", "doorst", "doorgestuurd", "wg", "vs", "vb", "tr");

  private final String text;
  private final boolean forward;
  private final List<Integer> starts = new ArrayList<>();
  private final List<String> plains = new ArrayList<>();
  private int signatures;
  private final List<Fold> folds = new ArrayList<>();

  private Quotes(String subject, String text) {
    this.text = text;
    this.forward = isForward(subject);
  }

  /**
   * In order, none within another.
   *
   * @param subject may be null
   * @param text may be null
   */
  public static List<Fold> in(String subject, String text) {
    if (text == null || text.isEmpty()) {
      return List.of();
    }
    Quotes quotes = new Quotes(subject, text);
    quotes.read();
    return List.copyOf(quotes.folds);
  }

  /** The text without what is folded; empty when nothing else is there. */
  public static String own(String text, List<Fold> folds) {
    return OwnWords.without(text, folds, true).strip();
  }

  /** The text without what is folded; all of it when nothing else is there. */
  public static String brief(String text, List<Fold> folds) {
    String own = OwnWords.without(text, folds, true);
    return own.isBlank() ? text : own.strip();
  }

  /**
   * Whether a subject says that an earlier message is passed on: by what it begins with, so that an
   * answer to what was passed on ("Re: Fwd: …") is an answer.
   *
   * @param subject null: it says nothing
   */
  public static boolean isForward(String subject) {
    String said = subject == null ? "" : subject.strip();
    int colon = said.indexOf(':');
    String prefix = colon > 0 && colon < 18 ? said.substring(0, colon) : "";
    int count = Math.max(prefix.indexOf('['), prefix.indexOf('('));
    String word = count < 0 ? prefix : prefix.substring(0, count);
    return FORWARD_PREFIXES.contains(word.strip().toLowerCase(Locale.ROOT));
  }

  private void read() {
    starts.add(0);
    for (int at = text.indexOf('\n');
        at >= 0 && starts.size() < MOST_LINES;
        at = text.indexOf('\n', at + 1)) {
      starts.add(at + 1);
    }
    int line = 0;
    while (line < starts.size() && folds.size() < MOST) {
      line = from(line);
    }
  }

  private String line(int n) {
    if (n >= starts.size()) {
      return "";
    }
    int end = n + 1 < starts.size() ? starts.get(n + 1) - 1 : text.length();
    return text.substring(starts.get(n), end);
  }

  /** Made once for each line that is looked at. */
  private String plain(int n) {
    if (n >= starts.size()) {
      return "";
    }
    while (plains.size() <= n) {
      plains.add(null);
    }
    String plain = plains.get(n);
    if (plain == null) {
      plain = QuoteLines.plain(line(n));
      plains.set(n, plain);
    }
    return plain;
  }

  private boolean blank(int n) {
    return line(n).isBlank();
  }

  private boolean marked(int n) {
    String line = line(n);
    int i = 0;
    while (i < line.length() && (line.charAt(i) <= ' ' || line.charAt(i) == '\u00a0')) {
      i++;
    }
    return i < line.length() && line.charAt(i) == '>';
  }

  private int start(int n) {
    return n < starts.size() ? starts.get(n) : text.length();
  }

  /** Reads the line and what belongs to it; the next that is to be read. */
  private int from(int n) {
    if (marked(n)) {
      return marked(n, n);
    }
    String line = line(n);
    if (line.isBlank()) {
      return n + 1;
    }
    int glued = QuoteLines.gluedAttribution(line);
    if (glued > 0) {
      return attributed(start(n) + glued, n + 1, true);
    }
    String plain = plain(n);
    if (QuoteLines.mayAttribute(plain)) {
      int lines = attribution(n, plain);
      int next = lines == 0 ? n : attributed(start(named(n, plain)), n + lines, strong(n, lines));
      if (next > n) {
        return next;
      }
    }
    if (QuoteLines.isRule(plain)) {
      return rest(start(n), QuoteLines.isForwardRule(plain));
    }
    if (heads(n, plain) || (QuoteLines.isOutlookLine(plain) && headsSoon(n))) {
      return rest(start(n), false);
    }
    int notes = notes(n, plain);
    if (notes >= 0) {
      return rest(start(notes), false);
    }
    return signs(n, line, plain);
  }

  /** Quoted lines, with the empty ones between them. */
  private int marked(int first, int from) {
    int end = from;
    int n = from;
    while (n < starts.size() && (marked(n) || blank(n))) {
      end = marked(n) ? n + 1 : end;
      n++;
    }
    fold(start(first), start(end), Fold.Kind.QUOTED);
    return end;
  }

  /** Over how many lines an attribution goes; 0: it is none. */
  private int attribution(int n, String first) {
    StringBuilder joined = new StringBuilder(first);
    for (int lines = 1; lines <= 4; lines++) {
      if (QuoteLines.attributes(joined.toString())) {
        return lines;
      }
      String next = plain(n + lines);
      if (next.isEmpty() || next.startsWith(">")) {
        return 0;
      }
      joined.append(' ').append(next);
    }
    return 0;
  }

  private boolean strong(int n, int lines) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      joined.append(plain(n + i)).append(' ');
    }
    return QuoteLines.byProgram(joined.toString());
  }

  /** The line before, when the name stands there and the address here. */
  private int named(int n, String plain) {
    boolean goesOn = plain.startsWith("<") && n > 0 && !blank(n - 1) && !marked(n - 1);
    return goesOn && start(n - 1) >= folded() ? n - 1 : n;
  }

  /** Of marked lines those, else the rest; the same line again when people wrote it themselves. */
  private int attributed(int from, int next, boolean strong) {
    int n = next;
    while (n < next + 3 && n < starts.size() && blank(n)) {
      n++;
    }
    if (n < starts.size() && marked(n)) {
      int end = marked(n, n);
      Fold quote = folds.remove(folds.size() - 1);
      fold(from, quote.to(), Fold.Kind.QUOTED);
      return end;
    }
    return strong ? rest(from, false) : -1;
  }

  /** "Van:" with "Verzonden:" or two other labels of a header below it, or glued behind it. */
  private boolean heads(int n, String plain) {
    if (!QuoteLines.isFrom(plain)) {
      return false;
    }
    int labels = QuoteLines.gluedLabels(plain) + (QuoteLines.isSent(plain(n + 1)) ? 1 : 0);
    for (int i = n + 1; i < Math.min(n + HEADER, starts.size()) && labels < 2; i++) {
      String next = plain(i);
      labels += QuoteLines.isLabel(next) ? 1 + Math.min(1, QuoteLines.gluedLabels(next)) : 0;
    }
    return labels >= 2;
  }

  private boolean headsSoon(int n) {
    for (int i = n + 1; i < Math.min(n + 4, starts.size()); i++) {
      if (heads(i, plain(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Lotus Notes before version 8: who and when, then Aan, cc and Onderwerp on lines of their own.
   *
   * @return the first line of it; -1: it is none
   */
  private int notes(int n, String plain) {
    if (!plain.equals("aan") && !plain.equals("to") && !plain.equals("please respond to")) {
      return -1;
    }
    boolean subject = false;
    for (int i = n + 1; i < Math.min(n + HEADER, starts.size()) && !subject; i++) {
      String next = plain(i);
      subject = next.equals("onderwerp") || next.equals("subject");
    }
    if (!subject) {
      return -1;
    }
    int first = n;
    int seen = 0;
    for (int i = n - 1; i >= 0 && n - i <= 4 && start(i) >= folded() && seen < 2; i--) {
      if (!blank(i)) {
        seen++;
        first = QuoteLines.byProgram(plain(i)) ? i : first;
      }
    }
    return first;
  }

  /** All that is left. */
  private int rest(int from, boolean forwards) {
    String own = before(from);
    boolean between = BELOW.stream().anyMatch(own.toLowerCase(Locale.ROOT)::contains);
    Fold.Kind kind =
        forwards || forward
            ? Fold.Kind.FORWARDED
            : between || own.isBlank() ? Fold.Kind.MIXED : Fold.Kind.QUOTED;
    fold(from, text.length(), kind);
    return starts.size();
  }

  /** The writer's own words up to there, of which the latest count. */
  private String before(int to) {
    StringBuilder own = new StringBuilder();
    int at = 0;
    for (Fold fold : folds) {
      own.append(text, at, fold.from());
      at = fold.to();
    }
    own.append(text, Math.min(at, to), to);
    return own.length() > 4000 ? own.substring(own.length() - 4000) : own.toString();
  }

  private int signs(int n, String line, String plain) {
    if (line.strip().equals("--") && signatures++ < MOST_SIGNATURES) {
      int end = n + 1;
      while (end < starts.size() && end - n <= LONGEST_SIGNATURE && !endsSignature(end)) {
        end++;
      }
      if (end - n <= LONGEST_SIGNATURE) {
        fold(start(n), start(end), Fold.Kind.SIGNATURE);
        return end;
      }
    }
    if (QuoteLines.isDevice(plain) && (blank(n + 1) || marked(n + 1) || headsSoon(n))) {
      fold(start(n), start(n + 1), Fold.Kind.SIGNATURE);
    }
    return n + 1;
  }

  private boolean endsSignature(int n) {
    if (marked(n)) {
      return true;
    }
    String plain = plain(n);
    return QuoteLines.isRule(plain)
        || heads(n, plain)
        || (QuoteLines.isOutlookLine(plain) && headsSoon(n))
        || (QuoteLines.mayAttribute(plain) && attribution(n, plain) > 0);
  }

  private int folded() {
    return folds.isEmpty() ? 0 : folds.get(folds.size() - 1).to();
  }

  private void fold(int from, int to, Fold.Kind kind) {
    int first = Math.max(from, folded());
    if (to > first) {
      folds.add(new Fold(first, to, kind));
    }
  }
}
