package nl.aanspreekpunt.store.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** A document of an answer, as the bytes it stands in; {@link AnswerEncoder} passes them on. */
record Stored(byte[] bson) {
  static Document answer(List<Stored> found, String namespace) {
    Document cursor = new Document("firstBatch", found).append("id", 0L).append("ns", namespace);
    return new Document("cursor", cursor).append("ok", 1.0);
  }

  static boolean in(Document answer) {
    return answer.get("cursor") instanceof Document cursor
        && cursor.get("firstBatch") instanceof List<?> found
        && !found.isEmpty()
        && found.get(0) instanceof Stored;
  }
}
