package nl.aanspreekpunt.web.ask;

import java.time.Instant;
import nl.aanspreekpunt.web.Person;

/**
 * What a citizen may know of a message that found its person.
 *
 * @param person null when that is told at the address alone: it rests on an address that anybody
 *     may have filled in
 * @param acting the person acts for somebody who is away
 * @param due by when they hear something; null when nothing waits
 * @param promise what will have happened by then: {@code ANSWER}, {@code CALLBACK}, …
 * @param meanwhile what the citizen can do until then; null if nothing is known
 * @param follow the follow page; null when only the owner of the address may have it
 */
public record Answerer(
    Person person,
    boolean acting,
    Instant due,
    String promise,
    String meanwhile,
    String number,
    String follow) {
  static final Answerer TOLD_ELSEWHERE = new Answerer(null, false, null, null, null, null, null);
}
