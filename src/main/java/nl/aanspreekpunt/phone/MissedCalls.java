package nl.aanspreekpunt.phone;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import nl.aanspreekpunt.official.Numbers;
import nl.aanspreekpunt.official.OwnNumber;
import nl.aanspreekpunt.official.OwnNumber.Ability;
import nl.aanspreekpunt.twilio.Listed;
import nl.aanspreekpunt.twilio.TwilioAccount;

/**
 * Calls that Twilio has for our numbers and of which its webhooks brought nothing, or not the end
 * (https://www.twilio.com/docs/voice/api/call-resource).
 */
public final class MissedCalls implements Listed {
  private static final Set<String> OVER =
      Set.of("completed", "busy", "failed", "no-answer", "canceled");
  private final Telephone telephone;
  private final Numbers numbers;
  private final Function<String, Future<Boolean>> elsewhere;

  /**
   * @param elsewhere whether somebody took a call (the provider's id) without its being kept here
   */
  public MissedCalls(
      Telephone telephone, Numbers numbers, Function<String, Future<Boolean>> elsewhere) {
    this.telephone = telephone;
    this.numbers = numbers;
    this.elsewhere = elsewhere;
  }

  @Override
  public String name() {
    return "calls";
  }

  @Override
  public String resource() {
    return "Calls";
  }

  @Override
  public String field() {
    return "calls";
  }

  @Override
  public String moment() {
    return "StartTime";
  }

  @Override
  public List<String> to() {
    return numbers.all().stream()
        .filter(one -> one.can(Ability.CALLS))
        .map(OwnNumber::number)
        .toList();
  }

  @Override
  public Instant at(JsonObject one) {
    String start = one.getString("start_time");
    String began = start == null ? one.getString("date_created") : start;
    try {
      return began == null
          ? null
          : ZonedDateTime.parse(began, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  @Override
  public Future<Integer> take(TwilioAccount account, List<JsonObject> all) {
    Future<Integer> taken = Future.succeededFuture(0);
    for (JsonObject one : all) {
      boolean ours =
          "inbound".equals(one.getString("direction"))
              && OVER.contains(one.getString("status", ""))
              && numbers.of(one.getString("to")).isPresent();
      if (ours) {
        taken = taken.compose(before -> take(one).map(missed -> missed ? before + 1 : before));
      }
    }
    return taken;
  }

  /** True when nothing was known of it. */
  private Future<Boolean> take(JsonObject one) {
    String seconds = one.getString("duration");
    int lasted = seconds != null && seconds.matches("\\d{1,6}") ? Integer.parseInt(seconds) : 0;
    String sid = one.getString("sid");
    return elsewhere
        .apply(sid)
        .compose(
            taken ->
                taken
                    ? Future.succeededFuture(false)
                    : telephone.missed(
                        sid,
                        CallerNumber.of(one.getString("from")).orElse(null),
                        one.getString("to"),
                        at(one),
                        lasted));
  }
}
