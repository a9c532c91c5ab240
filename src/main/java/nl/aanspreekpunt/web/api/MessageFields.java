package nl.aanspreekpunt.web.api;

import java.util.Optional;
import java.util.function.Predicate;
import nl.aanspreekpunt.casework.CaseNumbers;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.inbox.Complained;
import nl.aanspreekpunt.inbox.Correspondent;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.api.ApiMessage;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.official.Official;
import nl.aanspreekpunt.promise.LegalClass;

/** Reads and checks a message that another system hands in. */
final class MessageFields {
  private static final int LONGEST_SUBJECT = 500;
  private static final int LONGEST_TEXT = 50_000;

  private final Fields body;
  private final Directory directory;

  MessageFields(Fields body, Directory directory) {
    this.body = body;
    this.directory = directory;
  }

  /** Ends the request when anything is to be mended. */
  ApiMessage message() {
    Fields from = body.needed("from", body.section("from"));
    String name = from == null ? null : from.line("name", Fields.LINE);
    Address email = from == null ? null : email(from);
    Address phone = from == null ? null : phone(from);
    if (from != null && email == null && phone == null) {
      body.mistake("from", "reach");
    }
    String subject = body.line("subject", LONGEST_SUBJECT);
    String text = body.needed("text", body.text("text", LONGEST_TEXT));
    String topic = known("topic", id -> directory.topic(id).isPresent());
    String neighbourhood = known("neighbourhood", directory.neighbourhoods()::containsKey);
    String language = language();
    Inbound.Callback callback = callback(phone);
    String number = caseNumber();
    Complained complaint = complaint();
    LegalClass legal = legal();
    body.check();
    return new ApiMessage(
        new Correspondent(name, email, phone, callback),
        subject,
        text,
        topic,
        neighbourhood,
        language,
        number,
        complaint,
        legal);
  }

  private String known(String field, Predicate<String> there) {
    String given = body.line(field, Fields.LINE);
    if (given != null && !there.test(given)) {
      body.mistake(field, field);
    }
    return given;
  }

  private static Address email(Fields from) {
    String written = from.line("email", Fields.ADDRESS);
    Optional<Address> email = Addresses.email(written);
    if (written != null && email.isEmpty()) {
      from.mistake("email", "email");
    }
    return email.orElse(null);
  }

  private static Address phone(Fields from) {
    String written = from.line("phone", Fields.PHONE);
    Optional<Address> phone = Addresses.phone(written);
    if (written != null && phone.isEmpty()) {
      from.mistake("phone", "phone");
    }
    return phone.orElse(null);
  }

  private String language() {
    String given = body.line("language", Fields.LINE);
    if (given != null && !given.equals("nl") && !given.equals("en")) {
      body.mistake("language", "one-of", "nl, en");
    }
    return given == null ? "nl" : given;
  }

  private LegalClass legal() {
    String given = body.line("class", Fields.LINE);
    Optional<LegalClass> said = LegalClass.said(given);
    if (given != null && said.isEmpty()) {
      body.mistake("class", "one-of", String.join(", ", LegalClass.SAID));
    }
    return said.orElse(null);
  }

  /** The number to call is its own, else the one they write from. */
  private Inbound.Callback callback(Address writer) {
    Fields asked = body.section("callback");
    if (asked == null) {
      return null;
    }
    Address own = phone(asked);
    String reason = asked.text("reason", Fields.WORDS);
    String preferred = TimesFields.of(asked);
    if (own == null && writer == null) {
      asked.mistake("phone", "needed");
      return null;
    }
    return new Inbound.Callback(
        own == null ? writer.value() : own.value(), reason == null ? "" : reason, preferred);
  }

  /** About whom by name as the citizen said it, or by the id of an official. */
  private Complained complaint() {
    Fields said = body.section("complaint");
    if (said == null) {
      return null;
    }
    String about = said.line("about", Fields.LINE);
    if (about == null) {
      return new Complained("");
    }
    return new Complained(directory.official(about).map(Official::name).orElse(about));
  }

  private String caseNumber() {
    String given = body.line("case", Fields.LINE);
    Optional<String> number = given == null ? Optional.empty() : CaseNumbers.parse(given);
    if (given != null && number.isEmpty()) {
      body.mistake("case", "case");
    }
    return number.orElse(null);
  }
}
