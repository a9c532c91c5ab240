package nl.aanspreekpunt.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * The words of a text as people mean them: lower case, without accents, without what stands in
 * every sentence, and each with its stem. Each is made anew for one thread.
 */
final class Words {
  /** Of one text no more is read. */
  static final int LONGEST = 20_000;

  private static final int LONGEST_WORD = 40;
  private static final CharArraySet EVERYWHERE = everywhere();
  private static final Analyzer ANALYZER =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          StandardTokenizer words = new StandardTokenizer();
          words.setMaxTokenLength(LONGEST_WORD);
          TokenStream plain = new ASCIIFoldingFilter(new LowerCaseFilter(words));
          return new TokenStreamComponents(words, new StopFilter(plain, EVERYWHERE));
        }
      };

  private final SnowballStemmer dutch = new DutchStemmer();
  private final SnowballStemmer english = new EnglishStemmer();

  /** Of words that were asked for: texts about one matter say the same ones. */
  private final Map<String, Set<String>> known = new HashMap<>();

  /** A word and where it stands in its text, in {@code char}s. */
  record Word(String plain, int from, int to) {}

  private static CharArraySet everywhere() {
    CharArraySet both = new CharArraySet(DutchAnalyzer.getDefaultStopSet(), false);
    both.addAll(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
    return CharArraySet.unmodifiableSet(both);
  }

  List<Word> in(String text) {
    List<Word> all = new ArrayList<>();
    String some = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    try (TokenStream words = ANALYZER.tokenStream("", some)) {
      CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = words.addAttribute(OffsetAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        all.add(new Word(word.toString(), place.startOffset(), place.endOffset()));
      }
      words.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /**
   * @param language "en", else Dutch
   */
  String stem(String plain, String language) {
    SnowballStemmer stemmer = "en".equals(language) ? english : dutch;
    stemmer.setCurrent(plain);
    stemmer.stem();
    return stemmer.getCurrent();
  }

  /** In either language. */
  Set<String> stems(String plain) {
    return known.computeIfAbsent(plain, this::stemmed);
  }

  private Set<String> stemmed(String plain) {
    String one = stem(plain, "nl");
    String other = stem(plain, "en");
    return one.equals(other) ? Set.of(one) : Set.of(one, other);
  }
}
