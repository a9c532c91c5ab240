package nl.aanspreekpunt.web.work.atwork;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.CaseEvent;

/** A part of the timeline that somebody may want to see by itself. */
public enum Strand {
  ALL("alles"),
  MESSAGES("berichten"),
  TALKS("gesprekken"),
  NOTES("notities"),
  RESPONSIBLE("wie"),
  DECISIONS("beslissingen");

  /** In the query of a case page. */
  public static final String KEY = "toon";

  private static final Map<Strand, Set<Class<? extends CaseEvent>>> KINDS =
      Map.of(
          MESSAGES,
          Set.of(
              CaseEvent.Received.class,
              CaseEvent.Replied.class,
              CaseEvent.Told.class,
              CaseEvent.Delivery.class,
              CaseEvent.Resent.class,
              CaseEvent.TextsTurned.class,
              CaseEvent.SentOtherwise.class,
              CaseEvent.WritesElsewhere.class,
              CaseEvent.HeldBack.class,
              CaseEvent.Forwarded.class),
          TALKS,
          Set.of(
              CaseEvent.Talked.class,
              CaseEvent.Held.class,
              CaseEvent.Tried.class,
              CaseEvent.Invited.class,
              CaseEvent.InvitationMoved.class,
              CaseEvent.CalledOff.class,
              CaseEvent.Comes.class,
              CaseEvent.NotSuiting.class,
              CaseEvent.TalksProposed.class,
              CaseEvent.StillWanted.class,
              CaseEvent.MayNotWant.class,
              CaseEvent.WantedAfterAll.class,
              CaseEvent.Suits.class),
          NOTES,
          Set.of(
              CaseEvent.Noted.class,
              CaseEvent.Consulted.class,
              CaseEvent.ConsultAnswered.class,
              CaseEvent.ConsultAutoReplied.class,
              CaseEvent.ConsultEnded.class,
              CaseEvent.PartnerLate.class,
              CaseEvent.Table.class,
              CaseEvent.SoFarWritten.class,
              CaseEvent.SoFarCorrected.class),
          RESPONSIBLE,
          Set.of(
              CaseEvent.Routed.class,
              CaseEvent.HandedOver.class,
              CaseEvent.Rearranged.class,
              CaseEvent.Offered.class,
              CaseEvent.OfferEnded.class,
              CaseEvent.ActingBegan.class,
              CaseEvent.ActingEnded.class,
              CaseEvent.Minds.class,
              CaseEvent.AnsweringPassed.class,
              CaseEvent.Climbed.class,
              CaseEvent.Stands.class,
              CaseEvent.ContactAgreed.class,
              CaseEvent.ContactFreed.class,
              CaseEvent.ContactAlso.class),
          DECISIONS,
          Set.of(
              CaseEvent.Closed.class,
              CaseEvent.Reopened.class,
              CaseEvent.DecisionHeld.class,
              CaseEvent.DecisionChanged.class,
              CaseEvent.DecisionTakenBack.class,
              CaseEvent.Decided.class,
              CaseEvent.ElsewhereConfirmed.class,
              CaseEvent.Classed.class,
              CaseEvent.Unclassed.class,
              CaseEvent.BackingAsked.class,
              CaseEvent.BackingGiven.class,
              CaseEvent.BackingRefused.class,
              CaseEvent.BackingWithdrawn.class,
              CaseEvent.Invoked.class,
              CaseEvent.InvocationUndone.class));

  private static final Map<String, Strand> BY_NAME =
      Stream.of(values()).collect(Collectors.toMap(Strand::said, Function.identity()));

  private final String said;

  Strand(String said) {
    this.said = said;
  }

  /** As it stands in the query. */
  public String said() {
    return said;
  }

  /** All of it when it is none of these; {@code said} may be null. */
  public static Strand of(String said) {
    return said == null ? ALL : BY_NAME.getOrDefault(said, ALL);
  }

  public boolean shows(CaseEvent event) {
    return this == ALL || KINDS.get(this).contains(event.getClass());
  }

  public static List<Strand> all() {
    return List.of(values());
  }
}
