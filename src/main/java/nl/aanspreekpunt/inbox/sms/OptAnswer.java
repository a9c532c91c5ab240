package nl.aanspreekpunt.inbox.sms;

import io.vertx.core.Future;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Inbox;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.outbox.optout.OptOut;
import nl.aanspreekpunt.outbox.optout.OptOuts;
import nl.aanspreekpunt.outbox.optout.Wish;
import nl.aanspreekpunt.twilio.TwilioAddress;

/**
 * What is answered to who turns text messages off, or on again: once, and nothing where the
 * provider answers by itself. Who had them on says something else by START, to a person.
 *
 * @param providers it answers the words that it knows
 */
public record OptAnswer(OptOuts optOuts, Letters letters, boolean providers)
    implements SmsWebhook.Answer {
  @Override
  public Future<String> to(Receipt receipt, Inbox.Accepted accepted) {
    String type = receipt.facts().get("OptOutType");
    Wish wish = Wish.of(receipt.facts().get("Body"), type).orElse(null);
    boolean answered = wish == null || type != null || providers(receipt, wish);
    if (accepted.duplicate() || answered) {
      return Future.succeededFuture();
    }
    return optOuts
        .find(receipt.channel(), TwilioAddress.read(receipt.envelopeFrom()).number())
        .map(now -> answers(receipt, wish, now) ? said(receipt, wish) : null);
  }

  /** Who says once more what counts already has heard so: each answer costs. */
  private static boolean answers(Receipt receipt, Wish wish, Optional<OptOut> now) {
    return wish.stop() != now.filter(one -> one.stoppedWithout(receipt.id())).isPresent();
  }

  /** Of WhatsApp it answers nothing by itself. */
  private boolean providers(Receipt receipt, Wish wish) {
    return providers && wish.twilios() && receipt.channel() == Channel.SMS;
  }

  private String said(Receipt receipt, Wish wish) {
    String dutch = letters.turned(receipt.channel(), wish.stop(), "nl");
    return wish.dutch()
        ? dutch
        : dutch + " " + letters.turned(receipt.channel(), wish.stop(), "en");
  }
}
