package nl.aanspreekpunt.official;

import java.util.List;

/**
 * What a feed of people (SCIM, CSV) says of an official. It goes on top of what the file says; what
 * is null is left to the file.
 *
 * @param id official id
 * @param function what citizens see beside the name
 * @param team team id
 * @param phone E.164
 * @param email their own mailbox, lower case
 * @param address on the hub's domain, lower case
 * @param topics topic ids
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
    String deputy) {
  /** Open questions that are a full load, when neither feed nor file says how many. */
  static final int USUAL_CAPACITY = 30;

  public Fed {
    topics = topics == null ? null : List.copyOf(topics);
    neighbourhoods = neighbourhoods == null ? null : List.copyOf(neighbourhoods);
  }
}
