package org.cordboard.gateway.call;

import java.util.ArrayList;
import java.util.List;

/** What a player tells, line by line. */
final class PlayerEvents implements PromptPlayer.Listener {
  final List<String> log = new ArrayList<>();

  @Override
  public void began(long prompt) {
    log.add("began " + prompt);
  }

  @Override
  public void heard(long prompt, String text, boolean whole) {
    log.add("heard " + prompt + (whole ? " whole " : " part ") + text);
  }

  @Override
  public void played(byte[] mulaw) {}

  @Override
  public void idle() {
    log.add("idle");
  }

  @Override
  public void underrun(long prompt) {
    log.add("underrun " + prompt);
  }

  @Override
  public void voiceFailed(long prompt, Throwable failure) {
    log.add("failed " + prompt);
  }
}
