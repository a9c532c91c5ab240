package nl.aanspreekpunt;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.aanspreekpunt.casework.Act;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Closing;
import nl.aanspreekpunt.casework.Grounds;
import nl.aanspreekpunt.casework.Outcome;
import nl.aanspreekpunt.casework.Replying;
import nl.aanspreekpunt.casework.decision.Deciding;
import nl.aanspreekpunt.casework.decision.First;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.inbox.Receipt;
import nl.aanspreekpunt.inbox.api.ApiReading;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Questions of fictional citizens in a store without cases, dated relative to the first start. */
final class DemoCases {
  private final Hub hub;

  DemoCases(Hub hub) {
    this.hub = hub;
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
              for (Map<String, Object> one : all) {
                done = done.compose(before -> seed(one));
              }
              return done;
            });
  }

  private static List<Map<String, Object>> read() throws IOException {
    try (InputStream file = DemoCases.class.getResourceAsStream("/demo/cases.yaml")) {
      return new Yaml(new SafeConstructor(new LoaderOptions()))
          .load(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private Future<Void> seed(Map<String, Object> one) {
    Receipt receipt =
        Receipt.received(
            "demo-" + one.get("id"),
            Channel.API,
            ago(one, "hours"),
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
        .compose(placed -> hub.cases.find(placed.orElseThrow().caseNumber()))
        .compose(opened -> goOn(opened.orElseThrow(), one));
  }

  private static Map<String, String> facts(Map<String, Object> one) {
    Map<String, String> facts = new TreeMap<>();
    facts.put(ApiReading.DEMO, "true");
    facts.put("language", "nl");
    for (String name : List.of("name", "email", "phone", "topic", "subject", "text", "language")) {
      if (one.get(name) != null) {
        facts.put(name, one.get(name).toString().strip());
      }
    }
    if (one.get("callback") != null) {
      facts.put("callbackPhone", one.get("phone").toString());
      facts.put("callbackPreferred", one.get("callback").toString());
    }
    return facts;
  }

  private Future<Void> goOn(Case opened, Map<String, Object> one) {
    String by = opened.official();
    String seen = opened.lastReceived();
    Future<Void> done = Future.succeededFuture();
    if (one.get("reply") != null) {
      Act reply = new Replying(by, one.get("reply").toString().strip(), null, seen, Map.of());
      done = done.compose(go -> act(opened, reply, ago(one, "replied")));
    }
    if (one.get("close") != null) {
      Outcome outcome = Outcome.valueOf(one.get("close").toString().toUpperCase(Locale.ROOT));
      String why = one.get("explanation").toString().strip();
      Act close =
          outcome.reasoned()
              ? new Deciding(by, outcome, grounds(one, why), new First.Not(said(one)), null, seen)
              : new Closing(by, outcome, why, seen);
      done = done.compose(go -> act(opened, close, ago(one, "closed")));
    }
    return done;
  }

  private static Grounds grounds(Map<String, Object> one, String why) {
    return Grounds.because(why)
        .restingOn(one.get("rule").toString(), null)
        .offering(one.get("alternative").toString());
  }

  /** Why there was no talk first. */
  private static String said(Map<String, Object> one) {
    return one.get("without-talk").toString();
  }

  private Future<Void> act(Case opened, Act act, Instant at) {
    return hub.casework.receive(opened.id(), act, at).mapEmpty();
  }

  private Instant ago(Map<String, Object> one, String field) {
    return hub.clock.instant().minus(Duration.ofHours((Integer) one.get(field)));
  }
}
