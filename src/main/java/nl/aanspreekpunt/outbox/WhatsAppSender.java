package nl.aanspreekpunt.outbox;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import nl.aanspreekpunt.outbox.whatsapp.ServiceWindow;
import nl.aanspreekpunt.outbox.whatsapp.Templates;
import nl.aanspreekpunt.twilio.TwilioAddress;

/**
 * Sends WhatsApp messages by Twilio: in our own words within 24 hours of theirs, in a template that
 * WhatsApp approved after that (https://www.twilio.com/docs/whatsapp/key-concepts).
 */
public final class WhatsAppSender implements Sending {
  private final TwilioMessages messages;
  private final SmsSender.Account account;
  private final Letters letters;
  private final Templates templates;
  private final ServiceWindow window;
  private final Clock clock;

  /**
   * @param account its sender is a number with WhatsApp (E.164)
   */
  public WhatsAppSender(
      Vertx vertx,
      SmsSender.Account account,
      int threads,
      Letters letters,
      Templates templates,
      ServiceWindow window,
      Clock clock) {
    this.account = account;
    this.letters = letters;
    this.templates = templates;
    this.window = window;
    this.clock = clock;
    this.messages =
        new TwilioMessages(vertx, account, "whatsapp", threads, letters.house().publicUrl());
  }

  @Override
  public String written(Outgoing entry) {
    return letters.sms(entry);
  }

  @Override
  public Future<Delivery> send(Outgoing entry, boolean again, BooleanSupplier lease) {
    String own = entry.written() == null ? letters.sms(entry) : entry.written();
    return window
        .lastHeard(entry.notice().to())
        .compose(
            heard -> {
              boolean open = entry.resentBy() == null && ServiceWindow.open(heard, clock.instant());
              return send(entry, own, open, again, lease);
            });
  }

  /** What failed once goes in a template when it is sent again: that may always go. */
  private Future<Delivery> send(
      Outgoing entry, String own, boolean open, boolean again, BooleanSupplier lease) {
    WhatsAppWording approved = wording(entry, own, false);
    boolean anyway = entry.resentBy() != null && approved instanceof WhatsAppWording.None;
    WhatsAppWording words = open || anyway ? wording(entry, own, true) : approved;
    List<String> texts = Stream.of(own, approved.text()).filter(text -> !text.isEmpty()).toList();
    TwilioMessages.Post post =
        new TwilioMessages.Post(creator(entry, words), earlier(entry), texts);
    return words instanceof WhatsAppWording.None
        ? refused(entry, post, again)
        : messages.send(entry, post, again, lease);
  }

  /** What may have gone before is asked nevertheless. */
  private Future<Delivery> refused(Outgoing entry, TwilioMessages.Post post, boolean again) {
    Delivery refused = Delivery.refused(Reason.WINDOW_CLOSED.code());
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

  private WhatsAppWording wording(Outgoing entry, String own, boolean open) {
    return WhatsAppWording.of(entry.notice(), open, own, templates, letters.values(entry));
  }

  /**
   * https://www.twilio.com/docs/content/send-templates-created-with-the-content-template-builder.
   */
  private MessageCreator creator(Outgoing entry, WhatsAppWording words) {
    PhoneNumber to = address(entry.notice().to());
    PhoneNumber from = address(sender(entry));
    if (words instanceof WhatsAppWording.Approved approved) {
      return Message.creator(to, from, (String) null)
          .setContentSid(approved.contentSid())
          .setContentVariables(Json.encode(approved.variables()));
    }
    return Message.creator(to, from, words.text());
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
