package nl.aanspreekpunt.store;

import com.mongodb.MongoClientSettings;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.ByteBufNIO;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.codecs.record.RecordCodecProvider;
import org.bson.conversions.Bson;
import org.bson.io.BasicOutputBuffer;
import org.bson.io.ByteBufferBsonInput;

/**
 * Records of one type as the bytes that travel: the driver's record codec, with {@code id} as
 * {@code _id} at the top.
 */
final class Records<T extends Record> {
  static final CodecRegistry REGISTRY =
      CodecRegistries.fromProviders(
          MongoClientSettings.getDefaultCodecRegistry(),
          new SealedCodecProvider(),
          new RecordCodecProvider());

  /** What any MongoDB takes in one document. */
  static final int LARGEST = 16 * 1024 * 1024;

  private static final int USUAL = 4096;
  private static final EncoderContext ENCODING = EncoderContext.builder().build();
  private static final DecoderContext DECODING = DecoderContext.builder().build();
  private final Codec<T> codec;
  private final String mark;

  /** Throws when the driver could not read or make such a record. */
  Records(Class<T> type) {
    if (!Modifier.isPublic(type.getModifiers())) {
      throw new IllegalArgumentException("a stored record must be public: " + type.getName());
    }
    codec = REGISTRY.get(type);
    Marked marked = type.getAnnotation(Marked.class);
    mark = marked == null ? null : marked.value();
  }

  /** Throws {@link BsonMaximumSizeExceededException} when it is too large for one document. */
  RawBsonDocument encode(T record) {
    BasicOutputBuffer bytes = new BasicOutputBuffer(USUAL);
    try (BsonBinaryWriter writer = new RecordWriter(bytes, mark)) {
      codec.encode(writer, record, ENCODING);
    }
    return whole(bytes);
  }

  /** An update or a filter as bytes, in the same limits. */
  static RawBsonDocument encode(Bson bson) {
    BsonDocument document = bson.toBsonDocument(BsonDocument.class, REGISTRY);
    BasicOutputBuffer bytes = new BasicOutputBuffer(USUAL);
    try (BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
      REGISTRY.get(BsonDocument.class).encode(writer, document, ENCODING);
    }
    return whole(bytes);
  }

  private static RawBsonDocument whole(BasicOutputBuffer bytes) {
    if (bytes.getSize() > LARGEST) {
      throw new BsonMaximumSizeExceededException(
          "a document of " + bytes.getSize() + " bytes; the most is " + LARGEST);
    }
    return new RawBsonDocument(bytes.getInternalBuffer(), 0, bytes.getSize());
  }

  T decode(RawBsonDocument stored) {
    ByteBuffer bytes = stored.getByteBuffer().asNIO().order(ByteOrder.LITTLE_ENDIAN);
    try (IdReader reader = new IdReader(bytes)) {
      return codec.decode(reader, DECODING);
    }
  }

  /** Only the top has an {@code _id}: nested records keep the name {@code id}. */
  private static final class IdReader extends BsonBinaryReader {
    IdReader(ByteBuffer bytes) {
      super(new ByteBufferBsonInput(new ByteBufNIO(bytes)));
    }

    @Override
    public String readName() {
      String name = super.readName();
      return name.equals("_id") ? "id" : name;
    }
  }
}
