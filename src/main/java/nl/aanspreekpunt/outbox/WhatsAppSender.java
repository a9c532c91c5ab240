package nl.aanspreekpunt.outbox;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import java.net.URI;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import nl.aanspreekpunt.twilio.TwilioAccount;
import nl.aanspreekpunt.twilio.TwilioAddress;

/**
 * Sends WhatsApp messages by Twilio: in our own words within 24 hours of theirs, in a template that
 * WhatsApp approved after that (https://www.twilio.com/docs/whatsapp/key-concepts).
 */
public final class WhatsAppSender implements Sending {
  private final TwilioMessages messages;
  private final SmsSender.Account account;
  private final WhatsAppWords words;

  /**
   * @param account its sender is a number with WhatsApp (E.164)
   * @param others accounts that may have a number that is sent from
   */
  public WhatsAppSender(
      Vertx vertx,
      SmsSender.Account account,
      List<TwilioAccount> others,
      int threads,
      WhatsAppWords words) {
    this.account = account;
    this.words = words;
    String publicUrl = words.letters().house().publicUrl();
    this.messages = new TwilioMessages(vertx, account, others, "whatsapp", threads, publicUrl);
  }

  @Override
  public String written(Outgoing entry) {
    return words.letters().sms(entry);
  }

  @Override
  public Future<Delivery> send(Outgoing entry, boolean again, BooleanSupplier lease) {
    List<String> texts =
        Stream.of(words.own(entry), words.approved(entry))
            .map(WhatsAppWording::text)
            .filter(text -> !text.isEmpty())
            .toList();
    return words
        .of(entry)
        .compose(
            wording -> {
              TwilioMessages.Post post =
                  new TwilioMessages.Post(creator(entry, wording), earlier(entry), texts);
              return wording instanceof WhatsAppWording.None none
                  ? refused(entry, none.why(), post, again)
                  : messages.send(entry, post, again, lease);
            });
  }

  /** What may have gone before is asked nevertheless. */
  private Future<Delivery> refused(
      Outgoing entry, Reason why, TwilioMessages.Post post, boolean again) {
    Delivery refused = Delivery.refused(why.code());
    return again
        ? messages
            .send(entry, post, true, () -> false)
            .map(found -> notThere(found) ? refused : found)
        : Future.succeededFuture(refused);
  }

  /** It was asked, and Twilio does not have it. */
  private static boolean notThere(Delivery found) {
    return Reason.CLAIM_RAN_OUT.code().equals(found.detail());
  }

  private MessageReader earlier(Outgoing entry) {
    return Message.reader().setTo(address(entry.notice().to())).setFrom(address(sender(entry)));
  }

  /**
   * https://www.twilio.com/docs/content/send-templates-created-with-the-content-template-builder.
   */
  private MessageCreator creator(Outgoing entry, WhatsAppWording wording) {
    PhoneNumber to = address(entry.notice().to());
    PhoneNumber from = address(sender(entry));
    if (wording instanceof WhatsAppWording.Approved approved) {
      return Message.creator(to, from, (String) null)
          .setContentSid(approved.contentSid())
          .setContentVariables(Json.encode(approved.variables()));
    }
    MessageCreator creator = Message.creator(to, from, wording.text());
    String photo = words.media().of(entry);
    return photo == null ? creator : creator.setMediaUrl(URI.create(photo));
  }

  private static PhoneNumber address(String number) {
    return new PhoneNumber(TwilioAddress.whatsApp(number));
  }

  /** The number that its reader wrote to, else the usual one. */
  private String sender(Outgoing entry) {
    return entry.notice().facts().getOrDefault(Notice.SENDER, account.from());
  }

  public Future<Void> close() {
    return messages.close();
  }
}
