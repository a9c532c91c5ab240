package nl.aanspreekpunt.web.work.setup.directory;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.official.DirectoryLine;

/** How a value in the directory's file is written in a form, and read from it. */
interface Codec {
  /**
   * @param value a text, a list or a map; null: nothing stands there
   */
  String shown(Object value);

  /**
   * Null when nothing is typed.
   *
   * @param was what stands there, whose order is kept; null: nothing
   * @throws IllegalArgumentException when it cannot be read; its message is the key of a text
   */
  Object value(String typed, Object was);

  /** On one line, for who reads what stands there now. */
  default String said(Object value) {
    return shown(value).replace("\n", ", ");
  }

  /**
   * In what a change changes.
   *
   * @param written as it stands in the file; of a list, its entries parted by commas
   */
  default String told(String written) {
    return written;
  }

  /** As it is. */
  Codec TEXT =
      new Codec() {
        @Override
        public String shown(Object value) {
          return value instanceof String text ? text : "";
        }

        @Override
        public Object value(String typed, Object was) {
          return typed.isEmpty() ? null : typed;
        }
      };

  /** The same where this holds when nothing stands there. */
  static Codec or(String usual) {
    return new Codec() {
      @Override
      public String shown(Object value) {
        return value instanceof String text ? text : usual;
      }

      @Override
      public Object value(String typed, Object was) {
        return TEXT.value(typed, was);
      }
    };
  }

  /** {@code true} or nothing. */
  Codec FLAG =
      new Codec() {
        @Override
        public String shown(Object value) {
          return "true".equals(value) ? "true" : "";
        }

        @Override
        public Object value(String typed, Object was) {
          return typed.isEmpty() ? null : "true";
        }
      };

  /** A list of texts: each on a line, for there may be commas in one. */
  Codec WORDS =
      new Codec() {
        @Override
        public String shown(Object value) {
          return value instanceof List<?> list
              ? list.stream().map(String::valueOf).collect(Collectors.joining("\n"))
              : "";
        }

        @Override
        public Object value(String typed, Object was) {
          List<String> words =
              typed.lines().map(String::strip).filter(word -> !word.isEmpty()).distinct().toList();
          return words.isEmpty() ? null : words;
        }

        @Override
        public String said(Object value) {
          return value instanceof List<?> list ? DirectoryLine.list(list) : "";
        }
      };

  /** Some of what there is to choose from; the order that they had stays. */
  Codec SEVERAL =
      new Codec() {
        @Override
        public String shown(Object value) {
          return value instanceof List<?> list
              ? list.stream().map(String::valueOf).sorted().collect(Collectors.joining("\n"))
              : "";
        }

        @Override
        public Object value(String typed, Object was) {
          List<String> chosen = typed.lines().toList();
          List<String> before =
              was instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
          List<String> all =
              Stream.concat(
                      before.stream().filter(chosen::contains),
                      chosen.stream().filter(one -> !before.contains(one)))
                  .toList();
          return all.isEmpty() ? null : all;
        }
      };
}
