package org.cordboard.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The defaults of every module, as somebody reads them who wants to change one. */
class ReferenceConfTest {

  private static List<Config> files() throws IOException {
    List<Config> files = new ArrayList<>();
    ClassLoader loader = ReferenceConfTest.class.getClassLoader();
    for (URL file : Collections.list(loader.getResources("reference.conf"))) {
      files.add(ConfigFactory.parseURL(file));
    }
    return files;
  }

  @Test
  void everyModuleWithSettingsHasItsDefaults() throws IOException {
    TreeSet<String> sections = new TreeSet<>();
    files().forEach(file -> sections.addAll(file.root().keySet()));
    assertThat(sections)
        .contains("speech", "dialog", "store", "playbook", "handoff", "gateway", "sim");
  }

  @Test
  void everyKeySaysInACommentOfItsOwnWhatItIs() throws IOException {
    List<String> mute = new ArrayList<>();
    for (Config file : files()) {
      collect("", file.root(), mute);
    }
    assertThat(mute).isEmpty();
  }

  private static void collect(String path, ConfigObject section, List<String> mute) {
    for (String key : new TreeSet<>(section.keySet())) {
      ConfigValue value = section.get(key);
      if (value instanceof ConfigObject below && !below.isEmpty()) {
        collect(path + key + ".", below, mute);
      } else if (value != null && value.origin().comments().stream().allMatch(String::isBlank)) {
        mute.add(path + key + " (line " + value.origin().lineNumber() + ")");
      }
    }
  }
}
