package nl.aanspreekpunt.web.work.setup.directory;

import java.util.List;
import java.util.Optional;

/** What has forms, in the order in which somebody who starts needs them. */
final class Subjects {
  static final List<Subject> ALL =
      List.of(
          new Officials(),
          new Teams(),
          new Topics(),
          new Neighbourhoods(),
          new Norms(),
          new NormRules(),
          new Ladders(),
          new Intake(),
          new OnCallRota(),
          new Principles(),
          new CalendarForm(),
          new Agreements());

  private Subjects() {}

  static Optional<Subject> many(String path) {
    return ALL.stream().filter(one -> one.many().equals(path)).findFirst();
  }

  static Optional<Subject> one(String path) {
    return ALL.stream().filter(one -> !one.single() && one.one().equals(path)).findFirst();
  }
}
