package nl.aanspreekpunt.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form with files, as a browser sends it (RFC 7578). */
final class Multipart {
  private static final String BOUNDARY = "----a-boundary-of-the-tests";
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  Multipart fields(Map<String, String> fields) {
    fields.forEach(
        (name, value) -> {
          text("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n", BOUNDARY, name);
          text("%s\r\n", value);
        });
    return this;
  }

  Multipart file(String field, String name, String type, byte[] content) {
    text("--%s\r\nContent-Disposition: form-data; name=\"%s\"; ", BOUNDARY, field);
    text("filename=\"%s\"\r\nContent-Type: %s\r\n\r\n", name, type);
    body.writeBytes(content);
    text("\r\n");
    return this;
  }

  private void text(String form, Object... values) {
    body.writeBytes(form.formatted(values).getBytes(StandardCharsets.UTF_8));
  }

  String type() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  byte[] whole() {
    text("--%s--\r\n", BOUNDARY);
    return body.toByteArray();
  }
}
