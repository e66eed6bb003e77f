package org.cordboard.dialog.playbook;

/**
 * One file of {@code knowledge/}.
 *
 * @param name file name, such as {@code returns.md}
 * @param text Markdown
 */
public record Document(String name, String text) {}
