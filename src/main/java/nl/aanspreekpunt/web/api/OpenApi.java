package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The document that describes the API; kept as YAML, served as JSON. */
record OpenApi(JsonObject document) {
  private static final String FILE = "/openapi/openapi.yaml";

  static OpenApi load() {
    try (InputStream file = OpenApi.class.getResourceAsStream(FILE)) {
      Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
      return new OpenApi(new JsonObject(read));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Future<Answer> answer() {
    return Future.succeededFuture(Answer.ok(document));
  }
}
