package club.vafa.testing;

import club.vafa.installation.Outgoing;
import club.vafa.installation.Outgoing.Body;
import club.vafa.installation.Outgoing.Mail;
import club.vafa.installation.Outgoing.Security;
import club.vafa.installation.Outgoing.Sms;
import club.vafa.kernel.Digits;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The phones and mailboxes of everybody outside, behind a gateway and a mail server that are real.
 */
public final class Phones {
  private static final Phones ALL = start();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpServer gateway;
  private final GreenMail mail;
  private final Map<String, BlockingQueue<String>> texts = new ConcurrentHashMap<>();

  private Phones(HttpServer gateway, GreenMail mail) {
    this.gateway = gateway;
    this.mail = mail;
  }

  private static Phones start() {
    try {
      InetAddress here = InetAddress.getLoopbackAddress();
      GreenMail mail =
          new GreenMail(new ServerSetup(0, here.getHostAddress(), ServerSetup.PROTOCOL_SMTP));
      mail.start();
      Phones phones = new Phones(HttpServer.create(new InetSocketAddress(here, 0), 0), mail);
      phones.gateway.createContext("/send", phones::take);
      phones.gateway.start();
      return phones;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What Vafa is told about the world outside. */
  public static Outgoing outgoing() {
    return new Outgoing(
        null,
        new Sms(
            "http://127.0.0.1:" + ALL.gateway.getAddress().getPort() + "/send",
            "POST",
            Map.of("X-Key", "secret"),
            Body.JSON,
            "{\"to\":\"{to}\",\"text\":\"{text}\"}"),
        new Mail(
            "127.0.0.1",
            ALL.mail.getSmtp().getPort(),
            Security.NONE,
            null,
            null,
            "club@vafa.test"));
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode sent = JSON.readTree(exchange.getRequestBody().readAllBytes());
      boolean known = "secret".equals(exchange.getRequestHeaders().getFirst("X-Key"));
      if (known) {
        box(sent.at("/to").asString()).add(sent.at("/text").asString());
      }
      exchange.sendResponseHeaders(known ? 204 : 403, -1);
    }
  }

  private BlockingQueue<String> box(String phone) {
    return texts.computeIfAbsent(phone, _ -> new LinkedBlockingQueue<>());
  }

  /** The next text that comes to a phone. */
  public static String text(String phone) {
    try {
      String text = ALL.box(phone).poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (text == null) {
        throw new AssertionError("nothing came to " + phone);
      }
      return text;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** The code in the next text that comes to a phone. */
  public static String code(String phone) {
    return code(text(phone), phone);
  }

  /** The code in the last mail that came to an address. */
  public static String mailedCode(String address) {
    if (!ALL.mail.waitForIncomingEmail(PATIENCE.toMillis(), 1)) {
      throw new AssertionError("no mail came");
    }
    MimeMessage[] all = ALL.mail.getReceivedMessagesForDomain(address);
    return code(GreenMailUtil.getBody(all[all.length - 1]), address);
  }

  private static String code(String text, String whom) {
    Matcher code = CODE.matcher(Digits.western(text));
    if (!code.find()) {
      throw new AssertionError("no code came to " + whom + ": " + text);
    }
    return code.group(1);
  }
}
