package nl.aanspreekpunt.web.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Reachable;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.citizen.Addresses;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Complained;
import nl.aanspreekpunt.inbox.Correspondent;
import nl.aanspreekpunt.inbox.Inbound;
import nl.aanspreekpunt.inbox.webform.WebQuestion;
import nl.aanspreekpunt.official.Directory;
import nl.aanspreekpunt.promise.LegalClass;

/** Checks what was typed. Collects everything that is to be mended, in the order of the page. */
final class AskCheck {
  static final int LONGEST_TEXT = 20_000;
  static final int MOST_FILES = 5;
  static final long LARGEST_FILES = 10 << 20;
  static final String EMAIL = "email";
  static final String SMS = "sms";
  static final String WHATSAPP = "whatsapp";
  private static final int LONGEST_LINE = 200;

  /**
   * @param field name of the field it is about
   * @param code its text is {@code ask.error.<code>}
   */
  record Mistake(String field, String code) {}

  private final AskInput input;
  private final Directory directory;
  private final String language;
  private final boolean whatsApp;
  private final List<Mistake> mistakes = new ArrayList<>();

  /**
   * @param whatsApp whether that is offered
   */
  AskCheck(AskInput input, Directory directory, String language, boolean whatsApp) {
    this.whatsApp = whatsApp;
    this.input = input;
    this.directory = directory;
    this.language = language;
  }

  /** Empty when something is to be mended; {@link #mistakes()} then says what. */
  Optional<WebQuestion> question(int files, long size) {
    text();
    line("concerned", input.concerned());
    line("name", input.name());
    Optional<Address> email = email();
    Optional<Address> phone = phone("phone", input.phone());
    if (input.email().isEmpty() && input.phone().isEmpty() && input.callbackPhone().isEmpty()) {
      mistake("email", "reach");
    }
    answer(email, phone);
    Optional<Address> called = called(phone);
    line("preferred", input.preferred());
    files(files, size);
    return mistakes.isEmpty()
        ? Optional.of(question(email, phone.or(() -> called), called))
        : Optional.empty();
  }

  List<Mistake> mistakes() {
    return mistakes;
  }

  private void text() {
    if (input.text().isEmpty()) {
      mistake("text", "text");
    } else if (input.text().length() > LONGEST_TEXT) {
      mistake("text", "text-long");
    }
  }

  private Optional<Address> email() {
    Optional<Address> email = Addresses.email(input.email());
    if (!input.email().isEmpty() && email.isEmpty()) {
      mistake("email", "email");
    }
    return email;
  }

  private Optional<Address> phone(String field, String typed) {
    Optional<Address> phone = Addresses.phone(typed);
    if (!typed.isEmpty() && phone.isEmpty()) {
      mistake(field, "phone");
    }
    return phone;
  }

  /** Where they want to be answered, they must be able to be. */
  private void answer(Optional<Address> email, Optional<Address> phone) {
    boolean texts = phone.filter(to -> Reachable.by(to) == Channel.SMS).isPresent();
    if (atNumber() && !texts && fine("phone")) {
      mistake("phone", "answer-sms");
    } else if (input.answer().equals(EMAIL) && email.isEmpty() && fine("email")) {
      mistake("email", "answer-email");
    }
  }

  private boolean atNumber() {
    return input.answer().equals(SMS) || byWhatsApp();
  }

  private boolean byWhatsApp() {
    return whatsApp && input.answer().equals(WHATSAPP);
  }

  private boolean fine(String field) {
    return mistakes.stream().noneMatch(one -> one.field().equals(field));
  }

  /** The number to call: its own field, else the one they gave above. */
  private Optional<Address> called(Optional<Address> phone) {
    if (!input.callback()) {
      return Optional.empty();
    }
    Optional<Address> own = phone("callbackPhone", input.callbackPhone());
    if (input.callbackPhone().isEmpty() && input.phone().isEmpty()) {
      mistake("callbackPhone", "callback-phone");
    }
    return own.or(() -> phone);
  }

  private void line(String field, String typed) {
    if (typed.length() > LONGEST_LINE) {
      mistake(field, "line-long");
    }
  }

  private void files(int files, long size) {
    if (files > MOST_FILES || size > LARGEST_FILES) {
      mistake("files", "files");
    }
  }

  private void mistake(String field, String code) {
    mistakes.add(new Mistake(field, code));
  }

  private WebQuestion question(
      Optional<Address> email, Optional<Address> phone, Optional<Address> called) {
    boolean known = directory.topic(input.topic()).isPresent();
    boolean lives = directory.neighbourhoods().containsKey(input.neighbourhood());
    String name = input.name().replaceAll("\\s+", " ");
    Inbound.Callback callback =
        called
            .map(number -> new Inbound.Callback(number.value(), "", input.preferred()))
            .orElse(null);
    return new WebQuestion(
        new Correspondent(
            name.isEmpty() ? null : name,
            email.orElse(null),
            phone.orElse(null),
            callback,
            email.isPresent() && atNumber(),
            byWhatsApp()),
        known ? input.topic() : null,
        lives ? input.neighbourhood() : null,
        input.complaint() ? new Complained(input.concerned().replaceAll("\\s+", " ")) : null,
        LegalClass.said(input.legal()).orElse(null),
        input.text(),
        language);
  }
}
