package nl.aanspreekpunt.web.work;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.sofar.SoFarWords;

/**
 * The field for what the successor of a case must know. Beside it stands what was there when the
 * page was made, so that who leaves and who leads do not overwrite each other's unchanged notes.
 *
 * @param number case number
 * @param was a mark of the note as the page shows it
 * @param soFar what is asked of the story so far, in words; null: nothing
 */
public record NoteField(String number, String note, String was, String soFar) {
  /** In characters. */
  static final int LONGEST = 2_000;

  private static final String NOTE = "note-";
  private static final String WAS = "was-";

  /** As it was typed, else as it is stored. */
  static NoteField of(Case one, Frame frame, String stored, Form typed) {
    String number = one.id();
    boolean shown = typed.fields().containsKey(NOTE + number);
    return new NoteField(
        number,
        shown ? typed.get(NOTE + number) : stored,
        shown ? typed.get(WAS + number) : mark(stored),
        SoFarWords.asked(one, frame));
  }

  public String name() {
    return NOTE + number;
  }

  public String before() {
    return WAS + number;
  }

  private static String mark(String note) {
    return Integer.toHexString(note.hashCode());
  }

  /**
   * By case number, what was changed on the form; empty where a note is taken away.
   *
   * @param mayWrite which cases (numbers) this reader has a field for
   */
  static Map<String, String> changed(Form form, Predicate<String> mayWrite) {
    Map<String, String> changed = new TreeMap<>();
    form.fields()
        .forEach(
            (field, note) -> {
              String number = field.startsWith(NOTE) ? field.substring(NOTE.length()) : "";
              if (mayWrite.test(number) && !mark(note).equals(form.get(WAS + number))) {
                changed.put(number, note);
              }
            });
    return changed;
  }

  static boolean tooLong(Map<String, String> notes) {
    return notes.values().stream().anyMatch(note -> note.length() > LONGEST);
  }
}
