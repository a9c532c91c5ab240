package nl.aanspreekpunt.web.api;

import static nl.aanspreekpunt.web.api.ApiHub.ADMINISTRATOR;
import static nl.aanspreekpunt.web.api.ApiHub.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.aanspreekpunt.store.StoreFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever reads a list page by page while more comes in sees what was there, each once. */
class PagingTest {
  private static final int THERE = 7;
  @RegisterExtension final StoreFixture fixture = new StoreFixture();
  private final List<String> there = new ArrayList<>();
  private ApiHub hub;
  private int messages;

  @BeforeEach
  void open() {
    hub = new ApiHub(fixture);
    for (int i = 0; i < THERE; i++) {
      there.add(comesIn());
      // Some at the same moment, some later.
      hub.pass(Duration.ofMillis(i % 3 == 2 ? 1 : 0));
    }
  }

  @Test
  void allCases() {
    assertEachOnce("/cases?limit=2");
  }

  @Test
  void theOpenOnes() {
    assertEachOnce("/cases?state=open&limit=2");
  }

  @Test
  void thoseOfAnOfficial() {
    String official =
        hub.client
            .get(ADMINISTRATOR, "/cases/" + there.get(0))
            .body()
            .getJsonObject("official")
            .getString("id");
    assertEachOnce("/cases?official=" + official + "&limit=2");
  }

  @Test
  void whatIsPromised() {
    assertThat(paged("/promises?limit=2", "case")).containsAll(there).doesNotHaveDuplicates();
  }

  @Test
  void whatGoesOut() {
    List<String> waiting = paged("/outbox?limit=100", "id");
    assertThat(waiting).hasSizeGreaterThanOrEqualTo(THERE);
    assertThat(paged("/outbox?limit=2", "id")).containsAll(waiting).doesNotHaveDuplicates();
    assertThat(paged("/outbox?state=waiting&limit=2", "id"))
        .containsAll(waiting)
        .doesNotHaveDuplicates();
  }

  private void assertEachOnce(String list) {
    assertThat(paged(list, "number")).containsAll(there).doesNotHaveDuplicates();
  }

  /** Between two pages something comes in, at the same moment or later. */
  private List<String> paged(String list, String key) {
    List<String> seen = new ArrayList<>();
    String next = "";
    while (next != null) {
      JsonObject page = hub.client.get(ADMINISTRATOR, list + next).body();
      page.getJsonArray("items").forEach(one -> seen.add(((JsonObject) one).getString(key)));
      next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
      if (messages < 2 * THERE) {
        comesIn();
        hub.pass(Duration.ofMillis(messages % 2));
      }
    }
    return seen;
  }

  private String comesIn() {
    int n = messages++;
    return hub.opened("m" + n, message("p" + n + "@example.org", "De stoep is kapot."));
  }
}
