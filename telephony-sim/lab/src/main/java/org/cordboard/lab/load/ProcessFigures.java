package org.cordboard.lab.load;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** What this process uses, as JSON: bytes, nanoseconds and milliseconds since its start. */
final class ProcessFigures {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";

  private ProcessFigures() {}

  static JsonObject read(LoopLag.Reading lag) {
    long gcMs = 0;
    long gcs = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      gcMs += collector.getCollectionTime();
      gcs += collector.getCollectionCount();
    }
    long direct = 0;
    for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
      direct += pool.getMemoryUsed();
    }
    return new JsonObject()
        .put("heapUsed", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed())
        .put("nonHeap", ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getUsed())
        .put("direct", direct)
        .put("rss", resident())
        .put("cpuNanos", cpuNanos())
        .put("allocated", allocated())
        .put("gcMs", gcMs)
        .put("gcs", gcs)
        .put("compileMs", compileMs())
        .put("threads", ManagementFactory.getThreadMXBean().getThreadCount())
        .put("lagP50Ms", lag.p50())
        .put("lagP99Ms", lag.p99())
        .put("lagMaxMs", lag.max());
  }

  /** How long the compilers of this Java have worked; 0 where it has none. */
  private static long compileMs() {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    return compiler != null && compiler.isCompilationTimeMonitoringSupported()
        ? compiler.getTotalCompilationTime()
        : 0;
  }

  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  /** Bytes that the threads which live now have allocated. */
  private static long allocated() {
    if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads) {
      return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
          .filter(bytes -> bytes > 0)
          .sum();
    }
    return 0;
  }

  /** Bytes of memory that are this process's now; 0 where the system does not tell. */
  private static long resident() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException elsewhere) {
      return 0;
    }
  }
}
