package nl.aanspreekpunt.inbox.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import nl.aanspreekpunt.operations.NameServers;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.Result;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.apache.james.jdkim.impl.DNSPublicKeyRecordRetriever;
import org.apache.james.jspf.impl.DNSServiceXBillImpl;
import org.apache.james.jspf.impl.SPF;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Resolver;

/**
 * Who sent a mail, where it comes to the hub straight from outside: SPF (RFC 7208), DKIM (RFC 6376)
 * and DMARC (RFC 7489). Blocks on DNS: never on an event loop. What DNS does not tell in time is
 * {@code temperror}, and refuses nothing.
 */
final class BorderCheck {
  private static final Logger LOG = LoggerFactory.getLogger(BorderCheck.class);
  private static final String TEMPORARY = "temperror";

  /** Signatures of one mail; more than these prove nothing besides, and are not looked at. */
  private static final int MOST_SIGNATURES = 10;

  /**
   * Of one mail; SPF may ask for ten names, and for what some of these lead to (RFC 7208, 4.6.4).
   */
  private static final int MOST_QUESTIONS = 60;

  private final Resolver resolver;

  private BorderCheck(Resolver resolver) {
    this.resolver = resolver;
  }

  /**
   * @param dns server to ask, such as {@code 10.0.0.2:53}; null: the system's
   */
  static BorderCheck asking(String dns) {
    return new BorderCheck(NameServers.asking(dns));
  }

  /**
   * What came over the wire beside the mail.
   *
   * @param peer IP address
   * @param from of the envelope; empty for the null sender
   */
  record Wire(String peer, String helo, String from) {}

  /**
   * @param author domain of From
   * @param until nanoseconds of this machine's clock, after which no more is asked
   */
  List<Authentication.Finding> findings(byte[] raw, Wire wire, String author, long until) {
    List<Authentication.Finding> all = new ArrayList<>();
    Resolver dns = new Questions(resolver, MOST_QUESTIONS, until);
    all.add(late(until) ? new Authentication.Finding("spf", TEMPORARY, null) : spf(wire, dns));
    all.addAll(
        late(until)
            ? List.of(new Authentication.Finding("dkim", TEMPORARY, null))
            : dkim(raw, dns));
    all.add(
        late(until)
            ? new Authentication.Finding("dmarc", TEMPORARY, author)
            : new DmarcPolicy(dns).of(author, all));
    return all;
  }

  private static boolean late(long until) {
    return System.nanoTime() - until > 0;
  }

  private static Authentication.Finding spf(Wire wire, Resolver dns) {
    String from = wire.from() == null ? "" : wire.from();
    String domain = from.isEmpty() ? wire.helo() : from.substring(from.lastIndexOf('@') + 1);
    try {
      DNSServiceXBillImpl service = new DNSServiceXBillImpl(dns);
      String result = new SPF(service).checkSPF(wire.peer(), from, wire.helo()).getResult();
      return new Authentication.Finding("spf", result, domain);
    } catch (RuntimeException unforeseen) {
      LOG.warn("SPF of a mail could not be checked: {}", unforeseen.toString());
      return new Authentication.Finding("spf", TEMPORARY, domain);
    }
  }

  private static List<Authentication.Finding> dkim(byte[] raw, Resolver dns) {
    DKIMVerifier verifier = new DKIMVerifier(keys(dns));
    try {
      verifier.verify(new ByteArrayInputStream(raw));
    } catch (FailException | IOException | RuntimeException none) {
      LOG.debug("no signature of a mail holds: {}", none.toString());
    }
    return verifier.getResults().stream().limit(MOST_SIGNATURES).map(BorderCheck::dkim).toList();
  }

  /** Without its key a signature costs nothing more: its mail is not hashed for it either. */
  private static PublicKeyRecordRetriever keys(Resolver dns) {
    DNSPublicKeyRecordRetriever asked = new DNSPublicKeyRecordRetriever(dns);
    AtomicInteger left = new AtomicInteger(MOST_SIGNATURES);
    return (methods, selector, domain) -> {
      if (left.decrementAndGet() < 0) {
        throw new TempFailException("more signatures than are looked at");
      }
      return asked.getRecords(methods, selector, domain);
    };
  }

  /** One that signs a part of the text alone, or by SHA-1, proves nothing (RFC 8301). */
  private static Authentication.Finding dkim(Result one) {
    SignatureRecord signature = one.getRecord();
    if (signature == null) {
      return new Authentication.Finding("dkim", "permerror", null);
    }
    boolean whole = signature.getBodyHashLimit() < 0;
    boolean strong = "sha256".contentEquals(signature.getHashMethod());
    String result = one.getResultType().name().toLowerCase(Locale.ROOT);
    return new Authentication.Finding(
        "dkim",
        one.isSuccess() && whole && strong ? "pass" : one.isSuccess() ? "policy" : result,
        signature.getDToken().toString().toLowerCase(Locale.ROOT));
  }
}
