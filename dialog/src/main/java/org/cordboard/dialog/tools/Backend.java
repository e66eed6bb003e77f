package org.cordboard.dialog.tools;

import java.util.Map;

/**
 * A system that tools act on. Blocking and shared by all calls: used on workers only. Facts are
 * name → value: money as {@code 24.90}, dates as {@code 2026-01-05}, flags as {@code true} and
 * {@code false}.
 */
public interface Backend {

  /**
   * What is known about the thing that the arguments name, for the authority and the read-back; the
   * arguments are part of it. The fact {@code found} tells whether it exists. Changes nothing.
   */
  Map<String, String> lookUp(ToolDefinition tool, Map<String, String> arguments);

  /**
   * Does it. Called again under the same {@code key}, it changes nothing and answers the same.
   *
   * @param facts as looked up just before
   * @throws Exception when it failed, or when it is not known whether it was done
   */
  Map<String, String> perform(
      ToolDefinition tool, Map<String, String> arguments, Map<String, String> facts, String key)
      throws Exception;
}
