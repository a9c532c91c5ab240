package nl.aanspreekpunt.web.work.setup.texts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.words.PlainReading;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.outbox.own.OwnText;
import nl.aanspreekpunt.outbox.own.OwnTexts;
import nl.aanspreekpunt.outbox.own.TextMistake;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Wording;
import nl.aanspreekpunt.web.work.Form;

/** A text as an administrator typed it: a field for each language. */
record TextForm(Letters letters, OwnTexts texts) {
  static final List<String> LANGUAGES = List.of("nl", "en");

  static String field(String language) {
    return language.equals("en") ? "english" : "dutch";
  }

  /** With the words that are said now. */
  Form of(OwnText text) {
    Map<String, String> fields = new HashMap<>();
    for (String language : LANGUAGES) {
      String own = text.in(language);
      fields.put(field(language), own == null ? program(text.key(), language) : own);
    }
    fields.put("version", String.valueOf(text.version()));
    return new Form(fields);
  }

  /** Null where it is as the program says it, or nothing was typed. */
  String own(Form form, String key, String language) {
    String typed = form.get(field(language));
    return typed.isEmpty() || typed.equals(program(key, language)) ? null : typed;
  }

  private String program(String key, String language) {
    return letters.texts(language).program(key);
  }

  /** What was typed over what is said now; that alone when no words were typed. */
  Form over(Form typed, OwnText now) {
    boolean words = LANGUAGES.stream().anyMatch(one -> typed.fields().containsKey(field(one)));
    Map<String, String> fields = new HashMap<>(of(now).fields());
    if (words) {
      fields.putAll(typed.fields());
    }
    return new Form(fields);
  }

  /** Messages are made of it: no work for an event loop. */
  Checked checked(Form form, String key) {
    Map<String, List<TextMistake>> mistakes = new HashMap<>();
    for (String language : LANGUAGES) {
      String own = own(form, key, language);
      if (own != null) {
        mistakes.put(language, texts.check().of(key, language, own, texts.current()));
      }
    }
    return new Checked(mistakes);
  }

  /**
   * What is wrong with what was typed.
   *
   * @param mistakes by language; nothing where it is as the program says it
   */
  record Checked(Map<String, List<TextMistake>> mistakes) {
    Checked {
      mistakes = Map.copyOf(mistakes);
    }

    boolean right(String language) {
      return mistakes.getOrDefault(language, List.of()).isEmpty();
    }

    List<FieldError> errors(Wording words) {
      return LANGUAGES.stream()
          .flatMap(
              language ->
                  mistakes.getOrDefault(language, List.of()).stream()
                      .map(mistake -> new FieldError(field(language), says(mistake, words))))
          .toList();
    }
  }

  static String says(TextMistake mistake, Wording words) {
    return words.say(
        "lettertexts.mistake." + mistake.code(),
        mistake.what(),
        mistake.instead().isEmpty() ? words.say("lettertexts.none") : mistake.instead());
  }

  /** How it could be plainer: advice, which is never a reason to refuse. */
  static List<String> hints(String text, String language, Wording words) {
    PlainReading read = PlainReading.of(text.replaceAll("\\{\\w+}", "x"), language);
    Stream<String> score =
        read.score() < 0 || read.score() >= PlainReading.EASY
            ? Stream.of()
            : Stream.of(words.say("plain.hard", read.score()));
    Stream<String> marks =
        read.marks().stream()
            .map(
                mark ->
                    switch (mark.kind()) {
                      case LONG -> words.say("plain.LONG", mark.words());
                      case WORD -> words.say("plain.WORD", mark.found());
                      case PASSIVE -> words.say("plain.PASSIVE", mark.found());
                    });
    return Stream.concat(score, marks).distinct().toList();
  }

  List<LetterTextPage.Fact> facts(String key, Wording words) {
    return texts.check().may(key).stream()
        .map(
            fact ->
                new LetterTextPage.Fact(
                    "{" + fact + "}",
                    words.say("lettertexts.fact." + fact),
                    texts.check().must(key).contains(fact)))
        .toList();
  }
}
