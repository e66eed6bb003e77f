package org.cordboard.speech.models;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A model that can be used.
 *
 * @param name its name, and that of its file or folder
 * @param engine who uses it: {@code whisper}, {@code vosk} or {@code piper}
 * @param about what it is, its licence, in a few words
 * @param url where its maker offers it: the download itself, for a voice where list and voices lie;
 *     absent for one that comes with the product
 * @param bytes size of the download, 0 when not known
 * @param sha256 of the download; absent when its maker names none: the first fetch records it then.
 *     Voices are checked against their makers' list
 * @param archive whether the download is a ZIP of a folder
 */
public record ModelEntry(
    String name,
    String engine,
    String about,
    Optional<URI> url,
    long bytes,
    Optional<String> sha256,
    boolean archive) {
  private static final String VOSK = "https://alphacephei.com/vosk/models/";
  private static final String GGML = "https://huggingface.co/ggerganov/whisper.cpp/resolve/main/";

  private static final String LICENCE = "needs piper's library; licence in its MODEL_CARD";
  private static final String PIPER = "piper";
  static final URI VOICES = // the address of Piper's own downloader
      URI.create("https://huggingface.co/rhasspy/piper-voices/resolve/v1.0.0/");

  /** True for a voice: two files, named by its makers' list. */
  boolean voice() {
    return engine.equals(PIPER);
  }

  /** Where the download itself is; of a voice its model, with its description beside it. */
  public Optional<URI> address() {
    String[] parts = name.split("-", 3); // en_US-joe-medium lies in en/en_US/joe/medium
    return voice() && parts.length == 3
        ? url.map(
            home ->
                home.resolve(
                    parts[0].split("_", 2)[0]
                        + "/"
                        + name.replace('-', '/')
                        + "/"
                        + name
                        + ".onnx"))
        : url;
  }

  private static ModelEntry voice(String name, String about) {
    return new ModelEntry(
        name, PIPER, about, Optional.of(VOICES), 63_201_294, Optional.empty(), false);
  }

  /** The models that the product knows, the bundled one first. */
  static List<ModelEntry> known() {
    BundledModel tiny = BundledModel.WHISPER_TINY_EN;
    return List.of(
        new ModelEntry(
            tiny.name(),
            "whisper",
            "English, comes with the product (MIT)",
            Optional.empty(),
            43_550_778,
            Optional.of(tiny.sha256()),
            false),
        new ModelEntry(
            "vosk-model-small-en-us-0.15",
            "vosk",
            "English, small, streams, takes grammars (Apache-2.0)",
            Optional.of(URI.create(VOSK + "vosk-model-small-en-us-0.15.zip")),
            41_205_931,
            Optional.of("30f26242c4eb449f948e42cb302dd7a686cb29a3423a8367f99ff41780942498"),
            true),
        new ModelEntry(
            "vosk-model-en-us-0.22-lgraph",
            "vosk",
            "English, larger, streams, takes grammars (Apache-2.0)",
            Optional.of(URI.create(VOSK + "vosk-model-en-us-0.22-lgraph.zip")),
            0,
            Optional.of("d9838b4aaa82a75c4a17f5aca300eaca129aaab2a7cbf951bafbb500eb9c4334"),
            true),
        new ModelEntry(
            "vosk-model-en-us-0.22",
            "vosk",
            "English, for servers: 16 GB of memory (Apache-2.0)",
            Optional.of(URI.create(VOSK + "vosk-model-en-us-0.22.zip")),
            0,
            Optional.empty(),
            true),
        new ModelEntry(
            "ggml-base.en.bin",
            "whisper",
            "English, more exact, about twice as slow as the bundled one (MIT)",
            Optional.of(URI.create(GGML + "ggml-base.en.bin")),
            147_964_211,
            Optional.of("a03779c86df3323075f5e796cb2ce5029f00ec8869eee3fdfb897afe36c6d002"),
            false),
        new ModelEntry(
            "ggml-small.en.bin",
            "whisper",
            "English, exact, for machines with many processors (MIT)",
            Optional.of(URI.create(GGML + "ggml-small.en.bin")),
            487_614_201,
            Optional.of("c6138d6d58ecc8322097e0f987c32f1be8bb0a18532a3f88f734d1bbf9c41e5d"),
            false),
        voice("en_US-joe-medium", "a man's voice, US English; " + LICENCE),
        voice("en_US-lessac-medium", "a woman's voice, US English; " + LICENCE),
        voice("en_GB-alba-medium", "a woman's voice, British English; " + LICENCE),
        voice("de_DE-thorsten-medium", "a man's voice, German; " + LICENCE));
  }
}
