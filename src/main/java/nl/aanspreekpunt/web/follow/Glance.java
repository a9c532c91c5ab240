package nl.aanspreekpunt.web.follow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Participant;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.web.Frame;

/**
 * A question in a list, as who has one address sees it: as its own page says it, in short.
 *
 * @param person name of who helps, or helped
 * @param asked when they asked it
 * @param outcome how it was closed, in words; null while open
 * @param due what is promised first; null: nothing
 */
public record Glance(
    String number,
    String subject,
    String person,
    Instant asked,
    String outcome,
    FollowPage.Due due) {

  public static Glance of(
      Case one, Participant who, Directory directory, Frame frame, Instant now) {
    Followed bare =
        new Followed(one, who, List.of(), Map.of(), Map.of(), Map.of(), null, null, null);
    FollowView view = new FollowView(bare, directory, frame, now, (other, to) -> "");
    return new Glance(
        one.id(),
        one.subjectFor(who),
        directory
            .official(FollowView.helps(one))
            .map(Official::name)
            .orElse(frame.say("colleague")),
        one.openedAt(),
        one.open() ? null : frame.say("outcome." + one.outcome().name()),
        view.dues().stream().min(Comparator.comparing(FollowPage.Due::due)).orElse(null));
  }
}
