package nl.aanspreekpunt.store.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An answer with documents as they stand in the store (OP_MSG of the <a
 * href="https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/">wire protocol</a>);
 * the library writes every other.
 */
final class AnswerEncoder extends MongoWireMessageEncoder {
  private static final byte DOCUMENT = 0x03;
  private static final byte ARRAY = 0x04;
  private static final int BODY = 0;

  /** In the place of the library's, on the channel's own thread. */
  static void on(Channel channel) {
    ChannelPipeline pipeline = channel.pipeline();
    if (pipeline.get(AnswerEncoder.class) == null) {
      pipeline.replace(MongoWireMessageEncoder.class, "answers", new AnswerEncoder());
    }
  }

  @Override
  protected void encode(ChannelHandlerContext context, MongoMessage message, ByteBuf out) {
    if (!Stored.in(message.getDocument())) {
      super.encode(context, message, out);
      return;
    }
    int start = out.writerIndex();
    out.writeIntLE(0);
    out.writeIntLE(message.getHeader().getRequestID());
    out.writeIntLE(message.getHeader().getResponseTo());
    out.writeIntLE(OpCode.OP_MSG.getId());
    out.writeIntLE(message.getFlags());
    out.writeByte(BODY);
    write(message.getDocument(), out);
    out.setIntLE(start, out.writerIndex() - start);
  }

  private static void write(Document document, ByteBuf out) {
    int start = begun(out);
    document.forEach((name, value) -> write(name, value, out));
    ended(start, out);
  }

  private static void write(String name, Object value, ByteBuf out) {
    if (value instanceof Stored stored) {
      named(DOCUMENT, name, out);
      out.writeBytes(stored.bson());
    } else if (value instanceof Document document) {
      named(DOCUMENT, name, out);
      write(document, out);
    } else if (value instanceof List<?> list) {
      named(ARRAY, name, out);
      int start = begun(out);
      for (int at = 0; at < list.size(); at++) {
        write(String.valueOf(at), list.get(at), out);
      }
      ended(start, out);
    } else {
      byte type = BsonEncoder.determineType(value);
      named(type, name, out);
      BsonEncoder.encodeValue(type, value, out);
    }
  }

  private static int begun(ByteBuf out) {
    int start = out.writerIndex();
    out.writeIntLE(0);
    return start;
  }

  private static void ended(int start, ByteBuf out) {
    out.writeByte(0);
    out.setIntLE(start, out.writerIndex() - start);
  }

  private static void named(byte type, String name, ByteBuf out) {
    out.writeByte(type);
    out.writeCharSequence(name, StandardCharsets.UTF_8);
    out.writeByte(0);
  }
}
