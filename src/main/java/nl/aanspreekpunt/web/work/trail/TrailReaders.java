package nl.aanspreekpunt.web.work.trail;

import java.util.EnumSet;
import java.util.Set;
import nl.aanspreekpunt.official.Role;
import nl.aanspreekpunt.trail.Subject;
import nl.aanspreekpunt.web.Viewer;

/** Who reads the audit trail, and what of it. */
public final class TrailReaders {
  private TrailReaders() {}

  /** An auditor all of it; an administrator all but what was read and why. Empty: nothing. */
  public static Set<Subject> subjects(Viewer viewer) {
    if (viewer.is(Role.AUDITOR)) {
      return EnumSet.allOf(Subject.class);
    }
    return viewer.is(Role.ADMINISTRATOR)
        ? EnumSet.complementOf(EnumSet.of(Subject.READING))
        : EnumSet.noneOf(Subject.class);
  }

  /** Whose log-ins and log-outs: official id; null: everybody's. They say when somebody works. */
  public static String logins(Viewer viewer) {
    return viewer.is(Role.AUDITOR) ? null : viewer.official().id();
  }
}
