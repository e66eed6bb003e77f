package org.cordboard.gateway.twilio;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cordboard.config.Clock;
import org.cordboard.config.Loop;
import org.cordboard.gateway.call.CarrierEvents;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The carrier's way in, without HTTP: signed requests as strings, media sockets as text frames. The
 * listeners stand before it; in virtual time a simulated carrier speaks to it directly. Any thread.
 */
public final class TwilioDoor {
  private static final Logger log = LoggerFactory.getLogger(TwilioDoor.class);
  private static final String TOKEN = "gateway.twilio.auth-token and gateway.twilio.public-url";

  private final TwilioSettings settings;
  private final WebhookSignature signature;
  private final TwilioWebhooks webhooks;
  private final OfferReplies replies;
  private final CarrierEvents events;

  TwilioDoor(
      TwilioSettings settings,
      WebhookSignature signature,
      TwilioWebhooks webhooks,
      OfferReplies replies,
      CarrierEvents events) {
    this.settings = settings;
    this.signature = signature;
    this.webhooks = webhooks;
    this.replies = replies;
    this.events = events;
  }

  /**
   * A POST of the carrier.
   *
   * @param path without the query
   * @param pathAndQuery exactly as sent: it is signed
   * @param query decoded
   * @param form decoded; a name may have several values
   * @param signature the header, if there was one
   */
  public record Request(
      String path,
      String pathAndQuery,
      Map<String, String> query,
      Map<String, List<String>> form,
      @Nullable String signature) {
    @Override
    public String toString() {
      return "Request[" + path + "]"; // the rest is personal
    }
  }

  /** The answer: XML with 200, nothing otherwise. */
  public record Reply(int status, String document) {}

  /** The socket beneath a media stream; used on its own loop. */
  public interface SocketPort {
    /** Sends a text frame; may drop it when the other side does not read. */
    void send(String text);

    /** Sends a text frame that must not be lost, however much waits to be read. */
    default void sendSurely(String text) {
      send(text);
    }

    /** Closes with a code of RFC 6455 §7.4. */
    void close(short code, String why);
  }

  /** What comes over a media socket; called on its loop. */
  public interface SocketEars {
    /** A text frame has come. */
    void onText(String text);

    /** A text frame has come, in UTF-8; the bytes are not to be changed afterwards. */
    void onText(byte[] text);

    /** The socket is closed, by whoever. */
    void onClosed();
  }

  /** Serves a request: {@code reply} is told on {@code io}, once. */
  public void ask(Request request, Loop io, Consumer<Reply> reply) {
    Webhook webhook = checked(request, reply);
    if (webhook == null) {
      return;
    }
    if (TwilioWebhooks.NEWS.contains(request.path())) {
      webhooks.news(webhook);
      reply.accept(new Reply(204, ""));
    } else if (TwilioWebhooks.WITH_DOCUMENT.contains(request.path())) {
      new Pending(webhook, io, reply).ask();
    } else {
      reply.accept(new Reply(404, ""));
    }
  }

  private @Nullable Webhook checked(Request request, Consumer<Reply> reply) {
    if (!signature.form(request.pathAndQuery(), request.form(), request.signature())) {
      log.warn(
          "refused {} with 403: its signature {}; check {}",
          request.path(),
          request.signature() == null ? "is missing" : "does not match",
          TOKEN);
      reply.accept(new Reply(403, ""));
      return null;
    }
    Map<String, String> said = new HashMap<>();
    request.form().forEach((name, values) -> said.put(name, values.isEmpty() ? "" : values.get(0)));
    Webhook webhook = new Webhook(request.path(), request.query(), said);
    try {
      webhook.call();
      return webhook;
    } catch (IllegalArgumentException noCall) {
      log.warn("refused {} with 400: it names no call", request.path());
      reply.accept(new Reply(400, ""));
      return null;
    }
  }

  /** Whether a media socket asked for with this address and signature is the carrier's. */
  public boolean admits(String pathAndQuery, @Nullable String given) {
    if (signature.socket(pathAndQuery, given)) {
      return true;
    }
    log.warn(
        "refused a media socket with 403: its signature {}; check {}",
        given == null ? "is missing" : "does not match",
        TOKEN);
    return false;
  }

  /** Takes a media socket that was admitted and is open; its first frames have a deadline. */
  public SocketEars open(SocketPort port, Loop io) {
    MediaSession session = new MediaSession(events, port, io);
    Clock.Timer deadline =
        io.clock()
            .after(
                settings.startDeadline(),
                () -> {
                  if (!session.started()) {
                    session.refuse(
                        "no start frame within " + settings.startDeadline().toMillis() + " ms");
                  }
                });
    return new SocketEars() {
      @Override
      public void onText(String text) {
        session.onText(text);
      }

      @Override
      public void onText(byte[] text) {
        session.onText(text);
      }

      @Override
      public void onClosed() {
        deadline.cancel();
        session.onClosed();
      }
    };
  }

  /** Requests of agents' legs that wait for an answer: none when no call is going on. */
  public int waiting() {
    return replies.size();
  }

  /** A request that wants a document: from another loop perhaps, and until a deadline. */
  private final class Pending implements Consumer<String> {
    private final Webhook webhook;
    private final Loop io;
    private final Consumer<Reply> reply;
    private Clock.Timer deadline = () -> {};
    private boolean answered; // on io

    Pending(Webhook webhook, Loop io, Consumer<Reply> reply) {
      this.webhook = webhook;
      this.io = io;
      this.reply = reply;
    }

    void ask() {
      deadline = io.clock().after(settings.replyDeadline(), this::late);
      webhooks.document(webhook, this);
    }

    @Override
    public void accept(String document) {
      io.run(() -> answer(document));
    }

    private void answer(String document) {
      if (!answered) {
        answered = true;
        deadline.cancel();
        reply.accept(new Reply(200, document));
      }
    }

    private void late() {
      if (!answered) {
        replies.forget(webhook.offer(), this);
        log.warn(
            "call {}: no answer for {} within {} ms; sent the safe document",
            webhook.call(),
            webhook.path(),
            settings.replyDeadline().toMillis());
        answer(webhooks.safe(webhook));
      }
    }
  }
}
