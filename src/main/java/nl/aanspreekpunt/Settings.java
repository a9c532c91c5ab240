package nl.aanspreekpunt;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Keys and values: a file's and, over them, the environment's. A key exists because it is asked
 * for; what nobody asked for is refused. Problems are gathered, so that all are told at once; each
 * is one line and never shows the value, which may be a secret.
 */
final class Settings {
  private static final String PREFIX = "AANSPREEKPUNT_";
  private static final String FOR_TESTS = PREFIX + "TEST_";

  /** Ours, but no keys: the file itself, and how the log is written. */
  private static final Set<String> NO_KEYS = Set.of(PREFIX + "CONFIG", PREFIX + "LOG");

  private static final int MOST_OF_A_SECRET = 65_536;
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final Pattern DOMAINS = domainsPattern();

  private record Value(String text, String source) {}

  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  /** A variable that is empty is as one that is not set. */
  Settings(Map<String, String> environment) {
    environment.forEach(
        (name, text) -> {
          boolean ours = name.startsWith(PREFIX) && !name.startsWith(FOR_TESTS);
          if (ours && !NO_KEYS.contains(name) && !text.isEmpty()) {
            variables.put(name, text);
          }
        });
  }

  void readFile(Path file) {
    SettingsFile.read(file, this::put, problems::add);
  }

  /** A text that is empty is as none. */
  void put(String key, String text, String source) {
    if (values.put(key, new Value(text, source)) != null) {
      problems.add(source + ": " + key + ": is given twice, once is expected");
    }
  }

  String text(String key, String otherwise) {
    return value(key, otherwise, "a text", text -> text.isBlank() ? null : text.strip());
  }

  /** A text that cannot be missed: null when it is, which is noted. */
  String needed(String key) {
    String text = text(key, null);
    if (text == null) {
      problems.add(key + ": a text is expected, and none is given");
    }
    return text;
  }

  /** Names of parts, which keys are made of; several stand in a list, or with commas. */
  List<String> names(String key) {
    List<String> names =
        value(key, null, "names of small letters, such as vraag, with commas", Settings::toNames);
    return names == null ? List.of() : names;
  }

  private static List<String> toNames(String text) {
    List<String> names = List.of(text.strip().split("\\s*,\\s*", -1));
    boolean fit = names.stream().allMatch(name -> name.matches("[a-z][a-z0-9]{0,29}"));
    return fit && Set.copyOf(names).size() == names.size() ? names : null;
  }

  /** Also from the file named by the variable with {@code _FILE} behind it. */
  Config.Secret secret(String key) {
    return secret(key, "a text", text -> true);
  }

  /** A secret that nobody guesses. */
  Config.Secret key(String key) {
    return secret(key, "a secret of 32 characters or more", text -> text.length() >= 32);
  }

  /** A secret that goes in an HTTP header. */
  Config.Secret token(String key) {
    return secret(key, "a token of 1 to 200 visible ASCII characters", TOKEN.asMatchPredicate());
  }

  private Config.Secret secret(String key, String expected, Predicate<String> fits) {
    String inFile = variable(key) + "_FILE";
    asked.add(inFile);
    String file = variables.get(inFile);
    Function<String, Config.Secret> made = text -> fits.test(text) ? new Config.Secret(text) : null;
    if (file == null) {
      return value(key, null, expected, made);
    }
    if (variables.containsKey(variable(key))) {
      problems.add(inFile + ": " + key + ": is given twice, once is expected");
    }
    Config.Secret secret =
        read(key, new Value(file, inFile), "a small file that can be read", Settings::inFile);
    return secret == null ? null : read(key, new Value(secret.value(), inFile), expected, made);
  }

  private static Config.Secret inFile(String file) {
    Path path = Path.of(file);
    try {
      String text = Files.size(path) > MOST_OF_A_SECRET ? "" : Files.readString(path).strip();
      return text.isEmpty() ? null : new Config.Secret(text);
    } catch (IOException unreadable) {
      return null;
    }
  }

