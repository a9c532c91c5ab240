package nl.aanspreekpunt.web.work.mypage;

import java.util.List;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Page;

/**
 * How citizens see somebody, for who leads their team, with a way back.
 *
 * @param official id
 * @param name of that official
 * @param since since when and by whom, in words; null when it is as the directory says
 */
public record OtherPage(
    Frame frame, String official, String name, List<MyPage.Seen> seen, String since)
    implements Page {
  @Override
  public String template() {
    return "work/mypage/other.jte";
  }
}
