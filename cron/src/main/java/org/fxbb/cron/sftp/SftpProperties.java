package org.fxbb.cron.sftp;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings under {@code fxbb.sftp}: the server that ISPs and agents upload to.
 *
 * @param enabled whether {@code fxbb serve} opens it
 * @param address the address it listens on; 0.0.0.0 = every one of this machine
 * @param port where it listens; 0 = any that is free
 * @param hostKeys the folder of its own keys, made at the first start
 * @param passwords whether passwords open accounts too; keys always do
 * @param loginTime how long a connection may take to log in
 * @param idleTime how long a connection may do nothing
 * @param mostTries attempts to log in per connection
 * @param mostSessions open connections per account
 * @param mostUnknown connections that have not logged in yet, of everybody
 * @param mostUnknownPerAddress the same, of one address
 * @param mostFailures connections of one address that failed to log in before it is kept out
 * @param failureTime how long they count, and so how long it is kept out
 * @param mostBytes bytes that may lie in the inbox and try of an account
 * @param mostFiles files that may lie there
 * @param largestFile bytes of one file
 * @param uploadsPerMinute files that an account may begin within a minute
 * @param freeSpace bytes that uploads leave free on the disk
 * @param keepHalves how long half an upload waits to be resumed
 */
@ConfigurationProperties("fxbb.sftp")
public record SftpProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("0.0.0.0") String address,
    @DefaultValue("2222") int port,
    @DefaultValue("./var/keys/sftp") Path hostKeys,
    @DefaultValue("false") boolean passwords,
    @DefaultValue("30s") Duration loginTime,
    @DefaultValue("10m") Duration idleTime,
    @DefaultValue("6") int mostTries,
    @DefaultValue("4") int mostSessions,
    @DefaultValue("100") int mostUnknown,
    @DefaultValue("10") int mostUnknownPerAddress,
    @DefaultValue("20") int mostFailures,
    @DefaultValue("10m") Duration failureTime,
    @DefaultValue("8GB") DataSize mostBytes,
    @DefaultValue("5000") int mostFiles,
    @DefaultValue("2GB") DataSize largestFile,
    @DefaultValue("600") int uploadsPerMinute,
    @DefaultValue("1GB") DataSize freeSpace,
    @DefaultValue("7d") Duration keepHalves) {}
