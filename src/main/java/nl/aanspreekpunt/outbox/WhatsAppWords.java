package nl.aanspreekpunt.outbox;

import io.vertx.core.Future;
import java.time.Clock;
import nl.aanspreekpunt.outbox.whatsapp.ServiceWindow;
import nl.aanspreekpunt.outbox.whatsapp.Templates;

/**
 * In which words something would go by WhatsApp now.
 *
 * @param media where a photo is fetched that goes along
 */
public record WhatsAppWords(
    Letters letters, Templates templates, ServiceWindow window, MediaLinks media, Clock clock) {

  public Future<WhatsAppWording> of(Outgoing entry) {
    return window
        .lastHeard(entry.notice().to())
        .map(
            heard -> {
              boolean open = ServiceWindow.open(heard, clock.instant());
              WhatsAppWording approved = approved(entry);
              return again(entry)
                  ? approved instanceof WhatsAppWording.None ? own(entry) : approved
                  : open ? own(entry) : approved;
            });
  }

  /** What failed once goes in a template when it is sent again: that may always go. */
  private static boolean again(Outgoing entry) {
    return entry.resentBy() != null;
  }

  WhatsAppWording own(Outgoing entry) {
    return new WhatsAppWording.Own(entry.written() == null ? letters.sms(entry) : entry.written());
  }

  /** No photo goes in a template. */
  WhatsAppWording approved(Outgoing entry) {
    if (media.of(entry) != null) {
      return new WhatsAppWording.None(Reason.PHOTO_OUTSIDE_WINDOW);
    }
    return WhatsAppWording.approved(entry.notice(), templates, letters.values(entry));
  }
}
