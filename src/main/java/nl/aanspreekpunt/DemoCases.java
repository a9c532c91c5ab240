package nl.aanspreekpunt;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.demo.Days;
import nl.aanspreekpunt.demo.Steps;
import nl.aanspreekpunt.demo.TogetherSteps;
import nl.aanspreekpunt.demo.Words;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.api.ApiReading;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Questions of fictional citizens and what became of them, in a store without cases, dated relative
 * to the first start.
 */
final class DemoCases {
  private final Hub hub;
  private final Days days;
  private final Steps steps;

  DemoCases(Hub hub) {
    this.hub = hub;
    this.days = new Days(hub.clock.instant(), hub.config.municipality().timeZone());
    this.steps =
        new Steps(
            hub.cases,
            hub.casework,
            hub.frictionWork,
            hub.storyWork,
            new TogetherSteps(hub.householdWork, hub.soFarWork, days),
            days);
  }

  Future<Void> seed() {
    return hub.cases
        .list(new Cases.Filter(null, null, null), null, 1)
        .compose(some -> some.isEmpty() ? seedAll() : Future.succeededFuture());
  }

  private Future<Void> seedAll() {
    return hub.vertx
        .executeBlocking(DemoCases::read)
        .compose(
            all -> {
              Future<Void> done = Future.succeededFuture();
              for (Words one : all) {
                done = done.compose(before -> seed(one));
              }
              return done;
            });
  }

  private static List<Words> read() throws IOException {
    try (InputStream file = DemoCases.class.getResourceAsStream("/demo/cases.yaml")) {
      List<Map<String, Object>> all =
          new Yaml(new SafeConstructor(new LoaderOptions()))
              .load(new String(file.readAllBytes(), StandardCharsets.UTF_8));
      return all.stream().map(one -> new Words("demo " + one.get("id"), one)).toList();
    }
  }

  private Future<Void> seed(Words one) {
    Receipt receipt =
        Receipt.received(
            "demo-" + one.text("id"),
            Channel.API,
            days.at(one.text("at")),
            null,
            List.of(),
            null,
            0,
            0,
            facts(one));
    return hub.receipts
        .store(receipt)
        .compose(stored -> hub.inbox.process(receipt))
        .compose(placed -> hub.receipts.find(receipt.id()))
        .compose(placed -> steps.tell(placed.orElseThrow().caseNumber(), one));
  }

  private static Map<String, String> facts(Words one) {
    Map<String, String> facts = new TreeMap<>();
    facts.put(ApiReading.DEMO, "true");
    facts.put("language", "nl");
    for (String name : List.of("name", "email", "phone", "topic", "subject", "text", "language")) {
      one.find(name).ifPresent(text -> facts.put(name, text));
    }
    if (one.has("callback")) {
      facts.put("callbackPhone", one.text("phone"));
      facts.put("callbackPreferred", one.text("callback"));
    }
    return facts;
  }
}
