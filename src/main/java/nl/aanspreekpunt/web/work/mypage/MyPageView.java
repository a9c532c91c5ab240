package nl.aanspreekpunt.web.work.mypage;

import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.Profile;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.official.Team;
import nl.aanspreekpunt.web.DayWords;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Person;
import nl.aanspreekpunt.web.Viewer;
import nl.aanspreekpunt.web.Wording;
import nl.aanspreekpunt.web.work.Form;
import nl.aanspreekpunt.web.work.Names;

/** From the directory to what somebody reads of themselves. */
record MyPageView(Frame frame, Moment moment) {
  /**
   * @param typed what could not be taken; empty to show what stands
   */
  MyPage page(Form typed, List<FieldError> errors) {
    Official me = frame.viewer().official();
    Profile mine = directory().profile(me.id());
    String days = new DayWords(frame).of(me, directory(), moment.now());
    return new MyPage(
        frame,
        seen(me),
        words(typed, mine, "nl"),
        words(typed, mine, "en"),
        mine.portrait() == null ? "FILE" : mine.portrait().isEmpty() ? "NONE" : "OWN",
        days == null ? frame.say("mine.days.team") : days,
        away(me),
        me.deputy() == null ? null : new Names(directory(), frame.words()).of(me.deputy()),
        mine.quietKeys(),
        mine.daily(),
        others(frame.viewer()),
        errors);
  }

  private static String words(Form typed, Profile mine, String language) {
    String field = "words-" + language;
    String stands = mine.in(language) == null ? "" : mine.in(language);
    return typed.fields().containsKey(field) ? typed.get(field) : stands;
  }

  private Directory directory() {
    return moment.directory();
  }

  private String away(Official me) {
    return directory()
        .absence(me.id(), moment.now())
        .map(
            one ->
                one.until() == null
                    ? frame.say("desk.away")
                    : frame.say("desk.away.until", frame.moments().date(one.until())))
        .orElse(null);
  }

  /** In both languages that citizens choose from, the reader's own first. */
  List<MyPage.Seen> seen(Official official) {
    return Stream.of(frame.words().language(), frame.otherLanguage())
        .map(
            language -> {
              Frame theirs = frame.in(Wording.in(language));
              Person person =
                  Person.of(official)
                      .working(new DayWords(theirs).of(official, directory(), moment.now()))
                      .saying(directory().profile(official.id()).in(language));
              return new MyPage.Seen(theirs, person);
            })
        .toList();
  }

  private List<MyPage.Other> others(Viewer viewer) {
    return directory().officials().stream()
        .filter(one -> !one.id().equals(viewer.official().id()))
        .filter(one -> leads(viewer, one))
        .map(one -> directory().profile(one.id()))
        .filter(one -> !one.plain())
        .map(
            one ->
                new MyPage.Other(
                    one.official(),
                    new Names(directory(), frame.words()).of(one.official()),
                    frame.moments().date(one.at())))
        .toList();
  }

  /** Whether it is for them to agree how citizens see this official. */
  boolean leads(Viewer viewer, Official official) {
    return viewer.is(Role.ADMINISTRATOR)
        || directory().ledBy(viewer.official().id()).stream()
            .map(Team::id)
            .anyMatch(official.team()::equals);
  }

  OtherPage other(Official official) {
    Profile theirs = directory().profile(official.id());
    Names names = new Names(directory(), frame.words());
    return new OtherPage(
        frame,
        official.id(),
        official.name(),
        seen(official),
        theirs.plain()
            ? null
            : frame.say(
                "mine.other.since", names.of(theirs.by()), frame.moments().say(theirs.at())));
  }
}
