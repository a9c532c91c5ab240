package nl.aanspreekpunt.trail;

import java.time.Instant;
import nl.aanspreekpunt.casework.Reassignment;
import nl.aanspreekpunt.official.DirectoryChange;
import nl.aanspreekpunt.outbox.own.TextChange;

/** One act as the trail shows it, wherever its record is. */
public sealed interface Trace {
  /** Sorts as acts follow each other; where the next page begins. */
  String key();

  Instant at();

  /** Official id, or what stands for a system; null: nobody who is known. */
  String by();

  Subject subject();

  /** Of the trail itself. */
  record Own(Entry entry) implements Trace {
    @Override
    public String key() {
      return entry.key();
    }

    @Override
    public Instant at() {
      return entry.at();
    }

    @Override
    public String by() {
      return entry.by();
    }

    @Override
    public Subject subject() {
      return entry.subject();
    }
  }

  /** Work that was given to others, or arranged anew. */
  record OfWork(Reassignment one) implements Trace {
    @Override
    public String key() {
      return Moment.key(one.at(), "work-" + one.id());
    }

    @Override
    public Instant at() {
      return one.at();
    }

    @Override
    public String by() {
      return one.by();
    }

    @Override
    public Subject subject() {
      return Subject.SETTING;
    }
  }

  /** Of the directory's history. */
  record OfDirectory(DirectoryChange change) implements Trace {
    @Override
    public String key() {
      return Moment.key(change.at(), "directory-" + change.id());
    }

    @Override
    public Instant at() {
      return change.at();
    }

    @Override
    public String by() {
      return change.by();
    }

    @Override
    public Subject subject() {
      return Subject.SETTING;
    }
  }

  /** Of the history of the municipality's own words. */
  record OfText(TextChange change) implements Trace {
    @Override
    public String key() {
      // A cursor has no full stops, which keys of texts have.
      return Moment.key(change.at(), "text-" + change.id().replace(".", "__"));
    }

    @Override
    public Instant at() {
      return change.at();
    }

    @Override
    public String by() {
      return change.by();
    }

    @Override
    public Subject subject() {
      return Subject.SETTING;
    }
  }
}
