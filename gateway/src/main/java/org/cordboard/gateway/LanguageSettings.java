package org.cordboard.gateway;

import java.util.List;
import java.util.Optional;

/**
 * One entry of section {@code languages}, without its {@code settings}.
 *
 * @param numbers that are answered in the language, as dialled: E.164
 * @param playbook where the company's words in it are, below the company's folder; {@code
 *     languages/NAME} when left out
 */
record LanguageSettings(Optional<List<String>> numbers, Optional<String> playbook) {
  LanguageSettings {
    for (String number : numbers.orElse(List.of())) {
      if (!number.matches("\\+[0-9]{6,15}")) {
        throw new IllegalArgumentException(
            "'numbers' has '" + number + "', which is not written as dialled: +15550100002");
      }
    }
  }
}
