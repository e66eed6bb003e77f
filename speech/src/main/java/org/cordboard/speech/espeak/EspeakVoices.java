package org.cordboard.speech.espeak;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables that {@code espeak-ng --voices=…} prints. Pure. */
final class EspeakVoices {
  // Pty Language Age/Gender VoiceName File [Other Languages]; names of files may hold spaces
  private static final Pattern LINE =
      Pattern.compile("\\s*\\d+\\s+(\\S+)\\s+\\S+/\\S+\\s+\\S+\\s+(\\S+(?: \\S+)*?)\\s*(?:\\(.*)?");
  private static final String VARIANT = "!v/";
  private static final String MBROLA = "mb/"; // needs another program and files of its own
  private static final Pattern PLAIN_VARIANT = Pattern.compile("[fm]\\d+");

  private EspeakVoices() {}

  /**
   * The voices of a table for a language, the fittest first as the program lists them; those of
   * MBROLA last, since the table has them whether they are installed or not.
   */
  static List<String> voices(String table) {
    Set<String> own = new LinkedHashSet<>();
    Set<String> mbrola = new LinkedHashSet<>();
    for (String line : table.lines().toList()) {
      Matcher parts = LINE.matcher(line);
      if (parts.matches()) {
        String file = parts.group(2);
        if (file.startsWith(MBROLA)) {
          mbrola.add(file.substring(MBROLA.length()));
        } else if (!file.startsWith(VARIANT)) {
          own.add(parts.group(1));
        }
      }
    }
    own.addAll(mbrola);
    return List.copyOf(own);
  }

  /** True for a voice that {@link #voices} puts last. */
  static boolean mbrola(String voice) {
    return voice.startsWith("mb-");
  }

  /** The plain variants of a table of variants, such as {@code f2}: women, men, old and young. */
  static List<String> variants(String table) {
    List<String> variants = new ArrayList<>();
    for (String line : table.lines().toList()) {
      Matcher parts = LINE.matcher(line);
      if (parts.matches() && parts.group(2).startsWith(VARIANT)) {
        String name = parts.group(2).substring(VARIANT.length());
        if (PLAIN_VARIANT.matcher(name).matches()) {
          variants.add(name);
        }
      }
    }
    variants.sort(null);
    return variants;
  }
}
