package club.vafa.api.http;

import club.vafa.api.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * An endpoint that is called for every sale, and what it is called with.
 *
 * @param method with its controller
 * @param takes what the document of a request is read as
 */
record OftenCalled(HandlerMethod method, Type takes, List<Part> parts) {
  /** What an argument is. */
  enum Part {
    DOCUMENT,
    REQUEST,
    CALLER
  }

  OftenCalled {
    parts = List.copyOf(parts);
  }

  static OftenCalled of(HandlerMethod method) {
    HandlerMethod ready = method.createWithResolvedBean();
    List<Part> parts = new ArrayList<>();
    Type takes = null;
    for (MethodParameter parameter : ready.getMethodParameters()) {
      Part part = part(parameter);
      parts.add(part);
      takes = part == Part.DOCUMENT ? parameter.getGenericParameterType() : takes;
    }
    if (takes == null) {
      throw new IllegalStateException(method + " takes no document");
    }
    ready.getMethod().setAccessible(true);
    return new OftenCalled(ready, takes, parts);
  }

  private static Part part(MethodParameter parameter) {
    RequestBody body = parameter.getParameterAnnotation(RequestBody.class);
    if (body != null && body.required()) {
      return Part.DOCUMENT;
    }
    if (parameter.getParameterType() == HttpServletRequest.class) {
      return Part.REQUEST;
    }
    if (parameter.getParameterType() == Caller.class) {
      return Part.CALLER;
    }
    throw new IllegalStateException(parameter + " cannot be had on the short way");
  }

  @Nullable Object[] arguments(Object document, HttpServletRequest request) {
    @Nullable Object[] arguments = new Object[parts.size()];
    for (int at = 0; at < arguments.length; at++) {
      arguments[at] =
          switch (parts.get(at)) {
            case DOCUMENT -> document;
            case REQUEST -> request;
            case CALLER -> request.getAttribute(Caller.ATTRIBUTE);
          };
    }
    return arguments;
  }
}
