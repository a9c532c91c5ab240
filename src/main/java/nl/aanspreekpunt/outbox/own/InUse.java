package nl.aanspreekpunt.outbox.own;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.outbox.OwnWords;

/**
 * The municipality's own words as one node says them.
 *
 * @param version of all texts together
 * @param texts by key
 * @param wrong by language, a space and key: own texts that cannot be said any more, and why; the
 *     program's are said
 */
public record InUse(long version, Map<String, OwnText> texts, Map<String, List<TextMistake>> wrong)
    implements OwnWords {
  public InUse {
    texts = Map.copyOf(texts);
    wrong = Map.copyOf(wrong);
  }

  static InUse of(StoredTexts stored, TextCheck check) {
    Map<String, OwnText> texts = new HashMap<>();
    Map<String, List<TextMistake>> wrong = new HashMap<>();
    for (OwnText text : stored.texts()) {
      // What a later program does not say any more is kept, and said by nobody.
      if (!check.samples().of(text.key()).isEmpty()) {
        texts.put(text.key(), text);
        for (String language : List.of("nl", "en")) {
          List<TextMistake> mistakes =
              Optional.ofNullable(text.in(language))
                  .map(said -> check.of(text.key(), language, said))
                  .orElse(List.of());
          if (!mistakes.isEmpty()) {
            wrong.put(language + " " + text.key(), mistakes);
          }
        }
      }
    }
    return new InUse(stored.version(), texts, wrong);
  }

  public OwnText text(String key) {
    return texts.getOrDefault(key, OwnText.never(key));
  }

  /** Why an own text is not said; empty when it is, or when there is none. */
  public List<TextMistake> wrong(String language, String key) {
    return wrong.getOrDefault(language + " " + key, List.of());
  }

  @Override
  public String said(String language, String key) {
    return wrong(language, key).isEmpty() ? text(key).in(language) : null;
  }
}
