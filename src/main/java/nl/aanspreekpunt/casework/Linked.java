package nl.aanspreekpunt.casework;

import java.util.Optional;

/**
 * A participant who is not the case's citizen, and may ask about it for them. Notices go on to the
 * citizen: who asks hears what answers them.
 *
 * @param household where they are linked (id)
 * @param decides they may say yes or no for the citizen as well
 */
public record Linked(String link, String household, boolean decides) {
  /**
   * Who wrote, noted when they did so for the citizen: what the citizen called it is not for who
   * may ask alone.
   */
  static Participant heard(Draft draft, Arrival arrival, Match match) {
    if (match.evidence() instanceof Evidence.Linked by) {
      Participant who = draft.heardFrom(arrival, draft.before.id());
      draft.care(draft.care().with(new Linked(who.link(), by.household(), by.decides())));
      return who;
    }
    return draft.heardFrom(arrival, null);
  }

  /** What is to be told from now on goes where it went, to the citizen. */
  static void stepsBack(Draft draft, String link) {
    CopiedIn.stepsBack(draft, link);
    Optional<String> citizens = Optional.ofNullable(draft.before.contact());
    if (link != null && draft.care().linked(link).isPresent()) {
      citizens.ifPresent(draft::writesTo);
    }
  }
}
