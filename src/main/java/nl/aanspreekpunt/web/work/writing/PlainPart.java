package nl.aanspreekpunt.web.work.writing;

import java.util.List;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.words.PlainReading;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Form;

/**
 * How plain an answer is, beside the box in which it is written.
 *
 * @param score in words; null when there is too little to measure
 * @param path of the page that takes a suggestion, for who has no script; null: none is taken here
 */
public record PlainPart(String score, List<Mark> marks, String path) {
  /** Name of the field with a suggestion that is taken: where, what stands there, what instead. */
  public static final String TAKE = "take";

  /** Name of the field that says that the page shows this. */
  static final String SHOWN = "plain";

  private static final int QUOTED = 160;

  /**
   * @param says what is marked, in words
   * @param sentence quoted, cut off when it is long
   * @param takes plain words that can be put in its place
   */
  public record Mark(String says, String sentence, List<Take> takes) {}

  /**
   * @param value as the form sends it
   */
  public record Take(String value, int at, String found, String instead) {}

  public static PlainPart of(Frame frame, Case one, String text, String path) {
    return of(frame, one.language() == null ? "nl" : one.language(), text, path);
  }

  /**
   * @param language of the text
   */
  public static PlainPart of(Frame frame, String language, String text, String path) {
    PlainReading read = PlainReading.of(text, language);
    String score =
        read.score() < 0
            ? null
            : frame.say(
                read.score() >= PlainReading.EASY ? "plain.easy" : "plain.hard", read.score());
    return new PlainPart(
        score, read.marks().stream().map(mark -> mark(frame, mark)).toList(), path);
  }

  private static Mark mark(Frame frame, PlainReading.Mark mark) {
    String says =
        switch (mark.kind()) {
          case LONG -> frame.say("plain.LONG", mark.words());
          case WORD -> frame.say("plain.WORD", mark.found());
          case PASSIVE -> frame.say("plain.PASSIVE", mark.found());
        };
    String sentence = mark.sentence();
    return new Mark(
        says,
        sentence.length() <= QUOTED ? sentence : sentence.substring(0, QUOTED) + "…",
        mark.instead().stream()
            .map(
                word ->
                    new Take(
                        mark.at() + "\t" + mark.found() + "\t" + word,
                        mark.at(),
                        mark.found(),
                        word))
            .toList());
  }

  /** The form with a suggestion taken, if one was, to be shown with this again. */
  public static Form taken(Form form) {
    String[] take = form.get(TAKE).split("\t", 3);
    Form shown = form.with(SHOWN, "yes");
    boolean taken = take.length == 3 && take[0].matches("\\d{1,6}");
    return taken
        ? shown.with(
            "text",
            PlainReading.taking(form.get("text"), Integer.parseInt(take[0]), take[1], take[2]))
        : shown;
  }

  /** Null when the page was not asked for it. */
  static PlainPart asked(Frame frame, Case one, Form form, String path) {
    return form.get(SHOWN).isEmpty() ? null : of(frame, one, form.get("text"), path);
  }
}
