package club.vafa.clubs.look;

import club.vafa.clubs.ClubsCode;
import club.vafa.kernel.Outcome;
import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Draws an SVG of shapes. What could run, fetch, or be repeated without end is refused by its name
 * before anything is drawn, and what we would draw wrongly is too.
 */
final class VectorReader {
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final Set<String> SHAPES =
      Set.of(
          "svg",
          "g",
          "defs",
          "symbol",
          "use",
          "title",
          "desc",
          "metadata",
          "style",
          "path",
          "rect",
          "circle",
          "ellipse",
          "line",
          "polyline",
          "polygon",
          "linearGradient",
          "radialGradient",
          "stop",
          "clipPath",
          "mask");
  private static final int MOST_ELEMENTS = 5000;

  /** What is used by what is used may double at each step. */
  private static final int MOST_USES = 16;

  private static final int DEEPEST = 40;

  private VectorReader() {}

  static Outcome<byte[]> read(byte[] file) {
    Optional<String> fault;
    try {
      fault = fault(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString());
    } catch (XMLStreamException | CharacterCodingException malformed) {
      return LogoReader.refused(ClubsCode.LOGO_UNREADABLE, Map.of());
    }
    if (fault.isPresent()) {
      return LogoReader.refused(ClubsCode.LOGO_UNSAFE, Map.of("what", fault.get()));
    }
    LoaderContext context =
        LoaderContext.builder().externalResourcePolicy(ResourcePolicy.DENY_ALL).build();
    SVGDocument document = new SVGLoader().load(new ByteArrayInputStream(file), null, context);
    if (document == null) {
      return LogoReader.refused(ClubsCode.LOGO_UNREADABLE, Map.of());
    }
    return Outcome.done(Drawing.png(drawn(document)));
  }

  private static BufferedImage drawn(SVGDocument document) {
    FloatSize size = document.size();
    float longest = Math.max(size.width, size.height);
    if (!(longest > 0) || !(Math.min(size.width, size.height) > 0)) {
      throw new IllegalArgumentException("a picture without a size");
    }
    float scale = LogoReader.LONGEST / longest;
    int width = Math.max(1, Math.round(size.width * scale));
    int height = Math.max(1, Math.round(size.height * scale));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = Drawing.pen(image);
    document.render((java.awt.Component) null, pen, new ViewBox(0, 0, width, height));
    pen.dispose();
    return image;
  }

  /** The first that does not belong into a logo, by the name its maker knows it by. */
  private static Optional<String> fault(String file) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(file));
    Count count = new Count();
    while (xml.hasNext()) {
      int event = xml.next();
      Optional<String> fault = Optional.empty();
      switch (event) {
        case XMLStreamConstants.DTD -> fault = dtd(xml.getText());
        case XMLStreamConstants.START_ELEMENT -> fault = count.open(xml);
        case XMLStreamConstants.END_ELEMENT -> count.close(xml);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            fault = count.inStyle() && reachesOut(xml.getText()) ? Optional.of("style") : fault;
        case XMLStreamConstants.ENTITY_REFERENCE -> fault = Optional.of("entity");
        default -> {}
      }
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  /** Drawing programs write where the form of SVG is told, which nobody fetches. */
  private static Optional<String> dtd(String text) {
    return text.contains("[") || text.contains("ENTITY")
        ? Optional.of("DOCTYPE")
        : Optional.empty();
  }

  private static boolean reachesOut(String css) {
    String plain = css.toLowerCase(Locale.ROOT).replaceAll("\\s|\\\\|/\\*.*?\\*/", "");
    return plain.contains("@import")
        || plain.contains("@font-face")
        || plain.contains("expression(")
        || plain.contains("javascript:")
        || plain.replaceAll("url\\([\"']?#", "").contains("url(");
  }

  private static final class Count {
    private int elements;
    private int uses;
    private int deep;
    private int foreign;
    private boolean style;

    boolean inStyle() {
      return style;
    }

    Optional<String> open(XMLStreamReader xml) {
      String name = xml.getLocalName();
      String space = xml.getNamespaceURI();
      boolean ours = space == null || space.isEmpty() || space.equals(SVG);
      foreign += foreign > 0 || !ours ? 1 : 0;
      elements++;
      deep++;
      style = ours && name.equals("style");
      uses += name.equals("use") ? 1 : 0;
      if (elements > MOST_ELEMENTS || deep > DEEPEST || uses > MOST_USES) {
        return Optional.of(name);
      }
      // What drawing programs note for themselves is passed over, yet may not hide a script.
      boolean known = foreign > 0 ? !name.equalsIgnoreCase("script") : SHAPES.contains(name);
      return known ? attributes(xml) : Optional.of(name);
    }

    private static Optional<String> attributes(XMLStreamReader xml) {
      for (int at = 0; at < xml.getAttributeCount(); at++) {
        String name = xml.getAttributeLocalName(at);
        String value = xml.getAttributeValue(at).strip();
        boolean leaves = name.equals("href") && !value.startsWith("#");
        if (name.toLowerCase(Locale.ROOT).startsWith("on") || leaves || reachesOut(value)) {
          return Optional.of(name);
        }
      }
      return Optional.empty();
    }

    void close(XMLStreamReader xml) {
      deep--;
      foreign -= foreign > 0 ? 1 : 0;
      style = false;
    }
  }
}
