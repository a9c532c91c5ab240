package nl.aanspreekpunt.web.work.setup.directory;

import static nl.aanspreekpunt.Workplace.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.official.AppliedFile;
import nl.aanspreekpunt.web.Wording;
import org.junit.jupiter.api.Test;

/** Whatever a directory's file says: a form that is opened and sent as it is changes nothing. */
class EveryFormTest {
  /** What has no words, what may be written otherwise, and what is said for both languages. */
  private static String odd() {
    String file =
        Workplace.oneForEachTopic()
            .replace("callback: P1D, find-out: PT4H", "callback: P07D calendar, find-out: PT30S")
            .replace("silence: P10D", "silence: P10D, elsewhere: PT1H30M, friction: P14D calendar")
            .replace("at: \"+PT4H\"", "at: \"+PT90S\"")
            .replace("at: \"100%\"", "at: \"099%\"")
            .replace("days: \"mon-thu\" }", "days: \"thu,mon-wed\" }")
            .replace("days: \"wed-fri\" }", "days: mon - sun }")
            .replace("closed: []", "closed: [2026-12-24, 02-29, 9999-12-31]")
            .replace("liberation-day: false", "liberation-day: lustrum")
            .replace("told-within: PT15M", "told-within: PT0.5S")
            .replace("nl: Geen gezin zonder kraanwater.", "nl: 'Geen gezin:  zonder \"water\"'");
    assertThat(file).contains("PT90S", "099%", "thu,mon-wed", "mon - sun", "02-29", "PT0.5S");
    return file;
  }

  @Test
  void aFormThatNobodyTouchesChangesNothing() {
    for (String yaml : List.of(Workplace.oneForEachTopic(), odd())) {
      try (Workplace workplace = new Workplace(yaml, Map.of())) {
        AppliedFile file = await(workplace.directories.applied());
        for (String language : List.of("nl", "en")) {
          Seen seen =
              new Seen(
                  file,
                  workplace.directories.current(),
                  Wording.in(language),
                  workplace.clock.instant());
          Subjects.ALL.forEach(subject -> untouched(subject, seen));
        }
      }
    }
  }

  private static void untouched(Subject subject, Seen seen) {
    List<String> ids =
        subject.single() ? List.of("") : subject.rows(seen).stream().map(Subject.Row::id).toList();
    for (String id : ids) {
      Filled filled = Filled.fresh(subject, seen, id);
      String what = subject.many() + " " + id;
      assertThat(subject.exists(seen, id)).as(what).isTrue();
      assertThat(filled.edits()).as(what).isEmpty();
      assertThat(filled.unreadable(seen.words())).as(what).isEmpty();
      assertThat(subject.means(seen, id, filled, seen.directory())).as(what).isNotNull();
    }
  }
}
