package org.cordboard.dialog.playbook;

import java.nio.file.Path;

/**
 * The section {@code playbook} of the settings.
 *
 * @param path the company's folder; relative to the process's home folder
 */
public record PlaybookSettings(Path path) {

  /** The folder, found from the home folder of the process. */
  public Path folder(Path home) {
    return home.resolve(path).normalize();
  }
}
