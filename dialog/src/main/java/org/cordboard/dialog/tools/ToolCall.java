package org.cordboard.dialog.tools;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cordboard.dialog.CallId;

/**
 * One use of a tool in a call.
 *
 * @param key names the effect: the same call, tool and arguments are the same effect
 * @param tool its name
 * @param arguments by name
 */
public record ToolCall(String key, String tool, Map<String, String> arguments) {
  /** Copies the arguments. */
  public ToolCall {
    arguments = Map.copyOf(arguments);
  }

  /** The use of {@code tool} with these arguments in that call. */
  public static ToolCall of(CallId call, String tool, Map<String, String> arguments) {
    String written =
        new TreeMap<>(arguments)
            .entrySet().stream()
                .map(argument -> argument.getKey() + "=" + argument.getValue())
                .collect(Collectors.joining(","));
    return new ToolCall(call + ":" + tool + ":" + written, tool, arguments);
  }
}
