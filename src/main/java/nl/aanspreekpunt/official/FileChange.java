package nl.aanspreekpunt.official;

import java.util.List;

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
   * As it was before.
   *
   * @param yaml as it was
   * @param seen the file in use when who wants this had seen what it changes
   */
  record Back(String yaml, String seen) implements FileChange {}

  static FileChange parts(List<Edit> edits) {
    return new Parts(edits);
  }

  /** The file as it would be, not checked. Fails when it changed under who wants this. */
  default String on(String yaml, String file) throws DirectoryRefused {
    if (this instanceof Parts parts) {
      return Edits.applied(file, yaml, parts.edits());
    }
    if (this instanceof Back back) {
      if (!back.seen().equals(yaml)) {
        throw DirectoryRefused.changedMeanwhile();
      }
      return back.yaml();
    }
    return ((Whole) this).yaml();
  }
}
