package org.cordboard.gateway.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.core5.http.Header;
import org.cordboard.handoff.CarrierRefusal;

/**
 * The SDK's way to the carrier: its requests go to a configured origin, exactly once each (the
 * SDK's own client repeats a POST up to six times, and so would dial a person six times). Blocking;
 * on workers only.
 */
final class CarrierHttp extends HttpClient {
  private final URI origin;
  private final CarrierLine line;

  CarrierHttp(URI origin, CarrierLine line) {
    this.origin = origin;
    this.line = line;
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
    Map<String, String> headers = new LinkedHashMap<>();
    request
        .getHeaderParams()
        .forEach((name, values) -> values.forEach(value -> headers.put(name, value)));
    headers.put("Accept", "application/json");
    if (request.requiresAuthentication()) {
      headers.put("Authorization", request.getAuthString());
    }
    String body = "";
    if (request.getMethod() != HttpMethod.GET) {
      headers.put("Content-Type", "application/x-www-form-urlencoded");
      body = request.encodeFormBody();
    }
    URI asked = origin.resolve(request.constructURL().getFile());
    return send(new CarrierLine.Ask(request.getMethod().toString(), asked, headers, body));
  }

  private Response send(CarrierLine.Ask ask) {
    try {
      CarrierLine.Answer answer = line.send(ask);
      return new Response(answer.body(), answer.status(), new Header[0]);
    } catch (ConnectException never) {
      throw new CarrierRefusal(
          "cannot connect to " + origin + "; check gateway.twilio.api-url and the network",
          "it cannot be connected to"); // nothing was sent
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
