/** The program file: YAML in, with the place of everything it says, and YAML out in one form. */
@NamedInterface("file")
@NullMarked
package club.vafa.program.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
