package nl.aanspreekpunt.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import nl.aanspreekpunt.e2e.Citizen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody did and the hub said yes to is there after {@code kill -9} in the same moment. */
class DoneThenKilledTest {
  private static final int TIMES = 3;
  private RunningHub hub;

  @BeforeEach
  void start() {
    hub = RunningHub.started(Map.of());
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void anAnswerAndATalkAreThere() throws Exception {
    Citizen.mails(hub, "ans@elders.example", "ravi.ramdin@voorbeeldstad.example", "Stoep", "?", "");
    String number = hub.caseOf("ans@elders.example").getString("number");

    for (int n = 1; n <= TIMES; n++) {
      hub.post("/cases/" + number + "/replies", 201, new JsonObject().put("text", "Antwoord " + n));
      hub.kill();
      hub.start();
      assertThat(RunningHub.entries(hub.one(number), "replied")).hasSize(n);

      JsonObject call = new JsonObject().put("phone", "+31612345678").put("reason", "Keer " + n);
      hub.post("/cases/" + number + "/callback-requests", 201, call);
      hub.kill();
      hub.start();
      assertThat(hub.one(number).getJsonArray("promises").encode()).contains("Keer " + n);
    }
  }
}
