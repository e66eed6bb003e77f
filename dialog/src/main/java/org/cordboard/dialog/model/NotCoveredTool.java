package org.cordboard.dialog.model;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;

/** How a model says that it does not know or cannot help: a tool that every model is given. */
public final class NotCoveredTool {
  /** Its name. */
  public static final String NAME = "not_covered";

  private NotCoveredTool() {}

  /** What a model is told of it. */
  static ToolSpecification specification() {
    return ToolSpecification.builder()
        .name(NAME)
        .description(
            "Call this when neither the passages nor a tool answer what the caller asks, or the"
                + " wish is outside what you can do. The caller is told so, and a person is"
                + " offered. Never guess instead.")
        .parameters(
            JsonObjectSchema.builder()
                .addStringProperty("question", "what the caller wanted, in a few words")
                .build())
        .build();
  }
}
