package org.cordboard.sim.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.Header;
import org.cordboard.config.Settings;
import org.cordboard.sim.SimServer;
import org.cordboard.sim.SimSettings;
import org.cordboard.speech.wiring.SpeechParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The carrier's own SDK, over a real socket, finds what it expects. */
class CarrierSdkTest {
  private static final String ACCOUNT = "AC00000000000000000000000000000001";
  private static final PhoneNumber LINE = new PhoneNumber("+15550100002");
  private static final PhoneNumber AGENT = new PhoneNumber("+15550100009");

  private final Vertx vertx = Vertx.vertx();
  private SimServer server;
  private TwilioRestClient sdk;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    Settings settings =
        Settings.parse("sim { port = 0, data-dir = \"" + folder + "\", dialing.setup = 60s }");
    server =
        await(
            SimServer.start(
                settings.bind("sim", SimSettings.class), vertx, SpeechParts.synthesizer(settings)));
    sdk = client("sim-auth-token-0001");
  }

  @AfterEach
  void stop() throws Exception {
    await(server.close());
    await(vertx.close());
  }

  private static <T> T await(io.vertx.core.Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  private TwilioRestClient client(String token) {
    URI base = URI.create("http://127.0.0.1:" + server.port());
    return new TwilioRestClient.Builder(ACCOUNT, token)
        .accountSid(ACCOUNT)
        .httpClient(new BaseUrlClient(base))
        .build();
  }

  private Call dial() {
    return Call.creator(AGENT, LINE, new Twiml("<Response><Pause/></Response>"))
        .setStatusCallbackEvent(List.of("initiated", "answered"))
        .setTimeout(20)
        .create(sdk);
  }

  @Test
  void callIsCreatedReadListedAndCanceled() {
    Call created = dial();
    assertThat(created.getSid()).startsWith("CA");
    assertThat(created.getStatus()).isEqualTo(Call.Status.QUEUED);
    assertThat(created.getDirection()).isEqualTo("outbound-api");
    assertThat(Call.fetcher(created.getSid()).fetch(sdk).getTo()).isEqualTo("+15550100009");
    assertThat(Call.reader().setTo(AGENT).read(sdk)).hasSize(1);
    Call canceled =
        Call.updater(created.getSid()).setStatus(Call.UpdateStatus.CANCELED).update(sdk);
    assertThat(canceled.getStatus()).isEqualTo(Call.Status.CANCELED);
    assertThat(canceled.getEndTime()).isNotNull();
    assertThatThrownBy(
            () -> Call.updater(created.getSid()).setTwiml(new Twiml("<Response/>")).update(sdk))
        .isInstanceOf(ApiException.class)
        .extracting(failure -> ((ApiException) failure).getCode())
        .isEqualTo(21220);
  }

  @Test
  void conferenceIsFoundByNameAcrossPages() {
    for (int i = 0; i < 3; i++) {
      Participant added =
          Participant.creator("room-" + i, LINE, AGENT)
              .setLabel("agent")
              .setEarlyMedia(false)
              .setEndConferenceOnExit(true)
              .create(sdk);
      assertThat(added.getLabel()).isEqualTo("agent");
      assertThat(added.getStatus()).isEqualTo(Participant.Status.QUEUED);
    }
    assertThat(Conference.reader().pageSize(2).read(sdk)).hasSize(3);
    Conference found = Conference.reader().setFriendlyName("room-1").read(sdk).iterator().next();
    assertThat(found.getStatus()).isEqualTo(Conference.Status.INIT);
    Conference ended =
        Conference.updater(found.getSid()).setStatus(Conference.UpdateStatus.COMPLETED).update(sdk);
    assertThat(ended.getStatus()).isEqualTo(Conference.Status.COMPLETED);
  }

  @Test
  void errorsCarryStatusAndCode() {
    assertThatThrownBy(() -> Call.fetcher("CA" + "0".repeat(32)).fetch(sdk))
        .isInstanceOf(ApiException.class)
        .satisfies(
            failure -> {
              assertThat(((ApiException) failure).getCode()).isEqualTo(20404);
              assertThat(((ApiException) failure).getStatusCode()).isEqualTo(404);
            });
    assertThatThrownBy(() -> Call.reader().read(client("guess")).iterator())
        .isInstanceOf(com.twilio.exception.TwilioException.class);
    server.faults().add(1, RestFaults.Fault.TOO_MANY);
    assertThatThrownBy(this::dial)
        .isInstanceOf(ApiException.class)
        .extracting(failure -> ((ApiException) failure).getStatusCode())
        .isEqualTo(429);
    assertThat(dial().getSid()).isNotEmpty();
  }

  /** Sends the SDK's requests to another origin, once each. */
  private static final class BaseUrlClient extends HttpClient {
    private final URI base;
    private final java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();

    BaseUrlClient(URI base) {
      this.base = base;
    }

    @Override
    public Response reliableRequest(Request request) {
      return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
      String method = request.getMethod().toString();
      HttpRequest.BodyPublisher body =
          method.equals("GET")
              ? HttpRequest.BodyPublishers.noBody()
              : HttpRequest.BodyPublishers.ofString(request.encodeFormBody());
      HttpRequest sent =
          HttpRequest.newBuilder(base.resolve(request.constructURL().getFile()))
              .header("Authorization", request.getAuthString())
              .header("Content-Type", "application/x-www-form-urlencoded")
              .method(method, body)
              .build();
      try {
        HttpResponse<byte[]> answer = http.send(sent, HttpResponse.BodyHandlers.ofByteArray());
        return new Response(
            new ByteArrayInputStream(Arrays.copyOf(answer.body(), answer.body().length)),
            answer.statusCode(),
            new Header[0]);
      } catch (IOException failed) {
        throw new IllegalStateException(failed);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  }
}
