package nl.aanspreekpunt.inbox.email;

/** The listener cannot start; the message is one line for people. */
@SuppressWarnings("serial")
public final class SmtpRefused extends Exception {
  SmtpRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
