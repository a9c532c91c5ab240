package nl.aanspreekpunt.web.work.setup.directory;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.Edit;
import nl.aanspreekpunt.official.Place;
import nl.aanspreekpunt.web.Choice;
import nl.aanspreekpunt.web.work.Form;

/**
 * One thing that can be filled in.
 *
 * @param name of the field in the form, and the end of the keys of its texts
 * @param place in the directory's file
 * @param choices of {@code ONE} and {@code SEVERAL}
 * @param past what could be chosen before; where it still stands it can stay
 */
record Field(
    String name,
    Place place,
    Widget widget,
    Codec codec,
    boolean required,
    List<Choice> choices,
    List<Choice> past) {
  private static final String WAS = "was.";
  private static final int MOST = 1_000;

  enum Widget {
    LINE,
    AREA,
    ONE,
    SEVERAL,
    FLAG,
    ROWS
  }

  static Field line(String name, Place place) {
    return new Field(name, place, Widget.LINE, Codec.TEXT, false, List.of(), List.of());
  }

  static Field area(String name, Place place, Codec codec) {
    return new Field(name, place, Widget.AREA, codec, false, List.of(), List.of());
  }

  static Field one(String name, Place place, List<Choice> of) {
    return new Field(name, place, Widget.ONE, Codec.TEXT, false, of, List.of());
  }

  static Field several(String name, Place place, List<Choice> of) {
    return new Field(name, place, Widget.SEVERAL, Codec.SEVERAL, false, of, List.of());
  }

  static Field flag(String name, Place place) {
    return new Field(name, place, Widget.FLAG, Codec.FLAG, false, List.of(), List.of());
  }

  /** A list of maps, each a row. */
  static Field rows(String name, Place place, Rows rows) {
    return new Field(name, place, Widget.ROWS, rows, false, List.of(), List.of());
  }

  /** A line that says how long something may take. */
  static Field term(String name, Place place, String language) {
    return line(name, place).as(new Term(language, false));
  }

  Field as(Codec other) {
    return new Field(name, place, widget, other, required, choices, past);
  }

  /** The same in a row. */
  Field named(String prefix) {
    return new Field(prefix + name, place, widget, codec, required, choices, past);
  }

  Field unless(List<Choice> past) {
    return new Field(name, place, widget, codec, required, choices, past);
  }

  Field needed() {
    return new Field(name, place, widget, codec, true, choices, past);
  }

  /** As a form is filled in with it when it is opened. */
  void fill(Object value, Map<String, String> into) {
    into.put(WAS + name, seen(value));
    write(codec.shown(value), into);
  }

  /** As it is typed in a form. */
  void write(String shown, Map<String, String> into) {
    if (codec instanceof Rows rows) {
      rows.fill(name, shown, into);
    } else if (widget == Widget.SEVERAL) {
      shown.lines().forEach(one -> into.put(name + "." + one, one));
    } else {
      into.put(name, shown);
    }
  }

  /** The name and value of what a form carries of what was seen. */
  Map.Entry<String, String> seenNow(Object value) {
    return Map.entry(WAS + name, seen(value));
  }

  private static String seen(Object value) {
    return value == null ? "" : Json.encode(value);
  }

  String typed(Form form) {
    if (codec instanceof Rows rows) {
      return rows.typed(name, form);
    }
    if (widget == Widget.SEVERAL) {
      return form.starting(name + ".", MOST).stream().sorted().collect(Collectors.joining("\n"));
    }
    return form.get(name);
  }

  /** The name of the field at a place within it: of a cell in one of its rows. */
  String at(Place place) {
    List<String> within = place.steps().subList(this.place.steps().size(), place.steps().size());
    return codec instanceof Rows rows ? rows.at(name, within) : name;
  }

  /** On one line, with the labels of what was chosen. */
  String said(Object value) {
    return codec.shown(value).lines().map(this::label).collect(Collectors.joining(", "));
  }

  private String label(String value) {
    return Stream.concat(choices.stream(), past.stream())
        .filter(one -> one.value().equals(value))
        .map(Choice::label)
        .findFirst()
        .orElse(value);
  }

  /** Null: nothing, or nothing that can be read. */
  Object was(Form form) {
    String seen = form.get(WAS + name);
    try {
      Object value = seen.isEmpty() ? null : Json.decodeValue(seen);
      return value instanceof JsonObject map
          ? map.getMap()
          : value instanceof JsonArray list ? list.getList() : value;
    } catch (DecodeException e) {
      return null;
    }
  }

  /**
   * Null when it was left as it was seen.
   *
   * @throws IllegalArgumentException see {@link Codec#value}
   */
  Edit edit(Form form) {
    Object was = was(form);
    String typed = typed(form);
    return typed.equals(codec.shown(was))
        ? null
        : new Edit.Put(place, was, codec.value(typed, was));
  }

  /** Its choices with what is typed chosen, also when that is no choice any more. */
  List<Choice> chosen(Form form) {
    List<String> typed = typed(form).lines().toList();
    List<Choice> all =
        choices.stream()
            .map(one -> new Choice(one.value(), one.label(), typed.contains(one.value())))
            .collect(Collectors.toList());
    typed.stream()
        .filter(one -> choices.stream().noneMatch(choice -> choice.value().equals(one)))
        .forEach(one -> all.add(new Choice(one, label(one), true)));
    return all;
  }
}
