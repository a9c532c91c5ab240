package nl.aanspreekpunt.story;

import java.time.Instant;
import java.util.List;
import nl.aanspreekpunt.casework.words.Likeness;
import nl.aanspreekpunt.casework.words.Veil;

/**
 * What went well or badly, as somebody who was there tells it. An example of one situation, never a
 * rule: nothing in the program makes a topic, a norm or a principle of it.
 *
 * @param version raised by each change
 * @param by official id of who tells it; null: a citizen does
 * @param link which participant of the case tells it; null: an official does
 * @param about number of the case; null: of none
 * @param team whose coordinator checks it
 * @param topic id; null when unknown
 * @param confidential the topic is
 * @param barred officials who do not check it: whom it may be about (ids)
 * @param words as they were told; null once it was withdrawn
 * @param particular what was particular here; may be empty, null once it was withdrawn
 * @param beside of a confidential topic: may also be shown beside questions that are like it
 * @param published as others read it; null: not
 * @param at of the last change
 * @param terms the words to search it by, while it is published
 * @param checkedBy who published it or laid it aside (official id); null: nobody yet
 * @param why it was laid aside, in their words; null: it was not
 */
public record Story(
    String id,
    long version,
    String by,
    String link,
    String about,
    String team,
    String topic,
    boolean confidential,
    List<String> barred,
    Went went,
    String words,
    String particular,
    Consent consent,
    boolean beside,
    State state,
    Published published,
    Instant toldAt,
    Instant at,
    List<String> terms,
    String checkedBy,
    String why) {
  public static final int LONGEST = 4_000;

  /** How it went. */
  public enum Went {
    WELL,
    BADLY
  }

  /** Who may read it, without names. */
  public enum Consent {
    NONE,
    COLLEAGUES,
    COUNCIL
  }

  public enum State {
    /** Told, and nobody but who checks it may read it. */
    TOLD,
    PUBLISHED,
    /** Who checked it saw that it cannot be published. */
    ASIDE,
    /** Its words are gone. */
    WITHDRAWN
  }

  /** Without names, as somebody checked. */
  public record Published(String words, String particular) {
    /** Words with a capital that still stand in it: names perhaps, which only a person can tell. */
    public List<String> capitals() {
      return Veil.capitals(words + ". " + particular);
    }
  }

  public Story {
    barred = barred == null ? List.of() : List.copyOf(barred);
    terms = terms == null ? List.of() : List.copyOf(terms);
  }

  public boolean ofCitizen() {
    return by == null;
  }

  /** How it went and no more: words may be added. */
  public boolean tapped() {
    return state == State.TOLD && words.isEmpty() && consent == Consent.NONE;
  }

  public boolean gone() {
    return state == State.WITHDRAWN;
  }

  public boolean readable() {
    return state == State.PUBLISHED;
  }

  Story published(Published as, String checker, Instant now) {
    List<String> found = List.copyOf(Likeness.words(as.words() + " " + as.particular()).keySet());
    return changed(State.PUBLISHED, words, particular, as, now, found, checker, null);
  }

  Story aside(String reason, String checker, Instant now) {
    return changed(State.ASIDE, words, particular, null, now, List.of(), checker, reason);
  }

  /** Nothing of what was told is left, but that it was told and when. */
  Story withdrawn(Instant now) {
    return changed(State.WITHDRAWN, null, null, null, now, List.of(), checkedBy, null);
  }

  private Story changed(
      State to,
      String told,
      String what,
      Published as,
      Instant now,
      List<String> found,
      String checker,
      String reason) {
    return new Story(
        id,
        version + 1,
        by,
        link,
        about,
        team,
        topic,
        confidential,
        barred,
        went,
        told,
        what,
        consent,
        beside,
        to,
        as,
        toldAt,
        now,
        found,
        checker,
        reason);
  }

  /** Told anew after it was withdrawn, or with words after it was tapped. */
  Story after(Story before) {
    return new Story(
        id,
        before.version + 1,
        by,
        link,
        about,
        team,
        topic,
        confidential,
        barred,
        went,
        words,
        particular,
        consent,
        beside,
        state,
        published,
        toldAt,
        at,
        terms,
        checkedBy,
        why);
  }
}
