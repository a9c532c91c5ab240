package nl.aanspreekpunt.web.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Absence;
import nl.aanspreekpunt.official.Deputies;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Stretch;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.Frame;

/** Who is away, until when, and who stands in through whom: in words. */
final class AwayWords {
  private final Frame frame;
  private final Moment moment;
  private final Names names;

  AwayWords(Frame frame, Moment moment) {
    this.frame = frame;
    this.moment = moment;
    this.names = new Names(moment.directory(), frame.words());
  }

  /** Null while here. */
  String now(String official) {
    return moment
        .directory()
        .absence(official, moment.now())
        .map(
            one -> {
              if (one.presumed()) {
                return frame.say("team.away.presumed");
              }
              return one.until() == null
                  ? frame.say("team.away")
                  : frame.say("team.away.until", frame.moments().date(one.until()));
            })
        .orElse(null);
  }

  /** What stands behind the name of a colleague to choose; empty while they are here. */
  String beside(String official) {
    return moment
        .directory()
        .absence(official, moment.now())
        .map(Absence::until)
        .map(until -> " (" + frame.say("work.away.until", frame.moments().date(until)) + ")")
        .orElseGet(
            () ->
                moment.directory().absent(official, moment.now())
                    ? " (" + frame.say("work.away") + ")"
                    : "");
  }

  List<AwayPage.Away> of(String official) {
    return moment.directory().absences().stream()
        .filter(one -> one.official().equals(official) && !one.over(moment.now()))
        .sorted(Comparator.comparing(Absence::from))
        .map(this::row)
        .toList();
  }

  private AwayPage.Away row(Absence one) {
    Deputies deputies = moment.directory().deputies(one.official(), one.from());
    String from = frame.moments().date(one.from());
    String what =
        one.until() == null
            ? frame.say("away.from", from)
            : frame.say("away.from.until", from, frame.moments().date(one.until()));
    return new AwayPage.Away(
        one.from().toString(),
        what + " " + frame.say("away.gets." + one.gets()),
        chain(deputies),
        stretches(one),
        one.covers(moment.now()));
  }

  /** What the chain at its start does not say: when nobody stands in, or somebody else does. */
  private List<String> stretches(Absence one) {
    List<Stretch> all = Stretch.of(one, moment.directory());
    return all.stream()
        .filter(stretch -> !stretch.covered() || !stretch.equals(all.get(0)))
        .map(this::stretch)
        .toList();
  }

  private String stretch(Stretch stretch) {
    String key = stretch.covered() ? "away.stretch" : "away.uncovered";
    String from = frame.moments().date(stretch.from());
    String acts = names.of(stretch.acts());
    return stretch.until() == null
        ? frame.say(key, from, acts)
        : frame.say(key + ".until", from, frame.moments().date(stretch.until()), acts);
  }

  /** Who stands in now, or would. */
  String chain(String official) {
    return chain(moment.directory().deputies(official, moment.now()));
  }

  private String chain(Deputies deputies) {
    List<String> steps = new ArrayList<>();
    deputies
        .links()
        .forEach(
            link -> steps.add(frame.say("away.link." + link.state(), names.of(link.official()))));
    if (deputies.circle()) {
      steps.add(frame.say("away.circle"));
    }
    if (!deputies.covered()) {
      steps.add(frame.say("away.gap", names.of(deputies.acts())));
    }
    return String.join(" → ", steps);
  }

  List<Choice> gets(String chosen) {
    String usual = chosen.isEmpty() ? Absence.Gets.DUE.name() : chosen;
    return Stream.of(Absence.Gets.DUE, Absence.Gets.NEW, Absence.Gets.ALL)
        .map(
            one ->
                new Choice(one.name(), frame.say("away.choose." + one), one.name().equals(usual)))
        .toList();
  }

  List<Choice> colleagues(String without, String chosen) {
    Directory directory = moment.directory();
    return directory.officials().stream()
        .filter(one -> directory.employed(one.id(), moment.now()) && !one.id().equals(without))
        .map(one -> new Choice(one.id(), one.name(), one.id().equals(chosen)))
        .toList();
  }
}
