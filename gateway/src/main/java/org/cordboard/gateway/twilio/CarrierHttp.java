package org.cordboard.gateway.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.apache.hc.core5.http.Header;
import org.cordboard.handoff.CarrierRefusal;

/**
 * The SDK's way to the carrier: its requests go to a configured origin, exactly once each (the
 * SDK's own client repeats a POST up to six times, and so would dial a person six times), and have
 * short limits. Blocking; on workers only.
 */
final class CarrierHttp extends HttpClient {
  private final URI origin;
  private final Duration requestTimeout;
  private final java.net.http.HttpClient http;

  CarrierHttp(URI origin, Duration connectTimeout, Duration requestTimeout) {
    this.origin = origin;
    this.requestTimeout = requestTimeout;
    this.http =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout)
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response reliableRequest(
      Request request, int[] retryCodes, int retries, long delayMillis) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    URL asked = request.constructURL();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(origin.resolve(asked.getFile())).timeout(requestTimeout);
    request
        .getHeaderParams()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    builder.header("Accept", "application/json");
    if (request.requiresAuthentication()) {
      builder.header("Authorization", request.getAuthString());
    }
    if (request.getMethod() == HttpMethod.GET) {
      builder.GET();
    } else {
      builder
          .header("Content-Type", "application/x-www-form-urlencoded")
          .method(
              request.getMethod().toString(), BodyPublishers.ofString(request.encodeFormBody()));
    }
    return send(builder.build());
  }

  private Response send(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      return new Response(answer.body(), answer.statusCode(), new Header[0]);
    } catch (ConnectException | HttpConnectTimeoutException never) {
      throw new CarrierRefusal(
          "cannot connect to "
              + origin
              + "; check gateway.twilio.api-url and the network"); // nothing was sent
    } catch (IOException lost) {
      throw new CarrierSilence("no answer from " + origin + ": " + lost, lost);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CarrierSilence("interrupted while waiting for " + origin, interrupted);
    }
  }

  /** The request may or may not have been carried out. */
  static final class CarrierSilence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CarrierSilence(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
