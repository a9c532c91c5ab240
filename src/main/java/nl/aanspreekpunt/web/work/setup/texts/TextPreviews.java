package nl.aanspreekpunt.web.work.setup.texts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import nl.aanspreekpunt.outbox.Letter;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.outbox.Portraits;
import nl.aanspreekpunt.outbox.Sample;
import nl.aanspreekpunt.outbox.SmsAlphabet;
import nl.aanspreekpunt.outbox.own.OwnTexts;

/** A text in the message in which it is read, made by what makes the real ones. */
record TextPreviews(Letters letters, OwnTexts texts) {
  /**
   * @param text as it was typed; empty: as the program says it
   */
  LetterTextPage.Preview of(String key, String language, String text) {
    Sample sample = sample(key);
    Letters fictional = in(key, language, text);
    if (sample.sms()) {
      String said = fictional.sms(sample.in(language));
      return new LetterTextPage.Preview(null, null, said, SmsAlphabet.segments(said), null);
    }
    Letter letter = fictional.letter(sample.in(language));
    String frame =
        LetterTextPage.path(key)
            + "/brief?in="
            + language
            + "&tekst="
            + URLEncoder.encode(text, StandardCharsets.UTF_8);
    return new LetterTextPage.Preview(
        letter.sender(), letter.subject(), letter.text().strip(), 0, frame);
  }

  Sample sample(String key) {
    return texts.check().samples().of(key).get(0);
  }

  private Letters in(String key, String language, String text) {
    return letters.fictional(texts.current().with(language, key, text.isEmpty() ? null : text));
  }

  /** As a mail program shows it. The picture stands in it: it has no mail around it. */
  String html(String key, String language, String text) {
    Letters fictional = in(key, language, text);
    Outgoing entry = sample(key).in(language);
    Portraits.Picture picture = fictional.picture(entry);
    String data =
        "data:"
            + picture.type()
            + ";base64,"
            + Base64.getEncoder().encodeToString(picture.bytes().getBytes());
    return fictional.html(fictional.letter(entry)).replace("cid:picture", data);
  }
}
