package nl.aanspreekpunt.inbox.email.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.Hands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An access token is had with the client's own credentials, and again before it ends. */
class ImapLoginTest {
  private final Vertx vertx = Vertx.vertx();
  private final Hands clock = new Hands(Instant.parse("2026-06-01T08:00:00Z"));
  private final List<String> asked = new ArrayList<>();
  private JsonObject answer = new JsonObject();
  private int status = 200;
  private HttpServer server;

  @BeforeEach
  void open() throws Exception {
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .body()
                        .onSuccess(
                            body -> {
                              asked.add(body.toString());
                              request.response().setStatusCode(status).end(answer.encode());
                            }))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS);
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void aTokenIsUsedUntilShortlyBeforeItsEnd() throws Exception {
    ImapLogin login = login();
    answer = new JsonObject().put("access_token", "een").put("expires_in", 3600);
    assertThat(login.secret()).isEqualTo("een");
    answer = new JsonObject().put("access_token", "twee").put("expires_in", 3600);
    assertThat(login.secret()).isEqualTo("een");
    clock.forward(Duration.ofMinutes(59));
    assertThat(login.secret()).isEqualTo("twee");
    assertThat(asked)
        .hasSize(2)
        .allMatch(
            form ->
                form.equals(
                    "grant_type=client_credentials&client_id=hub&client_secret=s%26t"
                        + "&scope=https%3A%2F%2Foutlook.office365.com%2F.default"));
  }

  @Test
  void oneThatTheServerRefusedIsNotUsedAgain() throws Exception {
    ImapLogin login = login();
    answer = new JsonObject().put("access_token", "een").put("expires_in", 3600);
    login.secret();
    answer = new JsonObject().put("access_token", "twee");
    login.refused();
    assertThat(login.secret()).isEqualTo("twee");
  }

  @Test
  void whatIsNoTokenIsSaidWithoutTheSecret() {
    ImapLogin login = login();
    assertThatThrownBy(login::secret)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no access_token")
        .hasMessageNotContaining("s&t");
    status = 401;
    assertThatThrownBy(login::secret).hasMessageContaining("401");
  }

  private ImapLogin login() {
    ImapSettings.OAuth oauth =
        new ImapSettings.OAuth(
            "http://127.0.0.1:" + server.actualPort() + "/token",
            "hub",
            "s&t",
            "https://outlook.office365.com/.default");
    return new ImapLogin(Mailboxes.byToken(143, oauth), clock);
  }
}
