package club.vafa.operations.imports.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a file is written, as the reference of the API tells it. */
final class FileParameters {
  private FileParameters() {}

  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @Parameters({
    @Parameter(
        name = "name",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "string"),
        description = "Of the file, for people"),
    @Parameter(
        name = "map",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "string"),
        description = "field=Column, as often as needed"),
    @Parameter(
        name = "zone",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "string"),
        description = "Of times without an offset"),
    @Parameter(
        name = "calendar",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "string"),
        description = "gregorian, jalali or hijri"),
    @Parameter(
        name = "dateFormat",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "string"),
        description = "M/d/yyyy, …"),
    @Parameter(
        name = "encoding",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "string"),
        description = "UTF-8 when missing"),
    @Parameter(
        name = "delimiter",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "string"),
        description = "comma, semicolon, tab or pipe"),
    @Parameter(
        name = "decimal",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "string"),
        description = "point or comma"),
    @Parameter(
        name = "returnsPrefix",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "string"),
        description = "Ids that begin so are returns"),
    @Parameter(
        name = "pricesAboveZero",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "string"),
        description = "true refuses lines without a price")
  })
  @interface Told {}
}
