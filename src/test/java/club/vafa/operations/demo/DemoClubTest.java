package club.vafa.operations.demo;

import club.vafa.testing.StoryTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** A story told to a running demo: the same as {@code ./vafa demo}, with a smaller club. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StoryTest
@ActiveProfiles("demo")
@TestPropertySource(properties = {"vafa.demo.members=80", "vafa.demo.purchases=1200"})
@interface DemoClubTest {}
