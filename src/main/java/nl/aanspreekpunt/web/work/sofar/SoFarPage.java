package nl.aanspreekpunt.web.work.sofar;

import java.util.List;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * The story so far of one citizen or household: as it is, and to be written anew.
 *
 * @param page path of the case it was opened from
 * @param about whom it is about
 * @param number of the one that is shown; 0: none is there yet
 * @param written who wrote it and when, in words; null: nobody yet
 * @param read who read it and when, or that nobody did, a line each
 * @param toRead whether this reader is to say that they read it
 * @param earlier path of the one before it; null: none
 * @param latest whether it is the one that holds, and can be written anew
 * @param fields what is being written
 * @param before their stories from before they were linked, or from before they parted
 */
public record SoFarPage(
    Frame frame,
    String page,
    String about,
    int number,
    String written,
    List<String> read,
    boolean toRead,
    String earlier,
    boolean latest,
    List<Part> parts,
    List<Correction> corrections,
    List<Field> fields,
    List<FieldError> errors,
    List<Before> before,
    String problem)
    implements Page {

  /**
   * A story of theirs from another time, to be read: alone, or with whom they are linked no more.
   *
   * @param path where it stands; null: here
   * @param written null when it does not stand here
   */
  public record Before(
      String title, String path, String written, List<Part> parts, List<Correction> corrections) {}

  public record Part(String title, String text) {}

  /**
   * @param facts what the timelines say of it, to be taken over
   */
  public record Field(String name, String title, String hint, String text, List<String> facts) {}

  /**
   * @param said who said it and when, in words
   * @param answer what came of it, in words; null: it is to be answered
   */
  public record Correction(String id, String said, String words, String answer) {}

  @Override
  public String template() {
    return "work/sofar/page.jte";
  }

  public String path(String act) {
    return page + "/tot-nu-toe/" + act;
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
