package nl.aanspreekpunt.web.work.setup.directory;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.aanspreekpunt.official.Place;
import nl.aanspreekpunt.web.work.Form;

/**
 * A list of maps, each a row of fields; rows can be added, taken out and moved. What is typed is a
 * list of rows in JSON: each says which of those that were seen it was, so that what the form does
 * not know of it stays.
 *
 * @param columns at places within a row
 * @param start what an empty list may be filled with at once; empty: nothing
 */
record Rows(List<Field> columns, List<?> start) implements Codec {
  /** Of which no more are added; what the file has is shown. */
  private static final int MOST = 60;

  /** Which of those seen a row was; empty: none. */
  private static final String ROW = "row";

  @Override
  public String shown(Object value) {
    List<Map<String, String>> rows = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        rows.add(shown(list.get(i), String.valueOf(i)));
      }
    }
    return Json.encode(rows);
  }

  private Map<String, String> shown(Object value, String row) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put(ROW, row);
    for (Field column : columns) {
      cells.put(column.name(), column.codec().shown(at(value, column.place())));
    }
    return cells;
  }

  @Override
  public String said(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(this::row).collect(Collectors.joining("; "))
        : "";
  }

  private String row(Object row) {
    return columns.stream()
        .map(column -> column.said(at(row, column.place())))
        .filter(cell -> !cell.isEmpty())
        .collect(Collectors.joining(" – "));
  }

  @Override
  public Object value(String typed, Object was) {
    List<?> before = was instanceof List<?> list ? list : List.of();
    List<Object> rows = new ArrayList<>();
    for (Map<String, String> cells : read(typed)) {
      Object row = before(cells.get(ROW), before);
      for (Field column : columns) {
        String cell = cells.getOrDefault(column.name(), "");
        Object is = at(row, column.place());
        if (row == null || !cell.equals(column.codec().shown(is))) {
          row = with(row, column.place().steps(), column.codec().value(cell, is));
        }
      }
      rows.add(row == null ? Map.of() : row);
    }
    return rows.isEmpty() ? null : rows;
  }

  private static Object before(String row, List<?> before) {
    boolean seen = row.matches("\\d{1,4}") && Integer.parseInt(row) < before.size();
    return seen && before.get(Integer.parseInt(row)) instanceof Map<?, ?> map ? map : null;
  }

  private static List<Map<String, String>> read(String typed) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Object row : typed.isEmpty() ? new JsonArray() : new JsonArray(typed)) {
      Map<String, String> cells = new LinkedHashMap<>();
      ((JsonObject) row).forEach(cell -> cells.put(cell.getKey(), (String) cell.getValue()));
      rows.add(cells);
    }
    return rows;
  }

  private static Object at(Object row, Place place) {
    Object here = row;
    for (String step : place.steps()) {
      here = here instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return here;
  }

  /** What holds nothing more goes too. */
  private static Object with(Object row, List<String> steps, Object value) {
    if (steps.isEmpty()) {
      return value;
    }
    Map<Object, Object> all = new LinkedHashMap<>(row instanceof Map<?, ?> map ? map : Map.of());
    Object inner = with(all.get(steps.get(0)), steps.subList(1, steps.size()), value);
    if (inner == null) {
      all.remove(steps.get(0));
    } else {
      all.put(steps.get(0), inner);
    }
    return all.isEmpty() ? null : all;
  }

  /** What a form says of these rows. */
  String typed(String name, Form form) {
    List<Map<String, String>> rows = new ArrayList<>();
    while (form.fields().containsKey(cell(name, rows.size(), ROW))) {
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put(ROW, form.get(cell(name, rows.size(), ROW)));
      for (Field column : columns) {
        cells.put(column.name(), column.named(cell(name, rows.size(), "")).typed(form));
      }
      rows.add(cells);
    }
    return Json.encode(rows);
  }

  /**
   * The name of the cell at a place within the list: of its first one when it is about a row.
   *
   * @param within the row's number, and the steps in it; empty: the list itself
   */
  String at(String name, List<String> within) {
    if (within.isEmpty()) {
      return name;
    }
    return name + "." + within.get(0) + "." + column(within).name();
  }

  /**
   * The column that a place within the list is in: the first when it is about a row.
   *
   * @param within the row's number, and the steps in it
   */
  Field column(List<String> within) {
    List<String> steps = within.subList(1, within.size());
    return columns.stream()
        .filter(one -> !steps.isEmpty() && one.place().holds(new Place(steps)))
        .findFirst()
        .orElse(columns.get(0));
  }

  int size(String name, Form form) {
    return read(typed(name, form)).size();
  }

  static String cell(String name, int row, String column) {
    return name + "." + row + "." + column;
  }

  void fill(String name, String typed, Map<String, String> into) {
    fill(name, read(typed), into);
  }

  private void fill(String name, List<Map<String, String>> rows, Map<String, String> into) {
    for (int i = 0; i < rows.size(); i++) {
      into.put(cell(name, i, ROW), rows.get(i).get(ROW));
      for (Field column : columns) {
        Field in = column.named(cell(name, i, ""));
        in.write(rows.get(i).getOrDefault(column.name(), ""), into);
      }
    }
  }

  /** The form after a row was added, taken out or moved. */
  Form acted(String name, Form form, RowAct act) {
    List<Map<String, String>> rows = read(typed(name, form));
    boolean there = act.row() < rows.size();
    switch (act.what()) {
      case ADD -> add(rows, shown(null, ""));
      case START -> read(shown(start)).forEach(row -> add(rows, fresh(row)));
      case OUT -> rows.subList(there ? act.row() : 0, there ? act.row() + 1 : 0).clear();
      case UP, DOWN -> {
        if (there && act.to() >= 0 && act.to() < rows.size()) {
          Collections.swap(rows, act.row(), act.to());
        }
      }
    }
    Map<String, String> fields = new HashMap<>(form.fields());
    fields.keySet().removeIf(field -> field.startsWith(name + "."));
    fill(name, rows, fields);
    return new Form(fields);
  }

  private static void add(List<Map<String, String>> rows, Map<String, String> row) {
    if (rows.size() < MOST) {
      rows.add(row);
    }
  }

  private static Map<String, String> fresh(Map<String, String> row) {
    Map<String, String> fresh = new LinkedHashMap<>(row);
    fresh.put(ROW, "");
    return fresh;
  }
}
