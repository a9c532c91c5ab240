package nl.aanspreekpunt.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.h2.mvstore.MVStore;

/**
 * A server with as many databases as are named, in memory: what stands in for a MongoDB when the
 * tests are run by AANSPREEKPUNT_TEST_MONGODB_URI where there is none. Prints its URI; runs until
 * it is ended.
 */
public final class OtherServer {
  private OtherServer() {}

  public static void main(String[] args) {
    MongoServer server = new MongoServer(new H2Backend(MVStore.open(null)));
    server.bind("127.0.0.1", args.length == 0 ? 0 : Integer.parseInt(args[0]));
    System.out.println(server.getConnectionString());
  }
}
