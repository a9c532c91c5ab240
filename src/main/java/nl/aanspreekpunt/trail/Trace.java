package nl.aanspreekpunt.trail;

import java.time.Instant;
import nl.aanspreekpunt.casework.Reassignment;
import nl.aanspreekpunt.official.DirectoryChange;
import nl.aanspreekpunt.outbox.own.TextChange;

/** One act as the trail shows it, wherever its record is. */
public sealed interface Trace {
  Act act();

  /** Sorts as acts follow each other; where the next page begins. */
  default String key() {
    return act().key();
  }

  default Instant at() {
    return act().at();
  }

  /** Official id, or what stands for a system; null: nobody who is known. */
  default String by() {
    return act().by();
  }

  default Subject subject() {
    return act().subject();
  }

  /** What every act has. */
  record Act(String key, Instant at, String by, Subject subject) {
    /**
     * @param which tells it from others at the same moment; without full stops, which no cursor has
     */
    private static Act ofSetting(Instant at, String by, String which) {
      return new Act(Moment.key(at, which), at, by, Subject.SETTING);
    }
  }

  /** Of the trail itself. */
  record Own(Entry entry) implements Trace {
    @Override
    public Act act() {
      return new Act(entry.key(), entry.at(), entry.by(), entry.subject());
    }
  }

  /** Work that was given to others, or arranged anew. */
  record OfWork(Reassignment one) implements Trace {
    @Override
    public Act act() {
      return Act.ofSetting(one.at(), one.by(), "work-" + one.id());
    }
  }

  /** Of the directory's history. */
  record OfDirectory(DirectoryChange change) implements Trace {
    @Override
    public Act act() {
      return Act.ofSetting(change.at(), change.by(), "directory-" + change.id());
    }
  }

  /** Of the history of the municipality's own words. */
  record OfText(TextChange change) implements Trace {
    @Override
    public Act act() {
      String which = "text-" + change.id().replace(".", "__");
      return Act.ofSetting(change.at(), change.by(), which);
    }
  }
}
