package org.cordboard.gateway.console;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** The page's own files, read from the class path once: a fixed list, so no path can escape it. */
final class PageFiles {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");
  private static final String[] NAMES = {
    "index.html",
    "console.css",
    "chat.css",
    "icon.svg",
    "main.js",
    "feed.js",
    "dom.js",
    "words.js",
    "reading.js",
    "list.js",
    "call.js",
    "chat.js",
    "side.js"
  };

  private final Map<String, Buffer> files = new TreeMap<>();

  PageFiles() {
    for (String name : NAMES) {
      files.put(name, read(name));
    }
  }

  void mount(Router router) {
    files.keySet().forEach(name -> router.get("/" + name).handler(page -> send(page, name)));
    router.get("/").handler(page -> send(page, "index.html"));
  }

  private void send(RoutingContext page, String name) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    page.response().putHeader("Content-Type", type).end(files.get(name));
  }

  private static Buffer read(String name) {
    try (InputStream stream = PageFiles.class.getResourceAsStream("/console/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("the page's file " + name + " is not on the class path");
      }
      return Buffer.buffer(stream.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
