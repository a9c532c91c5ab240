package nl.aanspreekpunt.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.aanspreekpunt.casework.CaseEvent;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.official.Voorbeeldstad;
import nl.aanspreekpunt.web.RouteWords;
import nl.aanspreekpunt.web.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of event is in the document, with all that it holds. */
class EventShapeTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final JsonObject DOCUMENTED =
      OpenApi.read()
          .document()
          .getJsonObject("components")
          .getJsonObject("schemas")
          .getJsonObject("Event")
          .getJsonObject("properties");
  private final EventShape shape =
      new EventShape(
          Map.of(),
          Map.of(),
          new RouteShape(new RouteWords(Voorbeeldstad.directory(), Wording.in("en"))));

  static Stream<Class<?>> kinds() {
    return Arrays.stream(CaseEvent.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachIsAsTheDocumentSays(Class<?> kind) throws Exception {
    JsonObject said = shape.of(event(kind));
    assertThat(DOCUMENTED.getJsonObject("kind").getJsonArray("enum"))
        .contains(said.getString("kind"));
    assertThat(DOCUMENTED.fieldNames()).containsAll(said.fieldNames());
    assertThat(said.fieldNames()).contains("at", "kind", "by");
    assertThat(said.getString("at")).isEqualTo(NOW.toString());
  }

  @Test
  void whoActsAndWhoActedStandTheRightWayRound() {
    JsonObject began = shape.of(new CaseEvent.ActingBegan(NOW, "deputy", "away", null, "absence"));
    assertThat(began)
        .isEqualTo(
            new JsonObject()
                .put("kind", "acting-began")
                .put("by", "hub")
                .put("at", NOW.toString())
                .put("to", "deputy")
                .put("from", "away")
                .put("reason", "absence"));
    JsonObject ended = shape.of(new CaseEvent.ActingEnded(NOW, "deputy", "away"));
    assertThat(ended.getString("from")).isEqualTo("deputy");
    assertThat(ended.getString("to")).isEqualTo("away");
  }

  @Test
  void aLadderStepAndANoticeAreWrittenAsInTheDocument() {
    JsonObject climbed =
        shape.of(new CaseEvent.Climbed(NOW, "p1", 2, 0, "REQUIRE_REASSIGNMENT", "kwame", "due"));
    assertThat(climbed.getString("does")).isEqualTo("require-reassignment");
    assertThat(climbed.fieldNames()).doesNotContain("rung", "repetition");
    JsonObject held = shape.of(new CaseEvent.HeldBack(NOW, "NEW_OFFICIAL", "automatic"));
    assertThat(held.getString("notice")).isEqualTo("new-official");
    assertThat(held.getString("kind")).isEqualTo("held-back");
  }

  private static CaseEvent event(Class<?> kind) throws Exception {
    RecordComponent[] components = kind.getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new);
    Object[] values = Stream.of(types).map(EventShapeTest::some).toArray();
    return (CaseEvent) kind.getDeclaredConstructor(types).newInstance(values);
  }

  private static Object some(Class<?> type) {
    if (type == Instant.class) {
      return NOW;
    }
    if (type == Match.class) {
      return Match.by("case-number", new Evidence.CaseNamed("7K2M9QX4C"), List.of());
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type == List.class) {
      return List.of("SOMETHING");
    }
    if (type == boolean.class || type == Boolean.class) {
      return true;
    }
    return type == int.class ? 0 : "SOMETHING";
  }
}
