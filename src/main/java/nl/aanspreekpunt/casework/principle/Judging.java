package nl.aanspreekpunt.casework.principle;

import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Alert;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Moment;

/**
 * A named person says whether words of a message touch a principle: then whoever is on call is
 * told. Where somebody was told already, a false alarm ends here: nobody else is told, and whoever
 * took it gives back what they were to keep. The same words in a later message call anew.
 *
 * @param principle topic id
 * @param by official id
 */
public record Judging(String principle, boolean touches, String by) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    Optional<Alert> asked =
        before
            .care()
            .principled()
            .alert(principle)
            .filter(one -> one.state() == Alert.State.PROPOSED || (one.lasts() && !touches));
    if (!before.open() || asked.isEmpty()) {
      return Decision.refused("not-to-judge");
    }
    Draft draft = new Draft(before, moment);
    draft.event(new CaseEvent.AlertJudged(moment.now(), by, principle, touches));
    if (touches) {
      Summoning.begin(draft, asked.get());
    } else {
      Alert none = asked.get().became(Alert.State.NOT_SO, by, moment.now());
      draft.care(draft.care().with(draft.care().principled().with(none)));
      if (asked.get().state() == Alert.State.TAKEN) {
        Leaving.giveBack(draft, asked.get().by());
      }
    }
    return draft.done();
  }
}
