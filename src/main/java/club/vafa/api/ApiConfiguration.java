package club.vafa.api;

import club.vafa.kernel.Ids;
import club.vafa.kernel.Sentences;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** The kernel's tools as beans, and what the conventions set in Spring. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:club/vafa/api/api.properties")
class ApiConfiguration {
  @Bean
  @ConditionalOnMissingBean
  Sentences sentences() {
    return new Sentences();
  }

  @Bean
  @ConditionalOnMissingBean
  Ids ids() {
    return new Ids();
  }
}
