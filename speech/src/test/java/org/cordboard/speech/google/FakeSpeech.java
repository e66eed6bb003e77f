package org.cordboard.speech.google;

import com.google.cloud.speech.v2.SpeechGrpc;
import com.google.cloud.speech.v2.StreamingRecognizeRequest;
import com.google.cloud.speech.v2.StreamingRecognizeResponse;
import io.grpc.BindableService;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Google's recogniser, faked behind its own server stub on a socket of this machine. It understands
 * {@link Speaker}: ten frames of the byte 7 are the word "w7"; a word that is not whole comes back
 * as "w7?", so that a frame lost or doubled is heard. Half a second of silence makes words final,
 * as does the end of the stream.
 */
final class FakeSpeech extends SpeechGrpc.SpeechImplBase implements AutoCloseable {
  /**
   * What goes wrong with a stream.
   *
   * @param status how it fails; OK ends it without a failure; null leaves it be
   * @param afterBytes audio it takes before that
   * @param mute it never answers
   * @param deaf it reads nothing until told
   */
  record Plan(Status status, long afterBytes, boolean mute, boolean deaf) {
    static final Plan WELL = new Plan(null, 0, false, false);
    static final Plan MUTE = new Plan(null, 0, true, false);
    static final Plan DEAF = new Plan(null, 0, false, true);

    static Plan failing(Status status, long afterBytes) {
      return new Plan(status, afterBytes, false, false);
    }
  }

  private static final int WINDOW_BYTES = 65_536;

  final List<FakeSpeechStream> streams = new CopyOnWriteArrayList<>();
  final Queue<Plan> plans = new ConcurrentLinkedQueue<>();
  volatile Plan usual = Plan.WELL;
  private final io.grpc.Server server;

  private final int port;

  /** A server of its own, which offers {@code more} as well. */
  FakeSpeech(BindableService... more) throws IOException {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
            .flowControlWindow(WINDOW_BYTES)
            .addService(this);
    for (BindableService service : more) {
      builder.addService(service);
    }
    server = builder.build().start();
    port = server.getPort();
  }

  String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  FakeSpeechStream stream(int index) {
    return streams.get(index);
  }

  @Override
  public StreamObserver<StreamingRecognizeRequest> streamingRecognize(
      StreamObserver<StreamingRecognizeResponse> answers) {
    Plan plan = plans.poll();
    FakeSpeechStream stream =
        new FakeSpeechStream(
            plan == null ? usual : plan,
            (ServerCallStreamObserver<StreamingRecognizeResponse>) answers);
    streams.add(stream);
    return stream;
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
