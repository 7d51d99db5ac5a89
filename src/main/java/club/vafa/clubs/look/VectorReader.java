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
import java.util.regex.Pattern;
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
          "clipPath");
  private static final int MOST_ELEMENTS = 5000;

  /** What is used by what is used may double at each step. */
  private static final int MOST_USES = 16;

  /** Shapes within clips, times where clips are asked for. */
  private static final int MOST_CLIPPED = 10_000;

  private static final int DEEPEST = 40;

  /** A mask within a mask within a mask is drawn over and over. */
  private static final Pattern MASKED = Pattern.compile("(^|[;{\"'])mask(-image)?:");

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
        case XMLStreamConstants.END_ELEMENT -> count.close();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            fault = count.inStyle() ? count.css(xml.getText()) : fault;
        case XMLStreamConstants.ENTITY_REFERENCE -> fault = Optional.of("entity");
        default -> {}
      }
      if (fault.isPresent()) {
        return fault;
      }
    }
    return count.clips();
  }

  /** Drawing programs write where the form of SVG is told, which nobody fetches. */
  private static Optional<String> dtd(String text) {
    return text.contains("[") || text.contains("ENTITY")
        ? Optional.of("DOCTYPE")
        : Optional.empty();
  }

  private static String plain(String css) {
    return css.toLowerCase(Locale.ROOT).replaceAll("\\s|\\\\|/\\*.*?\\*/", "");
  }

  private static boolean reachesOut(String css) {
    String plain = plain(css);
    return plain.contains("@import")
        || MASKED.matcher(plain).find()
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
    private int clipDepth;
    private int inClips;
    private int clipped;
    private boolean clippedByStyle;

    boolean inStyle() {
      return style;
    }

    Optional<String> css(String text) {
      clippedByStyle |= plain(text).contains("clip-path");
      return reachesOut(text) ? Optional.of("style") : Optional.empty();
    }

    /** Clips multiply: a sheet of styles may chain them, and each is drawn for what it clips. */
    Optional<String> clips() {
      boolean many =
          clippedByStyle ? inClips > MOST_USES : Math.multiplyFull(inClips, clipped) > MOST_CLIPPED;
      return many ? Optional.of("clip-path") : Optional.empty();
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
      inClips += clipDepth > 0 ? 1 : 0;
      clipDepth += clipDepth > 0 || name.equals("clipPath") ? 1 : 0;
      if (elements > MOST_ELEMENTS || deep > DEEPEST || uses > MOST_USES) {
        return Optional.of(name);
      }
      // What drawing programs note for themselves is passed over, yet may not hide a script.
      boolean known = foreign > 0 ? !name.equalsIgnoreCase("script") : SHAPES.contains(name);
      return known ? attributes(xml) : Optional.of(name);
    }

    private Optional<String> attributes(XMLStreamReader xml) {
      for (int at = 0; at < xml.getAttributeCount(); at++) {
        String name = xml.getAttributeLocalName(at);
        String value = xml.getAttributeValue(at).strip();
        if (clips(name, value)) {
          clipped++;
          if (clipDepth > 0) {
            return Optional.of("clip-path");
          }
        }
        boolean leaves = name.equals("href") && !value.startsWith("#");
        boolean runs = name.toLowerCase(Locale.ROOT).startsWith("on");
        if (runs || leaves || name.equals("mask") || reachesOut(value)) {
          return Optional.of(name);
        }
      }
      return Optional.empty();
    }

    private static boolean clips(String name, String value) {
      return name.equals("clip-path")
          || (name.equals("style") && plain(value).contains("clip-path:"));
    }

    void close() {
      deep--;
      clipDepth -= clipDepth > 0 ? 1 : 0;
      foreign -= foreign > 0 ? 1 : 0;
      style = false;
    }
  }
}
