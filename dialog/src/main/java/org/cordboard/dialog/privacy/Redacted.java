package org.cordboard.dialog.privacy;

/**
 * A text without what must not be kept.
 *
 * @param text with {@code [number]} and {@code [e-mail]} in place of it
 * @param count how many places were masked
 */
public record Redacted(String text, int count) {}
