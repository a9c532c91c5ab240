package nl.aanspreekpunt.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.official.Voorbeeldstad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is no HTTP, or has too much before its body, is answered as a problem. */
class UnreadableTest {
  private final Vertx vertx = Vertx.vertx();
  private WebServer server;

  @BeforeEach
  void start() throws Exception {
    Signer signer = new Signer("k", "a key of the tests".getBytes(StandardCharsets.UTF_8));
    Visits visits =
        new Visits(Clock.systemUTC(), new FormTokens(signer), new RemoteAddress(Set.of()), false);
    Pages pages = new Pages("gemeente Voorbeeldstad", Voorbeeldstad.ZONE, Look.standard());
    server = new WebServer("127.0.0.1", 0, visits, pages, List.of());
    vertx
        .deployVerticle(server)
        .toCompletionStage()
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void anAddressThatIsTooLongIs414() throws IOException {
    isAnswered(414, "GET /api/v1/cases?official=" + "a".repeat(17_000) + " HTTP/1.1\r\n\r\n");
  }

  @Test
  void headersThatAreTooLongAre431() throws IOException {
    String header = "Host: here\r\nX-Long: " + "a".repeat(9_000) + "\r\n\r\n";
    isAnswered(431, "GET /api/v1/cases HTTP/1.1\r\n" + header);
  }

  @Test
  void whatIsNoHttpIs400() throws IOException {
    isAnswered(400, "nonsense\r\n\r\n");
  }

  private void isAnswered(int status, String request) throws IOException {
    String answer = sent(request);
    assertThat(answer).containsPattern("^HTTP/1\\.[01] " + status + " ");
    assertThat(answer).containsIgnoringCase("content-type: application/problem+json");
    JsonObject problem = new JsonObject(answer.substring(answer.indexOf("\r\n\r\n")));
    assertThat(problem.getInteger("status")).isEqualTo(status);
    assertThat(problem.getString("detail")).isNotBlank();
  }

  /** All that comes back until the server ends the connection. */
  private String sent(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
