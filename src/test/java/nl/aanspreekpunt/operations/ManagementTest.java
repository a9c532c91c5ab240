package nl.aanspreekpunt.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagementTest {
  private enum Channel {
    EMAIL,
    SMS
  }

  private final Measures measures = new Measures();
  private final Vertx vertx = measures.watch(Vertx.builder(), new VertxOptions()).build();
  private final Management management = new Management("127.0.0.1", 0, measures);

  @AfterEach
  void stop() throws Exception {
    await(vertx.close());
    measures.close();
  }

  @Test
  void itIsReadyOnlyWhileEveryCheckSucceedsAndNamesWhatFails() throws Exception {
    AtomicReference<Future<?>> database = new AtomicReference<>(Future.succeededFuture());
    management.check("database", database::get).check("smtp", Future::succeededFuture);
    await(vertx.deployVerticle(management));

    assertThat(get("/health/ready").statusCode()).isEqualTo(200);

    database.set(Future.failedFuture("the database is away"));
    HttpResponse<String> away = get("/health/ready");
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.body()).isEqualTo("{\"status\":\"DOWN\",\"failing\":[\"database\"]}");
    assertThat(get("/health/live").statusCode()).as("alive, if not ready").isEqualTo(200);

    database.set(Future.succeededFuture());
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void aCheckThatThrowsOrNeverAnswersFails() throws Exception {
    management
        .check("never", () -> Promise.promise().future())
        .check(
            "throws",
            () -> {
              throw new IllegalStateException("broken");
            });
    await(vertx.deployVerticle(management));

    assertThat(get("/health/ready").body()).contains("\"failing\":[\"never\",\"throws\"]");
  }

  @Test
  void everyMeterIsScrapedUnderItsName() throws Exception {
    await(vertx.deployVerticle(management));
    AtomicLong asked = new AtomicLong(5);
    measures.database(asked::get, () -> asked.get() + 1, () -> asked.get() + 2);
    measures.received(Channel.EMAIL);
    measures.received(Channel.EMAIL);
    measures.duplicate(Channel.SMS);
    measures.routed("topic");
    measures.uncertain();
    measures.refusedWebhook();
    measures.refusedMail(Channel.EMAIL);
    measures.promise(Channel.EMAIL, Channel.SMS);
    measures.processed(Duration.ofMillis(20));
    measures.escalated(Channel.SMS);
    measures.outbox(Channel.SMS, 3);
    measures.outbox(Channel.SMS, 2);
    measures.promises("overdue", 7);

    assertThat(get("/metrics").body())
        .contains(
            "aanspreekpunt_received_total{channel=\"email\"} 2.0",
            "aanspreekpunt_duplicates_total{channel=\"sms\"} 1.0",
            "aanspreekpunt_routed_total{rule=\"topic\"} 1.0",
            "aanspreekpunt_uncertain_total 1.0",
            "aanspreekpunt_webhooks_refused_total 1.0",
            "aanspreekpunt_smtp_refused_total{why=\"email\"} 1.0",
            "aanspreekpunt_promises_turned_total{kind=\"email\",state=\"sms\"} 1.0",
            "aanspreekpunt_processing_seconds_bucket{le=\"0.05\"} 1",
            "aanspreekpunt_escalations_total{step=\"sms\"} 1.0",
            "aanspreekpunt_outbox{state=\"sms\"} 2.0",
            "aanspreekpunt_promises{state=\"overdue\"} 7.0",
            "aanspreekpunt_store_reads_total 5.0",
            "aanspreekpunt_store_writes_total 6.0",
            "aanspreekpunt_store_round_trips_total 7.0",
            "jvm_memory_used_bytes",
            "vertx_http_server_");
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    await(vertx.deployVerticle(management));

    assertThat(get("/other").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + management.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
