package nl.aanspreekpunt.official;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Edits of a directory's file in its text: comments, order and layout of all else stay. What comes
 * out is read again and compared with what was asked for, so that a file that is laid out in a way
 * that is not foreseen here (with anchors, say) is refused and never spoilt.
 */
final class Edits {
  /** At once: a form has a few, a team that goes one for each who was in it. */
  private static final int MOST = 5_000;

  /** Cuts that would touch wait for the next; the text is read again in each. */
  private static final int MOST_ROUNDS = 200;

  private final String file;
  private String text;
  private Object values;

  private Edits(String file, String text) throws DirectoryRefused {
    this.file = file;
    this.text = text;
    values = DirectoryYaml.read(file, text).values();
  }

  /** The text as it would be. Fails with each clash with what others changed meanwhile. */
  static String applied(String file, String yaml, List<Edit> edits) throws DirectoryRefused {
    if (edits.size() > MOST) {
      throw new DirectoryRefused(file + ": at most " + MOST + " edits at once are expected");
    }
    Edits on = new Edits(file, yaml);
    on.clashes(edits);
    on.apply(edits);
    return on.text;
  }

  private void clashes(List<Edit> edits) throws DirectoryRefused {
    List<Clash> clashes = new ArrayList<>();
    for (Edit edit : edits) {
      Object is = Values.at(values, edit.place());
      if (edit instanceof Edit.Add add) {
        Object other = add.id() == null ? null : Values.at(values, add.place().then(add.id()));
        if (other != null && !other.equals(add.entry())) {
          clashes.add(new Clash(add.place().then(add.id()), null, other));
        }
      } else if (!Values.same(is, edit.was()) && !done(edit, is)) {
        clashes.add(new Clash(edit.place(), edit.was(), is));
      } else if (!Values.reachable(values, edit.place()) && !done(edit, is)) {
        clashes.add(new Clash(edit.place(), edit.was(), null));
      }
    }
    if (!clashes.isEmpty()) {
      throw DirectoryRefused.clashing(clashes);
    }
  }

  /** Somebody did the very same already. */
  private static boolean done(Edit edit, Object is) {
    return edit instanceof Edit.Put put ? Values.same(is, put.becomes()) : Values.nothing(is);
  }

  private void apply(List<Edit> edits) throws DirectoryRefused {
    Object wanted = values;
    for (Edit edit : edits) {
      wanted = there(edit, wanted) ? wanted : Values.after(wanted, edit);
    }
    Set<String> before = new HashSet<>();
    for (int rounds = 0; !wanted.equals(values); rounds++) {
      boolean inCircles = !before.add(digest(text));
      if (inCircles || rounds == MOST_ROUNDS || !cut(wanted)) {
        throw unforeseen(edits, wanted);
      }
    }
  }

  private static boolean there(Edit edit, Object values) {
    return edit instanceof Edit.Add add
        ? add.id() != null && Values.at(values, add.place().then(add.id())) != null
        : done(edit, Values.at(values, edit.place()));
  }

  /** Nearer to what is wanted, by cuts that do not touch; false when none can be made. */
  private boolean cut(Object wanted) {
    try {
      FileText now = new FileText(text);
      List<FileText.Cut> cuts = new ArrayList<>();
      for (FileText.Cut cut : new Nearer(now).to(values, wanted)) {
        if (cuts.stream().allMatch(cut::apartFrom)) {
          cuts.add(cut);
        }
      }
      text = now.with(cuts);
      values = DirectoryYaml.read(file, text).values();
      return !cuts.isEmpty();
    } catch (DirectoryRefused | YAMLException | ClassCastException | IndexOutOfBoundsException e) {
      return false;
    }
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }

  private DirectoryRefused unforeseen(List<Edit> edits, Object wanted) {
    String place =
        edits.stream()
            .map(Edit::place)
            .filter(one -> !Values.same(Values.at(values, one), Values.at(wanted, one)))
            .map(one -> one + ": ")
            .findFirst()
            .orElse("");
    return new DirectoryRefused(
        file
            + ": "
            + place
            + "is written in a way that only whoever wrote it can change;"
            + " change it in the file, and apply that");
  }
}
