package nl.aanspreekpunt.web.work.decide;

import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.casework.Backing;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.Names;
import nl.aanspreekpunt.web.work.backing.BackingView;

/**
 * Who stands behind a deviation, where it is decided; or that it can be asked there.
 *
 * @param lines how each stands, in words
 * @param asks it can be asked now
 * @param asked it was, just now
 */
public record DecideBacking(List<String> lines, boolean asks, boolean asked) {
  static DecideBacking of(Frame frame, Directory directory, Case one, boolean asked) {
    Names names = new Names(directory, frame.words());
    List<Backing> all = one.care().backed().all();
    List<String> lines = new ArrayList<>();
    for (Backing backing : all) {
      if (backing.stands()) {
        lines.add(
            frame.say(
                "decide.backed." + backing.state(),
                names.of(backing.answeredBy()),
                frame.moments().date(backing.answeredAt()),
                backing.from()));
      }
    }
    if (lines.isEmpty()) {
      lines.addAll(new BackingView(frame, directory).lines(one));
    }
    boolean free = all.stream().noneMatch(it -> it.isOpen() || it.stands());
    return new DecideBacking(List.copyOf(lines), free && one.open(), asked);
  }
}
