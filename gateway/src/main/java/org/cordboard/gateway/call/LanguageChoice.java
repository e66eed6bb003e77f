package org.cordboard.gateway.call;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cordboard.config.Loop;
import org.cordboard.dialog.ledger.CallLedger;
import org.jspecify.annotations.Nullable;

/**
 * Which language a call is in. Confined to the call's loop.
 *
 * <table>
 * <caption>The first that applies</caption>
 * <tr><td>the call was in one already (its ledger says so)</td><td>that one</td></tr>
 * <tr><td>the dialled number has one</td><td>that one</td></tr>
 * <tr><td>the caller has spoken one before</td><td>that one, at first</td></tr>
 * <tr><td>otherwise</td><td>the usual one, at first</td></tr>
 * </table>
 *
 * In the last two the first turns may show another one, when the recogniser can tell; also after
 * the call was taken up by another process, if nothing had been said before.
 */
final class LanguageChoice {
  private static final String NUMBER = "dialled number";
  private static final String HISTORY = "caller's history";
  private static final String USUAL = "usual";
  private static final String HEARD = "heard";
  private static final int MOST_TURNS = 3; // "Hello?" tells little

  private final CallParts parts;
  private final IncomingCall incoming;
  private final CallLedger ledger;
  private final Loop loop;
  private @Nullable Tongue chosen;
  private String why = USUAL;
  private boolean told; // the ledger knows
  private boolean open; // what is heard may change it
  private int turns; // of which the language was looked at
  private @Nullable Locale before; // what the caller has spoken

  LanguageChoice(CallParts parts, IncomingCall incoming, CallLedger ledger, Loop loop) {
    this.parts = parts;
    this.incoming = incoming;
    this.ledger = ledger;
    this.loop = loop;
    Tongues tongues = parts.tongues();
    if (!tongues.one()) {
      look(tongues);
    }
  }

  private void look(Tongues tongues) {
    Optional<Tongue> spoken =
        CallHistory.language(parts.codec(), ledger.entries()).flatMap(tongues::of);
    Tongue dialled = tongues.byNumber().get(incoming.to());
    if (spoken.isPresent()) {
      chosen = spoken.get();
      told = true;
      String before = CallHistory.whyLanguage(parts.codec(), ledger.entries());
      open =
          Set.of(USUAL, HISTORY).contains(before)
              && !CallHistory.spoken(parts.codec(), ledger.entries());
    } else if (dialled != null) {
      chosen = dialled;
      why = NUMBER;
    } else {
      tongues.recall(incoming.from(), loop, language -> before = language);
    }
  }

  /** The parts of the language that the call is in now. */
  CallParts parts() {
    Tongues tongues = parts.tongues();
    if (tongues.one()) {
      return parts;
    }
    Tongue tongue = chosen;
    if (tongue == null) {
      Optional<Tongue> known = Optional.ofNullable(before).flatMap(tongues::of);
      tongue = known.orElse(tongues.usual());
      why = known.isPresent() ? HISTORY : USUAL;
      chosen = tongue;
      open = true;
    }
    tell(tongue);
    return parts.in(tongue, open ? tongues.open(tongue) : tongue.hints());
  }

  /** The language that the call is in now, once its parts have been asked for. */
  Locale language() {
    Tongue tongue = chosen;
    return (tongue == null ? parts.tongues().usual() : tongue).language();
  }

  private void tell(Tongue tongue) {
    if (!told) {
      told = true;
      ledger.append(new GatewayEvent.LanguageChosen(tongue.language().toLanguageTag(), why));
    }
  }

  /**
   * A turn has been heard, in {@code language} if the recogniser could tell: true when the call is
   * in another language from here on.
   */
  boolean heard(Optional<Locale> language) {
    Tongue now = chosen;
    if (now == null || turns >= MOST_TURNS) {
      return false;
    }
    turns = language.isPresent() || !open ? MOST_TURNS : turns + 1;
    Optional<Tongue> other =
        open ? language.flatMap(parts.tongues()::of).filter(each -> each != now) : Optional.empty();
    open &= turns < MOST_TURNS;
    other.ifPresent(
        found -> {
          chosen = found;
          why = HEARD;
          told = false;
        });
    parts.tongues().remember(incoming.from(), other.orElse(now).language(), loop);
    return other.isPresent();
  }
}
