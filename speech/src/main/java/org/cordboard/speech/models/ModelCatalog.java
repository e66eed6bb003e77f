package org.cordboard.speech.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cordboard.speech.ModelException;
import org.cordboard.speech.piper.PiperModel;

/**
 * The models that there are, and those in a folder of this machine. Fetching and verifying block;
 * commands use it, never a loop.
 */
public final class ModelCatalog {
  private final Path folder;
  private final List<ModelEntry> entries;

  /** The models that the product knows, kept in {@code folder}. */
  public ModelCatalog(Path folder) {
    this(folder, ModelEntry.known());
  }

  ModelCatalog(Path folder, List<ModelEntry> entries) {
    this.folder = folder;
    this.entries = List.copyOf(entries);
  }

  /** Hears how a fetch goes. */
  public interface Progress {
    /** {@code done} bytes have come, of {@code total}, which is −1 when it is not known. */
    void at(long done, long total);
  }

  /** Every model and how it stands with it. */
  public List<ModelState> list() {
    return entries.stream().map(this::state).toList();
  }

  /** The first model of {@code engine} that was fetched. */
  public Optional<Path> present(String engine) {
    return list().stream()
        .filter(state -> state.entry().engine().equals(engine))
        .filter(state -> state.status() == ModelState.Status.PRESENT)
        .map(ModelState::path)
        .findFirst();
  }

