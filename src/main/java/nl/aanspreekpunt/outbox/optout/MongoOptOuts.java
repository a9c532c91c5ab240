package nl.aanspreekpunt.outbox.optout;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.aanspreekpunt.citizen.Channel;
import nl.aanspreekpunt.store.Store;
import nl.aanspreekpunt.store.Table;

final class MongoOptOuts implements OptOuts {
  private final Table<OptOut> optOuts;

  MongoOptOuts(Store store) {
    optOuts = store.journaled("opt_outs", OptOut.class);
  }

  @Override
  public Future<Optional<OptOut>> find(Channel channel, String number) {
    return optOuts.find(OptOut.id(channel, number));
  }

  @Override
  public Future<List<OptOut>> findAll(Channel channel, List<String> numbers) {
    return numbers.isEmpty()
        ? Future.succeededFuture(List.of())
        : optOuts.findAll(
            numbers.stream().distinct().map(number -> OptOut.id(channel, number)).toList());
  }

  @Override
  public Future<Boolean> said(Channel channel, String number, OptOut.Turn turn) {
    return find(channel, number)
        .compose(
            found ->
                found.isEmpty()
                    ? optOuts
                        .insert(OptOut.first(channel, number, turn))
                        .compose(
                            first -> first ? changed(turn.stop()) : said(channel, number, turn))
                    : with(found.get(), turn));
  }

  private Future<Boolean> with(OptOut before, OptOut.Turn turn) {
    OptOut after = before.with(turn);
    return after.equals(before)
        ? changed(false)
        : optOuts
            .replace(after, before.version())
            .compose(
                replaced ->
                    replaced
                        ? changed(after.stopped() != before.stopped())
                        : said(before.channel(), before.number(), turn));
  }

  private static Future<Boolean> changed(boolean other) {
    return Future.succeededFuture(other);
  }
}
