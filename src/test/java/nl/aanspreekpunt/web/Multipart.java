package nl.aanspreekpunt.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form with files, as a browser sends it (RFC 7578). */
final class Multipart {
  private static final String BOUNDARY = "----a-boundary-of-the-tests";
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  Multipart fields(Map<String, String> fields) {
    fields.forEach((name, value) -> text(part(name) + "\r\n\r\n" + value + "\r\n"));
    return this;
  }

  Multipart file(String field, String name, String type, byte[] content) {
    text(part(field) + "; filename=\"" + name + "\"\r\nContent-Type: " + type + "\r\n\r\n");
    body.writeBytes(content);
    text("\r\n");
    return this;
  }

  private static String part(String name) {
    return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
  }

  private void text(String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  String type() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  byte[] whole() {
    text("--" + BOUNDARY + "--\r\n");
    return body.toByteArray();
  }
}
