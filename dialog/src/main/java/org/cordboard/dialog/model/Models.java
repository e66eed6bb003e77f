package org.cordboard.dialog.model;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;

/** Makes the model that the settings name. */
public final class Models {
  private static final int ANSWER_BUDGETS = 4; // a whole answer may take so many silences

  private Models() {}

  /** The model of {@code settings}; {@code builtIn} is the one that needs nothing. */
  public static StreamingChatModel of(ModelSettings settings, BuiltInChatModel builtIn) {
    return switch (settings.type()) {
      case BUILTIN -> builtIn;
      case OPENAI -> openAi(settings);
    };
  }

  private static StreamingChatModel openAi(ModelSettings settings) {
    ModelSettings.OpenAi openai = settings.openai();
    String key = openai.apiKey().isEmpty() ? "none" : openai.apiKey().reveal();
    return OpenAiStreamingChatModel.builder()
        .timeout(settings.giveUp().multipliedBy(ANSWER_BUDGETS))
        .baseUrl(openai.baseUrl().toString())
        .apiKey(key)
        .modelName(openai.model())
        .temperature(openai.temperature())
        .maxTokens(openai.maxTokens())
        .build();
  }
}
