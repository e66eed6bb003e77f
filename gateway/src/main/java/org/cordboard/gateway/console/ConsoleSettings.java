package org.cordboard.gateway.console;

import java.util.List;
import java.util.Optional;
import org.cordboard.gateway.http.HttpSettings;
import org.cordboard.gateway.http.PagesBind;

/**
 * Settings {@code gateway.console}: the listener of pages and API, and the feed.
 *
 * @param host address to listen on; loopback unless there are accounts
 * @param port 0 picks a free one
 * @param hosts further names by which browsers may call this server
 * @param accounts names of the accounts that may log in; empty means loopback only
 * @param feedBacklog messages that may wait for one slow watcher
 * @param keepEnded ended calls kept in memory and listed at most
 */
public record ConsoleSettings(
    String host,
    int port,
    List<String> hosts,
    List<String> accounts,
    int feedBacklog,
    int keepEnded) {
  /** Checks the ranges. */
  public ConsoleSettings {
    HttpSettings.requirePort(port);
    hosts = List.copyOf(hosts);
    accounts = List.copyOf(accounts);
    if (feedBacklog < 16) {
      throw new IllegalArgumentException("feed-backlog must be 16 or more");
    }
    if (keepEnded < 1) {
      throw new IllegalArgumentException("keep-ended must be 1 or more");
    }
  }

  /** Where to listen, for {@link org.cordboard.gateway.http.Listeners#pages}. */
  public PagesBind bind() {
    return new PagesBind(host, port, !accounts.isEmpty(), Optional.empty(), hosts);
  }
}
