package nl.aanspreekpunt.official;

import java.util.List;
import java.util.Objects;

/** How an administrator wants the directory's file to change. */
public sealed interface FileChange {
  /** Another file in its place. */
  record Whole(String yaml) implements FileChange {}

  /** Things in it, each as they were seen; what others changed elsewhere in it stays. */
  record Parts(List<Edit> edits) implements FileChange {
    public Parts {
      edits = List.copyOf(edits);
    }
  }

  /**
   * Another in its place, such as one of before, but over nothing else than was seen.
   *
   * @param seen the file in use when who wants this had seen what it changes
   */
  record Over(String yaml, String seen) implements FileChange {}

  static FileChange parts(List<Edit> edits) {
    return new Parts(edits);
  }

  /** Ids of what is new in a list of the file, one by one; what another file brings is its own. */
  default List<String> added(String list) {
    return this instanceof Parts parts
        ? parts.edits().stream()
            .filter(edit -> edit instanceof Edit.Add && edit.place().equals(Place.of(list)))
            .map(edit -> ((Edit.Add) edit).id())
            .filter(Objects::nonNull)
            .toList()
        : List.of();
  }

  /** The file as it would be, not checked. Fails when it changed under who wants this. */
  default String on(String yaml, String file) throws DirectoryRefused {
    if (this instanceof Parts parts) {
      return Edits.applied(file, yaml, parts.edits());
    }
    if (this instanceof Over over) {
      if (!over.seen().equals(yaml)) {
        throw DirectoryRefused.changedMeanwhile();
      }
      return over.yaml();
    }
    return ((Whole) this).yaml();
  }
}
