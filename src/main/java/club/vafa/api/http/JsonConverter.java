package club.vafa.api.http;

import club.vafa.api.InputRefused;
import club.vafa.api.Json;
import club.vafa.api.Problem;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractGenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Bodies of the API: read strictly, written at once with their length. */
final class JsonConverter extends AbstractGenericHttpMessageConverter<Object> {
  private final Json json;

  JsonConverter(Json json) {
    super(
        MediaType.APPLICATION_JSON,
        MediaType.valueOf(Problem.MEDIA_TYPE),
        MediaType.valueOf("application/*+json"));
    this.json = json;
  }

  @Override
  public boolean canRead(Type type, @Nullable Class<?> context, @Nullable MediaType mediaType) {
    return mediaType != null
        && mediaType.isCompatibleWith(MediaType.APPLICATION_JSON)
        && (mediaType.getCharset() == null
            || StandardCharsets.UTF_8.equals(mediaType.getCharset()));
  }

  @Override
  protected boolean supports(Class<?> type) {
    return !CharSequence.class.isAssignableFrom(type)
        && !Resource.class.isAssignableFrom(type)
        && type != byte[].class;
  }

  @Override
  public Object read(Type type, @Nullable Class<?> context, HttpInputMessage input)
      throws IOException {
    return switch (json.<Object>read(input.getBody().readAllBytes(), type)) {
      case Done<Object>(Object value) -> value;
      case Refused<Object>(List<Refusal> refusals) ->
          throw new HttpMessageNotReadableException("refused", new InputRefused(refusals), input);
    };
  }

  @Override
  protected Object readInternal(Class<?> type, HttpInputMessage input) throws IOException {
    return read(type, null, input);
  }

  @Override
  protected void writeInternal(Object value, @Nullable Type type, HttpOutputMessage output)
      throws IOException {
    byte[] bytes = json.bytes(value);
    output.getHeaders().setContentLength(bytes.length);
    output.getBody().write(bytes);
  }
}
