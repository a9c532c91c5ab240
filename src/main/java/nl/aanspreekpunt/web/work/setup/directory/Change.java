package nl.aanspreekpunt.web.work.setup.directory;

import java.util.List;
import nl.aanspreekpunt.official.Edit;
import nl.aanspreekpunt.official.FedForm;

/**
 * What a form comes to.
 *
 * @param edits of the directory's file
 * @param fed of a person whom a feed or a table speaks of: on top of the file, where edits of the
 *     file would be hidden under it; null: nothing
 */
record Change(List<Edit> edits, FedForm fed) {
  static Change of(List<Edit> edits) {
    return new Change(edits, null);
  }

  boolean nothing() {
    return edits.isEmpty() && fed == null;
  }
}
