package org.cordboard.speech.google;

import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode;
import java.util.concurrent.TimeoutException;

/**
 * Google did not do what was asked. The message is one line that names the setting and the fix;
 * Google's own words, which hold nothing of a caller's, end it.
 */
final class GoogleFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_WORDS = 240; // letters of Google's own message that are kept

  private final boolean passing;
  private final StatusCode.Code code;

  private GoogleFailure(String message, Throwable cause, boolean passing, StatusCode.Code code) {
    super(message, cause);
    this.passing = passing;
    this.code = code;
  }

  /** Whether another try may go well. */
  boolean passing() {
    return passing;
  }

  /** Whether Google refused what was asked for, rather than failed at it. */
  boolean refused() {
    return code == StatusCode.Code.INVALID_ARGUMENT
        || code == StatusCode.Code.UNIMPLEMENTED
        || code == StatusCode.Code.FAILED_PRECONDITION;
  }

  /** Whether it is for who asks, or for lack of a permission. */
  boolean credentials() {
    return code == StatusCode.Code.UNAUTHENTICATED || code == StatusCode.Code.PERMISSION_DENIED;
  }

  /** Google said nothing at all. */
  static GoogleFailure silent(String service, String request) {
    String message = service + " gave no audio: check " + request;
    return new GoogleFailure(
        message, new IllegalStateException(message), false, StatusCode.Code.UNKNOWN);
  }

  /** Google took longer than {@code setting} allows. */
  static GoogleFailure late(String service, String what, String setting) {
    String message = service + " gave no " + what + " within " + setting;
    return new GoogleFailure(
        message, new TimeoutException(message), false, StatusCode.Code.DEADLINE_EXCEEDED);
  }

  /** Google ended a stream that was not over. */
  static GoogleFailure early(String service) {
    String message = service + " ended the stream before it was over";
    return new GoogleFailure(
        message, new IllegalStateException(message), true, StatusCode.Code.UNAVAILABLE);
  }

  /**
   * What {@code failure} means for whoever runs this.
   *
   * @param service as shown to people
   * @param request the settings that shaped the request, with their values
   * @param role the role that an account needs
   */
  static GoogleFailure of(Throwable failure, String service, String request, String role) {
    if (failure instanceof GoogleFailure known) {
      return known;
    }
    StatusCode.Code code =
        failure instanceof ApiException api
            ? api.getStatusCode().getCode()
            : StatusCode.Code.UNKNOWN;
    String fix =
        switch (code) {
          case UNAUTHENTICATED ->
              "does not accept the credentials: set speech.google.credentials to a service"
                  + " account's JSON file, or run 'gcloud auth application-default login'";
          case PERMISSION_DENIED ->
              "denies permission: switch its API on in the project of speech.google.project, and"
                  + " give the account of speech.google.credentials the role "
                  + role;
          case RESOURCE_EXHAUSTED ->
              "has no quota left: raise it in the Google Cloud console (IAM & Admin, Quotas), or"
                  + " take fewer calls at once";
          case INVALID_ARGUMENT, FAILED_PRECONDITION, UNIMPLEMENTED ->
              "refuses the request: check " + request;
          case NOT_FOUND -> "finds no such thing: check " + request;
          case DEADLINE_EXCEEDED ->
              "did not answer in time: check the network and speech.google.endpoint";
          case UNAVAILABLE -> "cannot be reached: check the network and speech.google.endpoint";
          default -> "failed: check Google Cloud's status page, or take another engine";
        };
    String message = service + " " + fix + " (" + code + words(failure) + ")";
    return new GoogleFailure(message, failure, passes(code), code);
  }

  private static boolean passes(StatusCode.Code code) {
    return switch (code) {
      // OUT_OF_RANGE is how a stream that is too old or too fast ends
      case UNAVAILABLE, INTERNAL, UNKNOWN, ABORTED, CANCELLED, OUT_OF_RANGE, DATA_LOSS -> true;
      default -> false;
    };
  }

  private static String words(Throwable failure) {
    Throwable innermost = failure;
    for (Throwable next = failure.getCause(); next != null; next = next.getCause()) {
      innermost = next;
    }
    String message = String.valueOf(innermost.getMessage()).replaceAll("\\s+", " ").strip();
    return ": " + message.substring(0, Math.min(MOST_WORDS, message.length()));
  }
}
