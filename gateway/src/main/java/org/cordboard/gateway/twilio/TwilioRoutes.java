package org.cordboard.gateway.twilio;

import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.cordboard.config.Clock;
import org.cordboard.gateway.http.VertxLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The webhooks as Vert.x routes: signature first, then the meaning, then the answer, which may come
 * from another loop and has a deadline. A body handler must stand before these routes.
 */
final class TwilioRoutes {
  private static final Logger log = LoggerFactory.getLogger(TwilioRoutes.class);
  private static final String SIGNATURE = "X-Twilio-Signature";

  private final TwilioSettings settings;
  private final WebhookSignature signature;
  private final TwilioWebhooks webhooks;
  private final OfferReplies replies;

  TwilioRoutes(
      TwilioSettings settings,
      WebhookSignature signature,
      TwilioWebhooks webhooks,
      OfferReplies replies) {
    this.settings = settings;
    this.signature = signature;
    this.webhooks = webhooks;
    this.replies = replies;
  }

  void mount(Router router) {
    TwilioWebhooks.WITH_DOCUMENT.forEach(path -> router.post(path).handler(this::document));
    TwilioWebhooks.NEWS.forEach(path -> router.post(path).handler(this::news));
  }

  private void document(RoutingContext request) {
    Webhook webhook = checked(request);
    if (webhook == null) {
      return;
    }
    Context context = request.vertx().getOrCreateContext();
    AtomicBoolean answered = new AtomicBoolean();
    Reply reply = new Reply();
    Clock.Timer deadline =
        new VertxLoop(context)
            .clock()
            .after(settings.replyDeadline(), () -> late(request, webhook, answered, reply));
    reply.then =
        document -> {
          if (answered.compareAndSet(false, true)) {
            context.runOnContext(
                on -> {
                  deadline.cancel();
                  send(request, document);
                });
          }
        };
    webhooks.document(webhook, reply);
  }

  private void late(RoutingContext request, Webhook webhook, AtomicBoolean answered, Reply reply) {
    if (answered.compareAndSet(false, true)) {
      replies.forget(webhook.offer(), reply);
      log.warn(
          "call {}: no answer for {} within {} ms; sent the safe document",
          webhook.call(),
          webhook.path(),
          settings.replyDeadline().toMillis());
      send(request, webhooks.safe(webhook));
    }
  }

  private static void send(RoutingContext request, String document) {
    if (!request.response().closed()) {
      request.response().putHeader("Content-Type", "text/xml; charset=utf-8").end(document);
    }
  }

  private void news(RoutingContext request) {
    Webhook webhook = checked(request);
    if (webhook != null) {
      webhooks.news(webhook);
      request.response().setStatusCode(204).end();
    }
  }

  private @org.jspecify.annotations.Nullable Webhook checked(RoutingContext request) {
    MultiMap form = request.request().formAttributes();
    Map<String, List<String>> signed = new HashMap<>();
    Map<String, String> said = new HashMap<>();
    for (String name : form.names()) {
      signed.put(name, form.getAll(name));
      said.put(name, form.get(name));
    }
    String given = request.request().getHeader(SIGNATURE);
    String path = request.request().path();
    if (!signature.form(request.request().uri(), signed, given)) {
      log.warn(
          "refused {} with 403: its signature {}; check gateway.twilio.auth-token and"
              + " gateway.twilio.public-url",
          path,
          given == null ? "is missing" : "does not match");
      request.response().setStatusCode(403).end();
      return null;
    }
    Map<String, String> query = new HashMap<>();
    request.queryParams().forEach(query::put);
    Webhook webhook = new Webhook(path, query, said);
    try {
      webhook.call();
      return webhook;
    } catch (IllegalArgumentException noCall) {
      log.warn("refused {} with 400: it names no call", path);
      request.response().setStatusCode(400).end();
      return null;
    }
  }

  /** One object for a request's reply, so that it can be forgotten again. */
  private static final class Reply implements Consumer<String> {
    private volatile Consumer<String> then = document -> {};

    @Override
    public void accept(String document) {
      then.accept(document);
    }
  }
}
