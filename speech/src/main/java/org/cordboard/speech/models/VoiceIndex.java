package org.cordboard.speech.models;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cordboard.config.Settings;
import org.cordboard.config.SettingsException;

/**
 * Piper's own list of its voices, {@code voices.json}: which files a voice has, how large they are,
 * and their MD5 digests. It lies beside the voices, at the address at which Piper's makers publish
 * them and from which their own downloader takes them.
 *
 * @param home where list and voices lie, ending with a slash
 * @param voices by name, each with {@code files}
 */
record VoiceIndex(URI home, ConfigObject voices) {
  static final String FILE = "voices.json";
  private static final List<String> ENDINGS = List.of(".onnx", ".onnx.json");

  /**
   * A file of a voice.
   *
   * @param path below {@link #home}
   * @param md5 as the list has it, in lower-case hex
   */
  record VoiceFile(String path, long bytes, String md5) {
    /** Its last part. */
    String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What is wrong with {@code file}, which should be this one. */
    void check(Path file) throws IOException {
      String found = Sha256.of(file, md5Digest());
      if (Files.size(file) != bytes || !found.equals(md5)) {
        throw new IOException(
            name()
                + " has "
                + Files.size(file)
                + " bytes and the MD5 "
                + found
                + ", its makers' list says "
                + bytes
                + " and "
                + md5
                + ", so it was thrown away");
      }
    }
  }

  /** Reads a list that has been fetched from {@code home}. */
  static VoiceIndex read(URI home, Path list) throws IOException {
    try {
      return new VoiceIndex(home, Settings.file(list).raw().root()); // JSON is HOCON
    } catch (SettingsException unreadable) {
      throw new IOException(home.resolve(FILE) + " is no list of voices", unreadable);
    }
  }

  /** The model of {@code voice} and what is told about it, in this order. */
  List<VoiceFile> files(String voice) throws IOException {
    List<VoiceFile> found = new ArrayList<>();
    if (voices.get(voice) instanceof ConfigObject known
        && known.get("files") instanceof ConfigObject files) {
      for (String ending : ENDINGS) {
        for (Map.Entry<String, ConfigValue> file : files.entrySet()) {
          if (file.getKey().endsWith("/" + voice + ending)
              && file.getValue() instanceof ConfigObject told) {
            found.add(file(file.getKey(), told));
          }
        }
      }
    }
    if (found.size() != ENDINGS.size()) {
      throw new IOException(home.resolve(FILE) + " has no voice '" + voice + "'");
    }
    return found;
  }

  private static VoiceFile file(String path, ConfigObject told) throws IOException {
    Object bytes = told.containsKey("size_bytes") ? told.get("size_bytes").unwrapped() : "";
    Object md5 = told.containsKey("md5_digest") ? told.get("md5_digest").unwrapped() : "";
    if (bytes instanceof Number size && md5 instanceof String digest && path.indexOf("..") < 0) {
      return new VoiceFile(path, size.longValue(), digest);
    }
    throw new IOException("the list of voices tells neither size nor digest of " + path);
  }

  /** MD5, since that is what the list has. */
  static MessageDigest md5Digest() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has MD5", impossible);
    }
  }
}
