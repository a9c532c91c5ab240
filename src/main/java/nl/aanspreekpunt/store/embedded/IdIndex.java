package nl.aanspreekpunt.store.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.h2.mvstore.MVMap;

/** The unique index on {@code _id}: the documents' own map, so that the two cannot differ. */
final class IdIndex extends Index<Object> {
  private final MVMap<Object, byte[]> documents;

  IdIndex(String name, List<IndexKey> keys, MVMap<Object, byte[]> documents) {
    super(name, keys, false);
    this.documents = documents;
  }

  @Override
  public boolean isUnique() {
    return true;
  }

  @Override
  public Object getPosition(Document document) {
    Object id = Documents.normalized(document.get("_id"));
    return documents.containsKey(id) ? id : null;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {
    if (getPosition(document) != null) {
      throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get("_id")));
    }
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {}

  @Override
  public Object remove(Document document) {
    return getPosition(document);
  }

  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    throw new UnsupportedOperationException("Documents plans its own queries");
  }

  @Override
  public long getCount() {
    return documents.sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return 0;
  }

  /** An update never changes {@code _id}. */
  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

  @Override
  public void updateInPlace(
      Document before, Document after, Object position, MongoCollection<Object> collection) {}

  @Override
  public void drop() {}
}
