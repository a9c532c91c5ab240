package nl.aanspreekpunt.outbox;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import nl.aanspreekpunt.twilio.TwilioAccount;

/** Sends text messages by Twilio. */
public final class SmsSender implements Sending {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

  /** Twilio's error for a number that is none. */
  private static final int NOT_A_NUMBER = 21211;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /**
   * @param from E.164, an alphanumeric sender, or a messaging service ({@code MG…})
   * @param apiUrl without a slash at the end; usually {@code https://api.twilio.com}
   * @param timeout of one try as a whole, which is one or two requests
   */
  public record Account(
      String accountSid, String authToken, String from, String apiUrl, Duration timeout) {
    Duration eachWait() {
      return timeout.compareTo(LONGEST_WAIT) < 0 ? timeout : LONGEST_WAIT;
    }

    @Override
    public String toString() {
      return "Account[" + accountSid + " at " + apiUrl + "]";
    }
  }

  private final TwilioMessages messages;
  private final Account account;
  private final Letters letters;

  public SmsSender(Vertx vertx, Account account, int threads, Letters letters) {
    this(vertx, account, List.of(), threads, letters);
  }

  /**
   * @param others accounts that may have a number that is sent from
   */
  public SmsSender(
      Vertx vertx, Account account, List<TwilioAccount> others, int threads, Letters letters) {
    this.account = account;
    this.letters = letters;
    this.messages =
        new TwilioMessages(vertx, account, others, "sms", threads, letters.house().publicUrl());
  }

  /** A code is not kept. */
  @Override
  public String written(Outgoing entry) {
    return entry.notice().kind() == Notice.Kind.CODE ? null : letters.sms(entry);
  }

  @Override
  public Future<Delivery> send(Outgoing entry, boolean again, BooleanSupplier lease) {
    if (!E164.matcher(entry.notice().to()).matches()) {
      return Future.succeededFuture(Delivery.refused(Reason.twilio(NOT_A_NUMBER)));
    }
    String text = entry.written() == null ? letters.sms(entry) : entry.written();
    TwilioMessages.Post post =
        new TwilioMessages.Post(creator(entry, text), earlier(entry), List.of(text));
    return messages.send(entry, post, again, lease);
  }

  /** A number in a service: https://www.twilio.com/docs/messaging/api/message-resource. */
  private MessageCreator creator(Outgoing entry, String text) {
    PhoneNumber to = new PhoneNumber(entry.notice().to());
    String service = entry.notice().facts().get(Notice.SERVICE);
    String from = sender(entry);
    if (service != null) {
      return Message.creator(to, service, text).setFrom(new PhoneNumber(from));
    }
    return from.startsWith("MG")
        ? Message.creator(to, from, text)
        : Message.creator(to, new PhoneNumber(from), text);
  }

  private MessageReader earlier(Outgoing entry) {
    MessageReader reader = Message.reader().setTo(new PhoneNumber(entry.notice().to()));
    String from = sender(entry);
    return from.startsWith("MG") ? reader : reader.setFrom(new PhoneNumber(from));
  }

  /** The number that its reader wrote to, else the configured number or service. */
  private String sender(Outgoing entry) {
    return entry.notice().facts().getOrDefault(Notice.SENDER, account.from());
  }

  public Future<Void> close() {
    return messages.close();
  }
}
