package nl.aanspreekpunt.web.work.setup.directory;

/** Where the forms of the directory are. */
final class Paths {
  static final String TOP = "/werk/beheer/gids";
  static final String DONE = "?gedaan=gids-vorm";

  private Paths() {}

  static String list(Subject subject) {
    return TOP + "/" + subject.many();
  }

  static String of(Subject subject, String id) {
    return subject.single() ? list(subject) : TOP + "/" + subject.one() + "/" + id;
  }

  static String added(Subject subject) {
    return list(subject) + "/nieuw";
  }

  static String removal(Subject subject, String id) {
    return of(subject, id) + "/weg";
  }

  /** Where somebody is after a change. */
  static String done(Subject subject) {
    return (subject.single() ? TOP : list(subject)) + DONE;
  }
}
