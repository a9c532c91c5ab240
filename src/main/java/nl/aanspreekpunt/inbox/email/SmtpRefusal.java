package nl.aanspreekpunt.inbox.email;

/** Why the listener refuses, with its reply (RFC 5321, section 4.2; RFC 3463). */
public enum SmtpRefusal {
  BUSY("421 4.7.0 Too many connections, try again later"),
  STOPPING("421 4.3.2 Shutting down, try again later"),
  STORE_AWAY("451 4.3.0 Cannot be stored now, try again later"),
  SPOOL_FULL("452 4.3.1 No space for large messages now, try again later"),
  TOO_MANY_RECIPIENTS("452 4.5.3 Too many recipients"),
  SYNTAX("501 5.5.4 Syntax error in parameters"),
  OUT_OF_ORDER("503 5.5.1 Bad sequence of commands"),
  NOT_OFFERED("502 5.5.1 Command not offered"),
  NOT_OUR_DOMAIN("550 5.7.1 Not a domain of this server"),
  BARE_LINE_END("550 5.5.2 Bare CR or LF in the message; a line ends with CR LF"),
  TOO_LARGE("552 5.3.4 Message too large"),
  NEEDS_UTF8("553 5.6.7 This address needs SMTPUTF8"),
  UNKNOWN_PARAMETER("555 5.5.4 Unknown parameter");

  private final String reply;

  SmtpRefusal(String reply) {
    this.reply = reply;
  }

  String reply() {
    return reply;
  }

  int code() {
    return Integer.parseInt(reply.substring(0, 3));
  }

  String text() {
    return reply.substring(4);
  }
}
