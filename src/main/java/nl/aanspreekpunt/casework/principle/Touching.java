package nl.aanspreekpunt.casework.principle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Alert;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.official.Touch;

/**
 * A message that came to a case touches principles: that of its topic, and those that its words
 * name. Whoever is on call is told, once for each principle while the case is open; where only some
 * words of another topic occur, a person is asked. To do it again changes nothing.
 *
 * @param receipt the message
 * @param received when it came in
 * @param words what its words touch
 */
public record Touching(String receipt, Instant received, List<Touch> words) implements Act {
  @Override
  public Decision on(Case before, Moment moment) {
    if (!before.open()) {
      return new Decision.Unchanged(before);
    }
    Draft draft = new Draft(before, moment);
    if (!judged(before, before.topic())) {
      topic(draft, before.topic(), receipt, received);
    }
    words.stream().filter(one -> !judged(before, one.topic())).forEach(one -> touch(draft, one));
    return draft.care().equals(before.care()) ? new Decision.Unchanged(before) : draft.done();
  }

  /** A named person saw that this message does not touch it. */
  private boolean judged(Case before, String topic) {
    return topic != null
        && before
            .care()
            .principled()
            .alert(topic)
            .filter(one -> one.state() == Alert.State.NOT_SO && one.message().equals(receipt))
            .isPresent();
  }

  /** The case is about it: its principle is touched, if it has one. */
  public static void topic(Draft draft, String topic, String receipt, Instant received) {
    if (Dues.principle(draft.directory(), topic).isPresent()) {
      call(draft, topic, receipt, received, List.of());
    }
  }

  private void touch(Draft draft, Touch touch) {
    if (touch.certain()) {
      call(draft, touch.topic(), receipt, received, touch.words());
    } else if (draft.care().principled().alert(touch.topic()).isEmpty()) {
      put(draft, fresh(draft, touch.topic(), receipt, received, touch.words()));
    }
  }

  /** A named person says that it is about this after all: its last message touches it. */
  public static void corrected(Draft draft, String topic) {
    draft
        .before
        .happened(CaseEvent.Received.class)
        .reduce((earlier, later) -> later)
        .ifPresent(last -> topic(draft, topic, last.receipt(), last.at()));
  }

  /** What was only proposed is certain now; what was called for already is not called again. */
  private static void call(
      Draft draft, String topic, String receipt, Instant received, List<String> words) {
    Optional<Alert> there = draft.care().principled().alert(topic);
    Alert.State state = there.map(Alert::state).orElse(Alert.State.NOT_SO);
    if (state == Alert.State.PROPOSED) {
      Summoning.begin(draft, there.get());
    } else if (state == Alert.State.NOT_SO) {
      Summoning.begin(draft, fresh(draft, topic, receipt, received, words));
    }
  }

  private static Alert fresh(
      Draft draft, String topic, String receipt, Instant received, List<String> words) {
    int n = draft.care().principled().alerts().size() + 1;
    return new Alert(
        topic, n, Alert.State.PROPOSED, receipt, received, words, List.of(), null, null);
  }

  private static void put(Draft draft, Alert alert) {
    draft.care(draft.care().with(draft.care().principled().with(alert)));
  }
}
