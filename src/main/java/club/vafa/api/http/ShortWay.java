package club.vafa.api.http;

import club.vafa.api.Body;
import club.vafa.api.InputRefused;
import club.vafa.api.Json;
import club.vafa.api.Often;
import club.vafa.api.RequestOrder;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The way to the endpoints that are called for every sale. What Spring finds out about each request
 * anew (who handles it, what it takes, in which form it is answered) is known of these beforehand.
 * A request that is in any way unusual goes Spring's way; both lead to the same method, and to the
 * same answer.
 */
@Component
@Order(RequestOrder.SHORT_WAY)
final class ShortWay implements Filter, SmartInitializingSingleton {
  private static final Set<String> DOCUMENTS =
      Set.of(
          "application/json",
          "application/json;charset=utf-8",
          "application/json; charset=utf-8",
          "application/json;charset=UTF-8",
          "application/json; charset=UTF-8");

  private static final Set<String> ACCEPTS =
      Set.of("*/*", "application/json", "application/json, text/plain, */*");

  private final EndpointCheck check = new EndpointCheck();
  private final ObjectProvider<RequestMappingHandlerMapping> mappings;
  private final Json json;
  private volatile Map<String, OftenCalled> endpoints = Map.of();

  ShortWay(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mappings,
      Json json) {
    this.mappings = mappings;
    this.json = json;
  }

  @Override
  public void afterSingletonsInstantiated() {
    Map<String, OftenCalled> found = new HashMap<>();
    // Commands begin without a web server, and nobody calls them.
    mappings.ifAvailable(known ->
        known
            .getHandlerMethods()
            .forEach((mapping, method) -> {
              if (method.hasMethodAnnotation(Often.class)) {
                mapping.getDirectPaths().forEach(path -> found.put(path, OftenCalled.of(method)));
              }
            }));
    endpoints = Map.copyOf(found);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    OftenCalled endpoint = endpoints.get(asked.getRequestURI());
    if (endpoint != null && isUsual(asked)) {
      answer(endpoint, asked, (HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isUsual(HttpServletRequest asked) {
    return asked.getMethod().equals("POST")
        && asked.getQueryString() == null
        && isUsual(asked.getContentType(), asked.getHeader(HttpHeaders.ACCEPT));
  }

  /** Whether a document of that type, to be answered in one of those, is as nearly all are. */
  static boolean isUsual(@Nullable String type, @Nullable String accepts) {
    return type != null
        && DOCUMENTS.contains(type)
        && (accepts == null || ACCEPTS.contains(accepts));
  }

  private void answer(OftenCalled endpoint, HttpServletRequest asked, HttpServletResponse answer)
      throws IOException, ServletException {
    HandlerMethod method = endpoint.method();
    check.preHandle(asked, answer, method);
    Object body =
        switch (json.<Object>read(Body.of(asked), endpoint.takes())) {
          case Done<Object>(Object value) -> value;
          case Refused<Object>(List<Refusal> refusals) -> throw new InputRefused(refusals);
        };
    write(called(method, endpoint.arguments(body, asked)), answer);
  }

  private static ResponseEntity<?> called(HandlerMethod method, @Nullable Object[] arguments)
      throws IOException, ServletException {
    try {
      if (method.getMethod().invoke(method.getBean(), arguments) instanceof ResponseEntity<?> one) {
        return one;
      }
      throw new IllegalStateException(method + " answers nothing");
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException(closed);
    } catch (InvocationTargetException failed) {
      switch (failed.getCause()) {
        case RuntimeException fault -> throw fault;
        case IOException fault -> throw fault;
        case Throwable fault -> throw new ServletException(fault);
        case null -> throw new IllegalStateException(failed);
      }
    }
  }

  private void write(ResponseEntity<?> told, HttpServletResponse answer) throws IOException {
    Object body = told.getBody();
    if (body != null && told.getHeaders().getContentType() == null) {
      answer.setContentType(MediaType.APPLICATION_JSON_VALUE);
    }
    Refuser.write(told, body == null ? null : bytes(json, body), answer);
  }

  /** An answer that was given before comes in bytes. */
  static byte[] bytes(Json json, Object body) {
    return body instanceof byte[] told ? told : json.bytes(body);
  }
}
