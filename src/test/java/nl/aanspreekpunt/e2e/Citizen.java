package nl.aanspreekpunt.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.aanspreekpunt.inbox.email.SmtpDialogue;
import nl.aanspreekpunt.process.RunningHub;

/** What a citizen does from outside: over SMTP, and with the form on the web. */
public final class Citizen {
  private Citizen() {}

  /** Sends a mail and sees it acknowledged. */
  public static void mails(
      RunningHub hub, String from, String to, String subject, String text, String more)
      throws IOException {
    try (SmtpDialogue smtp = SmtpDialogue.greeted(hub.smtpPort())) {
      assertThat(smtp.says("MAIL FROM:<" + from + ">")).startsWith("250");
      assertThat(smtp.says("RCPT TO:<" + to + ">")).startsWith("250");
      assertThat(smtp.says("DATA")).startsWith("354");
      smtp.send(
          """
          From: Ans de Boer <%s>
          To: <%s>
          Subject: %s
          %sContent-Type: text/plain; charset=utf-8

          %s
          .
          """
              .formatted(from, to, subject, more, text)
              .replace("\n", "\r\n"));
      assertThat(smtp.reply()).startsWith("250");
    }
  }

  /** Opens the form and sends it, without a browser. */
  static void fillsIn(RunningHub hub, Map<String, String> fields, Runnable typing) {
    Form form = opensTheForm(hub);
    typing.run();
    HttpResponse<String> answer = form.sends(fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.uri().getPath()).startsWith("/ontvangen/");
  }

  /** A form that lies open, with what is hidden in it. */
  public record Form(RunningHub hub, HttpClient http, String token, String nonce) {
    /** Sends it, and goes where the answer leads. */
    public HttpResponse<String> sends(Map<String, String> fields) {
      Map<String, String> form = new HashMap<>(fields);
      form.put("token", token);
      form.put("nonce", nonce);
      return sent(
          http,
          HttpRequest.newBuilder(URI.create(hub.url("/vraag")))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(encoded(form))));
    }
  }

  public static Form opensTheForm(RunningHub hub) {
    HttpClient http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    String page = sent(http, HttpRequest.newBuilder(URI.create(hub.url("/")))).body();
    return new Form(hub, http, hidden(page, "token"), hidden(page, "nonce"));
  }

  private static HttpResponse<String> sent(HttpClient http, HttpRequest.Builder request) {
    try {
      return http.send(
          request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hidden(String page, String name) {
    Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
    assertThat(field.find()).as(name).isTrue();
    return field.group(1);
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
