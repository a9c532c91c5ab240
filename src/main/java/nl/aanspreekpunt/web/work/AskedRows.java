package nl.aanspreekpunt.web.work;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Access;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.promise.Promise;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.Viewer;

/** From cases in which colleagues ask something to what whoever is to answer sees of them. */
record AskedRows(Frame frame, Names names, Moment moment) {
  List<AskedRow> of(List<Case> asked) {
    return asked.stream()
        .filter(one -> access(one).showsSubject(one))
        .flatMap(this::rows)
        .sorted(Comparator.comparing(AskedRow::due).thenComparing(AskedRow::promise))
        .toList();
  }

  private Access access(Case one) {
    Viewer viewer = frame.viewer();
    return Access.of(one, viewer.official(), viewer.roles(), moment);
  }

  private Stream<AskedRow> rows(Case one) {
    List<Promise> theirs = one.openInward().stream().filter(it -> reached(one, it)).toList();
    return (theirs.isEmpty() ? one.openInward() : theirs).stream().map(it -> row(one, it));
  }

  /** Asked, standing in or reached by the ladder; else they see to it while somebody is off. */
  private boolean reached(Case one, Promise promise) {
    String me = frame.viewer().official().id();
    return me.equals(promise.actor())
        || me.equals(one.ownerOf(promise))
        || promise.steps().stream().anyMatch(step -> step.to().equals(me));
  }

  private AskedRow row(Case one, Promise promise) {
    DueWords dues = new DueWords(frame.moments());
    return new AskedRow(
        promise.id(),
        names.subject(one),
        frame.say(
            "today.asked.for",
            names.kind(promise),
            names.of(one.official()),
            dues.say(promise.due())),
        path(one, promise),
        promise.due(),
        dues.late(promise.due()));
  }

  /** Where what was promised to a colleague is read and answered. */
  static String path(Case one, Promise promise) {
    String at = "/werk/vragen/" + one.id();
    return switch (promise.kind()) {
      default -> at;
    };
  }
}
