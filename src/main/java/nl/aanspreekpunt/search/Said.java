package nl.aanspreekpunt.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Consult;

/**
 * Something that was said in a case and can be found.
 *
 * @param at when
 * @param message receipt id of a citizen's message; null: it is none
 * @param answer outbox entry of an answer; null: it is none
 * @param words what was written down; null for the other two, which have documents of their own
 * @param by channel of a message; null: it is none
 */
record Said(Instant at, String message, String answer, String words, String by) {
  private static Said words(Instant at, String... words) {
    String all =
        Stream.of(words)
            .filter(Objects::nonNull)
            .filter(one -> !one.isBlank())
            .collect(Collectors.joining("\n"));
    return new Said(at, null, null, all, null);
  }

  /**
   * All that was, oldest first.
   *
   * @param course what happened in it, oldest first
   */
  static List<Said> in(Case one, List<CaseEvent> course) {
    List<Said> all = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (CaseEvent event : course) {
      if (event instanceof CaseEvent.Received in) {
        if (one.wentTo(in.receipt()).isEmpty() && !seen.contains(in.receipt())) {
          seen.add(in.receipt());
          all.add(new Said(in.at(), in.receipt(), null, null, in.channel().name()));
        }
      } else if (event instanceof CaseEvent.Replied out) {
        all.add(new Said(out.at(), null, out.entry(), null, null));
      } else {
        Said words = noted(event);
        if (words != null && !words.words().isEmpty()) {
          all.add(words);
        }
      }
    }
    one.care().consults().forEach(asked -> all.add(asked(asked)));
    return all;
  }

  private static Said asked(Consult asked) {
    return words(
        asked.at(),
        Stream.concat(
                Stream.of(asked.question()), asked.answers().stream().map(Consult.Answer::text))
            .toArray(String[]::new));
  }

  private static Said noted(CaseEvent event) {
    if (event instanceof CaseEvent.Noted one) {
      return words(one.at(), one.text());
    } else if (event instanceof CaseEvent.Talked one) {
      return words(one.at(), one.note());
    } else if (event instanceof CaseEvent.Held one) {
      return words(one.at(), one.present(), one.note(), one.theirs());
    } else if (event instanceof CaseEvent.Tried one) {
      return words(one.at(), one.note());
    } else if (event instanceof CaseEvent.HandedOver one) {
      return words(one.at(), one.note());
    } else if (event instanceof CaseEvent.Closed one) {
      return words(one.at(), one.explanation());
    } else if (event instanceof CaseEvent.DecisionHeld one) {
      return words(one.at(), one.text());
    } else if (event instanceof CaseEvent.DecisionChanged one) {
      return words(one.at(), one.text());
    }
    return null;
  }
}
