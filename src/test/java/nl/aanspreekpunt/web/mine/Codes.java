package nl.aanspreekpunt.web.mine;

import static nl.aanspreekpunt.Workplace.await;

import java.util.List;
import java.util.Map;
import nl.aanspreekpunt.Workplace;
import nl.aanspreekpunt.casework.Signer;
import nl.aanspreekpunt.citizen.Address;
import nl.aanspreekpunt.outbox.Notice;
import nl.aanspreekpunt.outbox.Outgoing;
import nl.aanspreekpunt.process.Until;
import nl.aanspreekpunt.routing.ChangedHands;
import nl.aanspreekpunt.web.Visitor;

/** Codes on their way to citizens, and who has filled one in. */
public final class Codes {
  private Codes() {}

  /** Those that were sent to an address or number, newest first. */
  public static List<Outgoing> to(Workplace workplace, String address) {
    return await(workplace.outbox.list(null, null, 200)).stream()
        .filter(entry -> entry.notice().kind() == Notice.Kind.CODE)
        .filter(entry -> entry.notice().to().equals(address))
        .toList();
  }

  /** The newest of them, once there are so many. */
  public static String code(Workplace workplace, String address, int times) {
    Outgoing entry =
        Until.present(
            times + " codes to " + address,
            () ->
                to(workplace, address).size() < times
                    ? java.util.Optional.empty()
                    : to(workplace, address).stream()
                        .max(java.util.Comparator.comparing(Outgoing::createdAt)));
    return workplace.tokens.code(entry.notice().facts().get("nonce"));
  }

  /** What the browser holds of somebody who has shown that an address is theirs. */
  public static String session(Workplace workplace, String address) {
    Proving proving =
        new Proving(
            workplace.store,
            workplace.identities,
            workplace.outbox,
            workplace.directories,
            workplace.tokens,
            new Signer("x", new byte[32]),
            new SmsCodes(300, java.util.Set.of("NL")),
            new ChangedHands(workplace.cases));
    Address theirs = new Address(Address.Kind.EMAIL, address);
    return await(proving.begin(theirs, null, workplace.clock.instant()));
  }

  public static Visitor.Answer ask(Visitor somebody, String address) {
    somebody.get("/mijn-vragen");
    return somebody.post("/mijn-vragen", Map.of("to", address));
  }

  public static Visitor.Answer fillIn(Visitor somebody, String code) {
    somebody.get("/mijn-vragen/code");
    return somebody.post("/mijn-vragen/code", Map.of("code", code));
  }

  /** Somebody who sees their questions. */
  public static Visitor in(Workplace workplace, String address) {
    int before = to(workplace, address).size();
    Visitor somebody = new Visitor(workplace);
    ask(somebody, address);
    fillIn(somebody, code(workplace, address, before + 1));
    return somebody;
  }
}
