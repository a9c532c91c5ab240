package nl.aanspreekpunt.web.work;

import io.vertx.core.Future;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Decision;
import nl.aanspreekpunt.casework.Moment;
import nl.aanspreekpunt.casework.Promising;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Receipts;
import nl.aanspreekpunt.outbox.Enclosures;
import nl.aanspreekpunt.outbox.Letter;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Portraits;
import nl.aanspreekpunt.outbox.Readers;
import nl.aanspreekpunt.outbox.WhatsAppWording;
import nl.aanspreekpunt.outbox.WhatsAppWords;
import nl.aanspreekpunt.outbox.limits.QuietHours;
import nl.aanspreekpunt.web.Answers;
import nl.aanspreekpunt.web.Frame;
import nl.aanspreekpunt.web.work.atwork.PreviewPage;
import nl.aanspreekpunt.web.work.texting.SmsNote;

/**
 * An answer as the citizen will get it, made by what makes it when it is sent. Nothing is written.
 *
 * @param readers what may yet change just before it is sent
 * @param quiet when no text message goes
 */
public record Previews(
    Receipts receipts,
    Letters letters,
    WhatsAppWords whatsApp,
    Enclosures enclosures,
    Readers readers,
    QuietHours quiet) {
  /**
   * What they will see.
   *
   * @param refused code of why it cannot be sent; null when it can
   * @param letter null for a text message
   * @param html the letter as their mail program shows it; null for a text message
   * @param sms null for a letter
   * @param quiet when no text message goes
   */
  public record Shown(
      String refused, Outgoing entry, Letter letter, String html, String sms, QuietHours quiet) {
    public static Shown not(String refused) {
      return new Shown(refused, null, null, null, null, null);
    }

    /** What the text message comes to; null for a letter, and for what cannot be sent. */
    SmsNote note(Frame frame) {
      return sms == null || !entry.notice().channel().texting()
          ? null
          : SmsNote.of(frame, entry, sms, quiet);
    }

    public PreviewPage.Said said(Frame frame) {
      return refused != null
          ? PreviewPage.Said.not(frame.say("refusal." + refused))
          : new PreviewPage.Said(
              null,
              frame.say("case.preview.to." + entry.notice().channel()),
              entry.notice().to(),
              letter == null ? null : letter.sender(),
              letter == null ? null : letter.subject(),
              sms,
              note(frame));
    }
  }

  /**
   * @param form as it was typed
   */
  Future<Shown> of(Case one, String by, Form form, Moment moment) {
    return new Answers(receipts)
        .of(one, form.orNull("link"), form.orNull("seen"))
        .compose(threading -> of(one, by, form, threading, moment));
  }

  private Future<Shown> of(
      Case one, String by, Form form, Map<String, String> threading, Moment moment) {
    return of(one, Deed.reply(form, one, by, threading).reply(), moment);
  }

  /**
   * A text to whom a case last heard from.
   *
   * @param promised what it promises, as its author confirms
   */
  public Future<Shown> of(
      Case one, String by, String text, List<Promising> promised, Moment moment) {
    String seen = one.lastReceived();
    return new Answers(receipts)
        .of(one, null, seen)
        .compose(
            threading ->
                of(
                    one,
                    new Replying(by, text, null, seen, threading, promised, List.of()),
                    moment));
  }

  private Future<Shown> of(Case one, Replying reply, Moment moment) {
    Decision decision = reply.on(one, moment);
    if (decision instanceof Decision.Refused refused) {
      return Future.succeededFuture(Shown.not(refused.refusal().code()));
    }
    Optional<Outgoing> letter =
        ((Decision.Changed) decision)
            .after().pending().stream()
                .filter(entry -> entry.notice().kind() == Notice.Kind.REPLY)
                .reduce((earlier, later) -> later);
    return letter
        .map(entry -> readers.now(entry).compose(now -> shown(now.orElse(entry))))
        .orElseGet(() -> Future.succeededFuture(Shown.not("only-by-phone")));
  }

  private Future<Shown> shown(Outgoing entry) {
    if (entry.notice().channel() == Channel.WHATSAPP) {
      return whatsApp
          .of(entry)
          .map(
              wording ->
                  wording instanceof WhatsAppWording.None
                      ? Shown.not("whatsapp-closed")
                      : new Shown(null, entry, null, null, wording.text(), quiet));
    }
    return entry.notice().channel() == Channel.SMS
        ? Future.succeededFuture(new Shown(null, entry, null, null, letters.sms(entry), quiet))
        : enclosures
            .original(entry)
            .map(
                original -> {
                  Letter letter = letters.letter(entry, original);
                  return new Shown(null, entry, letter, html(entry, letter), null, quiet);
                });
  }

  /** The picture stands in it: it has no mail around it. */
  private String html(Outgoing entry, Letter letter) {
    Portraits.Picture picture = letters.picture(entry);
    String data =
        "data:"
            + picture.type()
            + ";base64,"
            + Base64.getEncoder().encodeToString(picture.bytes().getBytes());
    return letters.html(letter).replace("cid:picture", data);
  }
}
