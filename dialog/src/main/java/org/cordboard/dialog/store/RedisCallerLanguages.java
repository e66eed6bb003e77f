package org.cordboard.dialog.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cordboard.dialog.memory.CallerLanguages;
import redis.clients.jedis.params.SetParams;

/**
 * {@link CallerLanguages} in Redis: one key for each number, which is named by its hash so that no
 * list of callers can be read off, and runs out by itself.
 */
final class RedisCallerLanguages implements CallerLanguages {
  private static final Pattern TELEPHONE = Pattern.compile("\\+[0-9]{6,15}");

  private final RedisConnection redis;
  private final Duration keep;

  RedisCallerLanguages(RedisConnection redis, Duration keep) {
    this.redis = redis;
    this.keep = keep;
  }

  @Override
  public Optional<Locale> of(String number) {
    if (!TELEPHONE.matcher(number).matches()) {
      return Optional.empty();
    }
    return redis
        .ask(client -> Optional.ofNullable(client.get(name(number))))
        .map(Locale::forLanguageTag);
  }

  @Override
  public void remember(String number, Locale language) {
    if (TELEPHONE.matcher(number).matches()) {
      SetParams forNow = new SetParams().px(keep.toMillis());
      redis.ask(client -> client.set(name(number), language.toLanguageTag(), forNow));
    }
  }

  private String name(String number) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.UTF_8));
      return redis.key("caller:" + HexFormat.of().formatHex(digest, 0, 16) + ":language");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
