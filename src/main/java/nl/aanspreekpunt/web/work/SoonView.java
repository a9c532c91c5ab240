package nl.aanspreekpunt.web.work;

import java.util.List;
import java.util.stream.Collectors;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Foreseen;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.web.Frame;

/** From foreseen ladder steps to what who leads the team reads of them. */
record SoonView(Frame frame, Moment moment) {
  SoonPage page(List<Team> teams, List<Foreseen> all) {
    return new SoonPage(
        frame,
        teams.stream().map(Team::name).collect(Collectors.joining(", ")),
        all.stream().filter(one -> access(one) != Access.NONE).map(this::step).toList());
  }

  private Access access(Foreseen one) {
    return Access.of(one.in(), frame.viewer().official(), frame.viewer().roles(), moment);
  }

  private SoonPage.Step step(Foreseen one) {
    Names names = new Names(moment.directory(), frame.words());
    String number = one.in().id();
    return new SoonPage.Step(
        number,
        access(one).showsSubject(one.in())
            ? names.subject(one.in())
            : frame.say("case.title", number),
        names.of(one.in().ownerOf(one.promise())),
        names.kind(one.promise()),
        new DueWords(frame.moments()).say(one.promise().due()),
        one.at(),
        frame.say("soon.step." + one.does(), names.of(one.to())));
  }
}
