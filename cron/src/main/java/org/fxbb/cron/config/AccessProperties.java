package org.fxbb.cron.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code fxbb.access}: when wrong passwords lock an account.
 *
 * @param mostFailures wrong passwords in a row that lock it
 * @param lockTime how long, such as 15m
 */
@ConfigurationProperties("fxbb.access")
record AccessProperties(
    @DefaultValue("5") int mostFailures, @DefaultValue("15m") Duration lockTime) {}
