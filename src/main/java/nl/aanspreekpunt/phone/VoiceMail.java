package nl.aanspreekpunt.phone;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.aanspreekpunt.casework.CallStep;
import nl.aanspreekpunt.inbox.Pieces;
import nl.aanspreekpunt.inbox.Pipeline;
import nl.aanspreekpunt.inbox.Receipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spoken messages: fetched from the provider, put with their case as its other files are, and only
 * then deleted there. Each step is done again until it succeeds, and makes the same once.
 */
public final class VoiceMail {
  private static final Logger LOG = LoggerFactory.getLogger(VoiceMail.class);
  private static final int AT_ONCE = 4;

  /** Some twenty minutes: what the provider does not have by then it lost. */
  private static final int APPEARS_IN_TRIES = 8;

  private final Calls calls;
  private final Recordings recordings;
  private final ProviderRecordings provider;
  private final Receipts receipts;
  private final Pipeline inbox;
  private final Settling settling;
  private final boolean deletes;
  private final String domain;
  private final Clock clock;

  /**
   * @param provider null: there is none, and nothing is fetched
   * @param deletes whether what is kept here is deleted there
   * @param domain the hub's, in the id of the message
   */
  public VoiceMail(
      Telephone telephone,
      Recordings recordings,
      ProviderRecordings provider,
      Receipts receipts,
      Pipeline inbox,
      boolean deletes,
      String domain,
      Clock clock) {
    this.calls = telephone.calls();
    this.settling = telephone.settling();
    this.recordings = recordings;
    this.provider = provider;
    this.receipts = receipts;
    this.inbox = inbox;
    this.deletes = deletes;
    this.domain = domain;
    this.clock = clock;
  }

  /** Creates the index. */
  public Future<Void> prepare() {
    return recordings.prepare();
  }

  /**
   * A message was recorded: on disk before the future completes.
   *
   * @param account whose it is at the provider; null: not said
   * @param seconds how long it is
   */
  Future<Void> recorded(String account, String call, String recording, int seconds) {
    return recordings
        .add(Recording.recorded(recording, account, call, seconds, clock.instant()))
        .mapEmpty();
  }

  /** Completes with how many were tried. */
  public Future<Integer> tick() {
    Instant now = clock.instant();
    return provider == null
        ? Future.succeededFuture(0)
        : recordings
            .due(now, AT_ONCE)
            .compose(
                all ->
                    Future.join(all.stream().map(one -> tried(one, now)).toList())
                        .otherwiseEmpty()
                        .map(all.size()));
  }

  private Future<Void> tried(Recording one, Instant now) {
    return (one.kept() ? deleted(one) : kept(one, now))
        .onFailure(e -> LOG.warn("recording {} is tried later: {}", one.id(), e.toString()))
        .recover(e -> recordings.replace(one.failed(now), one.version()).mapEmpty());
  }

  private Future<Void> deleted(Recording one) {
    return provider
        .delete(one.account(), one.id())
        .compose(gone -> recordings.replace(one.done(), one.version()))
        .mapEmpty();
  }

  private Future<Void> kept(Recording one, Instant now) {
    return calls
        .find(one.call())
        .map(found -> found.orElseThrow(() -> new Changing.NoSuchCall(one.call())))
        .compose(call -> speaks(call) ? later(one, now) : kept(one, call, now));
  }

  /** What is promised after the message comes to the case first, with the call that it is about. */
  private static boolean speaks(Call call) {
    return call.goesOn() && call.course().stage() == Course.Stage.MESSAGE;
  }

  private Future<Void> later(Recording one, Instant now) {
    return recordings.replace(one.failed(now), one.version()).mapEmpty();
  }

  private Future<Void> kept(Recording one, Call before, Instant now) {
    return settling
        .placed(before)
        .compose(
            call ->
                provider
                    .fetch(one.account(), one.id())
                    .compose(audio -> kept(one, call, audio, now)));
  }

  /** What the provider lost cannot be kept: the call stands on the timeline all the same. */
  private Future<Void> kept(Recording one, Call call, Optional<Buffer> audio, Instant now) {
    if (audio.isEmpty() && one.tries() < APPEARS_IN_TRIES) {
      return later(one, now); // it was spoken just now
    }
    if (audio.isEmpty() || call.caseNumber() == null) {
      LOG.warn("recording {} is not there", one.id());
      return recordings.replace(one.done(), one.version()).mapEmpty();
    }
    Recording after = deletes ? one.keptAndToDelete(now) : one.done();
    return stored(one, call, audio.get())
        .compose(number -> recordings.replace(after, one.version()))
        .mapEmpty();
  }

  private Future<String> stored(Recording one, Call call, Buffer audio) {
    String id = Taken.ofRecording(one.id());
    byte[] raw = SpokenMessage.of(id, domain, one.at(), audio.getBytes());
    String back = call.happened(CallStep.ASKED_BACK) ? call.reachable().orElse(null) : null;
    return new Pieces(receipts)
        .store(id, raw)
        .compose(
            pieces ->
                inbox.place(
                    Taken.message(
                        id, call, back, pieces == 0 ? raw : null, pieces, raw.length, one.at())));
  }
}
