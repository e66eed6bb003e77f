package org.cordboard.speech.piper;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cordboard.speech.ModelException;

/**
 * The library {@code io.github.givimad:piper-jni}, found where the user has put it. It is called by
 * reflection, since the product must build and run without it. Blocking; one thread at a time.
 */
final class PiperLibrary implements AutoCloseable {
  private static final String CLASS = "io.github.givimad.piperjni.PiperJNI";
  private static final String FIX =
      "; fetch io.github.givimad:piper-jni (Maven Central; it contains espeak-ng, which is under the"
          + " GPL-3) and set speech.piper.library to its JAR, or set speech.synthesizer.type ="
          + " freetts";

  private final Object piper;
  private final Method load;
  private final Method speak;

  private PiperLibrary(Object piper, Method load, Method speak) {
    this.piper = piper;
    this.load = load;
    this.speak = speak;
  }

  /** Where its classes are: a JAR, or those of {@code otherwise}. */
  static ClassLoader loader(java.util.Optional<String> jar, ClassLoader otherwise) {
    if (jar.isEmpty()) {
      return otherwise;
    }
    Path file = Path.of(jar.get());
    if (!Files.isReadable(file)) {
      throw new ModelException("the piper library " + file + " does not exist" + FIX);
    }
    try {
      return new URLClassLoader(new URL[] {file.toUri().toURL()}, otherwise);
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Loads the library and makes it ready.
   *
   * @throws ModelException naming the fix when it is not there, or not for this machine
   */
  static PiperLibrary load(ClassLoader from) {
    try {
      Class<?> type = Class.forName(CLASS, true, from);
      Object piper = type.getConstructor().newInstance();
      initialize(type, piper);
      return new PiperLibrary(
          piper,
          type.getMethod("loadVoice", Path.class, Path.class, long.class),
          method(type, "textToAudio", 2));
    } catch (ClassNotFoundException absent) {
      throw new ModelException("the piper library is not on the class path" + FIX, absent);
    } catch (InvocationTargetException broken) {
      throw new ModelException(
          "the piper library cannot be loaded on this machine ("
              + broken.getCause()
              + "); set speech.synthesizer.type = freetts",
          broken);
    } catch (ReflectiveOperationException | LinkageError another) {
      throw new ModelException(
          "the piper library is of a version that is not known (" + another + ")" + FIX, another);
    }
  }

  /** Versions differ in what they ask for. */
  private static void initialize(Class<?> type, Object piper) throws ReflectiveOperationException {
    try {
      type.getMethod("initialize").invoke(piper);
    } catch (NoSuchMethodException later) {
      type.getMethod("initialize", boolean.class).invoke(piper, true); // espeak's phonemes
    }
  }

  private static Method method(Class<?> type, String name, int parameters)
      throws NoSuchMethodException {
    for (Method each : type.getMethods()) {
      if (each.getName().equals(name) && each.getParameterCount() == parameters) {
        return each;
      }
    }
    throw new NoSuchMethodException(type.getName() + "." + name);
  }

  /** A voice that is in memory. */
  Voice voice(Path model, Path about, int speaker) throws IOException {
    return new Voice(call(load, piper, model, about, (long) speaker));
  }

  private static Object call(Method method, Object on, Object... arguments) throws IOException {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException failed) {
      throw new IOException("piper failed: " + failed.getCause(), failed.getCause());
    } catch (IllegalAccessException impossible) {
      throw new IOException("piper's methods are closed", impossible);
    }
  }

  @Override
  public void close() {
    close(piper);
  }

  private static void close(Object made) {
    if (made instanceof AutoCloseable closing) {
      try {
        closing.close();
      } catch (Exception left) {
        throw new IllegalStateException("piper could not be closed", left);
      }
    }
  }

  /** A loaded voice. */
  final class Voice implements AutoCloseable {
    private final Object voice;

    private Voice(Object voice) {
      this.voice = voice;
    }

    short[] speak(String sentence) throws IOException {
      return (short[]) call(speak, piper, voice, sentence);
    }

    int sampleRateHz() throws IOException {
      try {
        return (int) call(voice.getClass().getMethod("getSampleRate"), voice);
      } catch (NoSuchMethodException another) {
        throw new IOException("this version of piper tells no sample rate", another);
      }
    }

    @Override
    public void close() {
      PiperLibrary.close(voice);
    }
  }
}
