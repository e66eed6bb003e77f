package org.cordboard.speech.silero;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cordboard.config.Loop;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.turn.SpeechProbability;

/**
 * Silero's voice-activity detector (MIT, snakers4/silero-vad), 8 kHz. The session is shared by all
 * calls and safe for use by many threads; each call opens a stream with a state of its own. It
 * computes on the thread that asks: 0.05 ms for a hop alone, a quarter of that for one of several.
 */
public final class SileroModel implements AutoCloseable {
  private static final String RESOURCE = "/models/silero_vad.onnx";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Queue<SileroRun> made = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<SileroDesk> desks = ThreadLocal.withInitial(this::newDesk);

  private SileroModel(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  /**
   * Loads the bundled model.
   *
   * @throws ModelException when it is missing or cannot be read
   */
  public static SileroModel load() {
    try (InputStream in = SileroModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new ModelException(
            "voice-activity model " + RESOURCE + " is not in the build; build the speech module");
      }
      return load(in.readAllBytes(), RESOURCE);
    } catch (IOException unreadable) {
      throw new ModelException("voice-activity model " + RESOURCE + " cannot be read", unreadable);
    }
  }

  /** Loads a model from its bytes; {@code name} stands for it in errors. */
  static SileroModel load(byte[] onnx, String name) {
    byte[] network = SileroGraph.of(onnx, name);
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      return new SileroModel(environment, environment.createSession(network, options));
    } catch (OrtException broken) {
      throw new ModelException(
          "voice-activity model " + name + " cannot be run; set speech.vad.type = energy", broken);
    }
  }

  /** A stream with a state of its own. */
  public SpeechProbability open() {
    return new SileroStream(this);
  }

  /**
   * The same for a call on {@code loop}: asked for an answer that may wait, it judges together with
   * the other calls of the loop's thread what came in one round of events.
   */
  public SpeechProbability open(Loop loop) {
    return new LoopStream(this, loop);
  }

  /** The way to the model of the thread that asks. */
  SileroDesk desk() {
    return desks.get();
  }

  private SileroDesk newDesk() {
    return new SileroDesk(environment, session, made);
  }

  @Override
  public void close() {
    made.forEach(SileroRun::close);
    try {
      session.close();
    } catch (OrtException failed) {
      throw new IllegalStateException("the voice-activity session cannot be closed", failed);
    }
  }
}
