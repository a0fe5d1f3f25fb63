package org.fxbb.cron.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code fxbb.secrets}: the keys that encrypt secrets at rest.
 *
 * @param keys the ring itself, {@code <id>:<base64 of 32 bytes>} separated by commas, the current
 *     key first; from the environment as {@code FXBB_SECRETS_KEYS}; null = use the file
 * @param keyFile the file that holds the ring otherwise, readable by its owner only
 */
@ConfigurationProperties("fxbb.secrets")
record SecretsProperties(
    @Nullable String keys, @DefaultValue("./var/keys/secrets.keys") Path keyFile) {

  @Override
  public String toString() {
    return "SecretsProperties[" + keyFile + "]";
  }
}
