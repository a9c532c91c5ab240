package nl.aanspreekpunt.outbox;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.aanspreekpunt.official.Official;

/** One entry's facts, in words of its language. */
final class Saying {
  /** Facts that are moments, beside the due time. */
  private static final List<String> MOMENTS =
      List.of("was", "decision", "waitsUntil", "silentUntil", "at");

  private static final Set<Notice.Kind> OFFERS_ACT =
      EnumSet.of(Notice.Kind.CALLBACK_ENDED, Notice.Kind.BETTER_MOMENT, Notice.Kind.APPOINTMENT);

  private static final String SHORT = "Short";

  final Notice notice;
  final Official official;

  /** The due time had passed when this was written. */
  final boolean late;

  private final Instant written;
  private final Texts texts;
  private final Function<String, Optional<Official>> officials;
  private final ZoneId zone;
  private final Map<String, String> words = new HashMap<>();

  Saying(Outgoing entry, Texts texts, Function<String, Optional<Official>> officials, House house) {
    this.notice = entry.notice();
    this.written = entry.createdAt();
    this.texts = texts;
    this.officials = officials;
    this.zone = house.zone();
    this.official =
        officials
            .apply(notice.official())
            .orElseThrow(
                () -> new IllegalArgumentException("no official '" + notice.official() + "'"));
    Optional<Instant> due = Optional.ofNullable(notice.facts().get("due")).map(Instant::parse);
    this.late = due.filter(moment -> moment.isBefore(written)).isPresent();
    words.put("municipality", house.municipality());
    words.put("case", notice.caseNumber());
    words.put("link", house.tokens().followLink(notice));
    words.put("action", words.get("link") + action());
    if (notice.kind() == Notice.Kind.CODE) {
      words.put("code", house.tokens().code(notice.facts().get("nonce")));
      words.put("minutes", notice.facts().get("minutes"));
    }
    words.put("name", official.name());
    words.put("function", official.function());
    if (calls()) {
      Optional.ofNullable(official.phone()).ifPresent(phone -> words.put("phone", shown(phone)));
    }
    due.ifPresent(moment -> when("due", moment));
    day("back", "back");
    day("returns", "returns");
    day("since", "since");
    day("objection", "objection");
    day("last", "ends");
    for (String other : MOMENTS) {
      Optional.ofNullable(notice.facts().get(other))
          .ifPresent(moment -> when(other, Instant.parse(moment)));
    }
    name("from", "from");
    name("insteadOf", "away");
    name("actingFor", "away");
    name("left", "left");
    name("about", "about");
    Optional.ofNullable(notice.facts().get("meanwhile"))
        .ifPresent(it -> words.put("meanwhile", it));
    for (String said : List.of("helper", "rule", "person", "place")) {
      Optional.ofNullable(notice.facts().get(said)).ifPresent(it -> words.put(said, it));
    }
    Optional.ofNullable(notice.facts().get("end"))
        .ifPresent(it -> words.put("end", in(Instant.parse(it).atZone(zone), "when.time")));
  }

  /** Whether to call is one of the ways of contact; false after an agreement without it. */
  private boolean calls() {
    String only = fact(Notice.ONLY_BY);
    return only == null || List.of(only.split(" ", -1)).contains("PHONE");
  }

  /** Where on the follow page the one act stands that this message offers. */
  private String action() {
    String promise = notice.facts().get("askCallback");
    if (OFFERS_ACT.contains(notice.kind())) {
      promise = notice.facts().get("promise");
    }
    return promise == null ? "" : "#" + promise;
  }

  /** What stands above a quote of what its reader wrote then. */
  String said(Instant at) {
    when("quotedAt", at);
    return say("quote");
  }

  private void when(String word, Instant moment) {
    ZonedDateTime local = moment.atZone(zone);
    boolean sameYear = local.getYear() == written.atZone(zone).getYear();
    words.put(word, in(local, sameYear ? "when" : "when.year"));
    words.put(word + SHORT, in(local, "when.short"));
  }

  private String in(ZonedDateTime local, String pattern) {
    String form = texts.say(Map.of(), pattern);
    return DateTimeFormatter.ofPattern(form, texts.locale()).format(local);
  }

