package nl.aanspreekpunt.store;

import com.mongodb.MongoClientSettings;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonValue;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.codecs.record.RecordCodecProvider;

/** Records as BSON: the driver's record codec, with {@code id} as {@code _id} at the top. */
final class Records {
  static final CodecRegistry REGISTRY =
      CodecRegistries.fromProviders(
          MongoClientSettings.getDefaultCodecRegistry(),
          new SealedCodecProvider(),
          new RecordCodecProvider());

  private Records() {}

  static <T extends Record> BsonDocument encode(T record, Class<T> type) {
    BsonDocument plain = new BsonDocument();
    Codec<T> codec = REGISTRY.get(type);
    codec.encode(new BsonDocumentWriter(plain), record, EncoderContext.builder().build());
    BsonDocument stored = new BsonDocument("_id", plain.remove("id"));
    stored.putAll(plain);
    return stored;
  }

  static <T extends Record> T decode(BsonDocument stored, Class<T> type) {
    BsonDocument plain = new BsonDocument();
    stored.forEach((name, value) -> put(plain, name, value));
    return REGISTRY
        .get(type)
        .decode(new BsonDocumentReader(plain), DecoderContext.builder().build());
  }

  private static void put(BsonDocument plain, String name, BsonValue value) {
    plain.put(name.equals("_id") ? "id" : name, value);
  }
}
