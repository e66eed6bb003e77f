package org.cordboard.sim.carrier;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.config.Workers;
import org.cordboard.speech.audio.MuLawWavWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one leg's stereo WAV (μ-law, 8 kHz) and its events, off the loop, a second at a time. The
 * workers must be a serial lane.
 */
final class WavRecorder implements LegRecorder {
  private static final Logger log = LoggerFactory.getLogger(WavRecorder.class);
  private static final int RATE_HZ = 8000;

  private final Path wav;
  private final Loop loop;
  private final Workers lane;
  private final JsonObject about;
  private final JsonArray events = new JsonArray();
  private byte[] left = new byte[RATE_HZ];
  private byte[] right = new byte[RATE_HZ];
  private int filled;
  private long samples;
  private boolean failed;
  private @Nullable MuLawWavWriter file; // touched on the lane only

  WavRecorder(Path wav, LegInfo leg, Instant begun, Loop loop, Workers lane) {
    this.wav = wav;
    this.loop = loop;
    this.lane = lane;
    this.about =
        new JsonObject()
            .put("callSid", leg.sid())
            .put("direction", leg.direction().wire())
            .put("parentCallSid", leg.parentSid())
            .put("begun", begun.toString())
            .put("sampleRateHz", RATE_HZ);
    submit(this::open);
  }

  @Override
  public void frame(byte[] said, byte[] heard) {
    System.arraycopy(said, 0, left, filled, said.length);
    System.arraycopy(heard, 0, right, filled, heard.length);
    filled += said.length;
    samples += said.length;
    if (filled == RATE_HZ) {
      flush();
    }
  }

  private void flush() {
    byte[] said = Arrays.copyOf(left, filled);
    byte[] heard = Arrays.copyOf(right, filled);
    filled = 0;
    submit(
        () -> {
          if (file != null) {
            file.write(said, heard);
          }
          return said.length;
        });
  }

  @Override
  public void event(String what, Map<String, String> details) {
    JsonObject event = new JsonObject().put("sample", samples).put("event", what);
    details.forEach(event::put);
    events.add(event);
  }

  @Override
  public void close(Consumer<Optional<Path>> written) {
    flush();
    about.put("samples", samples).put("events", events);
    String json = about.encodePrettily();
    lane.submit(
        () -> finish(json),
        loop,
        Completion.of(
            path -> written.accept(failed ? Optional.empty() : Optional.of(path)),
            failure -> {
              broken(failure);
              written.accept(Optional.empty());
            }));
  }

  private void submit(Callable<Integer> task) {
    lane.submit(task, loop, Completion.of(count -> {}, this::broken));
  }

  private void broken(Throwable failure) {
    if (!failed) {
      failed = true;
      log.warn("{}: the recording cannot be written: {}", wav, failure.toString());
    }
  }

  private int open() throws IOException {
    Path folder = wav.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    file = new MuLawWavWriter(wav, 2);
    return 0;
  }

  private Path finish(String json) throws IOException {
    if (file != null) {
      file.close();
    }
    String name = wav.getFileName().toString().replaceFirst("\\.wav$", ".events.json");
    Files.writeString(wav.resolveSibling(name), json);
    return wav;
  }
}