  /** Of a moment its day. */
  private void day(String fact, String word) {
    String moment = notice.facts().get(fact);
    if (moment != null) {
      ZonedDateTime local = Instant.parse(moment).atZone(zone);
      boolean sameYear = local.getYear() == written.atZone(zone).getYear();
      words.put(word, in(local, sameYear ? "when.day" : "when.day.year"));
    }
  }

  /**
   * In which ways there is contact, in words.
   *
   * @param fact that names them
   */
  String ways(String fact) {
    return Arrays.stream(notice.facts().getOrDefault(fact, "").split(" ", -1))
        .map(way -> say("CONTACT.way." + way))
        .collect(Collectors.joining(", "));
  }

  /** What was agreed in a talk, each in a line: per line a moment and words. */
  List<String> agreed() {
    List<String> lines = new ArrayList<>();
    for (String one : notice.facts().getOrDefault("agreed", "").split("\n", -1)) {
      String[] pair = one.split(" ", 2);
      if (pair.length == 2) {
        when("agreedBy", Instant.parse(pair[0]));
        put("agreedWords", pair[1]);
        lines.add(say("AGREEMENT.line"));
      }
    }
    return lines;
  }

  /** What an answer promises, each in a line: {@code kind=due} with a space between. */
  List<String> promised() {
    List<String> lines = new ArrayList<>();
    for (String one : notice.facts().getOrDefault("promises", "").split(" ", -1)) {
      String[] pair = one.split("=", 2);
      if (pair.length == 2) {
        when("due", Instant.parse(pair[1]));
        lines.add(say("promise." + pair[0]));
      }
    }
    return lines;
  }

  private void name(String fact, String word) {
    String id = notice.facts().get(fact);
    if (id != null) {
      words.put(
          word,
          officials
              .apply(id)
              .map(Official::name)
              .orElseGet(() -> texts.say(Map.of(), "colleague")));
    }
  }

  private static String shown(String phone) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = numbers.parse(phone, "NL");
      boolean dutch = number.getCountryCode() == 31;
      return numbers.format(
          number, dutch ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException e) {
      return phone;
    }
  }

  /** The cases that it is about, when these are several: official id to case numbers. */
  Map<String, List<String>> several() {
    Map<String, List<String>> several = new LinkedHashMap<>();
    for (String one : notice.facts().getOrDefault("cases", "").split(" ", -1)) {
      String[] pair = one.split("=", 2);
      if (pair.length == 2) {
        several.computeIfAbsent(pair[1], official -> new ArrayList<>()).add(pair[0]);
      }
    }
    return several;
  }

  /** Whose these cases are, in words. */
  void other(String id, List<String> numbers) {
    put("numbers", String.join(", ", numbers));
    officials
        .apply(id)
        .ifPresent(
            other -> {
              put("other", other.name());
              put("otherFunction", other.function());
              put("otherAddress", other.address());
              put(
                  "otherPhone",
                  other.phone() == null || !calls() ? other.address() : shown(other.phone()));
            });
  }

  boolean knows(String word) {
    return words.containsKey(word);
  }

  String word(String word) {
    return words.get(word);
  }

  String fact(String name) {
    return notice.facts().get(name);
  }

  boolean has(String fact) {
    return !notice.facts().getOrDefault(fact, "").isBlank();
  }

  void put(String word, String said) {
    words.put(word, said);
  }

  /** The first of these keys that there is a text for, filled in. */
  String say(String... keys) {
    return texts.say(words, keys);
  }

  /** As {@link #say}, for a text message: moments short. */
  String sayShort(String... keys) {
    Map<String, String> brief = new HashMap<>(words);
    brief.replaceAll((word, said) -> words.getOrDefault(word + SHORT, said));
    return texts.say(brief, keys);
  }

  /** Why, in words: for a code its text, else what somebody wrote. */
  String reason() {
    String reason = fact("reason");
    return texts.has("reason." + reason) ? say("reason." + reason) : reason;
  }

  Texts texts() {
    return texts;
  }
}