  /**
   * Fetches a model from its maker, checks it, and unpacks it. One that is there and whole is left
   * as it is.
   *
   * @throws ModelException naming the model, what went wrong, and what to do
   */
  public ModelState fetch(String name, Progress progress) {
    ModelEntry entry = entry(name);
    ModelState before = state(entry);
    if (before.status() == ModelState.Status.BUNDLED
        || before.status() == ModelState.Status.PRESENT && faults(before).isEmpty()) {
      return before;
    }
    URI url = entry.url().orElseThrow();
    try {
      Files.createDirectories(folder);
      if (entry.voice()) {
        fetchVoice(entry, url, progress);
        return state(entry);
      }
      Path part = Files.createTempFile(folder, name, ".part");
      try {
        String sha256 = Download.into(url, part, progress);
        check(entry, sha256);
        install(entry, part, sha256);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException failed) {
      throw new ModelException(
          "model "
              + name
              + " cannot be fetched from "
              + entry.address().orElse(url)
              + ": "
              + (failed.getMessage() == null
                  ? failed.getClass().getSimpleName()
                  : failed.getMessage())
              + (entry.voice()
                  ? "; check the network, or take "
                      + name
                      + ".onnx and its .json from there"
                      + " yourself and set speech.piper.model to the first"
                  : "; check the network, or unpack it yourself as " + path(entry)),
          failed);
    }
    return state(entry);
  }

  /**
   * Checks a model's files against what was recorded when they were fetched.
   *
   * @return one line that says that it is whole, and by which checksum
   * @throws ModelException when it is absent or corrupt
   */
  public String verify(String name) {
    ModelEntry entry = entry(name);
    ModelState state = state(entry);
    if (state.status() == ModelState.Status.BUNDLED) {
      BundledModel.WHISPER_TINY_EN.file(folder);
      return name + ": whole, sha256 " + BundledModel.WHISPER_TINY_EN.sha256();
    }
    if (state.status() == ModelState.Status.ABSENT) {
      throw new ModelException(
          "model "
              + name
              + " is not in "
              + folder
              + "; fetch it with 'cordboard models fetch "
              + name
              + "'");
    }
    List<String> faults = faults(state);
    if (!faults.isEmpty()) {
      throw new ModelException(
          "model "
              + name
              + " is corrupt: "
              + String.join(", ", faults)
              + "; fetch it again with 'cordboard models fetch "
              + name
              + "'");
    }
    try {
      String trust =
          entry.voice()
              ? " (checked against its makers' list when it was fetched)"
              : entry.sha256().isPresent() ? "" : " (recorded at the first fetch)";
      return name + ": whole, download sha256 " + Manifest.download(state.path()) + trust;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Checks a voice's files that somebody has put there: whether they are a voice's at all. That
   * they are those that its makers publish can be seen from the digest, which their list has.
   *
   * @return one line that says so, with the digest
   * @throws ModelException when a file is missing or no voice's
   */
  public String verifyVoice(Path file) {
    PiperModel voice = PiperModel.of(file);
    Path fetched = folder.resolve(voice.name()).resolve(voice.name() + ".onnx");
    if (file.toAbsolutePath().equals(fetched.toAbsolutePath())
        && entries.stream().anyMatch(entry -> entry.name().equals(voice.name()))) {
      return verify(voice.name());
    }
    try {
      if (Files.size(file) == 0) {
        throw new ModelException("the piper voice " + file + " is empty; fetch it again");
      }
      return voice.name()
          + ": a voice for "
          + voice.language().toLanguageTag()
          + ", not fetched by this command: MD5 "
          + Sha256.of(file, VoiceIndex.md5Digest())
          + " must stand in "
          + ModelEntry.VOICES.resolve(VoiceIndex.FILE)
          + " if its makers are Piper's; sha256 "
          + Sha256.of(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Model and description, as their makers' list names and measures them now. */
  private void fetchVoice(ModelEntry entry, URI home, Progress progress) throws IOException {
    Path parts = Files.createTempDirectory(folder, entry.name());
    try {
      Path list = parts.resolve(VoiceIndex.FILE);
      Download.into(home.resolve(VoiceIndex.FILE), list, (done, total) -> {});
      VoiceIndex index = VoiceIndex.read(home, list);
      Files.delete(list);
      String sha256 = "";
      for (VoiceIndex.VoiceFile file : index.files(entry.name())) {
        Path part = parts.resolve(file.name());
        boolean model = sha256.isEmpty(); // it comes first, and is what takes long
        String found =
            Download.into(home.resolve(file.path()), part, model ? progress : (done, total) -> {});
        file.check(part);
        sha256 = model ? found : sha256;
      }
      remove(path(entry));
      Files.move(parts, path(entry));
      Manifest.write(path(entry), sha256);
    } finally {
      remove(parts);
    }
  }

  private static void check(ModelEntry entry, String found) throws IOException {
    if (entry.sha256().isPresent() && !entry.sha256().get().equals(found)) {
      throw new IOException(
          "its sha256 is "
              + found
              + ", must be "
              + entry.sha256().get()
              + ", so it was thrown away");
    }
  }

  private void install(ModelEntry entry, Path part, String sha256) throws IOException {
    Path target = path(entry);
    remove(target);
    if (!entry.archive()) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Path unpacked = Files.createTempDirectory(folder, "unpack");
      try {
        Unzip.into(part, unpacked);
        Path inner = unpacked.resolve(entry.name());
        Files.move(Files.isDirectory(inner) ? inner : unpacked, target);
      } finally {
        remove(unpacked);
      }
    }
    Manifest.write(target, sha256);
  }

  private static void remove(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private List<String> faults(ModelState state) {
    try {
      return Manifest.faults(state.path());
    } catch (IOException unreadable) {
      return List.of(Manifest.of(state.path()) + " cannot be read");
    }
  }

  private ModelState state(ModelEntry entry) {
    Path path = path(entry);
    if (entry.url().isEmpty()) {
      return new ModelState(entry, ModelState.Status.BUNDLED, path);
    }
    boolean there = Files.exists(path) && Files.isRegularFile(Manifest.of(path));
    return new ModelState(
        entry, there ? ModelState.Status.PRESENT : ModelState.Status.ABSENT, path);
  }

  private Path path(ModelEntry entry) {
    return folder.resolve(entry.name());
  }

  private ModelEntry entry(String name) {
    return entries.stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ModelException(
                    "there is no model '"
                        + name
                        + "'; known are "
                        + entries.stream()
                            .map(ModelEntry::name)
                            .collect(Collectors.joining(", "))));
  }
}
