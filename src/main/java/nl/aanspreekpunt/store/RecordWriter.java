package nl.aanspreekpunt.store;

import org.bson.BsonBinaryWriter;
import org.bson.io.BasicOutputBuffer;

/** Writes a record's bytes as the driver's codec names its fields, but for two of them. */
final class RecordWriter extends BsonBinaryWriter {
  private String name;
  private String value;

  RecordWriter(BasicOutputBuffer bytes) {
    super(bytes);
  }

  /** The next document has this text as its first field. */
  void startWith(String field, String text) {
    name = field;
    value = text;
  }

  @Override
  public void writeStartDocument() {
    super.writeStartDocument();
    if (name != null) {
      String field = name;
      name = null;
      writeString(field, value);
    }
  }

  /** Only the top has an {@code _id}: nested records keep the name {@code id}. */
  @Override
  public void writeName(String field) {
    super.writeName(getContext().getParentContext() == null && field.equals("id") ? "_id" : field);
  }
}
