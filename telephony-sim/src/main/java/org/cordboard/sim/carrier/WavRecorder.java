package org.cordboard.sim.carrier;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.cordboard.config.Completion;
import org.cordboard.config.Loop;
import org.cordboard.config.Workers;
import org.cordboard.sim.media.G711;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one leg's stereo WAV (PCM16, 8 kHz) and its events, off the loop, a second at a time. The
 * workers must be a serial lane.
 */
final class WavRecorder implements LegRecorder {
  private static final Logger log = LoggerFactory.getLogger(WavRecorder.class);
  private static final int HEADER_BYTES = 44;
  private static final int RATE_HZ = 8000;
  private static final int SAMPLE_BYTES = 4; // two channels of 16 bits

  private final Path wav;
  private final Loop loop;
  private final Workers lane;
  private final JsonObject about;
  private final JsonArray events = new JsonArray();
  private final Consumer<Optional<Path>> written;
  private ByteBuffer second = buffer();
  private long samples;
  private boolean failed;
  private @Nullable FileChannel file; // touched on the lane only

  WavRecorder(
      Path wav,
      LegInfo leg,
      Instant begun,
      Loop loop,
      Workers lane,
      Consumer<Optional<Path>> written) {
    this.wav = wav;
    this.loop = loop;
    this.lane = lane;
    this.written = written;
    this.about =
        new JsonObject()
            .put("callSid", leg.sid())
            .put("direction", leg.direction().wire())
            .put("parentCallSid", leg.parentSid())
            .put("begun", begun.toString())
            .put("sampleRateHz", RATE_HZ);
    submit(this::open);
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocate(RATE_HZ * SAMPLE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void frame(byte[] said, byte[] heard) {
    for (int i = 0; i < said.length; i++) {
      second.putShort(G711.decode(said[i]));
      second.putShort(G711.decode(heard[i]));
    }
    samples += said.length;
    if (!second.hasRemaining()) {
      flush();
    }
  }

  private void flush() {
    ByteBuffer full = second.flip();
    second = buffer();
    submit(() -> append(full));
  }

  @Override
  public void event(String what, Map<String, String> details) {
    JsonObject event = new JsonObject().put("sample", samples).put("event", what);
    details.forEach(event::put);
    events.add(event);
  }

  @Override
  public void close() {
    flush();
    about.put("samples", samples).put("events", events);
    long total = samples;
    lane.submit(
        () -> {
          finish(total);
          return wav;
        },
        loop,
        Completion.of(
            path -> written.accept(failed ? Optional.empty() : Optional.of(path)),
            failure -> {
              broken(failure);
              written.accept(Optional.empty());
            }));
  }

  private void submit(Callable<Integer> task) {
    lane.submit(task, loop, Completion.of(bytes -> {}, this::broken));
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
    file =
        FileChannel.open(
            wav,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    return append(header(0));
  }

  private int append(ByteBuffer bytes) throws IOException {
    int count = bytes.remaining();
    while (file != null && bytes.hasRemaining()) {
      file.write(bytes);
    }
    return count;
  }

  private void finish(long total) throws IOException {
    if (file != null) {
      file.write(header(total), 0);
      file.close();
    }
    String name = wav.getFileName().toString().replaceFirst("\\.wav$", ".events.json");
    Files.writeString(wav.resolveSibling(name), about.encodePrettily());
  }

  private static ByteBuffer header(long samples) {
    int bytes = (int) Math.min(samples * SAMPLE_BYTES, Integer.MAX_VALUE - HEADER_BYTES);
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0x46464952).putInt(HEADER_BYTES - 8 + bytes).putInt(0x45564157); // RIFF WAVE
    header.putInt(0x20746d66).putInt(16).putShort((short) 1).putShort((short) 2); // fmt, PCM
    header.putInt(RATE_HZ).putInt(RATE_HZ * SAMPLE_BYTES);
    header.putShort((short) SAMPLE_BYTES).putShort((short) 16);
    return header.putInt(0x61746164).putInt(bytes).flip(); // data
  }
}
