package org.cordboard.gateway.console;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cordboard.config.Completion;
import org.cordboard.gateway.recording.Recorder.Part;

/** Sends one part of a recording, or the range of it that a player asks for (RFC 9110 §14). */
final class RecordingDownload implements Completion<List<Part>> {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,12})-(\\d{0,12})");

  private final RoutingContext request;
  private final String wanted;

  RecordingDownload(RoutingContext request, String wanted) {
    this.request = request;
    this.wanted = wanted;
  }

  @Override
  public void done(List<Part> parts) {
    Optional<Part> found =
        parts.stream().filter(part -> Integer.toString(part.number()).equals(wanted)).findFirst();
    if (found.isEmpty()) {
      ConsoleRoutes.refuse(request, 404, "this call has no such recording");
    } else if (!request.response().closed()) {
      send(found.get());
    }
  }

  @Override
  public void failed(Throwable failure) {
    ConsoleRoutes.refuse(request, 503, "recordings cannot be read just now; try again");
  }

  private void send(Part part) {
    HttpServerResponse response = request.response();
    response.putHeader("Content-Type", "audio/wav").putHeader("Accept-Ranges", "bytes");
    response.putHeader(
        "Content-Disposition", "inline; filename=\"" + part.path().getFileName() + "\"");
    long from = 0;
    long last = part.bytes() - 1;
    Matcher range = RANGE.matcher(Optional.ofNullable(header()).orElse(""));
    if (range.matches()) {
      from = Long.parseLong(range.group(1));
      last = range.group(2).isEmpty() ? last : Math.min(last, Long.parseLong(range.group(2)));
      if (from > last) {
        response.putHeader("Content-Range", "bytes */" + part.bytes());
        ConsoleRoutes.refuse(request, 416, "the recording is shorter than that");
        return;
      }
      response.setStatusCode(206);
      response.putHeader("Content-Range", "bytes " + from + "-" + last + "/" + part.bytes());
    }
    long length = last - from + 1;
    response.sendFile(part.path().toString(), from, length).onFailure(gone -> failed(gone));
  }

  private @org.jspecify.annotations.Nullable String header() {
    return request.request().getHeader("Range");
  }
}
