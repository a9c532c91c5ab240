package nl.aanspreekpunt.inbox;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.casework.Case;
import nl.aanspreekpunt.casework.Cases;
import nl.aanspreekpunt.casework.Casework;
import nl.aanspreekpunt.casework.Evidence;
import nl.aanspreekpunt.casework.Match;
import nl.aanspreekpunt.casework.Tokens;
import nl.aanspreekpunt.casework.consult.Asked;
import nl.aanspreekpunt.casework.consult.PartnerAnswering;

/**
 * Mail in answer to a consult of an outside partner: it is that consult's answer, joins nobody's
 * identity and no case as a message.
 */
record PartnerReplies(Cases cases, Casework casework) {
  /**
   * Empty when it is none after all: a citizen of the case wrote it, or there is no such consult.
   */
  Future<Optional<Placing.Placed>> answers(Receipt receipt, Inbound inbound, Tokens.Asked asked) {
    return Asked.followed(cases, asked.caseNumber(), asked.consult())
        .map(found -> found.filter(it -> isPartner(it, inbound)))
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : casework
                        .receive(
                            found.get().one().id(),
                            new PartnerAnswering(
                                found.get().consult().id(),
                                words(inbound),
                                receipt.id(),
                                inbound.automatic() || inbound.machine() != null),
                            receipt.receivedAt())
                        .map(done -> Optional.of(placed(found.get().one()))));
  }

  private static boolean isPartner(Asked it, Inbound inbound) {
    boolean citizen =
        inbound.sender() != null && it.one().participant(inbound.sender()).isPresent();
    return !citizen && it.consult().partner() != null;
  }

  private static String words(Inbound inbound) {
    return inbound.attachments().stream()
        .map(file -> "[" + file.name() + "]")
        .reduce(inbound.brief().strip(), (text, file) -> text + "\n" + file);
  }

  private static Placing.Placed placed(Case one) {
    Match match = Match.by("reply-token", new Evidence.CaseNamed(one.id()), List.of());
    return new Placing.Placed(one.id(), match, "partner", null);
  }
}
