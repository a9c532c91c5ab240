package nl.aanspreekpunt.store;

import org.bson.BsonBinaryWriter;
import org.bson.io.BasicOutputBuffer;

/** Writes a record's bytes as the driver's codec names its fields, but for two of them. */
final class RecordWriter extends BsonBinaryWriter {
  private String name;
  private String value;
  private final String mark;

  /**
   * @param mark see {@link Marked}; null: none
   */
  RecordWriter(BasicOutputBuffer bytes, String mark) {
    super(bytes);
    this.mark = mark;
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

  @Override
  public void writeEndDocument() {
    if (mark != null && getContext().getParentContext() == null) {
      writeDateTime(mark, 0);
    }
    super.writeEndDocument();
  }

  /** Only the top has an {@code _id}: nested records keep the name {@code id}. */
  @Override
  public void writeName(String field) {
    super.writeName(getContext().getParentContext() == null && field.equals("id") ? "_id" : field);
  }
}
