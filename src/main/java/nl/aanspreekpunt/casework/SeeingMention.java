package nl.aanspreekpunt.casework;

/**
 * Who was named in a note says that they saw it.
 *
 * @param id of the mention within its case
 * @param by official id
 */
public record SeeingMention(String id, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    return before
        .care()
        .mentions()
        .seen(id, by, moment.now())
        .<Decision>map(
            now -> {
              Draft draft = new Draft(before, moment);
              draft.care(draft.care().with(now));
              return draft.done();
            })
        .orElseGet(() -> new Decision.Unchanged(before));
  }
}
