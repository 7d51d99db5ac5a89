package club.vafa.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A run as it is kept in a file, with the machine it was made on. */
record RunFile(Options options, Report report) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  Path write(Path folder, String time) throws IOException {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("time", time);
    record.put("processors", Runtime.getRuntime().availableProcessors());
    record.put("memory", memory());
    record.put("java", Runtime.version().toString());
    record.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    record.put("seconds", options.seconds());
    record.put("members", options.members());
    record.put("scale", options.scale());
    record.put("seed", options.seed());
    record.put("tpcb", report.tpcb().orElse(0));
    record.put("naive", report.median(Report.NAIVE).orElse(0));
    record.put("goals", report.goals());
    record.put("results", report.results());
    Path file = folder.resolve(time + ".json");
    Files.writeString(file, JSON.writeValueAsString(record) + "\n");
    return file;
  }

  private static long memory() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getTotalMemorySize();
  }
}