  Path path(String key, String otherwise) {
    return value(key, otherwise, "a path", Path::of);
  }

  /** One that is there and can be read; null when it is not given. */
  Path file(String key) {
    return one(
        key,
        "a file that can be read",
        text -> Optional.of(Path.of(text)).filter(Files::isRegularFile).filter(Files::isReadable));
  }

  int port(String key, int otherwise) {
    return number(key, otherwise, 65_535, "a port from 0 (takes a free one) to 65535");
  }

  int count(String key, int otherwise) {
    return number(key, otherwise, 1_000_000, "a whole number from 0 to 1000000");
  }

  private int number(String key, int otherwise, int most, String expected) {
    Integer read = value(key, null, expected, text -> upTo(most, Integer.parseInt(text)));
    return read == null ? otherwise : read;
  }

  private static Integer upTo(int most, int number) {
    return number < 0 || number > most ? null : number;
  }

  /** From 1 KiB to 1 GiB. */
  int bytes(String key, int otherwise) {
    Integer read = value(key, null, "a size such as 500K or 25M, up to 1024M", Settings::toBytes);
    return read == null ? otherwise : read;
  }

  private static Integer toBytes(String text) {
    int shift = text.endsWith("M") ? 20 : text.endsWith("K") ? 10 : 0;
    String digits = shift == 0 ? text : text.substring(0, text.length() - 1);
    long bytes = (long) Integer.parseInt(digits) << shift;
    return bytes < 1 << 10 || bytes > 1 << 30 ? null : (int) bytes;
  }

  Duration duration(String key, String otherwise) {
    return value(key, otherwise, "a duration such as P3D or PT12H", Settings::toDuration);
  }

  /** A day at least. */
  Duration days(String key, String otherwise) {
    return value(
        key,
        otherwise,
        "a duration of a day or more such as P90D",
        text -> {
          Duration duration = toDuration(text);
          return duration == null || duration.toDays() < 1 ? null : duration;
        });
  }

  private static Duration toDuration(String text) {
    Duration duration = Duration.parse(text);
    return duration.isNegative() ? null : duration;
  }

  ZoneId zone(String key, String otherwise) {
    return value(key, otherwise, "a time zone such as Europe/Amsterdam", ZoneId::of);
  }

  boolean flag(String key, boolean otherwise) {
    Boolean read = value(key, null, "true or false", Map.of("true", true, "false", false)::get);
    return read == null ? otherwise : read;
  }

  /** A web address, without a slash at its end. */
  String url(String key, String otherwise) {
    return value(
        key, otherwise, "an address such as https://vraag.voorbeeldstad.example", Settings::toUrl);
  }

  private static String toUrl(String text) {
    URI uri = URI.create(text);
    boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    boolean whole = uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null;
    return web && whole ? text.replaceAll("/+$", "") : null;
  }

  /** IP addresses with commas between them; none when not given. */
  Set<String> addresses(String key) {
    return value(key, "", "IP addresses with commas between them", Settings::toAddresses);
  }

  private static Set<String> toAddresses(String text) {
    Set<String> addresses = new TreeSet<>();
    for (String one : text.split(",", -1)) {
      if (one.strip().matches("[0-9a-fA-F.:]{2,45}")) {
        addresses.add(one.strip());
      } else if (!one.isBlank()) {
        return null;
      }
    }
    return addresses;
  }

  /**
   * Codes that exist (ISO 3166-1 alpha-2); several stand in a list, or with commas between them.
   */
  Set<String> countries(String key, String otherwise) {
    return value(
        key,
        otherwise,
        "one or more countries such as NL, with commas between them",
        Settings::toCountries);
  }

  private static Set<String> toCountries(String text) {
    Set<String> countries = Set.of(Locale.getISOCountries());
    Set<String> named =
        new TreeSet<>(List.of(text.strip().toUpperCase(Locale.ROOT).split("\\s*,\\s*", -1)));
    return countries.containsAll(named) ? named : null;
  }

