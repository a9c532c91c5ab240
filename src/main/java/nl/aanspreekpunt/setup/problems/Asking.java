package nl.aanspreekpunt.setup.problems;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.aanspreekpunt.operations.NameServers;
import nl.aanspreekpunt.setup.problems.MailDomain.Answer;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks DNS about a mail domain, all at once and within a few seconds; never on an event loop. */
public final class Asking {
  private static final long PATIENCE_MS = 4_000;

  private final Vertx vertx;
  private final String dns;

  /**
   * @param dns server to ask, such as {@code 10.0.0.2:53}; null: the system's
   */
  public Asking(Vertx vertx, String dns) {
    this.vertx = vertx;
    this.dns = dns;
  }

  /**
   * Never fails: what is not answered is {@link Answer#SILENT}.
   *
   * @param selector under which the hub signs; null: it does not
   * @param key the public half of what it signs with; null when that cannot be read
   */
  public Future<MailDomain> about(String domain, boolean relay, String selector, String key) {
    return vertx
        .executeBlocking(() -> NameServers.asking(dns))
        .compose(resolver -> about(resolver, domain, relay, selector, key))
        .otherwise(
            new MailDomain(
                domain,
                relay,
                Answer.SILENT,
                Answer.SILENT,
                Answer.SILENT,
                selector == null ? null : new MailDomain.Signing(selector, key, Answer.SILENT)));
  }

  private Future<MailDomain> about(
      Resolver resolver, String domain, boolean relay, String selector, String key) {
    Future<Answer> mx = ask(resolver, domain, Type.MX);
    Future<Answer> texts = ask(resolver, domain, Type.TXT);
    Future<Answer> dmarc = ask(resolver, "_dmarc." + domain, Type.TXT);
    Future<Answer> dkim =
        selector == null
            ? Future.succeededFuture(Answer.NONE)
            : ask(resolver, selector + "._domainkey." + domain, Type.TXT);
    return Future.all(mx, texts, dmarc, dkim)
        .map(
            all ->
                new MailDomain(
                    domain,
                    relay,
                    mx.result(),
                    texts.result(),
                    dmarc.result(),
                    selector == null
                        ? null
                        : new MailDomain.Signing(selector, key, dkim.result())));
  }

  private Future<Answer> ask(Resolver resolver, String name, int type) {
    Context context = vertx.getOrCreateContext();
    try {
      Name asked = Name.fromString(name, Name.root);
      Message question = Message.newQuery(Record.newRecord(asked, type, DClass.IN));
      return Future.fromCompletionStage(resolver.sendAsync(question), context)
          .map(answer -> read(answer, type))
          .timeout(PATIENCE_MS, TimeUnit.MILLISECONDS)
          .otherwise(Answer.SILENT);
    } catch (TextParseException noName) {
      return Future.succeededFuture(Answer.NONE);
    }
  }

  private static Answer read(Message answer, int type) {
    return switch (answer.getRcode()) {
      case Rcode.NOERROR ->
          Answer.of(
              answer.getSection(Section.ANSWER).stream()
                  .filter(record -> record.getType() == type)
                  .map(Asking::text)
                  .filter(text -> !text.equals(".")) // RFC 7505: no mail is taken here
                  .toList());
      case Rcode.NXDOMAIN -> Answer.NONE;
      default -> Answer.SILENT;
    };
  }

  private static String text(Record record) {
    return record instanceof TXTRecord texts
        ? String.join("", strings(texts))
        : record instanceof MXRecord mx ? mx.getTarget().toString() : record.rdataToString();
  }

  private static List<String> strings(TXTRecord texts) {
    return texts.getStrings();
  }
}
