package nl.aanspreekpunt.web.work;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.aanspreekpunt.web.Typed;

/** A form as it was typed, so that it can be shown again as it was. */
public record Form(Map<String, String> fields) {
  public static final Form EMPTY = new Form(Map.of());

  public static Form of(MultiMap attributes) {
    Map<String, String> fields = new TreeMap<>();
    attributes.forEach(
        one ->
            fields.put(
                one.getKey(), one.getValue().strip().replace("\r\n", "\n").replace("\0", "")));
    return new Form(fields);
  }

  /**
   * @param typed null: nothing was
   */
  public static Form of(Typed typed) {
    return typed == null ? EMPTY : new Form(typed.fields());
  }

  /** Empty when it is not there. */
  public String get(String field) {
    return fields.getOrDefault(field, "");
  }

  /** What was filled in under every name that starts so, in the order of the names. */
  public List<String> starting(String prefix) {
    return starting(prefix, 20);
  }

  /** At most so many of them. */
  public List<String> starting(String prefix, int most) {
    return fields.entrySet().stream()
        .filter(one -> one.getKey().startsWith(prefix) && !one.getValue().isEmpty())
        .map(Map.Entry::getValue)
        .limit(most)
        .toList();
  }

  /** The same with another value in one field. */
  public Form with(String field, String value) {
    Map<String, String> changed = new TreeMap<>(fields);
    changed.put(field, value);
    return new Form(changed);
  }

  /** Null when it is empty. */
  public String orNull(String field) {
    String value = get(field);
    return value.isEmpty() ? null : value;
  }

  /**
   * A moment as a browser's field for date and time gives it; null when it is empty.
   *
   * @throws DateTimeException when it is none
   */
  public Instant local(String field, ZoneId zone) {
    String typed = get(field);
    return typed.isEmpty() ? null : LocalDateTime.parse(typed).atZone(zone).toInstant();
  }

  /** The start of a day as a browser's field for a date gives it; empty when it is none. */
  public Optional<Instant> day(String field, ZoneId zone) {
    return get(field).matches("\\d{4}-\\d{2}-\\d{2}") ? start(get(field), zone) : Optional.empty();
  }

  private static Optional<Instant> start(String day, ZoneId zone) {
    try {
      return Optional.of(LocalDate.parse(day).atStartOfDay(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Null when it is none of these. */
  public <E extends Enum<E>> E one(String field, E[] of) {
    for (E value : of) {
      if (value.name().equals(get(field))) {
        return value;
      }
    }
    return null;
  }
}
