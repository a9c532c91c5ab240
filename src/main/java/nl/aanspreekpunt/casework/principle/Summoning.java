package nl.aanspreekpunt.casework.principle;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Alert;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Draft;
import nl.aanspreekpunt.casework.Dues;
import nl.aanspreekpunt.casework.Principled;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.official.OnCall;
import nl.aanspreekpunt.official.Topic;
import nl.aanspreekpunt.outbox.Notice;

/**
 * Whoever is on call for a principle is told of a message that touches it, at any hour; when they
 * do not say that they are on it, the next one is. Each is told once: the outbox entries' ids are
 * made of case, alert and official. The promises of the case climb their own ladder meanwhile.
 */
public final class Summoning {
  private Summoning() {}

  /** Tells the first one. Whoever takes part in the matter itself is never told. */
  static void begin(Draft draft, Alert alert) {
    next(draft, alert).ifPresent(who -> tell(draft, alert, who));
  }

  /** Takes each step that is due; whether there was one. */
  public static boolean climbs(Draft draft) {
    boolean climbed = false;
    for (Alert alert : calling(draft)) {
      Optional<Instant> due = due(alert, draft);
      if (due.filter(at -> !at.isAfter(draft.now())).isPresent()) {
        next(draft, alert).ifPresent(who -> tell(draft, alert, who));
        climbed = true;
      }
    }
    return climbed;
  }

  /** When the next one is told; empty when nobody is left to tell. */
  public static Optional<Instant> next(Draft draft) {
    return calling(draft).stream()
        .filter(alert -> next(draft, alert).isPresent())
        .flatMap(alert -> due(alert, draft).stream())
        .min(Instant::compareTo);
  }

  /** On whose Today it stands (official ids). */
  public static Stream<String> concerns(Draft draft) {
    return draft.care().principled().alerts().stream()
        .flatMap(alert -> alert.concerns().stream())
        .filter(official -> draft.directory().employed(official, draft.now()));
  }

  /** Somebody answered, or spoke with the citizen: nobody else need come. */
  public static void answered(Draft draft, String by) {
    change(draft, by, Alert.State.ANSWERED);
  }

  /** The case opens again: a message that touches a principle calls anew. */
  public static void past(Draft draft) {
    Principled now = draft.care().principled();
    draft.care(
        draft.care().with(now.alerts(one -> one.became(Alert.State.PAST, one.by(), one.at()))));
  }

  private static void change(Draft draft, String by, Alert.State state) {
    Principled now = draft.care().principled();
    if (now.alerts().stream().anyMatch(Alert::lasts)) {
      draft.care(
          draft
              .care()
              .with(now.alerts(one -> one.lasts() ? one.became(state, by, draft.now()) : one)));
    }
  }

  private static List<Alert> calling(Draft draft) {
    return !draft.open()
        ? List.of()
        : draft.care().principled().alerts().stream()
            .filter(alert -> alert.state() == Alert.State.CALLING)
            .toList();
  }

  private static Optional<Instant> due(Alert alert, Draft draft) {
    return topic(draft, alert)
        .flatMap(topic -> alert.lastTold().map(told -> told.at().plus(topic.principle().within())));
  }

  private static Optional<Topic> topic(Draft draft, Alert alert) {
    return draft.directory().topic(alert.principle()).filter(one -> one.principle() != null);
  }

  private static Optional<OnCall> next(Draft draft, Alert alert) {
    List<String> barred = draft.before.barred();
    return topic(draft, alert)
        .flatMap(
            topic ->
                OnCall.order(draft.directory(), topic, draft.now(), barred).stream()
                    .filter(who -> !alert.told(who.official()))
                    .findFirst());
  }

  private static void tell(Draft draft, Alert alert, OnCall who) {
    Directory directory = draft.directory();
    draft.care(
        draft
            .care()
            .with(draft.care().principled().with(alert.calling(who.official(), draft.now()))));
    draft.event(new CaseEvent.Alerted(draft.now(), alert.principle(), who.official()));
    Map<String, String> facts = facts(draft, alert);
    String id = draft.before.id() + ".call" + alert.n() + "." + who.official();
    if (who.phone() != null) {
      draft.post(id + ".sms", notice(draft, who, Channel.SMS, who.phone(), facts));
    }
    directory
        .official(who.official())
        .map(Official::email)
        .ifPresent(to -> draft.post(id + ".mail", notice(draft, who, Channel.EMAIL, to, facts)));
  }

  /** Nothing that a citizen wrote. */
  private static Map<String, String> facts(Draft draft, Alert alert) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("what", "touched");
    facts.put("insteadOf", draft.responsible());
    Dues.principle(draft.directory(), alert.principle())
        .ifPresent(principle -> facts.put("principle", principle.words().nl()));
    return facts;
  }

  private static Notice notice(
      Draft draft, OnCall who, Channel channel, String to, Map<String, String> facts) {
    return new Notice(
        "on-call-" + who.official() + "-" + channel.name().toLowerCase(Locale.ROOT),
        Notice.Kind.PRINCIPLE,
        channel,
        to,
        who.official(),
        draft.before.id(),
        "nl",
        facts);
  }
}
