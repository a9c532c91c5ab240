package nl.aanspreekpunt.web.work.setup.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.web.FieldError;
import nl.aanspreekpunt.web.Frame;

/**
 * The rows of a field as they are shown.
 *
 * @param key of its texts
 * @param starts whether an empty list can be filled at once
 */
public record ShownRows(String field, String key, List<Row> rows, boolean starts) {
  /**
   * One of them.
   *
   * @param legend {@code Stap 2}
   * @param row which of those that were seen it was; empty: none
   * @param looked it was just added or moved, so that the reader goes on there
   */
  public record Row(
      int number, String legend, String row, boolean looked, List<EntryPage.Shown> cells) {}

  static ShownRows of(
      Field field, Filled filled, String subject, Frame frame, List<FieldError> errors) {
    Rows of = (Rows) field.codec();
    String key = "gids." + subject + "." + field.name();
    int size = of.size(field.name(), filled.form());
    int looked = looked(field, filled, size);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String prefix = Rows.cell(field.name(), i, "");
      List<EntryPage.Shown> cells = new ArrayList<>();
      for (Field column : of.columns()) {
        Field cell = column.named(prefix);
        cells.add(EntryPage.shown(cell, column.name(), filled, subject, frame, errors));
      }
      String row = filled.form().get(prefix + "row");
      rows.add(new Row(i, frame.say(key + ".row", i + 1), row, i == looked, List.copyOf(cells)));
    }
    return new ShownRows(field.name(), key, rows, rows.isEmpty() && !of.start().isEmpty());
  }

  /** -1: none was added or moved. */
  private static int looked(Field field, Filled filled, int size) {
    Optional<RowAct> act =
        RowAct.of(filled.form().get("do")).filter(one -> one.field().equals(field.name()));
    return act.map(one -> Math.min(Math.max(one.to(), 0), size - 1)).orElse(-1);
  }

  public boolean last(Row row) {
    return row.number() == rows.size() - 1;
  }

  /** What a button does. */
  public String act(String what, int row) {
    return "rows:" + field + ":" + what + ":" + row;
  }
}