  /** Several stand in a list, or with commas between them. */
  List<String> domains(String key, String otherwise) {
    return value(
        key, otherwise, "one or more domains such as voorbeeldstad.example", Settings::toDomains);
  }

  private static List<String> toDomains(String text) {
    String domains = text.toLowerCase(Locale.ROOT).replaceAll("\\s*,\\s*", ",").strip();
    return DOMAINS.matcher(domains).matches() ? List.of(domains.split(",", -1)) : null;
  }

  private static Pattern domainsPattern() {
    String label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    String domain = label + "(\\." + label + ")*";
    return Pattern.compile(domain + "(," + domain + ")*");
  }

  /** Made of a text; null when it is not given. */
  <T> T one(String key, String expected, Function<String, Optional<T>> as) {
    return value(key, null, expected, text -> as.apply(text.strip()).orElse(null));
  }

  /** Made of several words, which stand in a list or with commas between them. */
  <T> T some(
      String key, String otherwise, String expected, Function<List<String>, Optional<T>> as) {
    return value(
        key,
        otherwise,
        expected,
        text -> as.apply(List.of(text.strip().split("\\s*,\\s*", -1))).orElse(null));
  }

  <E extends Enum<E>> E oneOf(String key, E otherwise) {
    Map<String, E> names = new LinkedHashMap<>();
    for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
      names.put(constant.name().toLowerCase(Locale.ROOT), constant);
    }
    E read = value(key, null, "one of " + String.join(", ", names.keySet()), names::get);
    return read == null ? otherwise : read;
  }

  /** Notes what is wrong with what was given as a whole. */
  void refuse(String problem) {
    problems.add(problem);
  }

  /** Refuses one of the two without the other. */
  void together(String one, String other) {
    if (isGiven(one) != isGiven(other)) {
      String here = isGiven(one) ? one : other;
      problems.add(sourceOf(here) + ": " + one + " and " + other + ": both are expected, or none");
    }
  }

  /** Refuses both, and none. */
  void either(String one, String other) {
    if (isGiven(one) == isGiven(other)) {
      problems.add(one + ": either this or " + other + " is expected");
    }
  }

  private boolean isGiven(String key) {
    return given(key).isPresent() || variables.containsKey(variable(key) + "_FILE");
  }

  private String sourceOf(String key) {
    return given(key).map(Value::source).orElse(variable(key) + "_FILE");
  }

  /** Null when the key is not set and has no default; also when wrong, which is then noted. */
  private <T> T value(String key, String otherwise, String expected, Function<String, T> as) {
    return given(key)
        .map(value -> read(key, value, expected, as))
        .orElseGet(() -> otherwise == null ? null : as.apply(otherwise));
  }

  private Optional<Value> given(String key) {
    asked.add(key);
    asked.add(variable(key));
    String text = variables.get(variable(key));
    return Optional.ofNullable(text == null ? values.get(key) : new Value(text, variable(key)))
        .filter(value -> !value.text().isEmpty());
  }

  private static String variable(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  private <T> T read(String key, Value value, String expected, Function<String, T> as) {
    T read;
    try {
      read = as.apply(value.text());
    } catch (IllegalArgumentException | DateTimeException unlike) {
      read = null;
    }
    if (read == null) {
      problems.add(value.source() + ": " + key + ": " + expected + " is expected");
    }
    return read;
  }

  void refuseWhatIsWrong() throws ConfigRefused {
    values.forEach(
        (key, value) -> {
          if (!asked.contains(key)) {
            problems.add(value.source() + ": " + key + ": a known key is expected");
          }
        });
    for (String name : variables.keySet()) {
      if (!asked.contains(name)) {
        problems.add(name + ": a variable of a known key is expected");
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigRefused(problems.stream().sorted().toList());
    }
  }
}
