package club.vafa.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Samples as a tree of Vafa's own methods, outermost first, each with the share of all that it and
 * what it calls took. Leaves in brackets are the libraries called last.
 */
final class CallTree {
  private static final double LEAST = 0.012;
  private static final String VAFA = "club.vafa.";

  private final Node root = new Node();

  private static final class Node {
    long samples;
    final Map<String, Node> calls = new HashMap<>();
  }

  /** Adds one sample, its frames from the innermost out. */
  void add(List<String> frames, String area) {
    Node node = root;
    node.samples++;
    String before = "";
    for (String frame : frames.reversed()) {
      String method = frame.replaceAll("lambda\\$(\\w+)\\$\\d+", "$1");
      if (method.startsWith(VAFA) && !method.equals(before)) {
        node = node.calls.computeIfAbsent(method, _ -> new Node());
        node.samples++;
        before = method;
      }
    }
    node.calls.computeIfAbsent("[" + area + "]", _ -> new Node()).samples++;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    print(root, "", text);
    return text.toString();
  }

  private void print(Node node, String indent, StringBuilder text) {
    List<Map.Entry<String, Node>> calls = new ArrayList<>(node.calls.entrySet());
    calls.sort(Comparator.comparing(call -> -call.getValue().samples));
    for (Map.Entry<String, Node> call : calls) {
      double share = (double) call.getValue().samples / root.samples;
      if (share >= LEAST) {
        text.append("  %5.1f %% %s%s%n".formatted(100 * share, indent, call.getKey()));
        print(call.getValue(), indent + "  ", text);
      }
    }
  }
}
