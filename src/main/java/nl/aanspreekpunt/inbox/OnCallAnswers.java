package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.principle.TakingOn;
import nl.aanspreekpunt.casework.principle.Touching;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.official.Directories;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.OnCall;
import nl.aanspreekpunt.official.Touch;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outbox;
import nl.aanspreekpunt.outbox.Outgoing;

/**
 * What messages do to principles: whoever is on call is told of one that touches one, and says by
 * text message that they are on it. A number can be feigned; all that it does then is stop the next
 * one from being told, while the promises climb on.
 */
final class OnCallAnswers {
  private static final int LONGEST = 60;
  private static final int MOST = 100;
  private static final Pattern YES =
      Pattern.compile(
          "(ja|yes|ok|oke|oké|on it|i am on it|i'm on it|ik pak het op|ik ben erop)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private final Cases cases;
  private final Casework casework;
  private final Directories directories;
  private final Outbox outbox;

  OnCallAnswers(Cases cases, Casework casework, Directories directories, Outbox outbox) {
    this.cases = cases;
    this.casework = casework;
    this.directories = directories;
    this.outbox = outbox;
  }

  /** The principles that a message touches by its words; none by what a machine wrote. */
  List<Touch> touches(Inbound inbound) {
    String words = inbound.subject() + "\n" + inbound.own();
    return inbound.automatic() ? List.of() : Touch.in(words, directories.current());
  }

  /** After a message came to its case. Nothing is read or written when it touches nothing. */
  Future<Void> touched(Receipt receipt, List<Touch> touches, Placing.Placed placed) {
    if (placed.caseNumber() == null) {
      return Future.succeededFuture();
    }
    Directory directory = directories.current();
    boolean about =
        placed.topic() != null
            && directory
                .topic(placed.topic())
                .filter(topic -> topic.principle() != null)
                .isPresent();
    return touches.isEmpty() && !about
        ? Future.succeededFuture()
        : casework
            .change(placed.caseNumber(), new Touching(receipt.id(), receipt.receivedAt(), touches))
            .mapEmpty();
  }

  /** Empty when it is no answer of somebody on call: then it is a message like any other. */
  Future<Optional<Placing.Placed>> answer(Receipt receipt, Inbound inbound) {
    if (receipt.channel() != Channel.SMS || inbound.sender() == null || !isYes(inbound.text())) {
      return Future.succeededFuture(Optional.empty());
    }
    return OnCall.whose(directories.current(), inbound.sender().value())
        .map(who -> called(who, inbound.text()).compose(all -> take(receipt, inbound, who, all)))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  private static boolean isYes(String text) {
    String said = text.strip();
    return said.length() <= LONGEST && YES.matcher(said).matches();
  }

  /** A principle in a case of which this official was told. */
  private record Call(String number, String principle) {}

  /** That they were called for and nobody else took: of the case that is named, else of all. */
  private Future<List<Call>> called(String who, String text) {
    Optional<String> named = CaseNumbers.in(text);
    Future<List<Case>> theirs =
        named.isPresent()
            ? cases.findAll(List.of(named.get()))
            : Future.all(cases.promised(who, MOST), cases.idle(who, MOST))
                .map(
                    both ->
                        Stream.concat(
                                both.<List<Case>>resultAt(0).stream(),
                                both.<List<Case>>resultAt(1).stream())
                            .toList());
    return theirs.map(
        all ->
            all.stream()
                .filter(Case::open)
                .flatMap(
                    one ->
                        one.care().principled().alerts().stream()
                            .filter(alert -> alert.told(who) && alert.concerns().contains(who))
                            .map(alert -> new Call(one.id(), alert.principle())))
                .toList());
  }

  private Future<Optional<Placing.Placed>> take(
      Receipt receipt, Inbound inbound, String who, List<Call> calls) {
    if (calls.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    Map<String, Call> byCase = new LinkedHashMap<>();
    calls.forEach(call -> byCase.put(call.number(), call));
    if (byCase.size() > 1) {
      return tell(receipt, inbound, who, null, "which")
          .map(told -> Optional.of(new Placing.Placed(null, null, "on-call", null)));
    }
    String number = calls.get(0).number();
    Future<?> taken = Future.succeededFuture();
    for (Call call : calls) {
      taken = taken.compose(before -> casework.change(number, new TakingOn(call.principle(), who)));
    }
    return taken
        .compose(
            last ->
                last instanceof Decision.Refused
                    ? Future.succeededFuture()
                    : tell(receipt, inbound, who, number, "taken"))
        .map(told -> Optional.of(new Placing.Placed(number, null, "on-call", null)));
  }

  private Future<Void> tell(
      Receipt receipt, Inbound inbound, String who, String number, String what) {
    Instant now = casework.moment().now();
    Notice notice =
        new Notice(
            "on-call-" + what,
            Notice.Kind.PRINCIPLE,
            Channel.SMS,
            inbound.sender().value(),
            who,
            number,
            "nl",
            Map.of("what", what, "page", number == null ? "/werk" : "/werk/vragen/" + number));
    return outbox.add(List.of(Outgoing.waiting("on-call." + receipt.id(), notice, now)));
  }
}
