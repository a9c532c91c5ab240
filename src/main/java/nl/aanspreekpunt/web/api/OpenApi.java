package nl.aanspreekpunt.web.api;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The document that describes the API; kept as YAML, served as JSON. */
record OpenApi(JsonObject document) {
  private static final String FILE = "/openapi/openapi.yaml";

  /** Only so that each place can take it over. */
  private static final String WRITTEN_ONCE = "x-shared";

  /** More than there are: the file is ours. */
  private static final int PLACES = 1_000;

  private static final String SHARED = "#/components/parameters/";

  /** What stands in the file: read when first asked for, the same for as long as this runs. */
  static OpenApi read() {
    return Read.ONCE;
  }

  private static final class Read {
    private static final OpenApi ONCE = load();
  }

  private static OpenApi load() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(PLACES);
    options.setAllowDuplicateKeys(false);
    try (InputStream file = OpenApi.class.getResourceAsStream(FILE)) {
      Map<String, Object> read = new Yaml(new SafeConstructor(options)).load(file);
      JsonObject document = new JsonObject(read);
      document.remove(WRITTEN_ONCE);
      return new OpenApi(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Future<Answer> answer() {
    return Future.succeededFuture(Answer.ok(document));
  }

  /** The query parameters that an operation knows; any other is refused. */
  Set<String> queryParameters(Operation operation) {
    JsonArray parameters =
        document
            .getJsonObject("paths")
            .getJsonObject(operation.template())
            .getJsonObject(operation.method().name().toLowerCase(Locale.ROOT))
            .getJsonArray("parameters", new JsonArray());
    return parameters.stream()
        .map(parameter -> resolved((JsonObject) parameter))
        .filter(parameter -> parameter.getString("in").equals("query"))
        .map(parameter -> parameter.getString("name"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private JsonObject resolved(JsonObject parameter) {
    String shared = parameter.getString("$ref");
    return shared == null
        ? parameter
        : document
            .getJsonObject("components")
            .getJsonObject("parameters")
            .getJsonObject(shared.substring(SHARED.length()));
  }
}
