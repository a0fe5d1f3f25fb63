package org.fxbb.cron.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fxbb.cron.EngineFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Settings that cannot be used, told in the operator's words: which, where, what was expected. */
final class SettingsFaults {
  /** The files that are read without being named, when they exist. */
  private static final List<Path> OWN_FILES =
      List.of(
          Path.of("application.yml"),
          Path.of("application.yaml"),
          Path.of("config", "application.yml"),
          Path.of("config", "application.yaml"));

  private SettingsFaults() {}

  /**
   * Looks whether the settings files can be read at all, before anything starts.
   *
   * @param config the file of {@code --config}, or null
   * @throws EngineFailure naming the file and the line, when one cannot
   */
  static void refuseUnreadable(@Nullable Path config) {
    if (config != null) {
      if (!Files.isReadable(config) || Files.isDirectory(config)) {
        throw new EngineFailure(
            "Cannot read the settings: expected a file at %s, found none that is readable. Correct --config."
                .formatted(config.toAbsolutePath()));
      }
      if (!isYaml(config) && !config.toString().endsWith(".properties")) {
        throw new EngineFailure(
            "Cannot read the settings: expected a file whose name ends in .yml, .yaml or .properties, found %s. Rename it, or correct --config."
                .formatted(config.toAbsolutePath()));
      }
    }
    Stream.concat(Stream.ofNullable(config), OWN_FILES.stream().filter(Files::isReadable))
        .filter(SettingsFaults::isYaml)
        .forEach(SettingsFaults::refuseBroken);
  }

  private static boolean isYaml(Path file) {
    return file.toString().endsWith(".yml") || file.toString().endsWith(".yaml");
  }

  private static void refuseBroken(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      new Yaml().parse(reader).forEach(event -> {});
    } catch (MarkedYAMLException e) {
      throw new EngineFailure(
          "Cannot read the settings: expected YAML in %s, found in line %d that %s. Correct that line or the one before it."
              .formatted(
                  file.toAbsolutePath(), e.getProblemMark().getLine() + 1, e.getProblem().strip()),
          e);
    } catch (IOException | YAMLException e) {
      throw new EngineFailure(
          "Cannot read the settings: expected YAML in UTF-8 in %s, found \"%s\". Correct the file."
              .formatted(file.toAbsolutePath(), String.valueOf(e.getMessage()).strip()),
          e);
    }
  }

  /** The sentence for a setting whose value is of the wrong type, when that is what went wrong. */
  static Optional<EngineFailure> explain(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof BindException bind && bind.getProperty() != null) {
        ConfigurationProperty property = bind.getProperty();
        return Optional.of(
            new EngineFailure(
                "Cannot use the setting %s (%s): expected %s, found \"%s\". Correct it and start again."
                    .formatted(
                        property.getName(),
                        place(property.getOrigin()),
                        expected(bind.getTarget().getType().resolve(Object.class)),
                        property.getValue()),
                failure));
      }
    }
    return Optional.empty();
  }

  private static String expected(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(" or "));
    }
    return switch (type.getSimpleName()) {
      case "int", "Integer", "long", "Long" -> "a whole number";
      case "boolean", "Boolean" -> "true or false";
      case "Path", "File" -> "the path of a folder or file";
      case "Duration" -> "a duration such as 30s";
      case "DataSize" -> "a size such as 200MB";
      default -> "another kind of value";
    };
  }

  private static String place(@Nullable Origin origin) {
    if (origin instanceof PropertySourceOrigin source && source.getOrigin() != null) {
      return place(source.getOrigin());
    }
    if (origin instanceof TextResourceOrigin text
        && text.getResource() != null
        && text.getLocation() != null) {
      return "%s line %d".formatted(file(text.getResource()), text.getLocation().getLine() + 1);
    }
    if (origin instanceof SystemEnvironmentOrigin environment) {
      return "environment variable " + environment.getProperty();
    }
    return origin == null ? "given on the command line" : origin.toString();
  }

  private static String file(Resource resource) {
    try {
      return resource.getFile().getPath();
    } catch (IOException e) {
      return resource.getDescription();
    }
  }
}
