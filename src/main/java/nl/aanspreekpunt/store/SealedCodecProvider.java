package nl.aanspreekpunt.store;

import java.util.HashMap;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonReader;
import org.bson.BsonReaderMark;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;

/** Sealed interfaces of records: each stored with a {@code type}, the record's simple name. */
final class SealedCodecProvider implements CodecProvider {
  @Override
  public <T> Codec<T> get(Class<T> type, CodecRegistry registry) {
    if (type.isInterface() && type.isSealed()) {
      return new SealedCodec<>(type, registry);
    }
    return null;
  }

  private static final String TYPE = "type";

  private static final class SealedCodec<T> implements Codec<T> {
    private static final BsonDocumentCodec DOCUMENTS = new BsonDocumentCodec();
    private final Class<T> type;
    private final CodecRegistry registry;
    private final Map<String, Class<? extends T>> kinds = new HashMap<>();

    SealedCodec(Class<T> type, CodecRegistry registry) {
      this.type = type;
      this.registry = registry;
      for (Class<?> kind : type.getPermittedSubclasses()) {
        kinds.put(kind.getSimpleName(), kind.asSubclass(type));
      }
    }

    @Override
    public void encode(BsonWriter writer, T value, EncoderContext context) {
      String name = value.getClass().getSimpleName();
      if (writer instanceof RecordWriter bytes) {
        bytes.startWith(TYPE, name);
        encodeFields(bytes, value, value.getClass(), context);
        return;
      }
      BsonDocument document = new BsonDocument(TYPE, new BsonString(name));
      BsonDocument fields = new BsonDocument();
      encodeFields(new BsonDocumentWriter(fields), value, value.getClass(), context);
      document.putAll(fields);
      DOCUMENTS.encode(writer, document, context);
    }

    private <S> void encodeFields(
        BsonWriter writer, T value, Class<S> kind, EncoderContext context) {
      registry.get(kind).encode(writer, kind.cast(value), context);
    }

    @Override
    public T decode(BsonReader reader, DecoderContext context) {
      BsonReaderMark start = reader.getMark();
      String name = type(reader);
      start.reset();
      Class<? extends T> kind = kinds.get(name);
      if (kind == null) {
        throw new CodecConfigurationException(type.getName() + " has no kind named " + name);
      }
      return registry.get(kind).decode(reader, context);
    }

    private static String type(BsonReader reader) {
      reader.readStartDocument();
      while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
        if (reader.readName().equals(TYPE)) {
          return reader.readString();
        }
        reader.skipValue();
      }
      return null;
    }

    @Override
    public Class<T> getEncoderClass() {
      return type;
    }
  }
}
