package nl.aanspreekpunt.store;

import java.util.List;

/** An ascending index on these fields; never unique: only {@code _id} is. */
public record Index(List<String> fields) {
  public static Index on(String... fields) {
    return new Index(List.of(fields));
  }
}
