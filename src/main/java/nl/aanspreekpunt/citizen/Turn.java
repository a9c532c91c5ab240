package nl.aanspreekpunt.citizen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How who stands for a citizen changes, on one of their addresses. Pure: what it is then. */
final class Turn {
  private final Identity one;
  private final Map<String, String> standing;
  private final Map<String, Identity.Handed> handed;
  private final Map<String, String> through;
  private final List<String> notOf;
  private Identity.AgreedContact contact;

  private Turn(Identity one) {
    this.one = one;
    standing = new HashMap<>(one.standing());
    handed = new HashMap<>(one.handed());
    through = new HashMap<>(one.through());
    notOf = new ArrayList<>(one.notOf());
    contact = one.contact();
  }

  static Identity chosen(Identity one, String topic, String official) {
    Turn turn = new Turn(one);
    turn.stands(topic, official);
    turn.through.remove(topic);
    return turn.done();
  }

  static Identity answered(Identity one, String topic, String official, String number) {
    Turn turn = new Turn(one);
    if (!one.notOf().contains(number)) {
      turn.answered(topic, official, number);
    }
    return turn.done();
  }

  static Identity withdrawn(Identity one, String number, Map<String, String> carried) {
    Turn turn = new Turn(one);
    turn.notOf.remove(number);
    turn.notOf.add(number);
    if (one.contact() != null && one.contact().number().equals(number)) {
      turn.contact = null;
    }
    for (String topic : one.through(number)) {
      if (carried.containsKey(topic)) {
        turn.through.put(topic, carried.get(topic));
      } else {
        turn.standing.remove(topic);
        turn.handed.remove(topic);
        turn.through.remove(topic);
      }
    }
    return turn.done();
  }

  /**
   * @param contact null: nothing stands
   */
  static Identity agreed(Identity one, Identity.AgreedContact contact) {
    Turn turn = new Turn(one);
    turn.contact = contact;
    return turn.done();
  }

  static Identity restored(Identity one, String number, Map<String, String> officials) {
    Turn turn = new Turn(one);
    turn.notOf.remove(number);
    officials.forEach((topic, official) -> turn.answered(topic, official, number));
    return turn.done();
  }

  private void answered(String topic, String official, String number) {
    if (!standing.containsKey(topic)) {
      stands(topic, official);
      through.put(topic, number);
    }
  }

  private void stands(String topic, String official) {
    standing.put(topic, official);
    handed.remove(topic);
  }

  private Identity done() {
    return new Identity(
        one.id(),
        one.citizen(),
        one.name(),
        one.language(),
        standing,
        handed,
        through,
        one.recent(),
        one.turns(),
        one.sharing(),
        notOf,
        one.sharedIn(),
        one.households(),
        contact);
  }
}
