package org.cordboard.speech.google;

import com.google.api.gax.grpc.GrpcCallContext;
import com.google.api.gax.rpc.BidiStreamingCallable;
import com.google.api.gax.rpc.ClientStream;
import com.google.api.gax.rpc.ResponseObserver;
import com.google.api.gax.rpc.StreamController;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.cordboard.config.Loop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One stream to Google and back. Its methods are called on the loop, and its events come there;
 * none comes after {@link #cancel} or after the last one.
 *
 * @param <Q> what is sent
 * @param <R> what comes back
 */
final class GoogleCall<Q, R> {
  private static final Logger log = LoggerFactory.getLogger(GoogleCall.class);

  private final Loop loop;
  private final Events<R> events;
  private @Nullable ClientStream<Q> stream;
  private boolean over;

  /** What comes back, on the loop; exactly one of the last two ends it. */
  interface Events<R> {
    void response(R response);

    void failed(Throwable failure);

    void completed();
  }

  private GoogleCall(Loop loop, Events<R> events) {
    this.loop = loop;
    this.events = events;
  }

  /** Opens a stream that Google's library ends after {@code deadline}. */
  static <Q, R> GoogleCall<Q, R> open(
      BidiStreamingCallable<Q, R> callable, Duration deadline, Loop loop, Events<R> events) {
    GoogleCall<Q, R> call = new GoogleCall<>(loop, events);
    try {
      GrpcCallContext context = GrpcCallContext.createDefault().withTimeoutDuration(deadline);
      call.stream = callable.splitCall(call.new Answers(), context);
    } catch (RuntimeException refused) { // the client is closed
      loop.clock().after(Duration.ZERO, () -> call.end(() -> events.failed(refused)));
    }
    return call;
  }

  /** Whether the line takes more now; what is sent all the same waits in memory. */
  boolean ready() {
    ClientStream<Q> open = stream;
    return open != null && !over && open.isSendReady();
  }

  void send(Q request) {
    attempt(open -> open.send(request));
  }

  /** Nothing more will be sent. */
  void endSending() {
    attempt(ClientStream::closeSend);
  }

  /** Drops the stream: no event comes any more. Harmless when repeated. */
  void cancel() {
    if (!over) {
      attempt(open -> open.closeSendWithError(new CancellationException("no longer wanted")));
      over = true;
    }
  }

  private void attempt(java.util.function.Consumer<ClientStream<Q>> step) {
    ClientStream<Q> open = stream;
    if (open == null || over) {
      return;
    }
    try {
      step.accept(open);
    } catch (IllegalStateException ended) {
      log.debug("a stream to Google had ended already"); // its failure is on the way
    }
  }

  private void end(Runnable event) {
    if (!over) {
      over = true;
      event.run();
    }
  }

  private final class Answers implements ResponseObserver<R> {
    @Override
    public void onStart(StreamController controller) {
      // flow control as it comes: answers are small
    }

    @Override
    public void onResponse(R response) {
      post(
          () -> {
            if (!over) {
              events.response(response);
            }
          });
    }

    @Override
    public void onError(Throwable failure) {
      post(() -> end(() -> events.failed(failure)));
    }

    @Override
    public void onComplete() {
      post(() -> end(events::completed));
    }

    private void post(Runnable task) {
      try {
        loop.run(task);
      } catch (IllegalStateException closed) {
        log.debug("an answer of Google found its loop closed");
      }
    }
  }
}
