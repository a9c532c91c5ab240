package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.routing.learned.Example;
import nl.aanspreekpunt.routing.learned.Examples;

/**
 * Cases whose topic an official corrected, and cases that were answered without anybody correcting
 * it. Their words are read from the messages each time and kept nowhere else, so that what was
 * destroyed is not learned again; what is hidden from colleagues is never learned.
 */
public record CaseExamples(Cases cases, Receipts receipts, Directories directories)
    implements Examples {
  private static final int AT_ONCE = 100;
  private static final int LONGEST = 2_000;
  private static final Set<Outcome> NO_ANSWER =
      Set.of(Outcome.JOINED, Outcome.NO_QUESTION, Outcome.NOT_OURS);

  @Override
  public Future<List<Example>> latest(int most) {
    return Future.all(
            cases.corrected(most / 2),
            cases.list(new Cases.Filter(null, null, Case.State.CLOSED), null, most / 2))
        .compose(
            both -> {
              Map<String, Case> known = new LinkedHashMap<>();
              List<Case> corrected = both.resultAt(0);
              List<Case> closed = both.resultAt(1);
              Stream.concat(
                      corrected.stream(),
                      closed.stream().filter(one -> !NO_ANSWER.contains(one.outcome())))
                  .filter(this::mayLearn)
                  .forEach(one -> known.putIfAbsent(one.openedBy(), one));
              return read(known, List.copyOf(known.keySet()), 0, new ArrayList<>());
            });
  }

  private boolean mayLearn(Case one) {
    return one.topic() != null
        && !one.hidesSubject()
        && open(one.topic())
        && one.events().stream().allMatch(this::wasOpen);
  }

  /** Also what was under a confidential topic before somebody corrected it is not learned. */
  private boolean wasOpen(CaseEvent event) {
    return !(event instanceof CaseEvent.TopicCorrected corrected)
        || corrected.from() == null
        || open(corrected.from());
  }

  private boolean open(String topic) {
    return directories.current().topic(topic).filter(it -> !it.confidential()).isPresent();
  }

  private Future<List<Example>> read(
      Map<String, Case> known, List<String> ids, int from, List<Example> all) {
    if (from >= ids.size()) {
      return Future.succeededFuture(all);
    }
    List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
    return receipts
        .findAll(some)
        .compose(
            found -> {
              found.stream()
                  .filter(receipt -> receipt.read() != null)
                  .map(receipt -> example(known.get(receipt.id()), receipt.read()))
                  .forEach(all::add);
              return read(known, ids, from + AT_ONCE, all);
            });
  }

  private static Example example(Case one, Inbound read) {
    String text = read.subject() + "\n" + read.own();
    return new Example(
        one.id(), one.citizen(), text.substring(0, Math.min(LONGEST, text.length())), one.topic());
  }
}
