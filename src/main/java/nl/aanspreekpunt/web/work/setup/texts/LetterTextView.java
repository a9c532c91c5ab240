package nl.aanspreekpunt.web.work.setup.texts;

import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.outbox.own.InUse;
import nl.aanspreekpunt.outbox.own.OwnTexts;
import nl.aanspreekpunt.outbox.own.TextChange;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.FormTokens;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;

/** Puts the page of one text together. */
record LetterTextView(Letters letters, OwnTexts texts, Directory directory) {
  /** What is shown beside the text itself; each null or empty if nothing. */
  record Beside(boolean moved, LetterTextPage.TestPart test, List<FieldError> errors) {
    static final Beside NOTHING = new Beside(false, null, List.of());

    static Beside wrong(List<FieldError> errors) {
      return new Beside(false, null, errors);
    }
  }

  /**
   * @param history latest first
   */
  LetterTextPage page(
      Frame frame,
      String key,
      Form form,
      TextForm.Checked checked,
      List<TextChange> history,
      Beside beside) {
    InUse now = texts.current();
    List<LetterTextPage.Earlier> earlier = earlier(frame, key, history);
    return new LetterTextPage(
        frame,
        key,
        TextGroups.of(key),
        TextGroups.isSms(key),
        beside.moved() ? now.text(key).version() : version(form),
        FormTokens.random(),
        TextForm.LANGUAGES.stream()
            .map(language -> side(frame, key, language, form, checked.right(language)))
            .toList(),
        new TextForm(letters, texts).facts(key, frame.words()),
        beside.moved() && !earlier.isEmpty()
            ? new LetterTextPage.Theirs(
                earlier.get(0).when(), said(history.get(0), "nl"), said(history.get(0), "en"))
            : null,
        earlier,
        beside.test(),
        form,
        beside.errors());
  }

  static long version(Form form) {
    return form.get("version").matches("\\d{1,9}") ? Long.parseLong(form.get("version")) : 0;
  }

  private LetterTextPage.Side side(
      Frame frame, String key, String language, Form form, boolean right) {
    InUse now = texts.current();
    String program = letters.texts(language).program(key);
    String own = new TextForm(letters, texts).own(form, key, language);
    return new LetterTextPage.Side(
        language,
        TextForm.field(language),
        program,
        now.text(key).in(language) != null,
        now.text(key).outdated(language, program),
        now.wrong(language, key).stream()
            .map(mistake -> TextForm.says(mistake, frame.words()))
            .toList(),
        own == null ? List.of() : TextForm.hints(own, language, frame.words()),
        right ? new TextPreviews(letters, texts).of(key, language, own == null ? "" : own) : null);
  }

  private String said(TextChange change, String language) {
    String own = change.in(language);
    return own == null ? letters.texts(language).program(change.key()) : own;
  }

  private List<LetterTextPage.Earlier> earlier(Frame frame, String key, List<TextChange> history) {
    Names names = new Names(directory, frame.words());
    List<LetterTextPage.Earlier> rows = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      TextChange one = history.get(i);
      TextChange before = i + 1 < history.size() ? history.get(i + 1) : null;
      rows.add(
          new LetterTextPage.Earlier(
              one.version(),
              frame.say("texts.was", names.of(one.by()), frame.moments().say(one.at())),
              i == 0,
              difference(key, before, one, "nl"),
              difference(key, before, one, "en")));
    }
    return List.copyOf(rows);
  }

  /** From how it was before; the first of all from how the program says it. */
  private List<WordDiff.Piece> difference(
      String key, TextChange before, TextChange after, String language) {
    String was = before == null ? letters.texts(language).program(key) : said(before, language);
    return WordDiff.of(was, said(after, language));
  }
}
