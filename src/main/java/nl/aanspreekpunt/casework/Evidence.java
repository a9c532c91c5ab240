package nl.aanspreekpunt.casework;

import java.util.List;

/**
 * What a route rests on, as facts: ids, figures, and words as the citizen wrote them. Pages and the
 * API say it in the reader's language.
 */
public sealed interface Evidence {
  /** The message names its case: by a signed link, address or Message-ID, or by its number. */
  record CaseNamed(String number) implements Evidence {}

  /**
   * It answers a letter of ours about a message, in a case of which messages went elsewhere.
   *
   * @param number the case where that message is now
   * @param named the case in whose name the letter went; the same when the message stayed
   */
  record LetterAnswered(String number, String named) implements Evidence {}

  /**
   * It names a case by something signed; all that its sender wrote there went to another.
   *
   * @param number that other case
   * @param named the case it names
   */
  record AllWent(String number, String named) implements Evidence {}

  /**
   * It was written to an official's own address.
   *
   * @param official whose address it is (official id)
   * @param successor who took over from them; null while they work here
   */
  record OwnAddress(String official, String successor) implements Evidence {}

  /** It goes on with a case that is open. */
  record Conversation(String number, Tie tie) implements Evidence {}

  /**
   * The citizen has a standing official.
   *
   * @param topic topic id; null when they are it in general
   * @param successor who took over from them; null while they work here
   */
  record Standing(String official, String topic, String successor) implements Evidence {}

  /**
   * The citizen is linked in a household or organisation that has one standing official.
   *
   * @param household its id
   * @param official official id of who stands for all of them
   * @param successor who took over from them; null while they work here
   */
  record Household(String household, String official, String successor) implements Evidence {}

  /**
   * The message names a case of a citizen for whom its sender may ask.
   *
   * @param household where they are linked
   * @param decides they may say yes or no for the citizen as well
   */
  record Linked(String number, String household, boolean decides) implements Evidence {}

  /**
   * After a threat it was agreed who has contact with the citizen.
   *
   * @param number of the case in which that was agreed
   * @param successor who took over from that official; null while they work here
   */
  record ContactAgreed(String official, String number, String successor) implements Evidence {}

  /**
   * It is about a topic, and somebody was chosen who covers it.
   *
   * @param words those that decided; empty unless {@code sign} is WORDS
   * @param neighbourhood null when unknown
   */
  record About(String topic, Sign sign, List<String> words, String neighbourhood, Choice choice)
      implements Evidence {
    public About {
      words = words == null ? List.of() : List.copyOf(words);
    }
  }

  /**
   * It was sent to a team's number.
   *
   * @param neighbourhood null when unknown
   */
  record OfTeam(String team, String neighbourhood, Choice choice) implements Evidence {}

  /**
   * Somebody who leads the official pinned that such messages are theirs.
   *
   * @param pin its id
   * @param by who pinned it (official id), or "hub" for a system
   * @param reason why, in their words
   */
  record Pinned(String pin, String official, String by, String reason) implements Evidence {}

  /**
   * Nothing tells where it belongs: this official is on intake duty.
   *
   * @param choice how they were chosen of those who share it; null when they have it alone, and in
   *     what was stored before a duty was shared
   */
  record OnDuty(String official, Choice choice) implements Evidence {
    /** Who has the duty alone. */
    public OnDuty(String official) {
      this(official, null);
    }
  }

  /**
   * It complains about somebody who works here.
   *
   * @param sign CHOSEN in a form, or WORDS
   * @param words those that were taken for it; null when it was chosen
   * @param about whom it concerns (official ids); empty when it names nobody we know
   * @param number the case it came in answer to; null if none
   */
  record Complaint(Sign sign, String words, List<String> about, String number) implements Evidence {
    public Complaint {
      about = about == null ? List.of() : List.copyOf(about);
    }
  }

  /**
   * A named person took it out of another case.
   *
   * @param number the case it was in
   * @param by official id
   */
  record TakenOut(String number, String by) implements Evidence {}

  /**
   * Nobody wrote it: it is the answer that is owed to who reported that something chafes.
   *
   * @param friction its id
   * @param by who reported it first (official id)
   */
  record Chafes(String friction, String by) implements Evidence {}

  /** What ties a message to an open case of its sender. */
  enum Tie {
    LAST_ON_NUMBER,
    SAME_SUBJECT,
    /** Somebody is to be called at the number already. */
    SAME_CALL,
    /** Somebody said that this sender's messages of that subject belong there. */
    TAUGHT
  }

  /** What a subject was read from. */
  enum Sign {
    CHOSEN,
    ADDRESS,
    WORDS
  }
}
