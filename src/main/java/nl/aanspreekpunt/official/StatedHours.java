package nl.aanspreekpunt.official;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.aanspreekpunt.promise.OpeningHours;

/**
 * The days that people stated, which hold over what the file says: who fills in other ones in a
 * form has seen those that hold, and what was stated before goes.
 *
 * @param change of the file as it is
 * @param gone what somebody stated and holds no more
 */
record StatedHours(FileChange change, List<WorkDays> gone) {
  /** Fails with each clash with what was stated after who wants this had seen it. */
  static StatedHours under(FileChange change, StoredDirectory stored, String file)
      throws DirectoryRefused {
    if (!(change instanceof FileChange.Parts parts) || stored.facts().days().isEmpty()) {
      return new StatedHours(change, List.of());
    }
    Map<?, ?> values = DirectoryYaml.read(file, stored.yaml()).values();
    List<Edit> edits = new ArrayList<>();
    List<Clash> clashes = new ArrayList<>();
    List<WorkDays> gone = new ArrayList<>();
    for (Edit edit : parts.edits()) {
      WorkDays days = edit instanceof Edit.Put ? stated(edit, stored) : null;
      if (days == null) {
        edits.add(edit);
      } else if (same(edit.was(), days) || same(((Edit.Put) edit).becomes(), days)) {
        Object written = Values.at(values, edit.place());
        edits.add(new Edit.Put(edit.place(), written, ((Edit.Put) edit).becomes()));
        gone.add(days);
      } else {
        clashes.add(new Clash(edit.place(), edit.was(), days.read().written()));
      }
    }
    if (!clashes.isEmpty()) {
      throw DirectoryRefused.clashing(clashes);
    }
    return new StatedHours(FileChange.parts(edits), List.copyOf(gone));
  }

  private static WorkDays stated(Edit edit, StoredDirectory stored) {
    return stored.facts().days().stream()
        .filter(one -> edit.place().equals(hours(one)))
        .findFirst()
        .orElse(null);
  }

  private static Place hours(WorkDays of) {
    return Place.of("officials", of.official(), "hours");
  }

  private static boolean same(Object written, WorkDays days) {
    try {
      return written != null && OpeningHours.parse(written).equals(days.read());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  List<WorkDays> staying(StoredDirectory stored) {
    List<WorkDays> staying = new ArrayList<>(stored.facts().days());
    staying.removeAll(gone);
    return staying;
  }

  /**
   * What changes, with how somebody works instead of how the file says that they do.
   *
   * @param lines what changes in the file
   */
  List<DirectoryLine> with(List<DirectoryLine> lines, Definition wanted) {
    List<DirectoryLine> all = new ArrayList<>(lines);
    for (WorkDays days : gone) {
      Place place = hours(days);
      all.removeIf(
          line ->
              line instanceof DirectoryLine.Differs one && place.holds(Place.parse(one.place())));
      OpeningHours then =
          wanted.officials().stream()
              .filter(one -> one.id().equals(days.official()))
              .map(Official::hours)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      String becomes = then == null ? null : OfficialsTable.hours(then);
      all.add(
          new DirectoryLine.Differs(place.toString(), OfficialsTable.hours(days.read()), becomes));
    }
    return all;
  }
}
