package org.cordboard.speech.node;

import io.vertx.grpc.common.GrpcStatus;
import java.util.List;
import java.util.Locale;
import org.cordboard.speech.node.wire.Load;
import org.cordboard.speech.node.wire.State;
import org.jspecify.annotations.Nullable;

/** Whether a node takes what it is asked to take. Pure. */
final class Admission {
  private final NodeServerSettings settings;

  Admission(NodeServerSettings settings) {
    this.settings = settings;
  }

  /** Why not. */
  record Refusal(GrpcStatus status, String reason) {}

  /** What the node tells its clients of itself. */
  State state(Load load, boolean draining, boolean sick) {
    if (draining) {
      return State.DRAINING;
    } else if (sick) {
      return State.SICK;
    }
    return busy(load) ? State.FULL : State.SERVING;
  }

  private boolean busy(Load load) {
    return load.getStreams() >= settings.limits().streams()
        || load.getLagMillis() > settings.limits().lag().toMillis();
  }

  /** Why a stream in {@code language} is refused; null when it is taken. */
  @Nullable Refusal stream(State state, Load load, String language) {
    if (state == State.DRAINING) {
      return new Refusal(GrpcStatus.UNAVAILABLE, "the node is about to stop");
    }
    if (!understands(settings.languages(), language)) {
      return foreign(String.join(", ", settings.languages()), language);
    }
    if (state == State.SICK) {
      return new Refusal(GrpcStatus.UNAVAILABLE, "the node's engine has failed several times");
    }
    if (state != State.SERVING) {
      return new Refusal(
          GrpcStatus.RESOURCE_EXHAUSTED,
          load.getStreams()
              + " of "
              + settings.limits().streams()
              + " streams, "
              + load.getLagMillis()
              + " ms behind");
    }
    return null;
  }

  /** Why a language is refused that the engine, or what it is said to understand, is not for. */
  static Refusal foreign(String known, String language) {
    return new Refusal(
        GrpcStatus.FAILED_PRECONDITION, "the node (" + known + ") does not understand " + language);
  }

  /** Why a text is refused; null when it is taken. */
  @Nullable Refusal text(boolean draining, Load load, String text) {
    if (draining) {
      return new Refusal(GrpcStatus.UNAVAILABLE, "the node is about to stop");
    }
    if (text.length() > settings.limits().textChars()) {
      return new Refusal(
          GrpcStatus.INVALID_ARGUMENT,
          "a text of "
              + text.length()
              + " characters; at most "
              + settings.limits().textChars()
              + " (speech.node.server.limits.text-chars)");
    }
    if (load.getSyntheses() >= settings.limits().syntheses()) {
      return new Refusal(
          GrpcStatus.RESOURCE_EXHAUSTED,
          load.getSyntheses() + " of " + settings.limits().syntheses() + " texts");
    }
    return null;
  }

  private static boolean understands(List<String> known, String asked) {
    return known.isEmpty() || known.stream().anyMatch(each -> same(each, asked));
  }

  /** Same language and, where both say one, the same region. */
  static boolean same(String known, String asked) {
    Locale one = Locale.forLanguageTag(known);
    Locale other = Locale.forLanguageTag(asked);
    return one.getLanguage().equals(other.getLanguage())
        && (one.getCountry().isEmpty()
            || other.getCountry().isEmpty()
            || one.getCountry().equals(other.getCountry()));
  }
}
