package club.vafa.installation;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** PostgreSQL's settings for a machine that it shares with Vafa itself. */
final class PostgresTuning {
  private static final long MB = 1 << 20;

  private PostgresTuning() {}

  static long machineMemory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  /**
   * An eighth of the memory for shared buffers leaves a quarter for Vafa's heap and the rest for
   * the file cache; 16 GB give 2 GB. Everything durable is not here but on the command line, where
   * no file can weaken it.
   *
   * <p>Tables are looked at often, so that a young club is not served by plans for empty tables,
   * and again when they grew by half: a tenth, as it comes, has large tables looked over again and
   * again while they grow, and what they are like does not change by that.
   */
  static List<String> lines(long memory) {
    return List.of(
        "shared_buffers = " + megabytes(memory / 8, 64, 4096),
        "effective_cache_size = " + megabytes(memory / 2, 256, 65536),
        "maintenance_work_mem = " + megabytes(memory / 32, 64, 512),
        "work_mem = 8MB",
        "wal_buffers = 16MB",
        "min_wal_size = 256MB",
        "max_wal_size = 4GB",
        "wal_compression = off",
        "checkpoint_timeout = 15min",
        "random_page_cost = 1.1",
        "autovacuum_naptime = 10s",
        "autovacuum_analyze_scale_factor = 0.5",
        "autovacuum_vacuum_insert_scale_factor = 0.5",
        "jit = off",
        "timezone = 'UTC'",
        "log_timezone = 'UTC'",
        "lc_messages = 'C'",
        "log_min_messages = warning",
        "log_checkpoints = off",
        "logging_collector = on",
        "log_filename = 'postgres-%a.log'",
        "log_truncate_on_rotation = on",
        "log_rotation_age = 1d",
        "log_rotation_size = 0");
  }

  private static String megabytes(long bytes, long smallest, long largest) {
    return Math.clamp(bytes / MB, smallest, largest) + "MB";
  }
}
