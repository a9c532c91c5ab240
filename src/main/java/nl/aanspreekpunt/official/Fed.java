package nl.aanspreekpunt.official;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.aanspreekpunt.promise.OpeningHours;

/**
 * What a feed of people (SCIM) says of an official. It goes on top of what the file says; what is
 * null is left to the file, or stays as the feed said it before.
 *
 * @param id official id
 * @param function what citizens see beside the name
 * @param team team id
 * @param phone E.164; empty: none any more
 * @param email their own mailbox, lower case
 * @param address on the hub's domain, lower case
 * @param topics topic ids
 * @param deputy official id; empty: none any more
 * @param cap see {@link Sharing}, as are {@code share} and {@code languages}; {@link #NONE}: none
 *     any more, also for {@code share}
 * @param hours of their own, as {@link OpeningHours#parse} reads them; empty: none any more
 * @param roles beside official
 */
public record Fed(
    String id,
    String name,
    String function,
    String team,
    String phone,
    String email,
    String address,
    List<String> topics,
    List<String> neighbourhoods,
    Integer capacity,
    String deputy,
    Integer cap,
    Integer share,
    List<String> languages,
    Map<String, String> hours,
    List<Role> roles) {
  /** Open questions that are a full load, when neither feed nor file says how many. */
  private static final int USUAL_CAPACITY = 30;

  /** Of what is a number: none any more. No such number is a cap or a share. */
  static final int NONE = Integer.MIN_VALUE;

  private static final int LONGEST_ID = 60;

  public Fed {
    topics = topics == null ? null : List.copyOf(topics);
    neighbourhoods = neighbourhoods == null ? null : List.copyOf(neighbourhoods);
    languages = languages == null ? null : List.copyOf(languages);
    hours = hours == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(hours));
    roles = roles == null ? null : List.copyOf(roles);
  }

  /** Says nothing of their hours and roles. */
  public Fed(
      String id,
      String name,
      String function,
      String team,
      String phone,
      String email,
      String address,
      List<String> topics,
      List<String> neighbourhoods,
      Integer capacity,
      String deputy,
      Integer cap,
      Integer share,
      List<String> languages) {
    this(
        id,
        name,
        function,
        team,
        phone,
        email,
        address,
        topics,
        neighbourhoods,
        capacity,
        deputy,
        cap,
        share,
        languages,
        null,
        null);
  }

  /** Says nothing of this official. */
  static Fed nothing(String id) {
    return new Fed(
        id, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  /** An id from a user name: {@code samira.elamrani} from {@code Samira.ElAmrani@…}. */
  public static String id(String userName) {
    String plain =
        Normalizer.normalize(userName.split("@", 2)[0], Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace('ı', 'i')
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.-]+", "-")
            .replaceAll("[.-]{2,}", "-")
            .replaceAll("^[.-]+|[.-]+$", "");
    String id = plain.substring(0, Math.min(LONGEST_ID, plain.length())).replaceAll("[.-]+$", "");
    return id.isEmpty() ? "user" : id;
  }

  /** What is said now, on top of what was said before. */
  public Fed over(Fed before) {
    return new Fed(
        id,
        or(name, before.name),
        or(function, before.function),
        or(team, before.team),
        or(phone, before.phone),
        or(email, before.email),
        or(address, before.address),
        or(topics, before.topics),
        or(neighbourhoods, before.neighbourhoods),
        or(capacity, before.capacity),
        or(deputy, before.deputy),
        or(cap, before.cap),
        or(share, before.share),
        or(languages, before.languages),
        or(hours, before.hours),
        or(roles, before.roles));
  }

  /** A system may still name teams and topics as they were called before. */
  Fed after(Moves moves) {
    return new Fed(
        id,
        name,
        function,
        moved(Moves.What.TEAM, team, moves),
        phone,
        email,
        address,
        topics == null
            ? null
            : topics.stream().map(one -> moved(Moves.What.TOPIC, one, moves)).distinct().toList(),
        neighbourhoods,
        capacity,
        deputy,
        cap,
        share,
        languages,
        hours,
        roles);
  }

  private String moved(Moves.What what, String one, Moves moves) {
    return moves.of(what, one, null, id).orElse(one);
  }

  private static <T> T or(T value, T otherwise) {
    return value == null ? otherwise : value;
  }

  /** What an official needs and neither this nor the file says, by the names of the fields. */
  List<String> missing(Optional<Official> inFile) {
    List<String> missing = new ArrayList<>();
    if (inFile.isEmpty()) {
      need("name", name, missing);
      need("function", function, missing);
      need("team", team, missing);
      need("email", email, missing);
      need("address", address, missing);
    }
    return missing;
  }

  private static void need(String field, String value, List<String> missing) {
    if (value == null || value.isBlank()) {
      missing.add(field);
    }
  }

  /** As an official, when nothing is missing. */
  Official official(Optional<Official> inFile) {
    return new Official(
        id,
        or(name, inFile.map(Official::name).orElse(null)),
        or(function, inFile.map(Official::function).orElse(null)),
        or(team, inFile.map(Official::team).orElse(null)),
        inFile.map(Official::portrait).orElse(null),
        orNone(or(phone, inFile.map(Official::phone).orElse(null))),
        or(email, inFile.map(Official::email).orElse(null)),
        or(address, inFile.map(Official::address).orElse(null)),
        or(topics, inFile.map(Official::topics).orElse(List.of())),
        or(neighbourhoods, inFile.map(Official::neighbourhoods).orElse(List.of())),
        hours == null ? inFile.map(Official::hours).orElse(null) : own(),
        or(capacity, inFile.map(Official::capacity).orElse(USUAL_CAPACITY)),
        orNone(or(deputy, inFile.map(Official::deputy).orElse(null))),
        roles == null ? inFile.map(Official::roles).orElse(Set.of()) : Set.copyOf(roles),
        sharing(inFile.map(Official::sharing).orElse(Sharing.USUAL)),
        inFile.map(Official::rings).orElse(null));
  }

  private OpeningHours own() {
    return hours.isEmpty() ? null : OpeningHours.parse(hours);
  }

  private static String orNone(String value) {
    return "".equals(value) ? null : value;
  }

  private Sharing sharing(Sharing inFile) {
    return new Sharing(
        orNone(or(cap, inFile.cap())),
        orNone(or(share, inFile.share())),
        or(languages, inFile.languages()));
  }

  private static Integer orNone(Integer value) {
    return value != null && value == NONE ? null : value;
  }
}
