package nl.aanspreekpunt.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people do in a case beyond answering: decide, talk, ask colleagues, act on a principle. Each
 * part is read by its own acts only.
 *
 * @param inward whom the open promises between colleagues concern
 * @param consults what colleagues and partners were asked, oldest first
 * @param tables the case tables, the latest last
 */
public record Care(Inward inward, List<Consult> consults, List<CaseTable> tables) {
  public static final Care NONE = new Care(null, null, null);

  public Care {
    inward = inward == null ? Inward.NONE : inward;
    consults = consults == null ? List.of() : List.copyOf(consults);
    tables = tables == null ? List.of() : List.copyOf(tables);
  }

  Care inward(Inward changed) {
    return new Care(changed, consults, tables);
  }

  public Optional<Consult> consult(String id) {
    return consults.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** With this one instead of the one with its id, or beside the others. */
  public Care with(Consult changed) {
    List<Consult> all = new ArrayList<>(consults);
    all.replaceAll(one -> one.id().equals(changed.id()) ? changed : one);
    if (consult(changed.id()).isEmpty()) {
      all.add(changed);
    }
    return new Care(inward, all, tables);
  }

  /** The table that lasts, if one does. */
  public Optional<CaseTable> table() {
    return tables.stream().filter(CaseTable::lasts).findFirst();
  }

  /** With this one instead of the one that lasts, or after the others. */
  public Care with(CaseTable changed) {
    List<CaseTable> all = new ArrayList<>(tables);
    all.removeIf(CaseTable::lasts);
    all.add(changed);
    return new Care(inward, consults, all);
  }

  /** Who reads the case because they sit at its table (official ids). */
  List<String> readers() {
    return table().map(CaseTable::people).orElse(List.of());
  }
}
