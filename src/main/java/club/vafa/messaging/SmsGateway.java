package club.vafa.messaging;

import club.vafa.installation.Outgoing;
import club.vafa.installation.Outgoing.Body;
import club.vafa.installation.Outgoing.Sms;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Asks a gateway over HTTP to send a short text. */
final class SmsGateway implements Messaging.Carrier {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Sms settings;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  SmsGateway(Sms settings) {
    this.settings = settings;
  }

  @Override
  public void carry(Note note) throws IOException, InterruptedException, NotSent {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(filled(settings.url(), note, SmsGateway::encoded)))
            .timeout(PATIENCE)
            .method(settings.method(), body(note));
    if (settings.body() != null) {
      request.header("Content-Type", settings.type().type() + ";charset=UTF-8");
    }
    settings.headers().forEach(request::setHeader);
    HttpResponse<Void> answer = http.send(request.build(), BodyHandlers.discarding());
    if (answer.statusCode() / 100 != 2) {
      throw new NotSent("the gateway answered " + answer.statusCode());
    }
  }

  private BodyPublisher body(Note note) {
    String template = settings.body();
    return template == null
        ? BodyPublishers.noBody()
        : BodyPublishers.ofString(
            filled(
                template,
                note,
                settings.type() == Body.JSON ? SmsGateway::quoted : SmsGateway::encoded));
  }

  /** The number first: a text that happens to hold the sign of the number is left as it is. */
  private static String filled(String template, Note note, UnaryOperator<String> spelled) {
    return template
        .replace(Outgoing.TO, spelled.apply(note.to()))
        .replace(Outgoing.TEXT, spelled.apply(note.text()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** What stands between the quotes of a text in JSON. */
  private static String quoted(String text) {
    StringBuilder safe = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      switch (sign) {
        case '"', '\\' -> safe.append('\\').append(sign);
        case '\n' -> safe.append("\\n");
        default -> safe.append(sign < ' ' ? ' ' : sign);
      }
    }
    return safe.toString();
  }
}
