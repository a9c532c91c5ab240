package nl.aanspreekpunt.inbox.email;

import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import java.net.URLConnection;
import java.util.Locale;

/**
 * What a part says it is: RFC 2045, section 5, RFC 2183 and, for names, RFC 2231.
 *
 * @param type such as {@code text/plain}, lower case
 * @param boundary empty when there is none; also {@code charset} and {@code name}
 * @param attached says of itself that it is an attachment
 */
record MediaType(String type, String boundary, String charset, String name, boolean attached) {
  private static final int LONGEST_NAME = 255;

  static MediaType of(HeaderFields headers, String otherwise, Budget budget) {
    String contentType = headers.first("content-type");
    String disposition = headers.first("content-disposition");
    String filename = inDisposition(disposition, "filename");
    String name = filename.isEmpty() ? inType(contentType, "name") : filename;
    return new MediaType(
        type(contentType, otherwise),
        inType(contentType, "boundary"),
        inType(contentType, "charset"),
        safe(HeaderFields.decoded(name, LONGEST_NAME, budget)),
        disposition.toLowerCase(Locale.ROOT).startsWith("attachment"));
  }

  boolean isMultipart() {
    return type.startsWith("multipart/");
  }

  /** Words for people, not a file; also of a part that should have parts and has none. */
  boolean isWords() {
    return (type.equals("text/plain") || isHtml() || isMultipart()) && !attached && name.isEmpty();
  }

  boolean isHtml() {
    return type.equals("text/html");
  }

  /** The wrapping of Outlook and Exchange around files and formatted words (MS-OXTNEF). */
  boolean isTnef() {
    return type.equals("application/ms-tnef")
        || type.equals("application/vnd.ms-tnef")
        || name.equalsIgnoreCase("winmail.dat");
  }

  /** Closed to whoever has no key for it. */
  boolean isSealed() {
    return type.equals("multipart/encrypted")
        || type.equals("application/pkcs7-mime")
        || type.equals("application/x-pkcs7-mime");
  }

  private static String type(String value, String otherwise) {
    int semicolon = value.indexOf(';');
    String type = (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
    boolean possible = type.length() <= 100 && type.matches("[\\w.+-]+/[\\w.+-]+");
    return possible ? type.toLowerCase(Locale.ROOT) : otherwise;
  }

  private static String inType(String value, String parameter) {
    if (!mentions(value, parameter)) {
      return "";
    }
    try {
      return found(new ContentType(value).getParameterList(), value, parameter);
    } catch (ParseException e) {
      return lenient(value, parameter);
    }
  }

  private static String inDisposition(String value, String parameter) {
    if (!mentions(value, parameter)) {
      return "";
    }
    try {
      return found(new ContentDisposition(value).getParameterList(), value, parameter);
    } catch (ParseException e) {
      return lenient(value, parameter);
    }
  }

  private static boolean mentions(String value, String parameter) {
    return !value.isEmpty() && value.toLowerCase(Locale.ROOT).contains(parameter);
  }

  private static String found(ParameterList parameters, String value, String parameter) {
    String found = parameters == null ? null : parameters.get(parameter);
    return found == null ? lenient(value, parameter) : found;
  }

  /** For fields that break the rules, such as a name with spaces and no quotes. */
  private static String lenient(String value, String parameter) {
    String lower = value.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(parameter + "=");
    if (at < 0) {
      return "";
    }
    int from = at + parameter.length() + 1;
    boolean quoted = from < value.length() && value.charAt(from) == '"';
    int end = value.indexOf(quoted ? '"' : ';', quoted ? from + 1 : from);
    return value.substring(quoted ? from + 1 : from, end < 0 ? value.length() : end).strip();
  }

  /** What a file is called says what it is, where nothing else does. */
  static String byName(String name) {
    String type = name.isEmpty() ? null : URLConnection.guessContentTypeFromName(name);
    return type == null ? "application/octet-stream" : type;
  }

  /** Never a path. */
  static String safe(String name) {
    return name.replace('/', '_').replace('\\', '_');
  }
}
