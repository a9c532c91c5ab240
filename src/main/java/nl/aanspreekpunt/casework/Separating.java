package nl.aanspreekpunt.casework;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Takes messages out of a case, to one of their own or to the one where they belong. First one
 * conditional write claims them with what was promised about them, then the other case has them,
 * then the claim ends. What a crash leaves half done the clock goes on with.
 */
public final class Separating {
  private static final int HOPS = 5;
  private static final int TRIES = 5;
  private final Cases cases;
  private final Casework casework;
  private final Messages messages;

  public Separating(Cases cases, Casework casework) {
    this.cases = cases;
    this.casework = casework;
    this.messages = new Messages(cases);
  }

  /**
   * What is taken out.
   *
   * @param messages receipt ids
   * @param by official id
   */
  public record What(String number, List<String> messages, String by) {}

  /**
   * How a case of their own begins.
   *
   * @param subject of the first of them
   * @param topic topic id; null: as it was
   * @param citizen who wrote them
   * @param successors propose who knows another topic; null: it stays with who has it
   */
  public record Own(String subject, String topic, String citizen, Successors successors) {}

  /** The case they then have of their own, or why not. */
  public Future<Decision> split(What what, Own own, CaseNumbers numbers, UnaryOperator<Act> once) {
    return free(what, numbers, 0)
        .compose(
            number ->
                claim(
                    what,
                    new GoingApart.Own(
                        number, own.subject(), own.topic(), own.citizen(), own.successors()),
                    once));
  }

  /** The case where they belong, or why not. Fails when there is no such case. */
  public Future<Decision> move(What what, String into, UnaryOperator<Act> once) {
    return read(into).compose(other -> claim(what, new GoingApart.There(other), once));
  }

  private Future<String> free(What what, CaseNumbers numbers, int attempt) {
    if (attempt == TRIES) {
      return Future.failedFuture("no free number beside case " + what.number());
    }
    String number =
        numbers.of(what.number() + " parts " + String.join(" ", what.messages()), attempt);
    return cases
        .find(number)
        .compose(
            taken ->
                taken.isEmpty()
                    ? Future.succeededFuture(number)
                    : free(what, numbers, attempt + 1));
  }

  private Future<Decision> claim(What what, GoingApart.To to, UnaryOperator<Act> once) {
    return read(what.number())
        .compose(messages::of)
        .compose(
            older ->
                casework.change(
                    what.number(),
                    once.apply(new GoingApart(to, what.messages(), what.by(), older))))
        .compose(
            claimed ->
                claimed instanceof Decision.Refused
                    ? Future.succeededFuture(claimed)
                    : goOn(what.number()).compose(placed -> there(what, placed)));
  }

  /** When they went before, where they are now. */
  private Future<Decision> there(What what, Decision placed) {
    return placed instanceof Decision.Unchanged same && same.as().id().equals(what.number())
        ? followed(cases, what.number(), what.messages().get(0))
            .map(now -> new Decision.Unchanged(now.orElseThrow()))
        : Future.succeededFuture(placed);
  }

  /** Goes on with what was claimed; the case itself when nothing is under way. */
  Future<Decision> goOn(String number) {
    return read(number)
        .compose(
            from ->
                from.parting() == null
                    ? Future.succeededFuture(new Decision.Unchanged(from))
                    : place(from, from.parting())
                        .compose(
                            placed ->
                                casework
                                    .change(number, new LettingGo(from.parting()))
                                    .map(placed)));
  }

  private Future<Decision> place(Case from, Parting parting) {
    return parting.fresh() == null
        ? takeHome(from, parting, parting.into(), HOPS)
        : casework.open(from, parting).map(Decision.Changed::new);
  }

  /** One that was joined to another meanwhile leads on. */
  private Future<Decision> takeHome(Case from, Parting parting, String into, int left) {
    return casework
        .change(into, new ComingHome(from, parting))
        .compose(
            taken ->
                taken instanceof Decision.Refused
                    ? read(into).compose(one -> takeOn(from, parting, one, left))
                    : Future.succeededFuture(taken));
  }

  private Future<Decision> takeOn(Case from, Parting parting, Case refused, int left) {
    return refused.joined() && left > 0
        ? takeHome(from, parting, refused.suggested(), left - 1)
        : Future.failedFuture("case " + refused.id() + " takes nothing in");
  }

  /** The case where a message is now that came to this one; empty when there is no such case. */
  public static Future<Optional<Case>> followed(Cases cases, String number, String message) {
    return followed(cases, number, message, HOPS);
  }

  private static Future<Optional<Case>> followed(
      Cases cases, String number, String message, int left) {
    return Joining.followed(cases, number)
        .compose(
            found ->
                found
                    .flatMap(one -> one.wentTo(message))
                    .filter(to -> left > 0)
                    .map(to -> followed(cases, to, message, left - 1))
                    .orElseGet(() -> Future.succeededFuture(found)));
  }

  private Future<Case> read(String number) {
    return cases
        .find(number)
        .map(found -> found.orElseThrow(() -> new Casework.NoSuchCase(number)));
  }
}
