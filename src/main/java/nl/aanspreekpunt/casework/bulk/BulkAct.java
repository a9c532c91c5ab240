package nl.aanspreekpunt.casework.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Correcting;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Noting;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.casework.Refusal;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.planned.PlanningReply;
import nl.aanspreekpunt.casework.planned.SeenReply;
import nl.aanspreekpunt.casework.standard.Placeholders;
import nl.aanspreekpunt.promise.DatedPromises;

/** What is done in several cases at once: in each the same as when it is done in that one alone. */
public sealed interface BulkAct {
  /** Characters of one text. */
  int LONGEST = 10_000;

  /** So long an answer can be taken back. */
  Duration WINDOW = Duration.ofMinutes(1);

  /** What is to be mended before anything can be shown; empty when nothing is. */
  Optional<Refusal> mistake();

  /** What is done in one case, once {@link Hindering} has nothing against it. */
  Act in(Bulk all, Bulk.Item item, Given given);

  /**
   * One text, filled in for each citizen.
   *
   * @param english for who is written to in English; null: they get the other one
   * @param closes each case is closed once its answer went
   */
  record Answer(String dutch, String english, boolean closes) implements BulkAct {
    @Override
    public Optional<Refusal> mistake() {
      if (dutch == null || dutch.isBlank()) {
        return Optional.of(new Refusal("text-needed", "text"));
      }
      if (dutch.length() > LONGEST) {
        return Optional.of(new Refusal("text-too-long", "text"));
      }
      return english != null && english.length() > LONGEST
          ? Optional.of(new Refusal("text-too-long", "english"))
          : Optional.empty();
    }

    /** As the citizen of a case gets it. */
    public String to(Case one, Bulk.Item item) {
      String text = one.language().equals("en") && english != null ? english : dutch;
      return Placeholders.filled(text, item.filling());
    }

    /**
     * What its citizen reads in it as promised by a moment, as in any answer.
     *
     * @param reader of the case's team
     */
    List<Promising> promises(
        Case one, Bulk.Item item, String by, Function<String, List<DatedPromises.Dated>> reader) {
      return reader.apply(to(one, item)).stream()
          .map(read -> new Promising(read.kind(), read.due(), read.words(), null, by))
          .toList();
    }

    private Replying reply(Case one, Bulk all, Bulk.Item item, Given given) {
      return new Replying(
          all.by(),
          to(one, item),
          null,
          item.seen(),
          given.threading(),
          item.promised(),
          List.of());
    }

    /** Why the case would stay open now (a code); empty when it is closed, or was not to be. */
    Optional<String> staysOpen(Case one, Bulk all, Bulk.Item item, Given given, Moment moment) {
      return closes
              && reply(one, all, item, given).on(one, moment) instanceof Decision.Changed answered
              && closing(all, item).on(answered.after(), moment) instanceof Decision.Refused refused
          ? Optional.of(refused.refusal().code())
          : Optional.empty();
    }

    @Override
    public Act in(Bulk all, Bulk.Item item, Given given) {
      return (before, moment) -> {
        Replying reply = reply(before, all, item, given);
        Act atOnce = new SeenReply(reply, item.answered());
        Duration left = left(all.goesAt(), moment.now());
        return new PlanningReply(
                atOnce, reply, null, left, null, true, given.agreed(), all.answer())
            .on(before, moment);
      };
    }

    private static Duration left(Instant goes, Instant now) {
      return goes == null
          ? WINDOW
          : goes.isAfter(now) ? Duration.between(now, goes) : Duration.ZERO;
    }

    /** What follows once it went, while who sent it may still act there. */
    Act closing(Bulk all, Bulk.Item item) {
      Act closing = new Closing(all.by(), Outcome.ANSWERED, "", item.seen());
      return (before, moment) ->
          Hindering.access(before, all.by(), moment).mayAct()
              ? closing.on(before, moment)
              : Decision.refused("bulk-not-yours");
    }
  }

  /** The same outcome, in the same words. */
  record Close(Outcome outcome, String explanation) implements BulkAct {
    @Override
    public Optional<Refusal> mistake() {
      if (outcome == null || outcome == Outcome.JOINED || outcome.reasoned()) {
        return Optional.of(new Refusal("outcome-needed", "outcome"));
      }
      if (!Placeholders.left(explanation).isEmpty()) {
        return Optional.of(new Refusal("bulk-placeholder", "explanation"));
      }
      return explanation.length() > LONGEST
          ? Optional.of(new Refusal("text-too-long", "explanation"))
          : Optional.empty();
    }

    @Override
    public Act in(Bulk all, Bulk.Item item, Given given) {
      Act closing = new Closing(all.by(), outcome, explanation, item.seen());
      return (before, moment) ->
          before.care().referred() != null
              ? Decision.refused("elsewhere-open")
              : before.care().intended() == null
                  ? closing.on(before, moment)
                  : Decision.refused("bulk-decision");
    }
  }

  /** The same note. It cannot be taken back, as one cannot. */
  record Note(String text) implements BulkAct {
    @Override
    public Optional<Refusal> mistake() {
      if (text == null || text.isBlank()) {
        return Optional.of(new Refusal("note-needed", "text"));
      }
      return text.length() > LONGEST
          ? Optional.of(new Refusal("text-too-long", "text"))
          : Optional.empty();
    }

    @Override
    public Act in(Bulk all, Bulk.Item item, Given given) {
      return new Noting(all.by(), text);
    }
  }

  /**
   * They are all about another topic.
   *
   * @param topic topic id
   * @param stays each with who has it, also when they do not know the topic
   */
  record Topic(String topic, boolean stays) implements BulkAct {
    @Override
    public Optional<Refusal> mistake() {
      return topic == null || topic.isBlank()
          ? Optional.of(new Refusal("no-such-topic", "topic"))
          : Optional.empty();
    }

    @Override
    public Act in(Bulk all, Bulk.Item item, Given given) {
      return new Correcting(topic, all.by(), stays ? null : given.successors());
    }
  }
}
