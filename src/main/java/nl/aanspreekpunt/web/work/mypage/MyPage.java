package nl.aanspreekpunt.web.work.mypage;

import java.util.List;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;
import nl.aanspreekpunt.web.Person;

/**
 * What somebody says of themselves, and how citizens see them.
 *
 * @param seen as citizens see them, in each language
 * @param dutch words about them
 * @param english the same; empty when there are none
 * @param picture what is shown: FILE, OWN or NONE
 * @param days when they work, in words
 * @param absence how long they are away, in words; null while here
 * @param deputy who stands in, in words
 * @param quietKeys letters on the keyboard do nothing
 * @param daily mailed once a day
 * @param others in the teams that they lead, who want to be seen otherwise than the directory says
 */
public record MyPage(
    Frame frame,
    List<Seen> seen,
    String dutch,
    String english,
    String picture,
    String days,
    String absence,
    String deputy,
    boolean quietKeys,
    boolean daily,
    List<Other> others,
    List<FieldError> errors)
    implements Page {
  static final String PATH = "/werk/mijn-pagina";

  /**
   * As the pages of a citizen show it.
   *
   * @param frame in that citizen's language
   */
  public record Seen(Frame frame, Person person) {}

  /**
   * Somebody in a team of theirs.
   *
   * @param since since when, in words
   */
  public record Other(String id, String name, String since) {}

  @Override
  public String template() {
    return "work/mypage/mine.jte";
  }

  public String error(String field) {
    return FieldError.of(errors, field);
  }
}
