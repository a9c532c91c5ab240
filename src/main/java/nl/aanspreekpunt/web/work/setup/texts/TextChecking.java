package nl.aanspreekpunt.web.work.setup.texts;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import nl.aanspreekpunt.outbox.Letters;
import nl.aanspreekpunt.outbox.own.OwnTexts;
import nl.aanspreekpunt.web.work.Form;

/**
 * Checks what is typed beside the event loops: a text message is made of every case it is said in.
 */
final class TextChecking {
  private static final int AT_ONCE = 2;

  private final TextForm form;
  private final WorkerExecutor workers;

  TextChecking(Vertx vertx, Letters letters, OwnTexts texts) {
    form = new TextForm(letters, texts);
    workers = vertx.createSharedWorkerExecutor("letter-texts", AT_ONCE);
  }

  Future<TextForm.Checked> of(Form typed, String key) {
    return workers.executeBlocking(() -> form.checked(typed, key), false);
  }
}
