package org.cordboard.lab;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** A failure as one line for whoever typed the command. */
final class Complaint {
  private Complaint() {}

  /** The outermost message that says more than what it wraps. */
  static String of(Throwable failure) {
    Throwable shown = failure;
    Throwable cause = shown.getCause();
    while (cause != null && wraps(shown, cause)) {
      shown = cause;
      cause = shown.getCause();
    }
    return Printable.text(
        shown instanceof FileSystemException file ? ofFile(file) : message(shown));
  }

  private static boolean wraps(Throwable outer, Throwable cause) {
    String message = outer.getMessage();
    return message == null || message.equals(cause.toString());
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }

  /** Such exceptions name the file alone. */
  private static String ofFile(FileSystemException failure) {
    String why;
    if (failure instanceof NoSuchFileException) {
      why = "no such file or folder";
    } else if (failure instanceof AccessDeniedException) {
      why = "permission denied";
    } else if (failure instanceof NotDirectoryException) {
      why = "is not a folder";
    } else {
      why = failure.getReason() == null ? "cannot be used" : failure.getReason();
    }
    return failure.getFile() + ": " + why + "; name another";
  }
}
