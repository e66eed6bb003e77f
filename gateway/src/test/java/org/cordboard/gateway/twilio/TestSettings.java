package org.cordboard.gateway.twilio;

import org.cordboard.config.Settings;

/** Settings as the simulator has them. */
final class TestSettings {
  static final String TOKEN = "test-auth-token-0002";

  private TestSettings() {}

  /** The defaults with credentials and {@code more} over them. */
  static TwilioSettings with(String more) {
    return TwilioSettings.from(
        Settings.parse(
            "gateway.twilio { account-sid = AC00000000000000000000000000000001, auth-token = "
                + TOKEN
                + ", public-url = \"https://gw.example.com\"\n"
                + more
                + "\n}"));
  }
}
