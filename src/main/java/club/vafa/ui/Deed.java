package club.vafa.ui;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that can be done to a thing, after saying what comes of it.
 *
 * @param to which of several deeds of one address it is; empty when it is the only one
 * @param asks what has to be known for it
 * @param grave whether it cannot be undone
 * @param main whether it is what one comes to the page for
 * @param seen tells what was shown when it was decided; sent along, empty when it does not matter
 */
public record Deed(
    String path,
    String to,
    String label,
    String hint,
    List<Ask> asks,
    boolean grave,
    boolean main,
    String seen) {

  /**
   * A field of the form.
   *
   * @param name what it holds and its pointer, as {@link Written} reads it
   * @param options to choose from, by what is sent; none where it is typed
   */
  public record Ask(String name, String label, boolean required, Map<String, String> options) {
    public Ask {
      options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    public Ask(String name, String label, boolean required) {
      this(name, label, required, Map.of());
    }

    /** Its place in what the API takes. */
    public String at() {
      return name.substring(name.indexOf('/'));
    }

    public String id(Deed deed) {
      return Form.id("/" + deed.path() + "/" + deed.to() + "/" + name).replaceAll("[^\\w-]", "");
    }
  }

  public Deed {
    asks = List.copyOf(asks);
  }

  public Deed(String path, String to, String label, String hint) {
    this(path, to, label, hint, List.of(), false, false, "");
  }

  /** Whether it is the one that was asked for and refused. */
  public boolean isIn(Form typed) {
    return !to.isEmpty() && typed.value("to").equals(to);
  }

  public Deed asking(Ask... wanted) {
    return new Deed(path, to, label, hint, List.of(wanted), grave, main, seen);
  }

  public Deed forGood() {
    return new Deed(path, to, label, hint, asks, true, main, seen);
  }

  public Deed first() {
    return new Deed(path, to, label, hint, asks, grave, true, seen);
  }

  public Deed decidedBy(String shown) {
    return new Deed(path, to, label, hint, asks, grave, main, shown);
  }
}
