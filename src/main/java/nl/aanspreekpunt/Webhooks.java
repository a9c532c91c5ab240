package nl.aanspreekpunt;

import io.vertx.ext.web.Router;
import nl.aanspreekpunt.inbox.files.AnswerFiles;
import nl.aanspreekpunt.inbox.notify.NotifyWebhook;
import nl.aanspreekpunt.inbox.sms.MediaOut;
import nl.aanspreekpunt.inbox.sms.OptAnswer;
import nl.aanspreekpunt.inbox.sms.SmsWebhook;
import nl.aanspreekpunt.inbox.sms.StatusWebhook;
import nl.aanspreekpunt.inbox.sms.TwilioWebhooks;
import nl.aanspreekpunt.phone.VoiceWebhooks;
import nl.aanspreekpunt.setup.channels.Ways;
import nl.aanspreekpunt.twilio.Ours;
import nl.aanspreekpunt.twilio.TwilioSignature;
import nl.aanspreekpunt.web.Routes;

/** Where providers deliver what came in, and tell what became of what went out. */
record Webhooks(Hub hub, Telephony telephony) implements Routes {
  @Override
  public void mount(Router router) {
    Ours ours = hub.ours();
    TwilioWebhooks.mount(
        router,
        new TwilioSignature(
            hub.publicUrl, hub.config.twilioAccounts(), hub.measures::refusedWebhook),
        new SmsWebhook(
            hub.taking(Ways.SMS),
            ours,
            new OptAnswer(hub.smsWork.optOuts(), hub.letters(), hub.config.twilio().answersStop()),
            hub.clock,
            hub.measures::refusedWebhook),
        new StatusWebhook(hub.outbox, hub.smsWork.statuses(), hub.smsWork.optOuts(), hub.clock));
    new MediaOut(hub.signedMedia(), hub.outbox, new AnswerFiles(hub.receipts, hub.filing))
        .mount(router);
    telephony.webhooks(router);
    Config.Secret token = hub.config.gateway().token();
    new NotifyWebhook(
            hub.outbox,
            hub.smsWork.statuses(),
            token == null ? null : token.value(),
            hub.measures::refusedWebhook,
            hub.clock)
        .mount(router);
    if (hub.config.voice().on()) {
      new VoiceWebhooks(hub.telephone, hub.voiceMail, ours, hub.measures::refusedWebhook)
          .mount(router);
    }
  }
}
