package nl.aanspreekpunt.official;

/**
 * When a talk with the citizen is proposed, as the municipality has it.
 *
 * @param proposes after three messages, or with a third official
 * @param words when a message doubts an answer, or says plainly that its writer is angry or in
 *     despair
 */
public record TalkSettings(boolean proposes, boolean words) {
  public static final TalkSettings USUAL = new TalkSettings(true, true);
}
