package org.cordboard.speech.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.cordboard.config.SystemClock;
import org.cordboard.speech.SpeechRequest;
import org.cordboard.speech.SpeechSynthesizer;
import org.cordboard.speech.SynthesisListener;
import org.cordboard.speech.audio.MuLaw;
import org.cordboard.speech.audio.Wav;

/** Says text into WAV files of 16-bit PCM at 8 kHz. Blocks; not for a loop. */
public final class SpokenFiles {
  private final SpeechSynthesizer synthesizer;

  /** Speaks with {@code synthesizer}. */
  public SpokenFiles(SpeechSynthesizer synthesizer) {
    this.synthesizer = synthesizer;
  }

  /**
   * Speaks {@code request} into {@code file}.
   *
   * @return how long the speech is
   * @throws IOException when the file cannot be written or the engine refuses
   */
  public Duration say(SpeechRequest request, Path file) throws IOException {
    byte[] mulaw = speak(request);
    Wav.writePcm16(file, MuLaw.decode(mulaw), 8_000);
    return Duration.ofMillis(mulaw.length / 8);
  }

  /** Speaks {@code request} into an array of μ-law at 8 kHz. */
  public byte[] speak(SpeechRequest request) throws IOException {
    CompletableFuture<byte[]> spoken = new CompletableFuture<>();
    try (SystemClock loop = new SystemClock("say")) {
      loop.run(() -> synthesizer.speak(request, loop, new Gathering(spoken)));
      return spoken.get();
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      throw new IOException(cause.getMessage(), cause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("speaking was interrupted", interrupted);
    }
  }

  private static final class Gathering implements SynthesisListener {
    private final ByteArrayOutputStream audio = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> spoken;

    Gathering(CompletableFuture<byte[]> spoken) {
      this.spoken = spoken;
    }

    @Override
    public void onAudio(byte[] mulaw) {
      audio.writeBytes(mulaw);
    }

    @Override
    public void onEnd() {
      spoken.complete(audio.toByteArray());
    }

    @Override
    public void onFailure(Throwable failure) {
      spoken.completeExceptionally(failure);
    }
  }
}
