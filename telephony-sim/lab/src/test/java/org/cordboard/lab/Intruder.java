package org.cordboard.lab;

import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who reaches the carrier's doors of a gateway, and knows its secret where it must. */
final class Intruder {
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  private final Loopback loopback;

  Intruder(Loopback loopback) {
    this.loopback = loopback;
  }

  /** Posts a form; {@code secret} signs it. */
  HttpResponse<String> post(String path, Map<String, String> form, String secret)
      throws IOException, InterruptedException {
    StringBuilder signed = new StringBuilder(loopback.origin() + path);
    new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
    String body =
        form.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(loopback.origin() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", sign(signed.toString(), secret))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Announces a call, as the carrier would, and takes the stream token out of the answer. */
  String callAndTakeToken(String callSid) throws IOException, InterruptedException {
    Map<String, String> form =
        Map.of("CallSid", callSid, "From", "+15550199", "To", "+15550100002");
    String document = post("/twilio/voice", form, Loopback.TOKEN).body();
    Matcher token = TOKEN.matcher(document);
    if (!token.find()) {
      throw new AssertionError("no stream in the answer: " + document);
    }
    return token.group(1);
  }

  /** Opens the media socket. */
  WebSocket socket(String secret) {
    return Loopback.of(
        loopback
            .vertx()
            .createWebSocketClient(new WebSocketClientOptions().setMaxFrameSize(1 << 20))
            .connect(
                new WebSocketConnectOptions()
                    .setHost("127.0.0.1")
                    .setPort(loopback.gatewayPort())
                    .setURI("/media")
                    .addHeader(
                        "x-twilio-signature",
                        sign(loopback.origin().replace("http", "ws") + "/media", secret))));
  }

  /** Completes with the code with which the far end closes {@code socket}. */
  static CompletableFuture<Short> closed(WebSocket socket) {
    CompletableFuture<Short> code = new CompletableFuture<>();
    socket.closeHandler(gone -> code.complete(socket.closeStatusCode()));
    return code.orTimeout(Loopback.LIMIT_S, TimeUnit.SECONDS);
  }

  /** Completes with the first message in which {@code words} occur. */
  static CompletableFuture<String> heard(WebSocket socket, String words) {
    CompletableFuture<String> message = new CompletableFuture<>();
    socket.textMessageHandler(
        text -> {
          if (text.contains(words)) {
            message.complete(text);
          }
        });
    return message.orTimeout(Loopback.LIMIT_S, TimeUnit.SECONDS);
  }

  static String start(String callSid, String token) {
    return "{\"event\":\"start\",\"start\":{\"streamSid\":\"MZ00000000000000000000000000000bad\","
        + "\"callSid\":\""
        + callSid
        + "\",\"tracks\":[\"inbound\"],\"customParameters\":{\"token\":\""
        + token
        + "\"}}}";
  }

  private static String sign(String message, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new AssertionError(missing);
    }
  }
}
