package club.vafa.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives pages their screen, and browsers the files pages are dressed with. */
@Configuration(proxyBeanMethods = false)
class UiConfiguration implements WebMvcConfigurer {
  private static final Duration KEPT = Duration.ofDays(365);

  private final Screens screens;

  UiConfiguration(Screens screens) {
    this.screens = screens;
  }

  /** The address of a file changes with its content, so what was fetched once stays right. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(Assets.FOLDER + "**")
        .addResourceLocations("classpath:/static" + Assets.FOLDER)
        .setCacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable());
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ScreenArgument());
    resolvers.add(new TypedArgument());
  }

  private final class ScreenArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Screen.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      return screens.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }
  }

  /** The first value of every field that came with the request. */
  private static final class TypedArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Typed.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      Map<String, String> fields = new HashMap<>();
      request.getParameterMap().forEach((name, values) -> fields.put(name, values[0]));
      return new Typed(fields);
    }
  }
}
